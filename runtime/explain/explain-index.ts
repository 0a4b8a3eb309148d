/** An index: its formula, the program of its distances, and with a unit every distance filled in. */
import {
  type Block,
  type FormulaLine,
  heading,
  joined,
  sentence,
  text,
} from "../../compiler/print/explanation.ts";
import {
  aggregateFormulas,
  distanceLetter,
  indexFormulas,
  type LinkFormulas,
  linkFormulas,
} from "../../compiler/print/index-math.ts";
import { type Formula, figure, number } from "../../compiler/print/math.ts";
import { indices } from "../../language/builtins/indices.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Index, Model } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { Change } from "../index/change.ts";
import { computeChanges } from "../index/compute-changes.ts";
import { type Distance, type DistanceTable, linkDistances } from "../index/distances.ts";
import { type Link, linksOf } from "../index/links.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import { rowName } from "../measure/observations.ts";
import {
  call,
  periodOf,
  programBlocks,
  referenceName,
  technologyOf,
  technologyWords,
} from "./explain-measure.ts";
import { findUnit } from "./find-unit.ts";
import { percent } from "./unit-words.ts";

const aggregated = new Set(["hicks_moorsteen", "fare_primont"]);

/** The blocks below an index's title. */
export function explainIndex(index: Index, model: Model): Block[] {
  const entry = indices.get(index.fn)!;
  const technology = technologyOf(index.spec, model);
  const letter = letterOf(index);
  const lines = aggregated.has(index.fn)
    ? aggregateFormulas(index, letter)
    : indexFormulas(index, linkFormulas(index), pureFormulas(index), letter);
  return [
    text(
      `\`${index.fn}\` of \`${call(index.spec)}\`, reference ${referenceName(index.reference)}: ${entry.line}.`,
      index.doc === undefined ? "" : ` In this model: ${sentence(index.doc)}`,
    ),
    heading(`From period t to t+1, ${entry.scale === "ratio" ? "1" : "0"} is no change`),
    {
      is: "formulas",
      lines: lines.map(
        ({ left, right, column }): FormulaLine => ({ left, sign: "=", right, note: [column] }),
      ),
    },
    text(...distanceMeaning(index)),
    ...(aggregated.has(index.fn) ? [] : programBlocks(index.spec, technology, model)),
    heading("As published"),
    text(`${entry.formula}.`),
    text(`${entry.source}.`),
    heading("The technology's part"),
    ...technologyWords(
      { ...technology, reference: index.reference },
      periodOf(technology, model) !== undefined,
    ),
  ];
}

function letterOf(index: Index): string {
  const { columns } = indices.get(index.fn)!;
  const prefix = { global: "G", biennial: "B", sequential: "S", window: "W", contemporaneous: "" }[
    index.reference.kind
  ];
  return `${prefix}${columns[0]!.symbol ?? "I"}`;
}

/** Distances under vrs, where a decomposition has them. */
function pureFormulas(index: Index): LinkFormulas | null {
  return index.decomposition === undefined ? null : linkFormulas(index, "vrs");
}

function distanceMeaning(index: Index): string[] {
  if (index.fn === "fare_primont") {
    return [
      "Do and Di are Shephard's output and input distances to the frontier of all periods; x₀ and y₀ the sample's mean unit.",
    ];
  }
  if (index.fn === "hicks_moorsteen") {
    return [
      "Do and Di are Shephard's output and input distances; above stands the frontier's period, in brackets whose inputs and outputs are measured.",
    ];
  }
  const what =
    distanceLetter(index) === "E"
      ? "is the efficiency of the observation in brackets against the frontier of the period above"
      : "is the distance of the observation in brackets to the frontier of the period above";
  const common = {
    global: " G is the frontier of all periods.",
    biennial: " B is the frontier of t and t+1 together.",
  };
  const pure =
    index.decomposition === undefined
      ? ""
      : ` Capitals are taken under crs, small letters under vrs (\`${index.decomposition}\`).`;
  return [
    `${distanceLetter(index)}ᵗ(t+1) ${what}, by the program below.`,
    index.reference.kind === "global" || index.reference.kind === "biennial"
      ? common[index.reference.kind]
      : "",
    pure,
  ];
}

/** The blocks of one unit's change to the period asked for. */
export function explainChange(
  index: Index,
  model: Model,
  env: Environment,
  sink: Diagnostics,
  asked: { readonly dmu: string; readonly period?: string },
): { readonly title: string; readonly blocks: Block[] } | { readonly wrong: string } | null {
  const data = readFrontier(index.spec, model, env, sink);
  if (data === null) return null;
  const found = findUnit(data, asked.dmu, asked.period);
  if ("wrong" in found) return found;
  const link = linksOf(data.scored)[found.row]!;
  const { scored, labels } = data;
  const now = String(labels.periods[scored.period[found.row]!]);
  const unit = labels.dmus[scored.dmu[found.row]!]!.join(", ");
  if (link.before === null) {
    const why = link.first ? `${now} is the panel's first period` : "there is no row in the period before";
    return { wrong: `${unit} has no change to ${now}: ${why}` };
  }
  const joint = { ...link, before: link.before };
  const before = String(labels.periods[scored.period[link.before]!]);
  const { changes, distances } = computeChanges(index, data, [link], index.reference, {});
  const change = changes.get(found.row)!;
  const blocks = [
    ...(found.note === undefined ? [] : [text(found.note)]),
    text(changeSentence(index, unit, before, now, change)),
    ...(aggregated.has(index.fn)
      ? aggregateNumbers(index, change)
      : numbersOf(index, data, joint, change, distances)),
    heading("Its distances"),
    distancesBlock(data, distances),
    ...reasons(index, data, link, change, distances),
  ];
  return { title: `${index.name} of ${unit}, ${before} to ${now}`, blocks };
}

function changeSentence(
  index: Index,
  unit: string,
  before: string,
  now: string,
  { values, status }: Change,
): string {
  if (status !== "optimal") return `${unit} has no index from ${before} to ${now}: ${status}.`;
  const ratio = indices.get(index.fn)!.scale === "ratio";
  const size = (value: number) => (ratio ? percent(Math.abs(value - 1)) : figure(Math.abs(value), 4));
  const rises = (value: number) => (value >= (ratio ? 1 : 0) ? "rose" : "fell");
  const {
    change,
    efficiency_change: catching,
    technical_change: shift,
  } = values as Readonly<Record<string, number>>;
  const whole = `From ${before} to ${now} the productivity of ${unit} ${rises(change!)} by ${size(change!)}`;
  if (catching === undefined || Number.isNaN(catching)) return `${whole}.`;
  const none = ratio ? 1 : 0;
  const still = (value: number) => Math.abs(value - none) < 5e-6;
  const nearer = still(catching)
    ? "it kept its distance to the frontier"
    : `it ${catching > none ? "came nearer to" : "fell behind"} the frontier by ${size(catching)}`;
  const frontier = still(shift!)
    ? "the frontier stood still"
    : `the frontier moved ${shift! > none ? "out" : "in"} by ${size(shift!)}`;
  return `${whole}: ${nearer}, and ${frontier}.`;
}

/** Each formula in letters, in numbers, and its value. */
function numbersOf(
  index: Index,
  data: FrontierData,
  link: Link & { readonly before: number },
  change: Change,
  distances: DistanceTable,
): Block[] {
  const { decomposition } = index;
  const letter = letterOf(index);
  const of = (returns: "crs" | "vrs" | null) =>
    linkDistances(data, link, index.reference, returns ?? data.technology.returns);
  const value = (distance: Distance): Formula => {
    const answer = known(distances, distance);
    return answer === null || Number.isNaN(answer) ? { is: "words", text: "–" } : number(answer, 5);
  };
  const filled = (one: ReturnType<typeof of>): LinkFormulas => ({
    ownBefore: value(one.ownBefore),
    ownNow: value(one.ownNow),
    bases: one.bases.map((base) => ({ before: value(base.before), now: value(base.now) })),
  });
  const symbols = indexFormulas(index, linkFormulas(index), pureFormulas(index), letter);
  const main = filled(of(decomposition === undefined ? null : "crs"));
  const numbers = indexFormulas(index, main, decomposition === undefined ? null : filled(of("vrs")), letter);
  // A part that is made of other parts is filled with their values.
  const values: Readonly<Record<string, number>> = Object.fromEntries(
    symbols.map(({ left, column }) => [
      left.is === "symbol" ? left.text : "",
      change.values[column] ?? Number.NaN,
    ]),
  );
  const lines = symbols.flatMap(({ left, right, column }, i): FormulaLine[] => {
    const result = change.values[column] ?? Number.NaN;
    return [
      { left, sign: "=", right, note: [column] },
      { left: { is: "words", text: "" }, sign: "=", right: substituted(numbers[i]!.right, values) },
      ...(Number.isNaN(result)
        ? []
        : [{ left: { is: "words", text: "" }, sign: "=", right: number(result, 6) } as const]),
    ];
  });
  return [{ is: "formulas", lines }];
}

/** The score of a distance that the index used; null where it did not need it. */
function known(distances: DistanceTable, distance: Distance): number | null {
  const found = distances
    .all()
    .find(
      ({ row, reference, range, returns }) =>
        row === distance.row &&
        reference === distance.reference &&
        range.from === distance.range.from &&
        range.to === distance.range.to &&
        returns === distance.returns,
    );
  if (found === undefined || found.answer.status !== "optimal") return null;
  return found.answer.score;
}

function substituted(formula: Formula, values: Readonly<Record<string, number>>): Formula {
  switch (formula.is) {
    case "symbol":
      return values[formula.text] === undefined ? formula : number(values[formula.text]!, 5);
    case "fraction":
      return {
        ...formula,
        over: substituted(formula.over, values),
        under: substituted(formula.under, values),
      };
    case "product":
      return { ...formula, factors: formula.factors.map((one) => substituted(one, values)) };
    case "add":
      return {
        ...formula,
        terms: formula.terms.map(({ sign, of }) => ({ sign, of: substituted(of, values) })),
      };
    default:
      return formula;
  }
}

function aggregateNumbers(index: Index, change: Change): Block[] {
  const part = (column: string) => number(change.values[column] ?? Number.NaN, 6);
  const [whole] = aggregateFormulas(index, letterOf(index));
  return [
    {
      is: "formulas",
      lines: [
        { left: whole!.left, sign: "=", right: whole!.right },
        {
          left: { is: "words", text: "" },
          sign: "=",
          right: { is: "fraction", over: part("output_change"), under: part("input_change") },
          note: ["output_change over input_change"],
        },
        { left: { is: "words", text: "" }, sign: "=", right: part("change") },
      ],
    },
  ];
}

function distancesBlock(data: FrontierData, distances: DistanceTable): Block {
  const { labels, scored } = data;
  const all = distances.all();
  const period = (row: number) => String(labels.periods[scored.period[row]!]);
  const mixed = (one: number | "mean") => (one === "mean" ? "mean" : period(one));
  const observed = (one: (typeof all)[number]) =>
    one.mixed === undefined
      ? period(one.row)
      : `inputs ${mixed(one.mixed.inputs)}, outputs ${mixed(one.mixed.outputs)}`;
  const several = new Set(all.map((one) => one.returns)).size > 1;
  return {
    is: "table",
    columns: [
      { header: "observed" },
      { header: "frontier of" },
      ...(several ? [{ header: "returns" }] : []),
      ...(all.some((one) => one.mixed) ? [{ header: "orientation" }] : []),
      { header: "distance", numeric: true },
      { header: "status" },
    ],
    rows: all.map((one) => [
      [observed(one)],
      [String(one.reference)],
      ...(several ? [[one.returns]] : []),
      ...(all.some((o) => o.mixed) ? [[one.mixed?.orientation ?? ""]] : []),
      [Number.isNaN(one.answer.score) ? "–" : figure(one.answer.score, 6)],
      [one.answer.status],
    ]),
  };
}

/** Why there is no number, and which other reference has one. */
function reasons(
  index: Index,
  data: FrontierData,
  link: Link,
  change: Change,
  distances: DistanceTable,
): Block[] {
  if (change.status === "optimal") return [];
  const failed = distances.all().filter(({ answer }) => answer.status !== "optimal");
  const others = (["global", "biennial"] as const).flatMap((kind) => {
    if (index.decomposition === "grifell_lovell" || index.reference.kind === kind) return [];
    const value = computeChanges(index, data, [link], { kind }, {}).changes.get(link.row)?.values.change;
    return value === undefined || Number.isNaN(value)
      ? []
      : [`\`reference: ${kind}\` gives ${figure(value, 5)}`];
  });
  return [
    ...failed.map(({ row, reference, answer }) =>
      text(`${rowName(data.labels, data.scored, row)} against ${reference}: ${answer.reason}.`),
    ),
    ...(others.length > 0 ? [text(`${sentence(joined(others))}`)] : []),
  ];
}
