import type { Optimization } from "../../language/model.ts";
import type { Table } from "../tables/table.ts";
import type { Found } from "./nelder-mead.ts";
import type { Outcome } from "./run-optimization.ts";
import type { RunOutputs } from "./run-outputs.ts";
import { labelColumn, numberColumn } from "./table-columns.ts";

interface Row {
  readonly item: string;
  readonly kind: "parameter" | "objective" | "constraint";
  readonly unit: string | null;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly slack: number;
  readonly atBound: "low" | "high" | null;
  readonly met: "yes" | "no" | null;
}

/** A row for each parameter, the objective and each constraint with its slack: how far it is from its bound, negative where broken. */
export function optimumTable(
  optimization: Optimization,
  best: Found<Outcome>,
  values: Float64Array,
  runs: number,
  { columns }: RunOutputs,
): Table {
  const { name, parameters, objective, constraints, goal } = optimization;
  const none = { low: Number.NaN, high: Number.NaN, slack: Number.NaN, atBound: null, met: null };
  const { standings } = best.value;
  const rows: Row[] = [
    ...parameters.map((p, i): Row => {
      const atBound = best.x[i] <= 1e-6 ? "low" : best.x[i] >= 1 - 1e-6 ? "high" : null;
      const { name: item, unit, low, high } = p;
      return {
        ...none,
        item,
        kind: "parameter",
        unit: unit?.text ?? null,
        value: values[i],
        low,
        high,
        atBound,
      };
    }),
    {
      ...none,
      item: objective.label,
      kind: "objective",
      unit: columns[0].unit?.text ?? null,
      value: best.value.objective,
    },
    ...constraints.map((constraint, i): Row => {
      const standing = standings[i];
      const { slack = Number.NaN, met = false } = standing ?? {};
      return {
        ...none,
        item: constraint.label,
        kind: "constraint",
        unit: null,
        value: Number.NaN,
        slack,
        met: met ? "yes" : "no",
      };
    }),
  ];
  const feasible = best.value.violation === 0;
  const found = runs.toLocaleString("en-US");
  const bounds = rows.flatMap(({ item, atBound }) =>
    atBound === null ? [] : [`${item} stands at its ${atBound === "low" ? "lower" : "upper"} bound.`],
  );
  return {
    name,
    rows: rows.length,
    columns: [
      labelColumn(
        "item",
        "dimension",
        rows.map((row) => row.item),
      ),
      labelColumn(
        "kind",
        "label",
        rows.map((row) => row.kind),
      ),
      labelColumn(
        "unit",
        "label",
        rows.map((row) => row.unit),
      ),
      numberColumn(
        "value",
        null,
        rows.map((row) => row.value),
      ),
      numberColumn(
        "low",
        null,
        rows.map((row) => row.low),
      ),
      numberColumn(
        "high",
        null,
        rows.map((row) => row.high),
      ),
      labelColumn(
        "at_bound",
        "label",
        rows.map((row) => row.atBound),
      ),
      numberColumn(
        "slack",
        null,
        rows.map((row) => row.slack),
      ),
      labelColumn(
        "met",
        "label",
        rows.map((row) => row.met),
      ),
    ],
    notes: [
      feasible
        ? `The ${goal === "maximize" ? "greatest" : "least"} ${objective.label} that ${found} runs found${constraints.length > 0 ? " within the constraints" : ""}.`
        : `No point among ${found} runs satisfies all constraints; this is the one that comes nearest.`,
      ...bounds,
      ...standings.flatMap(({ reason }, i) =>
        reason === undefined ? [] : [`${constraints[i].label}: ${reason}.`],
      ),
    ],
  };
}
