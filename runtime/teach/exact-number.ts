/** Numbers without rounding: a double as the decimal that it is written as, quotients of whole numbers as doubles. */

/** `digits · 10^exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** The shortest decimal that reads as this double, which is the number that the data had. */
export function decimalOf(value: number): Decimal {
  const [mantissa = "", power = "0"] = String(value).toLowerCase().split("e");
  const [whole = "", part = ""] = mantissa.split(".");
  return { digits: BigInt(whole + part), exponent: Number(power) - part.length };
}

/** The whole number `value · 10^scale`; `scale` leaves no part behind the point. */
export function scaled({ digits, exponent }: Decimal, scale: number): bigint {
  return digits * 10n ** BigInt(exponent + scale);
}

/** The least power of ten that makes all of them whole; none below 1. */
export function commonScale(values: readonly Decimal[]): number {
  return Math.max(0, ...values.map(({ digits, exponent }) => (digits === 0n ? 0 : -exponent)));
}

export function quotient(over: bigint, under: bigint): number {
  if (over === 0n) return 0;
  const [a, b] = [Number(over), Number(under)];
  if (Number.isFinite(a) && Number.isFinite(b)) return a / b;
  const spare = BigInt(Math.max(0, length(under) - length(over) + 70));
  return Number((over << spare) / under) / 2 ** Number(spare);
}

/** Roughly the number of bits. */
function length(value: bigint): number {
  return 4 * value.toString(16).length;
}
