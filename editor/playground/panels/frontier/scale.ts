/** Amounts and pixels of one axis, the round numbers between its ends, and the steps in which a hand moves. */

export interface Scale {
  /** The amounts at the ends of the axis. */
  readonly domain: readonly [number, number];
  /** Their pixels; a vertical axis has the greater one first. */
  readonly range: readonly [number, number];
}

export function toPixel({ domain, range }: Scale, amount: number): number {
  return range[0] + ((amount - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0]);
}
export function toAmount({ domain, range }: Scale, pixel: number): number {
  return domain[0] + ((pixel - range[0]) / (range[1] - range[0])) * (domain[1] - domain[0]);
}
/** Pixels per unit of amount, without sign. */
export function density({ domain, range }: Scale): number {
  return Math.abs((range[1] - range[0]) / (domain[1] - domain[0]));
}

/** The greatest of 1, 2, 5, times a power of ten, that is not above `size`. */
export function roundBelow(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [5, 2, 1].find((one) => one * power <= size * (1 + 1e-9)) ?? 1;
  return factor * power;
}

/** About `count` round numbers from one end to the other. */
export function ticks({ domain: [low, high] }: Scale, count: number): number[] {
  const power = 10 ** Math.floor(Math.log10((high - low) / count));
  const steps = [1, 2, 5, 10].map((factor) => factor * power);
  const step = steps.find((one) => (high - low) / one <= 1.4 * count) ?? 10 * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step));
}

/** The step of a hand: a round number that is about a pixel wide, so that dragged amounts read well. */
export function handStep(scale: Scale): number {
  return roundBelow(1.6 / density(scale));
}
export function rounded(amount: number, step: number): number {
  return tidy(Math.round(amount / step) * step);
}

/** Without the rounding of sums of tenths. */
function tidy(amount: number): number {
  return Number(amount.toPrecision(12)) + 0;
}

/**
 * What a picture shows when a new view is asked for: the old one while all that matters stays in sight and fills it well, so that
 * a picture does not breathe with each change.
 */
export function settled(
  old: readonly [number, number] | null,
  next: readonly [number, number],
): readonly [number, number] {
  if (old === null) return next;
  const inside = next[0] >= old[0] && next[1] <= old[1];
  return inside && next[1] - next[0] > 0.6 * (old[1] - old[0]) ? old : next;
}
