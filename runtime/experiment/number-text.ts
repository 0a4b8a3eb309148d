/** A number for a sentence: six significant digits at most. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(6)));
}
