/** Makes the two-dimensional section of a measure's technology through one of its units. */
import { grows } from "../../compiler/lp/technology-matrix.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Measure, Model } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { findUnit } from "../explain/find-unit.ts";
import { peerShares } from "../explain/unit-parts.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import { methods } from "../measure/methods.ts";
import { referenceUnits } from "../measure/score-requests.ts";
import { chosenUnit, named, numberOr } from "./chosen-unit.ts";
import { movingVariables } from "./measure-moves.ts";
import type { FrontierSection, SectionAxis, SectionUnit } from "./section.ts";
import { betterWay, type Plane } from "./section-boundary.ts";
import { drawn } from "./section-curve.ts";
import { sentenceFacts } from "./section-facts.ts";
import { companions, rangeOf, type Scored, scoreRows, shownUnits, unitNames } from "./section-units.ts";

export interface SectionAsked {
  /** Variables of the measure's technology. */
  readonly x: string;
  readonly y: string;
  /** As `findUnit` takes it; the first inefficient unit of the period where absent. */
  readonly dmu?: string;
  /** The last one where absent. */
  readonly period?: string;
}

/**
 * The section; `wrong` says in words why there is none, null stands for errors that are in the sink. `loadSolvers` must have been
 * awaited.
 */
export function frontierSection(
  measure: Measure,
  model: Model,
  env: Environment,
  sink: Diagnostics,
  asked: SectionAsked,
): FrontierSection | { readonly wrong: string } | null {
  const data = readFrontier(measure.spec, model, env, sink);
  if (data === null) return null;
  return sectionOf(measure, data, asked, (period) =>
    asked.dmu === undefined ? firstInefficient(data, period) : findUnit(data, asked.dmu, asked.period),
  );
}

type FoundRow = { readonly row: number } | { readonly wrong: string };

/** @param choose the row that the section goes through; it is given the asked period, or the last one */
export function sectionOf(
  measure: Measure,
  data: FrontierData,
  asked: Pick<SectionAsked, "x" | "y" | "period">,
  choose: (period: number) => FoundRow,
): FrontierSection | { readonly wrong: string } {
  const { variables } = data.technology;
  const [x = -1, y = -1] = [asked.x, asked.y].map((name) => variables.findIndex((v) => v.name === name));
  const wrong = whyNoPlane(data, asked, x, y);
  if (wrong !== null) return { wrong };
  const { periods } = data.labels;
  const named = asked.period === undefined ? periods.length - 1 : periods.map(String).indexOf(asked.period);
  if (asked.period !== undefined && named < 0) {
    return { wrong: `\`${data.technology.panel}\` has no period ${asked.period}` };
  }
  const found = choose(Math.max(0, named));
  return "wrong" in found ? found : sectionThrough(measure, data, found.row, x, y);
}

function whyNoPlane(
  { technology }: FrontierData,
  asked: Pick<SectionAsked, "x" | "y">,
  x: number,
  y: number,
): string | null {
  const { variables, name } = technology;
  for (const [axis, written] of [[x, asked.x] as const, [y, asked.y] as const]) {
    if (axis >= 0) continue;
    const names = variables.map((v) => v.name);
    const near = didYouMean(written, names) ?? `it has ${names.join(", ")}`;
    return `\`${name}\` has no variable \`${written}\`; ${near}`;
  }
  if (x === y) return `a section needs two variables, and \`${asked.x}\` is one`;
  const input = [x, y].find((i) => variables[i]!.role === "input");
  if (input === undefined || !isBent(technology)) return null;
  return `with a common abatement factor \`${name}\` is not convex in \`${variables[input]!.name}\`; take two outputs`;
}

/** Whether a common abatement factor bends the set in its inputs (weak-disposability.ts). */
function isBent({ returns, disposability, variables }: FrontierData["technology"]): boolean {
  const convex = returns === "vrs" || returns === "ndrs";
  return disposability === "shephard" && convex && variables.some((v) => v.role === "bad");
}

/** The first inefficient unit of a period in the order of labels, or the first with a score. */
export function firstInefficient(data: FrontierData, period: number): FoundRow {
  const { labels, scored, technology } = data;
  const rows = scored.order.filter((row) => scored.period[row] === period);
  const groups = [...new Set(rows.map((row) => scored.group[row]!))];
  const solved = groups.flatMap((group) => scoreRows(data, companions(data, period, group)));
  const found =
    solved.find(({ details }) => details?.class === "inefficient") ??
    solved.find(({ answer }) => answer.status === "optimal") ??
    solved[0];
  if (found !== undefined) return { row: found.row };
  return { wrong: `\`${technology.panel}\` has no unit in ${labels.periods[period] ?? "it"}` };
}

function sectionThrough(
  measure: Measure,
  data: FrontierData,
  row: number,
  x: number,
  y: number,
): FrontierSection | { readonly wrong: string } {
  const { technology, scored, labels } = data;
  const { variables } = technology;
  const reference = referenceUnits(data, rangeOf(data, row), scored.group[row]!);
  const names = unitNames(data, row);
  const shown = shownUnits(data, row, reference.observations);
  const solved = new Map(
    scoreRows(
      data,
      shown.flatMap((unit) => unit.row ?? []),
    ).map((one) => [one.row, one]),
  );
  const own = solved.get(row)!;
  const at = Float64Array.from(data.values, (column) => column[row]!);
  if (at.some((amount) => !Number.isFinite(amount)))
    return { wrong: `${names.chosen} has no section: ${own.answer.reason}` };
  const point = own.answer.program?.point ?? {
    observation: row,
    at,
    move: new Float64Array(at.length),
    worth: new Float64Array(at.length),
    without: [],
  };
  const plane: Plane = { form: { ...technology, limits: data.limits }, reference, point, x, y };

  const held = variables.flatMap((_, i) => (i === x || i === y ? [] : [i]));
  const scale = scaleOf(data, held, row);
  const peers = own.details === null ? null : peerShares(own.answer.program!, own.details);
  const units = shown.map((unit): SectionUnit => {
    const amounts = unit.row === null ? data.referenceValues : data.values;
    const from = (unit.row ?? unit.referenceRow)!;
    const factor = scale === null ? 1 : at[scale]! / amounts[scale]![from]!;
    const one = unit.row === null ? undefined : solved.get(unit.row);
    const peer = (unit.referenceRow === null ? undefined : peers?.get(unit.referenceRow)) ?? null;
    return {
      row: unit.row,
      dmu: names.dmu(unit),
      period: names.period(unit),
      name: unit.row === row ? names.chosen : names.short(unit),
      x: amounts[x]![from]! * factor,
      y: amounts[y]![from]! * factor,
      factor,
      kind: unit.row === row ? "chosen" : peer !== null ? "peer" : kindOf(one),
      status: one?.answer.status ?? null,
      score: numberOr(one?.answer.score),
      class: one?.details?.class ?? null,
      certified: one?.answer.program?.solved.certificate.holds === true,
      reference: unit.referenceRow !== null && !point.without.includes(unit.referenceRow),
      peer,
    };
  });
  const placed = units.filter((unit) => Number.isFinite(unit.x) && Number.isFinite(unit.y));
  const moving = movingVariables(data, row);
  const chosen = chosenUnit(data, own, names.chosen, plane, moving.direction);
  const axis = (i: number): SectionAxis => ({
    ...named(variables[i]!),
    better: i === y ? betterWay(plane) : grows(technology, i) ? 1 : -1,
    moves: moving.moves(i),
  });
  return {
    measure: measure.name,
    fn: measure.spec.fn,
    symbol: methods[measure.spec.fn]!.symbol(measure.spec),
    technology: technology.name,
    period: labels.periods[scored.period[row]!] ?? null,
    group: labels.groups[scored.group[row]!] ?? [],
    x: axis(x),
    y: axis(y),
    held: held.map((i) => ({ ...named(variables[i]!), amount: at[i]!, moves: moving.moves(i) })),
    scaledBy: scale === null ? null : variables[scale]!.name,
    ...drawn(plane, chosen, placed),
    units: placed,
    chosen,
    facts: sentenceFacts({ data, row, nameOf: names.nameOf }, own, names.chosen),
  };
}

/** Under constant returns all units can be brought to the amount of the only variable that is held. */
function scaleOf(
  { technology, values, referenceValues }: FrontierData,
  held: readonly number[],
  row: number,
): number | null {
  const only = held[0];
  if (technology.returns !== "crs" || technology.stages !== undefined) return null;
  if (held.length !== 1 || only === undefined) return null;
  const positive = (column: Float64Array) => column.every((amount) => !(amount <= 0));
  return positive(values[only]!) && positive(referenceValues[only]!) && values[only]![row]! > 0 ? only : null;
}

function kindOf(one: Scored | undefined): SectionUnit["kind"] {
  const label = one?.details?.class ?? null;
  return label === null ? "none" : label === "inefficient" ? "inefficient" : "efficient";
}
