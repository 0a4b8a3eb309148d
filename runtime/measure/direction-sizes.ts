/** How far a direction moves each variable of each row, in the variable's own unit. */
import { extremes } from "../../compiler/lp/extremes.ts";
import type { Move, Technology } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { valuesFor } from "../evaluate/evaluate.ts";
import type { Observations } from "./observations.ts";

type Word = Exclude<Move["size"]["kind"], "observed" | "expr">;

/** One array for each variable over the rows of the scored panel; zeros where it does not move. */
export function directionSizes(
  technology: Technology,
  moves: readonly Move[],
  scored: Observations,
  values: readonly Float64Array[],
  complete: Uint8Array,
  env: Environment,
): Float64Array[] {
  return technology.variables.map((variable, i) => {
    const move = moves.find((one) => one.variable === variable.name);
    if (move === undefined) return new Float64Array(scored.table.rows);
    if (move.size.kind === "observed") return values[i]!;
    if (move.size.kind === "expr") return valuesFor(move.size.expr, scored.table, env);
    return byPeriodAndGroup(move.size.kind, scored, values[i]!, complete);
  });
}

/** A statistic over the complete rows of the row's own period and frontier group; `sd` is the sample's (n − 1). */
function byPeriodAndGroup(
  word: Word,
  scored: Observations,
  values: Float64Array,
  complete: Uint8Array,
): Float64Array {
  const members = new Map<string, number[]>();
  const cell = (row: number) => `${scored.period[row]} ${scored.group[row]}`;
  for (const row of scored.order) {
    if (complete[row] !== 1) continue;
    const list = members.get(cell(row));
    if (list === undefined) members.set(cell(row), [values[row]!]);
    else list.push(values[row]!);
  }
  const statistic = new Map([...members].map(([key, list]) => [key, statisticOf(word, list)]));
  return Float64Array.from(values, (_, row) => statistic.get(cell(row)) ?? Number.NaN);
}

function statisticOf(word: Word, values: readonly number[]): number {
  const n = values.length;
  const mean = values.reduce((sum, v) => sum + v, 0) / n;
  switch (word) {
    case "mean":
      return mean;
    case "sd":
      return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (n - 1));
    case "max":
      return extremes(values).greatest;
    case "range": {
      const { least, greatest } = extremes(values);
      return greatest - least;
    }
  }
}
