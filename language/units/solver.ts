/**
 * The unit solver. Unknown units are variables; every demand is one linear equation over the exponents of dimensions and the
 * logarithm of the scale. Dimensions must agree; scales may differ, because a conversion then stands between the two sides, so an
 * equation fixes the scale of an unknown and never contradicts by scale alone. But an unknown that comes out as a pure number is
 * one on the scale 1: in `a [Gt] = b [Mt] * share` the share is not in thousands.
 */
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { isKnown, product, raise, termOf, termText, times, type UnitTerm, unitOf } from "./term.ts";
import { clean, type Unit } from "./unit.ts";

/** Reports one contradiction, given both sides' units as text. */
export type Blame = (sink: Diagnostics, left: string, right: string) => void;

interface Equation {
  readonly left: UnitTerm;
  readonly right: UnitTerm;
  readonly blame: Blame;
  /** The result of a sum or choice that both sides determine: freed when they contradict each other. */
  readonly result?: UnitTerm;
  dropped: boolean;
}

export class UnitSolver {
  #count = 0;
  readonly #equations: Equation[] = [];
  #solution = new Map<number, UnitTerm>();
  /** Variables that equations of several factors gave, and what those of them are that came out as scaled pure numbers. */
  #quotients = new Set<number>();
  readonly #pure = new Map<number, UnitTerm>();
  /** Variables that came out of a contradiction: nothing that they touch is blamed. */
  #poisoned = new Set<number>();

  /** A unit that is not known yet. */
  fresh(): UnitTerm {
    return variableTerm(this.#count++);
  }

  /** The term of a unit; null (no unit written) is a fresh unknown. */
  of(unit: Unit | UnitTerm | null): UnitTerm {
    if (unit === null) return this.fresh();
    return "scale" in unit ? termOf(unit) : unit;
  }

  /**
   * Demands that both sides have the same dimension. Where one side's scale is unknown it becomes the other's; where both are
   * known and differ, `factor` tells the conversion. A contradiction is blamed once; the equation is then dropped.
   */
  same(left: UnitTerm, right: UnitTerm, blame: Blame): void {
    this.#equations.push({ left, right, blame, dropped: false });
  }

  /**
   * The unit of a value that is one of two, or their sum: the left side's scale, and of both sides' dimension. After a
   * contradiction it is unknown, so that what is built on it is not blamed too.
   */
  either(left: UnitTerm, right: UnitTerm, blame: Blame): UnitTerm {
    if (isKnown(left) && isKnown(right) && sameDimensions(left, right)) return left;
    const result = this.fresh();
    this.#equations.push({ left, right, blame, result, dropped: false });
    return result;
  }

  /**
   * Solves all equations demanded so far and reports each contradiction once; false where there is any. May be called again
   * after more demands.
   */
  solve(sink: Diagnostics): boolean {
    for (;;) {
      const culprit = this.#attempt();
      if (culprit === undefined) {
        const scaled = [...this.#quotients].filter((variable) => this.#isScaledNumber(variable));
        if (scaled.length === 0) return this.#equations.every((equation) => !equation.dropped);
        const terms = scaled.map((variable) => this.#reduce(variableTerm(variable)));
        scaled.forEach((variable, i) => {
          this.#pure.set(variable, { ...terms[i]!, logScale: 0, factors: [], text: undefined });
        });
        continue;
      }
      culprit.dropped = true;
      culprit.blame(sink, this.#text(culprit.left), this.#text(culprit.right));
    }
  }

  /** The unit of a term after `solve`; null where it is still unknown. */
  unit(term: UnitTerm): Unit | null {
    return unitOf(this.#reduce(term));
  }

  /** By what a number in `from` is multiplied to be one in `to`; 1 where that is unknown. */
  factor(from: UnitTerm, to: UnitTerm): number {
    const ratio = times(this.#reduce(from), this.#reduce(to), -1);
    return isKnown(ratio) && ratio.dimensions.size === 0 ? clean(Math.exp(ratio.logScale)) : 1;
  }

  /** Whether a variable came out as a pure number (times unknowns) on another scale than 1. */
  #isScaledNumber(variable: number): boolean {
    const { dimensions, logScale } = this.#reduce(variableTerm(variable));
    return dimensions.size === 0 && Math.abs(logScale) > 1e-12;
  }

  /** One elimination over the equations that still stand; the first that contradicts, if any. */
  #attempt(): Equation | undefined {
    this.#solution = new Map(this.#pure);
    this.#quotients = new Set();
    this.#poisoned = new Set(
      this.#equations.flatMap(({ dropped, result }) =>
        dropped && result ? [...result.variables.keys()] : [],
      ),
    );
    const standing = this.#equations.filter((equation) => !equation.dropped);
    // What contradicts without any inference is the root, whatever else was inferred before it.
    for (const equation of standing) {
      const { left, right } = equation;
      if (isKnown(left) && isKnown(right) && !sameDimensions(left, right)) return equation;
    }
    for (const equation of standing) {
      const { left, right, result } = equation;
      if (this.#isPoisoned(left) || this.#isPoisoned(right)) {
        for (const variable of result?.variables.keys() ?? []) this.#poisoned.add(variable);
        continue;
      }
      if (!this.#unify(left, right)) return equation;
      if (result !== undefined && !this.#unify(result, left)) return equation;
    }
    return undefined;
  }

  #isPoisoned(term: UnitTerm): boolean {
    if (this.#poisoned.size === 0) return false;
    return [...this.#reduce(term).variables.keys()].some((variable) => this.#poisoned.has(variable));
  }

  /** Adds `left = right` to the solution; false where that is impossible. */
  #unify(leftTerm: UnitTerm, rightTerm: UnitTerm): boolean {
    const left = this.#reduce(leftTerm);
    const right = this.#reduce(rightTerm);
    const variable = lone(left) ?? lone(right);
    if (variable !== undefined) {
      const other = lone(left) === variable ? right : left;
      if (!other.variables.has(variable)) {
        this.#solution.set(variable, other);
        return true;
      }
    }
    const ratio = times(left, right, -1);
    if (ratio.variables.size === 0) return ratio.dimensions.size === 0;
    // v^p · rest = 1, so v = rest^(-1/p); the youngest variable goes, so that what users declared stays to be read.
    const pivot = Math.max(...ratio.variables.keys());
    const exponent = ratio.variables.get(pivot)!;
    const rest = { ...ratio, variables: without(ratio.variables, pivot) };
    this.#solution.set(pivot, raise(rest, -1 / exponent));
    this.#quotients.add(pivot);
    return true;
  }

  /** The term with every solved variable replaced by what it stands for. */
  #reduce(term: UnitTerm): UnitTerm {
    const solved = this.#solvedIn(term);
    if (solved.length === 0) return term;
    for (const variable of solved) this.#resolve(variable);
    return this.#substitute(term, solved);
  }

  /** Makes a solution one of unsolved variables alone, and those on the way to it: chains are followed once. */
  #resolve(variable: number): void {
    const open = [variable];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const term = this.#solution.get(at)!;
      const solved = this.#solvedIn(term);
      const unfinished = solved.filter((inner) => this.#solvedIn(this.#solution.get(inner)!).length > 0);
      if (unfinished.length > 0) open.push(at, ...unfinished);
      else if (solved.length > 0) this.#solution.set(at, this.#substitute(term, solved));
    }
  }

  #solvedIn({ variables }: UnitTerm): number[] {
    const solved: number[] = [];
    for (const variable of variables.keys()) if (this.#solution.has(variable)) solved.push(variable);
    return solved;
  }

  /** One replacement of variables by their solutions. */
  #substitute(term: UnitTerm, variables: readonly number[]): UnitTerm {
    const kept = new Map(term.variables);
    for (const variable of variables) kept.delete(variable);
    const { dimensions, logScale, factors } = term;
    return product([
      [{ variables: kept, dimensions, logScale, factors }, 1],
      ...variables.map((variable) => [this.#solution.get(variable)!, term.variables.get(variable)!] as const),
    ]);
  }

  #text(term: UnitTerm): string {
    return termText(this.#reduce(term));
  }
}

function variableTerm(variable: number): UnitTerm {
  return { variables: new Map([[variable, 1]]), dimensions: new Map(), logScale: 0, factors: [] };
}

function lone(term: UnitTerm): number | undefined {
  if (term.variables.size !== 1 || term.dimensions.size > 0 || term.logScale !== 0) return undefined;
  const [variable, exponent] = [...term.variables][0]!;
  return exponent === 1 ? variable : undefined;
}

function without(variables: ReadonlyMap<number, number>, variable: number): Map<number, number> {
  const rest = new Map(variables);
  rest.delete(variable);
  return rest;
}

function sameDimensions(a: UnitTerm, b: UnitTerm): boolean {
  if (a.dimensions.size !== b.dimensions.size) return false;
  for (const [name, exponent] of a.dimensions) {
    if (Math.abs((b.dimensions.get(name) ?? 0) - exponent) > 1e-9) return false;
  }
  return true;
}
