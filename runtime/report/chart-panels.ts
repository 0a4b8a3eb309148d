/** The frames of a chart out of its values: what is a series, what stands in a frame of its own. */
import type { Expr, Model } from "../../language/model.ts";
import type { Unit } from "../../language/units/unit.ts";
import { axisTitle, shownLabel } from "../charts/labels.ts";
import { mostInColour } from "../charts/line-chart.ts";
import type { Panel, Point, Series } from "../charts/panel.ts";
import type { Environment } from "../evaluate/environment.ts";
import { orderedPeriods } from "../evaluate/series.ts";
import type { KeyColumn, Label } from "../evaluate/value.ts";
import { isTime } from "./chart-values.ts";
import { symbolOf } from "./report-table.ts";
import type { Summary } from "./summarise.ts";

/** Labels of a key so few can have a frame each. */
const mostFrames = 6;

/** The quantity of a value: its name in sentences, its axis, its unit. */
export function quantityOf(
  { label, expr, averaged }: Pick<Summary, "label" | "expr" | "averaged">,
  model: Model,
  env: Environment,
): Pick<Panel, "label" | "title" | "unit" | "scale"> {
  const output = medianOutput(expr, model);
  const unit = output === null ? expr.type.unit : output.unit;
  const shown = output === null ? shownLabel(label, expr) : output.label;
  const mean = averaged === null ? "" : averaged === "geometric" ? " (geometric mean)" : " (mean)";
  return {
    label: `${averaged === null ? (output === null ? "" : "the ") : averaged === "geometric" ? "the geometric mean of " : "the mean of "}${shown}`,
    title: axisTitle(`${shown}${mean}`, unit, symbolOf(expr, env)),
    unit,
    scale: expr.type.scale,
  };
}

/** The median of a sensitivity's output has the output's unit, which its table of bands cannot tell. */
function medianOutput(
  expr: Expr,
  model: Model,
): { readonly label: string; readonly unit: Unit | null } | null {
  if (expr.op !== "pick" || expr.arg.op !== "column" || !expr.arg.table.endsWith(".bands")) return null;
  const name = expr.arg.table.replace(/\.bands$/, "");
  const doubt = model.declarations.find((d) => d.kind === "sensitivity" && d.name === name);
  const output =
    doubt?.kind === "sensitivity" ? doubt.outputs.find(({ label }) => label === expr.label) : undefined;
  return output === undefined
    ? null
    : { label: `${expr.arg.column} of ${output.label}`, unit: output.expr.type.unit };
}

/** Series of numbers along one key; the other keys tell them apart. */
export function seriesOf(
  { keys, rows, cells }: Summary,
  along: KeyColumn | undefined,
  base: string | undefined,
): Series[] {
  const others = keys.filter((key) => key !== along);
  const order = new Map(
    along === undefined ? [] : orderedPeriods(along.labels).map((label, i) => [label, i]),
  );
  const found = new Map<string, { labels: Series["labels"]; points: Point[] }>();
  for (let row = 0; row < rows; row++) {
    const y = cells[row];
    const x = along === undefined ? "" : along.labels[row];
    const labels = others.map((key) => key.labels[row] ?? null);
    const key = labels.map(String).join("\u0001");
    const one = found.get(key) ?? { labels, points: [] };
    found.set(key, one);
    if (typeof y === "number" && Number.isFinite(y) && x !== null && x !== undefined)
      one.points.push({ x, y });
  }
  const drawn = [...found.values()].filter(({ points }) => points.length > 0);
  const inTime = along !== undefined && isTime(along);
  if (inTime) for (const { points } of drawn) points.sort((a, b) => order.get(a.x)! - order.get(b.x)!);
  const places = orderedPeriods(drawn.flatMap(({ points }) => points.map(({ x }) => x)));
  const scenario = others.findIndex(({ role }) => role === "scenario");
  const telling = others.map(({ role }, i) => {
    const labels = new Set(drawn.map((one) => one.labels[i]));
    // The run of a system without scenarios needs no name.
    const unnamed = role === "scenario" && labels.has("baseline");
    return labels.size > 1 || (drawn.length < 2 && !unnamed);
  });
  return drawn.map(({ labels, points }) => ({
    name: nameOf(labels, others, telling),
    labels,
    points,
    gaps: inTime ? gapsIn(points, places) : [],
    base: base !== undefined && labels[scenario] === base,
  }));
}

/** Where a series has no number between its first and its last one, though others have. */
function gapsIn(points: readonly Point[], places: readonly Label[]): Point["x"][] {
  const own = new Set(points.map(({ x }) => x));
  const [first, last] = [points[0]!, points.at(-1)!].map(({ x }) => places.indexOf(x));
  return places.slice(first, last).flatMap((x) => (x === null || own.has(x) ? [] : [x]));
}

/** `s1, services`; a swept number has its parameter's name before it: `growth 0.08`. */
function nameOf(labels: readonly Label[], keys: readonly KeyColumn[], telling: readonly boolean[]): string {
  return labels
    .flatMap((label, i) => {
      const key = keys[i];
      if (telling[i] === false) return [];
      return typeof label === "number" && key?.role === "dimension" ? `${key.name} ${label}` : String(label);
    })
    .join(", ");
}

export interface Facet {
  /** The label that the frame is of; undefined where there is only one. */
  readonly heading?: string;
  readonly series: readonly Series[];
}

/** Frames for the labels of a key, where two keys tell series apart and colours could not. */
export function facetsOf(
  series: readonly Series[],
  keys: readonly KeyColumn[],
  along: KeyColumn | undefined,
): Facet[] {
  const others = keys.filter((key) => key !== along);
  const scenario = others.findIndex(({ role }) => role === "scenario");
  const counts = others.map((_, i) => new Set(series.map(({ labels }) => labels[i])).size);
  const needed = series.length > mostInColour || (scenario >= 0 && counts[scenario]! > 1);
  const candidates = counts.flatMap((count, i) =>
    i !== scenario && count > 1 && count <= mostFrames ? [i] : [],
  );
  const [at] = candidates.sort((a, b) => counts[a]! - counts[b]!);
  if (others.length < 2 || !needed || at === undefined) return [{ series }];
  const labels = [...new Set(series.map((one) => one.labels[at]))];
  return labels.map((label) => ({
    heading: String(label),
    series: series
      .filter((one) => one.labels[at] === label)
      .map((one) => ({
        ...one,
        name: nameOf(
          one.labels,
          others,
          others.map((_, i) => i !== at && counts[i]! > 1),
        ),
      })),
  }));
}

/** The drawn scenario from which most others come; the first one where none does. */
export function defaultBase(drawn: readonly string[], model: Model): string | undefined {
  if (drawn.length < 2) return undefined;
  const from = new Map(model.declarations.flatMap((d) => (d.kind === "scenario" ? [[d.name, d.from]] : [])));
  const comesFrom = (name: string, ancestor: string): boolean => {
    for (let at = from.get(name); at !== undefined; at = from.get(at)) if (at === ancestor) return true;
    return false;
  };
  const heirs = drawn.map((name) => drawn.filter((other) => comesFrom(other, name)).length);
  return drawn[heirs.indexOf(Math.max(...heirs))];
}
