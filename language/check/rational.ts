/** Exact fractions in lowest terms, positive denominators. Whole numbers beyond 2^53 do not occur in times and steps. */
import type { Rational } from "../model.ts";

export const one: Rational = { numerator: 1, denominator: 1 };

export function whole(n: number): Rational {
  return { numerator: n, denominator: 1 };
}

/** The decimal that the shortest text of the number stands for: 0.1 is 1/10. */
export function fromNumber(x: number): Rational {
  const [mantissa, exponent = "0"] = String(x).split("e");
  const [integer, decimals = ""] = mantissa.split(".");
  const shift = Number(exponent) - decimals.length;
  const digits = Number(integer + decimals);
  return shift >= 0 ? whole(digits * 10 ** shift) : reduced(digits, 10 ** -shift);
}

export function add(a: Rational, b: Rational): Rational {
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, multiply(b, whole(-1)));
}

export function multiply(a: Rational, b: Rational): Rational {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function divide(a: Rational, b: Rational): Rational {
  return reduced(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function value(a: Rational): number {
  return a.numerator / a.denominator;
}

export function isWhole(a: Rational): boolean {
  return a.denominator === 1;
}

/** As one writes it: a decimal where it is a short one, else a fraction. */
export function text(a: Rational): string {
  const decimal = String(value(a));
  return decimal.length <= 8 ? decimal : `${a.numerator}/${a.denominator}`;
}

function reduced(numerator: number, denominator: number): Rational {
  let [a, b] = [Math.abs(numerator), Math.abs(denominator)];
  while (b > 0) [a, b] = [b, a % b];
  const sign = denominator < 0 ? -1 : 1;
  const divisor = a === 0 ? 1 : a;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}
