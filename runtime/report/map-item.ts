/** `map` items: a colour for each place, and the places and labels that do not find each other. */
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { mapFiles } from "../../language/diagnostics/map-files.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Model, ReportItem, ReportValue } from "../../language/model.ts";
import type { Chart } from "../charts/chart.ts";
import { listed, when } from "../charts/labels.ts";
import { type MapPanel, mapChart } from "../charts/map-chart.ts";
import { type Places, readPlaces } from "../charts/places.ts";
import { barSentence, together } from "../charts/sentences.ts";
import type { Environment } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { orderedPeriods } from "../evaluate/series.ts";
import type { Value } from "../evaluate/value.ts";
import type { Host } from "../results.ts";
import { quantityOf } from "./chart-panels.ts";
import { isTime } from "./chart-values.ts";
import { joined, meanNotes } from "./report-table.ts";
import { atPeriods, type Summary, summariseValue } from "./summarise.ts";

type MapItem = Extract<ReportItem, { kind: "map" }>;

/** Labels of a further key so few have a frame each; of more, means are drawn. */
const mostFrames = 6;

/** The map; null after a reported error. */
export function mapItem(
  name: string,
  item: MapItem,
  model: Model,
  env: Environment,
  host: Pick<Host, "read">,
  sink: Diagnostics,
): Chart | null {
  const places = readPlaces(item, host, sink);
  if (places === null) return null;
  const known = new Set(namesOf(places));
  const summaries = item.values.map((value) => placedSummary(value, item, env));
  const all = summaries.flatMap((summary, i) => panelsOf(summary, i, item, model, env));
  const labels = [...new Set(all.flatMap(({ values }) => [...values.keys()]))];
  const panels = all.map((panel) => ({
    ...panel,
    values: new Map([...panel.values].filter(([place]) => known.has(place))),
  }));
  const astray = labels.filter((label) => !known.has(label));
  if (labels.length > 0 && astray.length === labels.length) {
    const help = didYouMean(labels[0]!, known);
    const params = { path: item.file.path, column: item.column, key: item.key, label: labels[0]! };
    report(sink, mapFiles.mapAstray, item.file.span, params, help ? { help } : {});
  }
  const at = item.at?.length === 1 ? ` ${when(item.at[0]!)}` : "";
  const notes = [
    ...meanNotes(summaries),
    ...(astray.length === 0 ? [] : [`Not on the map: ${shortList(astray)}.`]),
  ];
  const empty = [...known].filter((place) => !labels.includes(place));
  const untold = empty.length === 0 ? [] : [`Without a value: ${shortList(empty)}.`];
  const sentence = together([
    ...panels.map((panel) => sentenceOf(panel, at)).slice(0, 2),
    ...(astray.length === 0 ? untold : [`Not on the map: ${shortList(astray)}`]),
  ]);
  const told = [...notes, ...untold];
  return {
    spec: mapChart(panels, places, sentence),
    sentence,
    table: { ...joined(name, item, summaries, env), ...(told.length > 0 && { notes: told }) },
  };
}

function namesOf(places: Places): string[] {
  return places.kind === "tiles"
    ? places.tiles.map(({ name }) => name)
    : places.outlines.map(({ name }) => name);
}

/** One number for each place, and for each label of what stays beside it. */
function placedSummary(value: ReportValue, item: MapItem, env: Environment): Summary {
  const whole = evaluate(value.expr, env);
  const run = whole.keys.find(({ role }) => role === "time");
  const last = run === undefined ? undefined : orderedPeriods(run.labels).at(-1);
  const at = item.at ?? (last === undefined || last === null ? undefined : [last]);
  const chosen = atPeriods(whole, at, item.span);
  return summariseValue(value, chosen, keptKeys(chosen, item), env);
}

function keptKeys(value: Value, { key, at }: MapItem): string[] {
  const isKey = value.keys.some(({ name }) => name === key);
  const few = value.keys.filter((one) => {
    if (one.name === key) return false;
    if (isTime(one)) return (at?.length ?? 0) > 1;
    return isKey && new Set(one.labels).size <= mostFrames;
  });
  return [key, ...few.map(({ name }) => name)];
}

function panelsOf(
  summary: Summary,
  quantity: number,
  { key, values }: MapItem,
  model: Model,
  env: Environment,
): MapPanel[] {
  const names = summary.keys.find(({ name }) => name === key)!;
  const others = summary.keys.filter((one) => one !== names);
  const of = quantityOf(summary, model, env);
  const frames = new Map<string, Map<string, number>>();
  for (let row = 0; row < summary.rows; row++) {
    const heading = others.map(({ labels }) => String(labels[row])).join(", ");
    const frame = frames.get(heading) ?? new Map<string, number>();
    frames.set(heading, frame);
    const y = summary.cells[row];
    if (typeof y === "number" && Number.isFinite(y)) frame.set(String(names.labels[row]), y);
  }
  return [...frames].map(([heading, found]) => {
    const parts = [...(values.length > 1 ? [of.label] : []), ...(heading === "" ? [] : [heading])];
    return { ...of, quantity, values: found, ...(parts.length === 0 ? {} : { heading: parts.join(", ") }) };
  });
}

function sentenceOf({ heading, values, ...panel }: MapPanel, at: string): string {
  const rest = heading?.replace(panel.label, "").replace(/^, /, "") ?? "";
  const of = rest === "" ? "" : /^\d{4}$/.test(rest) ? ` in ${rest}` : ` of ${rest}`;
  const points = [...values].map(([x, y]) => ({ x, y }));
  const series = [{ name: "", labels: [], points, base: false }];
  return barSentence({ ...panel, label: `${panel.label}${of}`, series, order: [] }, at);
}

function shortList(names: readonly string[]): string {
  return names.length <= 6 ? listed(names) : `${names.slice(0, 5).join(", ")} and ${names.length - 5} more`;
}
