/** The tables of a regression. */
import { fitColumns } from "../../language/builtins/regressions.ts";
import type { Regression } from "../../language/model.ts";
import { composeUnit } from "../../language/units/print.ts";
import { dimensionless, type Unit } from "../../language/units/unit.ts";
import { labelColumn, numberColumn } from "../experiment/table-columns.ts";
import { keysAndGroups } from "../measure/table-columns.ts";
import type { Table } from "../tables/table.ts";
import { takeTableRows } from "../tables/take-rows.ts";
import type { Estimate } from "./estimate.ts";
import { studentCritical, studentTwoSided } from "./probabilities.ts";
import type { ReadSample } from "./read-sample.ts";
import { regressionNotes } from "./regression-notes.ts";

/** One less the confidence level of the intervals. */
const alpha = 0.05;

interface Line {
  readonly label: string;
  readonly unit: Unit | null;
  readonly value: number;
  readonly error: number;
  /** Whether it is tested against 0. */
  readonly tested: boolean;
  readonly interval?: { readonly lower: number; readonly upper: number };
}

/** A row for the constant, each term and a scale; those that were left out are empty. */
export function coefficientTable(regression: Regression, read: ReadSample, estimate: Estimate): Table {
  const { freedom } = estimate;
  const lines = linesOf(regression, estimate);
  const statistics = lines.map(({ value, error, tested }) => (tested ? value / error : Number.NaN));
  const critical = studentCritical(alpha, freedom);
  const column = (name: string, unit: Unit | null, of: (line: Line) => number) =>
    numberColumn(name, unit, lines.map(of));
  return {
    name: regression.name,
    rows: lines.length,
    columns: [
      labelColumn(
        "term",
        "dimension",
        lines.map(({ label }) => label),
      ),
      column("coefficient", null, ({ value }) => value),
      column("standard_error", null, ({ error }) => error),
      numberColumn("statistic", dimensionless, statistics),
      numberColumn(
        "p",
        dimensionless,
        statistics.map((statistic) => studentTwoSided(statistic, freedom)),
      ),
      column("lower", null, ({ value, error, interval }) => interval?.lower ?? value - critical * error),
      column("upper", null, ({ value, error, interval }) => interval?.upper ?? value + critical * error),
      labelColumn(
        "unit",
        "label",
        lines.map(({ unit }) => unit?.text ?? null),
      ),
    ],
    notes: regressionNotes(regression, read, estimate),
  };
}

function linesOf(
  regression: Regression,
  { design, coefficients, covariance, scale, intervals }: Estimate,
): Line[] {
  const { dependent, terms } = regression;
  const unitOf = dependent.expr.type.unit;
  const estimated = new Map(
    design.named.map(({ label, isConstant }, j) => [isConstant ? null : label, j] as const),
  );
  const line = (label: string, j: number | undefined, unit: Unit | null): Line => ({
    label,
    unit,
    value: j === undefined ? Number.NaN : coefficients[j],
    error: j === undefined ? Number.NaN : Math.sqrt(covariance[j][j]),
    tested: true,
    ...(j !== undefined && intervals !== undefined && { interval: intervals[j] }),
  });
  return [
    ...(estimated.has(null) ? [line("constant", estimated.get(null), unitOf)] : []),
    ...terms.map(({ label, expr }) => line(label, estimated.get(label), quotient(unitOf, expr.type.unit))),
    ...(scale === undefined
      ? []
      : [
          {
            label: scale.label,
            unit: unitOf,
            value: scale.value,
            error: scale.error,
            tested: false,
            ...(intervals !== undefined && { interval: intervals.at(-1)! }),
          },
        ]),
  ];
}

/** The dependent's unit per the term's; null where one is unknown. */
function quotient(above: Unit | null, below: Unit | null): Unit | null {
  if (above === null || below === null) return null;
  const factors = (unit: Unit) => unit.factors ?? [{ ...unit, power: 1 }];
  const all = [...factors(above), ...factors(below).map((factor) => ({ ...factor, power: -factor.power }))];
  return { ...dimensionless, text: composeUnit(all) };
}

/** One row of statistics. */
export function fitTable(
  regression: Regression,
  { rows, leftOut, beyond }: ReadSample,
  { statistics }: Estimate,
): Table {
  const { unit } = regression.dependent.expr.type;
  const known: Readonly<Record<string, number>> = {
    ...statistics,
    observations: rows.length,
    left_out: leftOut,
    beyond,
  };
  return {
    name: `${regression.name}.fit`,
    rows: 1,
    columns: fitColumns(regression).map((column) =>
      numberColumn(column.name, column.unit === "y" ? unit : dimensionless, [
        known[column.name] ?? Number.NaN,
      ]),
    ),
  };
}

/** The fitted value and the residual of each row that was used. */
export function residualTable(regression: Regression, read: ReadSample, { residuals }: Estimate): Table {
  const { unit } = regression.dependent.expr.type;
  const { table, rows, sample } = read;
  const fitted = sample.y.map((value, i) => value - residuals[i]);
  const keys = takeTableRows({ ...table, columns: keysAndGroups(table) }, [...rows]);
  return {
    name: `${regression.name}.residuals`,
    rows: rows.length,
    columns: [
      ...keys.columns,
      numberColumn("fitted", unit, fitted),
      numberColumn("residual", unit, residuals),
    ],
  };
}
