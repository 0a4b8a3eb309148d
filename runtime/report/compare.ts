/** `compare` items: scenarios against one of them, at chosen instants. */
import type { Model, ReportItem } from "../../language/model.ts";
import type { Unit } from "../../language/units/unit.ts";
import { rowName } from "../evaluate/align.ts";
import type { Environment } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { select } from "../evaluate/select.ts";
import { orderedPeriods, timeKey } from "../evaluate/series.ts";
import { type Label, numbersOf, type Value } from "../evaluate/value.ts";
import type { ColumnRole, Table, TableColumn } from "../tables/table.ts";

type CompareItem = Extract<ReportItem, { kind: "compare" }>;

/** One line: a variable (or an element of it) of one scenario at one instant. */
interface Line {
  readonly variable: string;
  readonly unit: Unit | null;
  readonly time: Label;
  readonly scenario: string;
  readonly value: number;
  /** The value of the base run. */
  readonly base: number;
}

/**
 * A tidy table: variable, unit, time and scenario, then the value, its difference from the base run and that in
 * per cent of the base run. The base run's own line has neither.
 */
export function compareTable(name: string, item: CompareItem, model: Model, env: Environment): Table {
  const lines = item.values.flatMap(({ label, expr }) => {
    const value = evaluate(expr, env);
    return linesOf(label, expr.type.unit, value, item);
  });
  const isBase = (line: Line) => line.scenario === item.against;
  const labels = (column: string, role: ColumnRole, read: (line: Line) => Label): TableColumn => ({
    name: column,
    role,
    unit: null,
    cells: { of: "label", values: lines.map(read) },
  });
  const numbers = (column: string, unit: Unit | null, read: (line: Line) => number): TableColumn => ({
    name: column,
    role: "value",
    unit,
    ...(item.digits !== undefined && { digits: item.digits }),
    cells: { of: "number", values: Float64Array.from(lines, read) },
  });
  const columns = [
    labels("variable", "label", (line) => line.variable),
    labels("unit", "label", (line) => line.unit?.text ?? null),
    labels("time", "time", (line) => line.time),
    labels("scenario", "scenario", (line) => line.scenario),
    numbers("value", null, (line) => line.value),
    numbers("difference", null, (line) => (isBase(line) ? Number.NaN : line.value - line.base)),
    numbers("change", percent, (line) => (isBase(line) ? Number.NaN : relative(line))),
  ];
  return { name, rows: lines.length, columns, notes: sentences(item, lines, model) };
}

const percent: Unit = { dimensions: {}, scale: 0.01, text: "%" };

/** Per cent of the base run; none where that is zero. */
function relative(line: Line): number {
  return line.base === 0 ? Number.NaN : (100 * (line.value - line.base)) / Math.abs(line.base);
}

function linesOf(label: string, unit: Unit | null, value: Value, item: CompareItem): Line[] {
  const time = timeKey(value);
  const instants = item.at.length > 0 ? item.at : orderedPeriods(time.labels).slice(-1);
  const scenarios = [item.against, ...item.scenarios.filter((s) => s !== item.against)];
  return instants.flatMap((instant) => {
    const then = select(value, time.name, instant as Label, "at", item.span);
    const runs = scenarios.map((s) => select(then, "scenario", s, "pick", item.span));
    const base = runs[0]!;
    const elements = Array.from({ length: base.rows }, (_, row) => rowName(base.keys, row));
    return elements.flatMap((element, e) =>
      runs.map((run, s): Line => {
        const row = run.keys.length === 0 ? 0 : elementRow(run, element);
        const subscript = base.keys.map((k) => String(k.labels[e])).join(", ");
        return {
          variable: subscript === "" ? label : `${label}[${subscript}]`,
          unit,
          time: instant as Label,
          scenario: scenarios[s]!,
          value: row < 0 ? Number.NaN : numbersOf(run)[row]!,
          base: numbersOf(base)[e]!,
        };
      }),
    );
  });
}

function elementRow(run: Value, element: string): number {
  for (let row = 0; row < run.rows; row++) if (rowName(run.keys, row) === element) return row;
  return -1;
}

/** For each scenario what it is and what it changes by the last instant, in one sentence. */
function sentences(item: CompareItem, lines: readonly Line[], model: Model): string[] {
  const last = lines.at(-1)?.time;
  return item.scenarios
    .filter((scenario) => scenario !== item.against)
    .map((scenario) => {
      const changes = lines
        .filter((line) => line.scenario === scenario && line.time === last && !Number.isNaN(relative(line)))
        .map((line) => `${line.variable} ${signed(relative(line))} %`);
      return `${scenario}${about(scenario, model)} against ${item.against} at ${last}: ${changes.join(", ")}.`;
    });
}

function about(scenario: string, model: Model): string {
  const declared = model.declarations.find((d) => d.kind === "scenario" && d.name === scenario);
  const title = declared?.doc?.split("\n")[0];
  return title ? ` (${title})` : "";
}

function signed(x: number): string {
  const text = Math.abs(x) < 0.005 ? "0" : Number(x.toPrecision(3)).toString();
  return x > 0 && text !== "0" ? `+${text}` : text.replace("-", "−");
}
