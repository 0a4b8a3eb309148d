/**
 * A unit that may hold unknowns: a product of base dimensions, a scale and powers of unit variables. The logarithm of the
 * scale is kept because multiplying units then is adding terms, and all equations between units are linear.
 */
import type { Unit } from "./unit.ts";

export interface UnitTerm {
  /** Exponents of unit variables, by variable; zeros left out. */
  readonly variables: ReadonlyMap<number, number>;
  /** Exponents of base dimensions; zeros left out. */
  readonly dimensions: ReadonlyMap<string, number>;
  /** Natural logarithm of the scale. */
  readonly logScale: number;
  /** How the user wrote the unit, where it is one that stands in the source. */
  readonly text?: string;
}

/** The term of the pure number 1. */
export const one: UnitTerm = { variables: new Map(), dimensions: new Map(), logScale: 0, text: "1" };

/** The term of a known unit. */
export function termOf(unit: Unit): UnitTerm {
  return {
    variables: new Map(),
    dimensions: new Map(Object.entries(unit.dimensions)),
    logScale: Math.log(unit.scale),
    text: unit.text,
  };
}

function addPowers<K>(a: ReadonlyMap<K, number>, b: ReadonlyMap<K, number>, power: number): Map<K, number> {
  const sum = new Map(a);
  for (const [key, exponent] of b) {
    const total = (sum.get(key) ?? 0) + power * exponent;
    if (Math.abs(total) < 1e-9) sum.delete(key);
    else sum.set(key, total);
  }
  return sum;
}

/** `a · b^power`; the text is lost unless one of them is the number 1. */
export function times(a: UnitTerm, b: UnitTerm, power = 1): UnitTerm {
  if (isOne(b)) return a;
  if (isOne(a) && power === 1) return b;
  return {
    variables: addPowers(a.variables, b.variables, power),
    dimensions: addPowers(a.dimensions, b.dimensions, power),
    logScale: a.logScale + power * b.logScale,
  };
}

/** `a ^ power` */
export function raise(a: UnitTerm, power: number): UnitTerm {
  return power === 1 ? a : times(one, a, power);
}

/** Whether it is the pure number 1, scale included. */
export function isOne(a: UnitTerm): boolean {
  return a.variables.size === 0 && a.dimensions.size === 0 && a.logScale === 0;
}

/** Whether it holds no unknown. */
export function isKnown(a: UnitTerm): boolean {
  return a.variables.size === 0;
}
