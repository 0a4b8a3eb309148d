/** What each changed variable contributes to the difference between two scenarios in one number. */

export interface Contribution {
  /** What changing it alone does. */
  readonly alone: number;
  /** What is lost when it alone is not changed. */
  readonly last: number;
  /** Its Shapley value (Shapley 1953): its mean effect over all orders of change; NaN where there are too many. */
  readonly shapley: number;
}

/** Up to so many changes every subset is run. */
export const mostForShapley = 8;

/**
 * The subsets of `n` changes whose outcomes are needed, as bit sets: all of them, or none, each alone, all but each, and all.
 */
export function neededSubsets(n: number): number[] {
  if (n <= mostForShapley) return Array.from({ length: 2 ** n }, (_, subset) => subset);
  const whole = 2 ** n - 1;
  const each = Array.from({ length: n }, (_, i) => 2 ** i);
  return [...new Set([0, ...each, ...each.map((bit) => whole - bit), whole])];
}

/**
 * @param outcome by subset, for the needed ones
 *
 * Shapley values add up to the whole difference: φᵢ = Σ |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)) over the subsets S without i.
 */
export function contributions(n: number, outcome: (subset: number) => number): Contribution[] {
  const whole = 2 ** n - 1;
  return Array.from({ length: n }, (_, i) => {
    const bit = 2 ** i;
    const alone = outcome(bit) - outcome(0);
    const last = outcome(whole) - outcome(whole - bit);
    if (n > mostForShapley) return { alone, last, shapley: Number.NaN };
    let shapley = 0;
    for (let subset = 0; subset < 2 ** n; subset++) {
      if ((subset & bit) !== 0) continue;
      const size = bits(subset);
      const orders = (factorial(size) * factorial(n - size - 1)) / factorial(n);
      shapley += orders * (outcome(subset | bit) - outcome(subset));
    }
    return { alone, last, shapley };
  });
}

function bits(subset: number): number {
  let count = 0;
  for (let rest = subset; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
