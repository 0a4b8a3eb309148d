/** What the methods that choose their steps have in common. */

export type Derivative = (time: number, y: Float64Array, rates: Float64Array) => void;

/** A step that was tried: where it ends, how large its error is (at most 1 is good), and the curve through it. */
export interface TriedStep {
  readonly end: Float64Array;
  /** The root mean square of the errors over what is allowed. */
  readonly error: number;
  /** The component with the largest error. */
  readonly worst: number;
  /** The value at a share (0 … 1) of the step. */
  at(share: number, into: Float64Array): void;
}

/** What error is allowed in a step. */
export interface Allowance {
  /** The share of each component's size that its error may be. */
  readonly relative: number;
  /** The largest size each component has had so far; a millionth of it counts where the component passes zero. */
  readonly sizes: Float64Array;
  /**
   * In a very short step a component that has been 0 so far is let pass: what grows from nothing as a high power of time has no
   * correct digit in its first step, however short, and that step is too short to matter.
   */
  readonly veryShort: boolean;
}

/** Tries one step of length `h` from `start`. */
export type TryStep = (
  derivative: Derivative,
  time: number,
  h: number,
  start: Float64Array,
  allowance: Allowance,
) => TriedStep;

/** The error of a step over what is allowed, from the estimate for each component. */
export function errorOf(
  estimate: (component: number) => number,
  start: Float64Array,
  end: Float64Array,
  { relative, sizes, veryShort }: Allowance,
): Pick<TriedStep, "error" | "worst"> {
  const n = start.length;
  let squares = 0;
  let worst = 0;
  let largest = -1;
  for (let i = 0; i < n; i++) {
    if (veryShort && sizes[i] === 0) continue;
    const size = Math.max(Math.abs(start[i]), Math.abs(end[i]), 1e-6 * sizes[i]);
    const error = Math.abs(estimate(i)) / Math.max(relative * size, Number.MIN_VALUE);
    squares += error * error;
    if (!(error <= largest)) [worst, largest] = [i, error];
  }
  return { error: n === 0 ? 0 : Math.sqrt(squares / n), worst };
}
