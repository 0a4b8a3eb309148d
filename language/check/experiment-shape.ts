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
 * A sweep: a row for each combination and saved time, or for each combination where no output is over time; then outputs that are
 * not over time stand in a table beside it.
 */
export function sweepShape(
  name: string,
  ranges: readonly Varied[],
  outputs: readonly Output[],
  ctx: CheckContext,
): TableShape {
  const overTime = outputs.some(isOverTime);
  const shown = outputs.filter((output) => isOverTime(output) === overTime);
  const columns: Columns = new Map([
    ...ranges.map((range) => [range.name, numberColumn(range.unit)] as const),
    ...shown.flatMap((o) => columnsOf(o, ctx).map((c) => [c, numberColumn(o.expr.type.unit)] as const)),
  ]);
  const keys = ranges.map((range) => ({ name: range.name, role: "dimension" as const }));
  const time = { name: "time", role: "time" as const };
  return { name, keys: overTime ? [...keys, time] : keys, groups: [], columns };
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
