/** The tables of experiments as expressions see them. */
import type { Output, Varied } from "../model.ts";
import { dimensionless, type Unit } from "../units/unit.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { elementName, elementsOf, labelsIn } from "./elements.ts";
import { labelsOf } from "./system-entries.ts";

type Columns = TableShape["columns"];

/** Whether an output has a value for each saved time. */
export function isOverTime({ expr }: Output): boolean {
  return expr.type.keys.includes("time");
}

/** `co2`, or `value[services]` and its like for an output with dimensions, where the source tells their labels. */
function columnsOf({ label, expr }: Output, ctx: CheckContext, suffix = ""): string[] {
  const dimensions = expr.type.keys.filter((key) => key !== "time");
  if (dimensions.some((dimension) => labelsOf(dimension, ctx) === undefined)) return [];
  return elementsOf(dimensions, (dimension) => labelsOf(dimension, ctx) ?? []).map(
    (element) => elementName(label, labelsIn(element, dimensions) ?? []) + suffix,
  );
}

function numberColumn(unit: Unit | null): Columns extends ReadonlyMap<string, infer C> ? C : never {
  return { of: "number", unit, scale: "level" };
}

/**
 * A sweep: a row for each combination and saved time, or for each combination where no output is over time; else outputs that are not
 * over time stand in the table `outcomes` beside it.
 */
export function sweepShapes(
  name: string,
  ranges: readonly Varied[],
  outputs: readonly Output[],
  ctx: CheckContext,
): TableShape[] {
  const keys = ranges.map((range) => key(range.name));
  const shape = (table: string, shown: readonly Output[], more: TableShape["keys"]): TableShape => {
    const columns: Columns = new Map([
      ...ranges.map((range) => [range.name, numberColumn(range.unit)] as const),
      ...shown.flatMap((o) => columnsOf(o, ctx).map((c) => [c, numberColumn(o.expr.type.unit)] as const)),
    ]);
    return { name: table, keys: [...keys, ...more], groups: [], columns };
  };
  const overTime = outputs.filter(isOverTime);
  const single = outputs.filter((output) => !isOverTime(output));
  if (overTime.length === 0) return [shape(name, single, [])];
  const own = shape(name, overTime, [time]);
  return single.length === 0 ? [own] : [own, shape(`${name}.outcomes`, single, [])];
}

/** A sensitivity: a row for each sample, with its parameters and outputs; of those over time the last value. */
export function sampleShape(
  name: string,
  parameters: readonly Varied[],
  outputs: readonly Output[],
  end: number,
  ctx: CheckContext,
): TableShape {
  const columns: Columns = new Map([
    ...parameters.map((parameter) => [parameter.name, numberColumn(parameter.unit)] as const),
    ...outputs.flatMap((o) =>
      columnsOf(o, ctx, isOverTime(o) ? ` at ${end}` : "").map(
        (c) => [c, numberColumn(o.expr.type.unit)] as const,
      ),
    ),
  ]);
  return { name, keys: [{ name: "sample", role: "dimension" }], groups: [], columns };
}

/** A table beside an experiment's own: its keys, and its columns of numbers in units of their own. */
function besideShape(name: string, keys: TableShape["keys"], columns: readonly string[]): TableShape {
  return { name, keys, groups: [], columns: new Map(columns.map((column) => [column, numberColumn(null)])) };
}
const key = (name: string) => ({ name, role: "dimension" as const });
const time = { name: "time", role: "time" as const };

/** The names of the quantiles that show central bands: `p5` … `median` … `p95`. */
export function quantileNames(bands: readonly number[]): { readonly name: string; readonly share: number }[] {
  const ends = [...bands].reverse().map((band) => (100 - band) / 2);
  const shares = [...ends, 50, ...[...ends].reverse().map((low) => 100 - low)];
  return shares.map((share) => ({
    name: share === 50 ? "median" : `p${Number(share.toPrecision(12))}`,
    share: share / 100,
  }));
}

/** The tables beside a sensitivity. */
export function besideSensitivity(name: string, bands: readonly number[]): TableShape[] {
  const quantiles = quantileNames(bands).map((quantile) => quantile.name);
  const indices = ["first_order", "first_order_error", "total", "total_error"];
  const effects = ["low", "high", "base", "at_low", "at_high", "swing"];
  return [
    besideShape(`${name}.bands`, [key("output"), time], ["n", "mean", ...quantiles]),
    besideShape(`${name}.indices`, [key("output"), key("parameter")], indices),
    besideShape(`${name}.tornado`, [key("output"), key("parameter")], effects),
  ];
}

/** The tables beside a calibration. */
export function besideCalibration(name: string): TableShape[] {
  const statistics = ["n", "rmse", "mape", "bias_share", "variation_share", "covariation_share", "r_squared"];
  const single = ["data", "simulated", "error", "relative"];
  return [
    besideShape(`${name}.fit`, [key("variable"), key("span")], statistics),
    besideShape(`${name}.residuals`, [key("variable"), key("span"), time], single),
  ];
}

/** A calibration: a row for each parameter; numbers in the parameters' own units. */
export function fitShape(name: string): TableShape {
  const columns: Columns = new Map(
    ["value", "low", "high", "standard_error"].map((column) => [column, numberColumn(null)]),
  );
  return { name, keys: [{ name: "parameter", role: "dimension" }], groups: [], columns };
}

/** An optimization: a row for each parameter, the objective and each constraint. */
export function optimumShape(name: string): TableShape {
  const columns: Columns = new Map([
    ...["value", "low", "high", "slack"].map((column) => [column, numberColumn(null)] as const),
    ["kind", { of: "label", unit: dimensionless, scale: "level" }] as const,
  ]);
  return { name, keys: [{ name: "item", role: "dimension" }], groups: [], columns };
}
