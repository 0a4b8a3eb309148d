/** The least and greatest shadow price of each variable over all optimal duals of a scored row. */
import { priceRange } from "../solve/price-range.ts";
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
  const { low, high } = priceRange(family, task, solved.solution);
  const price = (dual: number, factor: number) => (Number.isFinite(dual) ? dual * factor + 0 : Number.NaN);
  return {
    low: Float64Array.from(factors, (factor, i) => price(factor < 0 ? high[i] : low[i], factor)),
    high: Float64Array.from(factors, (factor, i) => price(factor < 0 ? low[i] : high[i], factor)),
  };
}
