/** How far a parameter can be slid, and how places of a slider are its values. */
export interface SliderRange {
  readonly low: number;
  readonly high: number;
  /** A range over orders of magnitude is slid by factors. */
  readonly logarithmic: boolean;
}

/** Places of a slider run from 0 to this. */
export const places = 400;
const wide = 100;

/** The range as the parameter's `in` gives it, else around its value. */
export function sliderRange(value: number, low?: number, high?: number): SliderRange {
  if (low !== undefined && high !== undefined && high > low) {
    return { low, high, logarithmic: low > 0 && high / low >= wide };
  }
  const size = Math.abs(value);
  if (size === 0) return { low: low ?? 0, high: high ?? 1, logarithmic: false };
  const reach = roundUp(2 * size);
  return value > 0
    ? { low: low ?? 0, high: high ?? reach, logarithmic: false }
    : { low: low ?? -reach, high: high ?? 0, logarithmic: false };
}

export function placeOf(value: number, { low, high, logarithmic }: SliderRange): number {
  const share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.round(places * Math.min(1, Math.max(0, share)));
}

/** The value of a place, as round as the slider is fine. */
export function valueAt(place: number, range: SliderRange): number {
  const { low, high, logarithmic } = range;
  if (place <= 0) return low;
  if (place >= places) return high;
  const exact = logarithmic ? low * (high / low) ** (place / places) : low + ((high - low) * place) / places;
  if (logarithmic) return Number(exact.toPrecision(3));
  const grain = 10 ** Math.floor(Math.log10((high - low) / places));
  return Number((Math.round(exact / grain) * grain).toPrecision(12));
}

/** 1, 2 or 5 times a power of ten, no less than the size. */
function roundUp(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return [1, 2, 5, 10].map((n) => n * power).find((round) => round >= size * (1 - 1e-12))!;
}
