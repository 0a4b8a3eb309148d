/**
 * Assurance regions (Thompson, Langemeier, Lee, Lee & Thrall 1990): ratios of shadow prices stay within bounds,
 *
 *     low ≤ p_a / p_b ≤ high,   that is   low·p_b − p_a ≤ 0   and   p_a − high·p_b ≤ 0.
 *
 * A constraint Σ c_v p_v ≤ 0 on the prices is, by duality, one more column of the program in quantities: a trade that takes c_v of
 * each input and bad and gives c_v of each good (Podinovski 2004), without an upper bound. The family has these columns, so its
 * certificates prove optimality under the restricted prices.
 */
import type { TechnologyForm } from "./technology-matrix.ts";

/** One column for each limit, by row. A price is the dual of the rows of its variable, negative for inputs and bads. */
export function limitColumns(
  { variables, limits = [] }: TechnologyForm,
  rows: number,
  rowsOf: readonly (readonly number[])[],
): Float64Array[] {
  return limits.map((limit) => {
    const column = new Float64Array(rows);
    for (const [i, { role }] of variables.entries()) {
      for (const row of rowsOf[i]!) column[row] = (role === "good" ? 1 : -1) * limit[i]! + 0;
    }
    return column;
  });
}
