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
  return product([
    [a, 1],
    [b, power],
  ]);
}

/** The product of powers; the text is kept where a single one, to the power of 1, is not the number 1. */
export function product(powers: readonly (readonly [UnitTerm, number])[]): UnitTerm {
  const counting = powers.filter(([term]) => !isOne(term));
  if (counting.length === 0) return one;
  const [[first, power]] = counting;
  if (counting.length === 1 && power === 1) return first;
  const variables = new Map<number, number>();
  const dimensions = new Map<string, number>();
  const factors: UnitFactor[] = [];
  let logScale = 0;
  for (const [term, exponent] of counting) {
    addPowers(variables, term.variables, exponent);
    addPowers(dimensions, term.dimensions, exponent);
    mergeFactors(factors, term.factors, exponent);
    logScale += exponent * term.logScale;
  }
  return { variables, dimensions, logScale, factors };
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

function addPowers<K>(sum: Map<K, number>, powers: ReadonlyMap<K, number>, power: number): void {
  for (const [key, exponent] of powers) {
    const total = (sum.get(key) ?? 0) + power * exponent;
    if (Math.abs(total) < 1e-9) sum.delete(key);
    else sum.set(key, total);
  }
}

function mergeFactors(merged: UnitFactor[], factors: readonly UnitFactor[], power: number): void {
  for (const factor of factors) {
    const at = merged.findIndex((other) => other.text === factor.text);
    const total = (at < 0 ? 0 : merged[at]!.power) + power * factor.power;
    if (at < 0) merged.push({ ...factor, power: total });
    else if (Math.abs(total) < 1e-9) merged.splice(at, 1);
    else merged[at] = { ...factor, power: total };
  }
}
