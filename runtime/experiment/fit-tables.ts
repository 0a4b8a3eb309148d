import type { Calibration } from "../../language/model.ts";
import { dimensionless, type Unit } from "../../language/units/unit.ts";
import type { Table } from "../tables/table.ts";
import { type FitStatistics, fitStatistics } from "./fit-statistics.ts";
import type { Target, Targets } from "./match-targets.ts";
import type { RunOutputs } from "./run-outputs.ts";
import { labelColumn, numberColumn } from "./table-columns.ts";

const percent: Unit = { dimensions: {}, scale: 0.01, text: "%" };

/** How well each variable fits, in the span that is matched and in the one that tests: `NAME.fit`. */
export function fitTable(
  { name }: Calibration,
  targets: Targets,
  outputs: RunOutputs,
  run: readonly Float64Array[],
): Table {
  const rows = (["match", "test"] as const).flatMap((span) => {
    const list = span === "match" ? targets.matched : targets.tested;
    return outputs.columns.flatMap((column, c) => {
      const own = list.filter((target) => target.column === c);
      if (own.length === 0) return [];
      const data = own.map((target) => target.data);
      const simulated = own.map((target) => run[c][target.place]);
      const times = own.map((target) => outputs.times[target.place]);
      return {
        span,
        column,
        from: Math.min(...times),
        to: Math.max(...times),
        fit: fitStatistics(simulated, data),
      };
    });
  });
  const stat = (label: string, key: keyof FitStatistics, unit: Unit | null = null) =>
    numberColumn(
      label,
      unit,
      rows.map((row) => row.fit[key]),
    );
  return {
    name: `${name}.fit`,
    rows: rows.length,
    columns: [
      labelColumn(
        "variable",
        "dimension",
        rows.map((row) => row.column.name),
      ),
      labelColumn(
        "span",
        "dimension",
        rows.map((row) => row.span),
      ),
      labelColumn(
        "from",
        "label",
        rows.map((row) => row.from),
      ),
      labelColumn(
        "to",
        "label",
        rows.map((row) => row.to),
      ),
      stat("n", "n", dimensionless),
      labelColumn(
        "unit",
        "label",
        rows.map((row) => row.column.unit?.text ?? null),
      ),
      stat("rmse", "rmse"),
      stat("mape", "mape", percent),
      stat("bias_share", "bias", dimensionless),
      stat("variation_share", "variation", dimensionless),
      stat("covariation_share", "covariation", dimensionless),
      stat("r_squared", "rSquared", dimensionless),
    ],
    notes: [
      "RMSE is in the variable's unit. The shares (Theil 1966) part the mean squared error: a constant distance, another spread, and the rest, which is no fault of the model's level or trend. R² is 1 − Σ(s − d)²/Σ(d − d̄)².",
    ],
  };
}

/** Simulated numbers beside the data, one by one: `NAME.residuals`. */
export function residualsTable(
  { name }: Calibration,
  targets: Targets,
  outputs: RunOutputs,
  run: readonly Float64Array[],
): Table {
  const rows = [
    ...targets.matched.map((target) => ({ span: "match", ...residual(target) })),
    ...targets.tested.map((target) => ({ span: "test", ...residual(target) })),
  ];
  function residual({ column, place, data }: Target) {
    const simulated = run[column][place];
    return { column: outputs.columns[column], time: outputs.times[place], data, simulated };
  }
  return {
    name: `${name}.residuals`,
    rows: rows.length,
    columns: [
      labelColumn(
        "variable",
        "dimension",
        rows.map((row) => row.column.name),
      ),
      labelColumn(
        "span",
        "dimension",
        rows.map((row) => row.span),
      ),
      numberColumn(
        "time",
        null,
        rows.map((row) => row.time),
        "time",
      ),
      labelColumn(
        "unit",
        "label",
        rows.map((row) => row.column.unit?.text ?? null),
      ),
      numberColumn(
        "data",
        null,
        rows.map((row) => row.data),
      ),
      numberColumn(
        "simulated",
        null,
        rows.map((row) => row.simulated),
      ),
      numberColumn(
        "error",
        null,
        rows.map((row) => row.simulated - row.data),
      ),
      numberColumn(
        "relative",
        percent,
        rows.map((row) => (100 * (row.simulated - row.data)) / Math.abs(row.data)),
      ),
    ],
  };
}
