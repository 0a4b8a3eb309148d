/** Newton's steps to the maximum of a concave function. */
import { solveDefinite } from "../definite-systems.ts";

/** A function at a point: its value, gradient and negative Hessian. */
export interface Local {
  readonly value: number;
  readonly gradient: Float64Array;
  /** −∂²/∂θ∂θ', positive definite where the function is concave. */
  readonly information: readonly Float64Array[];
}

const mostSteps = 200;

/**
 * The maximum, from a start at which the function is finite; null where there is none within reach. Steps are halved until the value
 * grows; where the Hessian is no longer definite, or points wander off without end, there is no maximum.
 *
 * @param at the function; a point without a value has NaN or −∞
 */
export function maximum(
  start: Float64Array,
  at: (point: Float64Array) => Local,
): { point: Float64Array; local: Local } | null {
  let point = start;
  let local = at(point);
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, information } = local;
    const direction = solveDefinite(information, gradient);
    if (direction === null) return null;
    // Twice the growth that a parabola promises.
    const promise = direction.reduce((sum, d, i) => sum + d * gradient[i], 0);
    // So near that rounding hides the growth: one step more makes it exact.
    if (promise <= 1e-13 * (1 + Math.abs(local.value))) {
      const last = point.map((value, i) => value + direction[i]);
      const there = at(last);
      return Number.isFinite(there.value) ? { point: last, local: there } : { point, local };
    }
    let share = 1;
    let found: { point: Float64Array; local: Local } | null = null;
    while (share > 1e-12) {
      const next = point.map((value, i) => value + share * direction[i]);
      const there = at(next);
      if (there.value >= local.value + 1e-4 * share * promise) {
        found = { point: next, local: there };
        break;
      }
      share /= 2;
    }
    if (found === null) return null;
    ({ point, local } = found);
  }
  return null;
}
