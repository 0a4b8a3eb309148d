/** The least and greatest shadow price of each variable over all optimal duals of a scored row. */
import { looseRows, priceRangeFamily } from "../../compiler/lp/price-range.ts";
import { solveFamily } from "../solve/solve-family.ts";
import type { Program } from "./score-requests.ts";

/**
 * By variable; NaN where the optimum sets no bound.
 * @param factors by what each row's dual is multiplied to be a price
 */
export function priceRanges(
  program: Program,
  factors: readonly number[],
): { readonly low: Float64Array; readonly high: Float64Array } {
  const { family, task, solved } = program;
  const { solution } = solved;
  const rows = factors.map((_, i) => i);
  const loose = looseRows(family, task, solution);
  const derivatives = priceRangeFamily(family, task, solution, rows);
  const answers = solveFamily(derivatives);
  const low = new Float64Array(factors.length);
  const high = new Float64Array(factors.length);
  const sense = family.sense === "min" ? 1 : -1;
  let next = 0;
  for (const i of rows) {
    if (loose.has(i)) continue;
    const [up, down] = [answers[next]!.solution, answers[next + 1]!.solution];
    next += 2;
    const value = (one: typeof up) => (one.status === "optimal" ? one.objective : Number.NaN);
    // Minimised: −v(down) ≤ dual ≤ v(up); maximised the other way round.
    const [least, greatest] = sense === 1 ? [-value(down), value(up)] : [value(up), -value(down)];
    const ends = [least * factors[i]!, greatest * factors[i]!];
    [low[i], high[i]] = factors[i]! < 0 ? [ends[1]!, ends[0]!] : [ends[0]!, ends[1]!];
  }
  return { low: low.map((v) => (v === 0 ? 0 : v)), high: high.map((v) => (v === 0 ? 0 : v)) };
}
