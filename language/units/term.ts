/**
 * A unit that may hold unknowns: a product of base dimensions, a scale and powers of unit variables. The logarithm of the
 * scale is kept because multiplying units then is adding terms, and all equations between units are linear.
 */
import { composeUnit } from "./print.ts";
import { clean, type Unit, type UnitFactor } from "./unit.ts";

export interface UnitTerm {
  /** Exponents of unit variables, by variable; zeros left out. */
  readonly variables: ReadonlyMap<number, number>;
  /** Exponents of base dimensions; zeros left out. */
  readonly dimensions: ReadonlyMap<string, number>;
  /** Natural logarithm of the scale. */
  readonly logScale: number;
  /** What it was multiplied from, for its text. */
  readonly factors: readonly UnitFactor[];
  /** How the user wrote the unit, where it is one that stands in the source. */
  readonly text?: string;
}

/** The term of the pure number 1. */
export const one: UnitTerm = {
  variables: new Map(),
  dimensions: new Map(),
  logScale: 0,
  factors: [],
  text: "1",
};

/** The term of a known unit. */
export function termOf(unit: Unit): UnitTerm {
  const { dimensions, scale, text } = unit;
  return {
    variables: new Map(),
    dimensions: new Map(Object.entries(dimensions)),
    logScale: Math.log(scale),
    factors: unit.factors ?? [{ text, dimensions, scale, power: 1 }],
    text,
  };
}

/** The unit of a term without unknowns; null where some are left. */
export function unitOf(term: UnitTerm): Unit | null {
  if (term.variables.size > 0) return null;
  return {
    dimensions: Object.fromEntries([...term.dimensions].map(([name, power]) => [name, clean(power)])),
    scale: clean(Math.exp(term.logScale)),
    text: termText(term),
    factors: term.factors,
  };
}

/** Text of what is known of a term. */
export function termText(term: UnitTerm): string {
  return term.text ?? composeUnit(term.factors);
}

/** `a · b^power`; the text is lost unless one of them is the number 1. */
export function times(a: UnitTerm, b: UnitTerm, power = 1): UnitTerm {
  if (isOne(b)) return a;
  if (isOne(a) && power === 1) return b;
  return {
    variables: addPowers(a.variables, b.variables, power),
    dimensions: addPowers(a.dimensions, b.dimensions, power),
    logScale: a.logScale + power * b.logScale,
    factors: mergeFactors(a.factors, b.factors, power),
  };
}

/** `a ^ power` */
export function raise(a: UnitTerm, power: number): UnitTerm {
  return power === 1 ? a : times(one, a, power);
}

/** Whether it is the pure number 1, scale included. */
export function isOne(a: UnitTerm): boolean {
  return a.variables.size === 0 && a.dimensions.size === 0 && Math.abs(a.logScale) < 1e-12;
}

/** Whether it holds no unknown. */
export function isKnown(a: UnitTerm): boolean {
  return a.variables.size === 0;
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

function mergeFactors(a: readonly UnitFactor[], b: readonly UnitFactor[], power: number): UnitFactor[] {
  const merged = [...a];
  for (const factor of b) {
    const at = merged.findIndex((other) => other.text === factor.text);
    const total = (at < 0 ? 0 : merged[at]!.power) + power * factor.power;
    if (at < 0) merged.push({ ...factor, power: total });
    else if (Math.abs(total) < 1e-9) merged.splice(at, 1);
    else merged[at] = { ...factor, power: total };
  }
  return merged;
}
