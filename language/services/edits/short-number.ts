/** So many significant digits are what someone meant; more come from a pointer's pixels. */
const meant = 6;
/** So many are kept of those. */
const kept = 4;

/** A number as one would write it by hand; never with an exponent between a millionth and a million million. */
export function shortNumber(value: number): string {
  if (value === 0) return "0";
  const short = digits(value) <= meant ? value : Number(value.toPrecision(kept));
  const size = Math.abs(short);
  if (size >= 1e12 || size < 1e-6) return short.toExponential().replace("e+", "e");
  // Of numbers below 1e-6 alone JavaScript's own text has an exponent.
  return String(short);
}

/** `0.07` as `7%`. */
export function shortPercent(value: number): string {
  return `${shortNumber(Number((value * 100).toPrecision(12)))}%`;
}

/** Significant digits of the shortest text that reads as the number. */
function digits(value: number): number {
  const [mantissa] = Math.abs(value).toExponential().split("e");
  return mantissa!.replace(".", "").length;
}
