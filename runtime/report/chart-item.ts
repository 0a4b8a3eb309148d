/** `chart` items: the values that are drawn, the picture, its sentence, and the table of its numbers. */
import type { Model } from "../../language/model.ts";
import { type BarPanel, barChart, barOrder } from "../charts/bar-chart.ts";
import type { Chart } from "../charts/chart.ts";
import { type Fan, fanOf } from "../charts/fan.ts";
import { axisTitle, when } from "../charts/labels.ts";
import { type LinePanel, lineChart, mostInColour } from "../charts/line-chart.ts";
import type { Panel } from "../charts/panel.ts";
import { barSentence, lineSentence, together } from "../charts/sentences.ts";
import { needs } from "../dependencies.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { KeyColumn } from "../evaluate/value.ts";
import { defaultBase, facetsOf, quantityOf, seriesOf } from "./chart-panels.ts";
import { pointsChart } from "./chart-points.ts";
import { type ChartItem, chartSummary, chartTable, drawnInstant, isTime } from "./chart-values.ts";
import type { Summary } from "./summarise.ts";

export function chartItem(name: string, item: ChartItem, model: Model, env: Environment): Chart {
  if (item.form === "points") return pointsChart(name, item, model, env);
  const summaries = item.values.map((value) => chartSummary(value, item, env));
  const table = chartTable(name, item, summaries, env);
  const made = item.form === "lines" ? lines(item, summaries, model, env) : bars(item, summaries, model, env);
  return { ...made, table };
}

function lines(item: ChartItem, summaries: readonly Summary[], model: Model, env: Environment) {
  const panels = summaries.flatMap((summary, v): LinePanel[] => {
    const along = summary.keys.find(isTime);
    const series = seriesOf(summary, along, baseOf(item, summary, model));
    const quantity = quantityOf(summary, model, env);
    const facets = facetsOf(series, summary.keys, along);
    return facets.map((facet) => ({
      ...quantity,
      series: facet.series,
      ...(facet.heading === undefined ? {} : { heading: facet.heading }),
      fan: facet.heading === undefined ? fanAt(item, v, env) : null,
    }));
  });
  const sentence = together(panels.map((panel) => sentenceOf(panel)));
  const merged = mergedLines(panels, summaries);
  const below = merged.every(({ heading }) => heading === undefined);
  return { spec: lineChart(merged, timeTitle(summaries, model), below, sentence), sentence };
}

function sentenceOf(panel: LinePanel): string {
  const where = panel.heading === undefined ? panel.label : `${panel.label} of ${panel.heading}`;
  return lineSentence({ ...panel, label: where });
}

/** Single lines of one unit share a frame, and so do a few lines of unlike things: a country's past and the paths ahead. */
function mergedLines(panels: readonly LinePanel[], summaries: readonly Summary[]): readonly LinePanel[] {
  const [first] = panels;
  const alike = ({ unit, scale }: Panel) =>
    scale === first!.scale && unit !== null && unit.text === first!.unit?.text;
  if (first === undefined || panels.length < 2 || panels.length !== summaries.length) return panels;
  const single = panels.every(({ series }) => series.length === 1);
  const lines = panels.reduce((sum, { series }) => sum + series.length, 0);
  if (!panels.every(alike) || lines > mostInColour || !(single || areUnlike(summaries))) return panels;
  const labels = panels.map(({ label }) => label);
  const joint = labels.join(", ").length > 50 ? "value" : labels.join(", ");
  const series = panels.flatMap((panel, i) =>
    panel.series.map((one) => ({ ...one, name: single ? labels[i]! : one.name, base: false })),
  );
  const place = panels.findIndex((panel) => panel.fan !== null);
  const fan = place < 0 ? null : { ...panels[place]!.fan!, of: single ? labels[place]! : null };
  return [{ ...first, label: joint, title: axisTitle(joint, first.unit), series, fan }];
}

/** Whether the series of each value are of another key. */
function areUnlike(summaries: readonly Summary[]): boolean {
  const keys = summaries.map((summary) => summary.keys.filter((key) => !isTime(key)).map(({ name }) => name));
  return keys.every(
    (own, i) =>
      own.length > 0 && keys.every((other, j) => i === j || !other.some((key) => own.includes(key))),
  );
}

function baseOf(item: ChartItem, { keys }: Summary, model: Model): string | undefined {
  const key = keys.find(({ role }) => role === "scenario");
  if (key === undefined) return undefined;
  const drawn = [...new Set(key.labels)].map(String);
  return item.base ?? defaultBase(drawn, model);
}

function fanAt({ fans = [] }: ChartItem, value: number, env: Environment): Fan | null {
  for (const fan of fans) {
    const table = fan.value === value ? env.table(fan.table) : undefined;
    const found = table === undefined ? null : fanOf(table, fan.output, fan.scenario ?? null);
    if (found !== null) return found;
  }
  return null;
}

/** `year`, or `time [year]` of a run. */
function timeTitle(summaries: readonly Summary[], model: Model): string {
  const time = summaries.flatMap(({ keys }) => keys.filter(isTime))[0];
  if (time === undefined) return "time";
  if (time.role !== "time") return time.name;
  const used = summaries.flatMap(({ expr }) => [...needs(expr, model)]);
  const system = model.declarations.find((d) => d.kind === "system" && used.includes(d.name));
  return axisTitle(time.name, system?.kind === "system" ? system.time.unit : null);
}

function bars(item: ChartItem, summaries: readonly Summary[], model: Model, env: Environment) {
  const panels =
    item.over === undefined
      ? singleBars(summaries, model, env)
      : summaries.flatMap((summary) => keyBars(item, summary, model, env));
  const [first] = panels;
  // Frames beside each other are read across where their labels stand in one order.
  const shared = panels.map((panel) =>
    first !== undefined && sameLabels(panel.order, first.order) ? { ...panel, order: first.order } : panel,
  );
  const instant = drawnInstant(item, env);
  const at = instant === undefined ? "" : ` ${when(instant)}`;
  const sentence = together(shared.map((panel) => barSentence({ ...panel, label: labelOf(panel) }, at)));
  return { spec: barChart(shared, item.over ?? "", sentence), sentence };
}

function labelOf({ heading, label }: Panel): string {
  return heading === undefined || heading === label ? label : `${label} of ${heading}`;
}

function sameLabels(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(b);
  return a.length === b.length && a.every((label) => known.has(label));
}

function keyBars(item: ChartItem, summary: Summary, model: Model, env: Environment): BarPanel[] {
  const along = summary.keys.find(({ name }) => name === item.over);
  const quantity = quantityOf(summary, model, env);
  const series = seriesOf(summary, along, undefined);
  return facetsOf(series, summary.keys, along).map((facet) => ({
    ...quantity,
    ...(facet.heading === undefined ? {} : { heading: facet.heading }),
    series: facet.series,
    order: barOrder(facet.series, along !== undefined && keepsOrder(along), item.sort),
  }));
}

function keepsOrder(key: KeyColumn): boolean {
  return isTime(key) || key.role === "scenario";
}

/** Values without keys: a bar for each, those of one unit in one frame. */
function singleBars(summaries: readonly Summary[], model: Model, env: Environment): BarPanel[] {
  const byUnit = new Map<string, BarPanel>();
  for (const summary of summaries) {
    const quantity = quantityOf(summary, model, env);
    const y = summary.cells[0];
    const key = `${quantity.unit?.text} ${quantity.scale}`;
    const panel = byUnit.get(key) ?? {
      ...quantity,
      series: [{ name: "", labels: [], points: [], base: false }],
      order: [],
    };
    const [only] = panel.series;
    const points = typeof y === "number" ? [...only!.points, { x: quantity.label, y }] : only!.points;
    const alone = points.length < 2;
    byUnit.set(key, {
      ...panel,
      label: alone ? quantity.label : "the value",
      title: alone ? panel.title : axisTitle("value", quantity.unit),
      series: [{ ...only!, points }],
      order: points.map(({ x }) => String(x)),
    });
  }
  return [...byUnit.values()];
}
