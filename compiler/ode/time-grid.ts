import type { OdeSystem } from "./ode-system.ts";

/**
 * The instants of a run as (offset + k · stride) / denominator with whole numbers, so that each is the double nearest
 * to the exact instant: step 1/10 from 2017 gives 2020.3, not 2020.3000000000002.
 */
export interface TimeGrid {
  readonly offset: number;
  readonly stride: number;
  readonly denominator: number;
  readonly dt: number;
  /** The instant after `k` steps; `k` may be a half. */
  at(k: number): number;
}

export function timeGrid({ start, step }: Pick<OdeSystem["time"], "start" | "step">): TimeGrid {
  const denominator = start.denominator * step.denominator;
  const offset = start.numerator * step.denominator;
  const stride = step.numerator * start.denominator;
  return {
    offset,
    stride,
    denominator,
    dt: step.numerator / step.denominator,
    at: (k) => (offset + k * stride) / denominator,
  };
}
