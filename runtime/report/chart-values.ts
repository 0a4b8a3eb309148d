/** The values of a chart: only the rows that it draws, averaged over the keys that it does not. */
import { diagnose } from "../../language/diagnostics/entry.ts";
import { evaluation } from "../../language/diagnostics/runtime.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Chart, ReportItem, ReportValue } from "../../language/model.ts";
import { takeValue } from "../evaluate/align.ts";
import type { Environment } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { EvaluationFault } from "../evaluate/fault.ts";
import { listed } from "../evaluate/select.ts";
import { orderedPeriods } from "../evaluate/series.ts";
import type { KeyColumn, Value } from "../evaluate/value.ts";
import type { Table } from "../tables/table.ts";
import { joined, meanNotes, stacked } from "./report-table.ts";
import { atPeriods, type Summary, summariseValue } from "./summarise.ts";

export type ChartItem = Extract<ReportItem, { kind: "chart" }>;

/** A value at the chosen periods, of the chosen scenarios and labels. */
export function chosenValue({ expr }: ReportValue, item: ChartItem, env: Environment): Value {
  const whole = evaluate(expr, env);
  const at = item.at ?? lastOfRuns(whole, item);
  return ofLabels(ofScenarios(atPeriods(whole, at, item.span), item), item);
}

/** One value as a chart draws it: a number for each place and series. */
export function chartSummary(value: ReportValue, item: ChartItem, env: Environment): Summary {
  const chosen = chosenValue(value, item, env);
  return summariseValue(value, chosen, keptKeys(chosen, item), env);
}

/** The numbers as a tidy table; time has one name, as values from data and from runs may stand side by side. */
export function chartTable(
  name: string,
  item: ChartItem,
  summaries: readonly Summary[],
  env: Environment,
): Table {
  const time = summaries.flatMap(({ keys }) => keys.filter(isTime))[0];
  const renamed = summaries.map((summary) => ({
    ...summary,
    keys: summary.keys.map((key) => (isTime(key) ? { ...key, name: time!.name, role: time!.role } : key)),
  }));
  const widest = renamed.reduce((best, one) => (one.keys.length > best.keys.length ? one : best));
  const nested = renamed.every(({ keys }) =>
    keys.every(({ name: key }) => widest.keys.some((k) => k.name === key)),
  );
  const table = nested ? joined(name, item, renamed, env) : stacked(name, item, renamed, env);
  const notes = meanNotes(summaries);
  return { ...table, ...(notes.length > 0 && { notes }) };
}

export function isTime({ role }: Pick<KeyColumn, "role">): boolean {
  return role === "period" || role === "time";
}

/** The single instant that is drawn, if it is one. */
export function drawnInstant(item: ChartItem, env: Environment): number | string | undefined {
  const [value] = item.values;
  const at = item.at ?? (value === undefined ? undefined : lastOfRuns(evaluate(value.expr, env), item));
  return at?.length === 1 ? at[0] : undefined;
}

/** Bars of a run without an instant are those of its end. */
function lastOfRuns(value: Value, { form }: Chart): readonly (number | string)[] | undefined {
  const time = value.keys.find(({ role }) => role === "time");
  if (form !== "bars" || time === undefined) return undefined;
  const last = orderedPeriods(time.labels).at(-1);
  return last === undefined || last === null ? undefined : [last];
}

function ofScenarios(value: Value, { scenarios }: Chart): Value {
  const key = value.keys.find(({ role }) => role === "scenario");
  if (key === undefined || scenarios === undefined) return value;
  const rows = rowsOf(value);
  return takeValue(
    value,
    scenarios.flatMap((name) => rows.filter((row) => key.labels[row] === name)),
  );
}

/** Each label is looked for in all keys but time; a row stays where it has one of the chosen labels of each key. */
function ofLabels(value: Value, { only }: Chart): Value {
  const columns = [...value.keys, ...value.groups].filter((key) => !isTime(key));
  if (only === undefined || columns.length === 0) return value;
  const wanted = new Map<KeyColumn, Set<string>>();
  for (const { label, span } of only) {
    const holder = columns.find(({ labels }) => labels.some((one) => String(one) === label));
    if (holder === undefined) {
      const [first] = columns;
      const known = [...new Set(first!.labels)].filter((one) => one !== null);
      const help = didYouMean(
        label,
        columns.flatMap(({ labels }) => labels.map(String)),
      );
      const params = { key: first!.name, label, known: listed(known) };
      throw new EvaluationFault(diagnose(evaluation.noSuchLabel, span, params, help ? { help } : {}));
    }
    wanted.set(holder, (wanted.get(holder) ?? new Set()).add(label));
  }
  const rows = rowsOf(value).filter((row) =>
    [...wanted].every(([{ labels }, set]) => set.has(String(labels[row]))),
  );
  return takeValue(value, rows);
}

/** The keys that stay apart; undefined for all. Scenarios are never averaged. */
function keptKeys(value: Value, { form, by, over, at }: Chart): readonly string[] | undefined {
  const time = value.keys.find(isTime)?.name;
  const always = value.keys.filter(({ role }) => role === "scenario").map(({ name }) => name);
  const unique = (names: readonly (string | undefined)[]) =>
    [...new Set(names)].filter((name) => name !== undefined);
  if (form === "lines") return by === undefined ? undefined : unique([...always, ...by, time]);
  const instants = (at?.length ?? 0) > 1 ? [time] : [];
  if (over === undefined) return undefined;
  if (by !== undefined) return unique([over, ...by, ...always, ...instants]);
  // Over a group the units of each are averaged; over a key the others stand beside it.
  const isKey = value.keys.some(({ name }) => name === over);
  const others = isKey ? value.keys.filter((key) => !isTime(key)).map(({ name }) => name) : [];
  return unique([over, ...others, ...always, ...instants]);
}

function rowsOf(value: Value): number[] {
  return Array.from({ length: value.rows }, (_, row) => row);
}
