/**
 * Cross-efficiency (Sexton, Silkman & Hogan 1986): every unit valued at the prices that suit each unit of its frontier,
 * E_dj = u_d·y_j / v_d·x_j, averaged over d.
 */
import { crossPriceFamily } from "../../compiler/lp/cross-prices.ts";
import { derivedMeasures } from "../../language/builtins/inference.ts";
import { writtenOut } from "../../language/check/frontier-shapes.ts";
import type { CrossEfficiency, Model } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { countPrograms } from "../measure/certificate-table.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import { statusNotes } from "../measure/notes.ts";
import { ranks } from "../measure/ranks.ts";
import type { FrontierOptions, MeasureResult } from "../measure/run-measure.ts";
import type { Answer } from "../measure/score-requests.ts";
import { scoreRequests } from "../measure/score-requests.ts";
import { keysAndGroups, labels, numbers } from "../measure/table-columns.ts";
import { solveFamily } from "../solve/solve-family.ts";
import type { TableColumn } from "../tables/table.ts";
import type { Frontier } from "./frontiers.ts";
import { frontiersOf, ownRequests, quiet } from "./frontiers.ts";
import { Tally } from "./tally.ts";

const onFrontier = 1e-7;

/** The table of a cross-efficiency; none after errors, which are in the sink. */
export function runCrossEfficiency(
  cross: CrossEfficiency,
  model: Model,
  env: Environment,
  options: FrontierOptions,
): MeasureResult {
  const { name, spec } = cross;
  const data = readFrontier(spec, model, env, options.sink);
  if (data === null) return { tables: [], count: countPrograms(name, []) };
  const answers = scoreRequests(data, ownRequests(data), options);
  const { rows } = data.scored.table;
  const tally = new Tally();
  const score = new Float64Array(rows).fill(Number.NaN);
  const others = new Float64Array(rows).fill(Number.NaN);
  const prices = data.technology.variables.map(() => new Float64Array(rows).fill(Number.NaN));
  for (const frontier of frontiersOf(data)) {
    const raters = ratersOf(frontier, answers);
    const chosen = pricesOf(cross, data, frontier, raters, answers, options, tally);
    for (const [d, row] of raters.entries()) {
      const spent = valueAt(data, chosen[d]!, row, "input");
      for (const [i, column] of prices.entries()) column[row] = chosen[d]![i]! / spent;
    }
    for (const row of frontier.rows) {
      if (answers[row]!.status !== "optimal") continue;
      const own = raters.indexOf(row);
      const marks = chosen.map((at) => valueAt(data, at, row, "good") / valueAt(data, at, row, "input"));
      score[row] = meanOf(marks);
      others[row] = meanOf(marks.filter((_, d) => d !== own));
    }
  }
  return {
    tables: [
      {
        name,
        rows,
        columns: [...keysAndGroups(data.scored.table), ...columnsOf(data, answers, score, others, prices)],
        notes: [notes[cross.secondary], ...statusNotes(data, answers)],
      },
    ],
    count: tally.with(countPrograms(name, answers)),
  };
}

const notes: Readonly<Record<CrossEfficiency["secondary"], string>> = {
  none: "Prices are those of each unit's own program; where several are optimal, those under which the reference units together look best to the first order. `secondary` says which count.",
  benevolent:
    "Of each unit's optimal prices those count that make the others together look best (Doyle & Green 1994).",
  aggressive:
    "Of each unit's optimal prices those count that make the others together look worst (Doyle & Green 1994).",
};

/** The units of the reference set that have prices. */
function ratersOf({ rows, units }: Frontier, answers: readonly Answer[]): number[] {
  const own = new Set(units);
  return rows.filter((row) => own.has(row) && answers[row]!.status === "optimal");
}

/** By rater, then variable: what a unit of each is worth. */
function pricesOf(
  { secondary }: CrossEfficiency,
  data: FrontierData,
  { units }: Frontier,
  raters: readonly number[],
  answers: readonly Answer[],
  options: FrontierOptions,
  tally: Tally,
): Float64Array[] {
  const programs = raters.map((row) => answers[row]!.program!);
  const positive = (dual: Float64Array) =>
    Float64Array.from(data.technology.variables, (_, i) => Math.abs(dual[i]!));
  const first = programs.map(({ solved }) => positive(solved.solution.dual));
  // Alone on its frontier a unit has no others to think of.
  if (secondary === "none" || units.length < 2) return first;
  const family = crossPriceFamily(
    data.technology.name,
    data.technology,
    { observations: units, values: data.referenceValues },
    programs.map((program) => program.point),
    raters.map((row) => answers[row]!.score),
    secondary,
  );
  const solved = solveFamily(family, quiet(options));
  for (const one of solved) tally.add(one);
  return solved.map(({ solution }, d) =>
    solution.status === "optimal" ? positive(solution.dual) : first[d]!,
  );
}

function valueAt(data: FrontierData, prices: Float64Array, row: number, role: "input" | "good"): number {
  let sum = 0;
  for (const [i, variable] of data.technology.variables.entries()) {
    if (variable.role === role) sum += prices[i]! * data.values[i]![row]!;
  }
  return sum;
}

/** A mark at prices under which all that a unit uses is free is none. */
function meanOf(marks: readonly number[]): number {
  const known = marks.filter((mark) => Number.isFinite(mark));
  return known.length === 0 ? Number.NaN : known.reduce((sum, mark) => sum + mark, 0) / known.length;
}

function columnsOf(
  data: FrontierData,
  answers: readonly Answer[],
  score: Float64Array,
  others: Float64Array,
  prices: readonly Float64Array[],
): TableColumn[] {
  const { scored, technology } = data;
  const cells = Array.from(score, (_, row) => `${scored.period[row]} ${scored.group[row]}`);
  const byName: Readonly<Record<string, Float64Array | readonly (string | null)[]>> = {
    score,
    efficiency: score,
    self: Float64Array.from(answers, (answer) => answer.score),
    maverick: others.map((mean, row) => (answers[row]!.score - mean) / mean),
    class: Array.from(score, (value) =>
      Number.isNaN(value) ? null : value >= 1 - onFrontier ? "efficient" : "inefficient",
    ),
    rank: ranks(score, cells),
    status: answers.map((answer) => answer.status),
  };
  const { columns } = derivedMeasures.get("cross_efficiency")!;
  return writtenOut(columns, technology).map(({ name, unit, variable, column: { symbol } }) => {
    const values = variable === undefined ? byName[name]! : prices[variable]!;
    if (!(values instanceof Float64Array)) return labels(name, values);
    return numbers(name, values, { unit, ...(symbol === undefined ? {} : { symbol }) });
  });
}
