/** `validate` items: one run beside data, year by year, with what the errors are like. */
import { thisRun } from "../../language/check/experiment.ts";
import type { Expr, ReportItem } from "../../language/model.ts";
import type { Unit } from "../../language/units/unit.ts";
import { baseline } from "../dynamics/run-system.ts";
import type { Environment } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { timeKey } from "../evaluate/series.ts";
import { numbersOf, type Value } from "../evaluate/value.ts";
import { type FitStatistics, fitStatistics } from "../experiment/fit-statistics.ts";
import { numberText } from "../experiment/number-text.ts";
import { labelColumn, numberColumn } from "../experiment/table-columns.ts";
import type { Table, TableColumn } from "../tables/table.ts";

type ValidateItem = Extract<ReportItem, { kind: "validate" }>;

const percent: Unit = { dimensions: {}, scale: 0.01, text: "%" };

interface Line {
  readonly variable: string;
  readonly unit: Unit | null;
  readonly time: number;
  readonly data: number;
  readonly simulated: number;
}

/** A row for each variable, element and time that both the run and the data have. */
export function validateTable(name: string, item: ValidateItem, env: Environment): Table {
  const scenario = item.scenario ?? baseline;
  const all = item.values.map(({ label, expr, data }) => ({
    label,
    lines: linesOf(label, expr.type.unit, evaluate(inScenario(expr, scenario), env), evaluate(data, env)),
  }));
  const lines = all.flatMap((one) => one.lines);
  const digits = item.digits === undefined ? {} : { digits: item.digits };
  const number = (column: string, unit: Unit | null, read: (line: Line) => number): TableColumn => ({
    ...numberColumn(column, unit, lines.map(read)),
    ...digits,
  });
  return {
    name,
    rows: lines.length,
    columns: [
      labelColumn(
        "variable",
        "dimension",
        lines.map((line) => line.variable),
      ),
      labelColumn(
        "unit",
        "label",
        lines.map((line) => line.unit?.text ?? null),
      ),
      labelColumn(
        "time",
        "time",
        lines.map((line) => line.time),
      ),
      number("data", null, (line) => line.data),
      number("simulated", null, (line) => line.simulated),
      number("error", null, (line) => line.simulated - line.data),
      number("relative", percent, (line) => (100 * (line.simulated - line.data)) / Math.abs(line.data)),
    ],
    notes: all.flatMap(({ label, lines: own }) => noteOf(label, own)),
  };
}

/** The run's variables are read in the scenario that is validated. */
function inScenario(expr: Expr, scenario: string): Expr {
  const replaced = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(replaced);
    if (typeof node !== "object" || node === null) return node;
    const copy = Object.fromEntries(Object.entries(node).map(([key, child]) => [key, replaced(child)]));
    return copy.op === "run" && copy.scenario === thisRun ? { ...copy, scenario } : copy;
  };
  return replaced(expr) as Expr;
}

function linesOf(label: string, unit: Unit | null, simulated: Value, data: Value): Line[] {
  const [time, period] = [timeKey(simulated), timeKey(data)];
  const [s, d] = [numbersOf(simulated), numbersOf(data)];
  const elementOf = (value: Value, but: string, row: number, names: readonly string[]) =>
    names.map((name) => String(value.keys.find((key) => key.name === name && key.name !== but)?.labels[row]));
  const dimensions = simulated.keys.filter((key) => key !== time).map((key) => key.name);
  const known = new Map<string, number>();
  for (let row = 0; row < data.rows; row++) {
    const element = elementOf(data, period.name, row, dimensions);
    known.set([Number(period.labels[row]), ...element].join("\n"), d[row]);
  }
  const lines: Line[] = [];
  for (let row = 0; row < simulated.rows; row++) {
    const element = elementOf(simulated, time.name, row, dimensions);
    const at = Number(time.labels[row]);
    const found = known.get([at, ...element].join("\n"));
    if (found === undefined || Number.isNaN(found)) continue;
    const variable = element.length === 0 ? label : `${label}[${element.join(", ")}]`;
    lines.push({ variable, unit, time: at, data: found, simulated: s[row] });
  }
  return lines;
}

/** What the errors of a variable are like, in a sentence. */
function noteOf(label: string, lines: readonly Line[]): string[] {
  if (lines.length === 0) return [`${label}: the data have no saved time in common with the run.`];
  const variables = [...new Set(lines.map((line) => line.variable))];
  return variables.map((variable) => {
    const own = lines.filter((line) => line.variable === variable);
    const fit = fitStatistics(
      own.map((line) => line.simulated),
      own.map((line) => line.data),
    );
    return sentence(variable, own, fit);
  });
}

function sentence(variable: string, own: readonly Line[], fit: FitStatistics): string {
  const unit = own[0].unit === null || own[0].unit.text === "1" ? "" : ` ${own[0].unit.text}`;
  const share = (part: number) => `${(100 * part).toFixed(0)} %`;
  const shares = Number.isNaN(fit.bias)
    ? ""
    : ` Of the squared error ${share(fit.bias)} is a constant distance, ${share(fit.variation)} another spread, ${share(fit.covariation)} the rest.`;
  return `${variable}, ${own.length} data: mean error ${numberText(Number(fit.mape.toPrecision(3)))} %, RMSE ${numberText(Number(fit.rmse.toPrecision(3)))}${unit}.${shares}`;
}
