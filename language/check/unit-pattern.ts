/** The unit patterns of the catalogue of functions: `a`, `1`, `a/time`, `a^0.5`. */
import { builtInUnit } from "../units/built-in.ts";
import type { UnitSolver } from "../units/solver.ts";
import { one, raise, termOf, times, type UnitTerm } from "../units/term.ts";

/** The letters of one call: the same letter is the same unit wherever it stands in the signature. */
export class UnitLetters {
  readonly #terms = new Map<string, UnitTerm>();
  readonly #units: UnitSolver;
  readonly #time: UnitTerm;

  constructor(units: UnitSolver, time: UnitTerm | undefined) {
    this.#units = units;
    this.#time = time ?? one;
  }

  /** The term of a pattern; undefined for `*`, which is any unit. */
  term(pattern: string): UnitTerm | undefined {
    if (pattern === "*") return undefined;
    let product = one;
    let power = 1;
    for (const part of pattern.split(/([*/])/)) {
      if (part === "*" || part === "/") {
        power = part === "*" ? 1 : -1;
        continue;
      }
      const [name, exponent] = part.trim().split("^") as [string, string?];
      product = times(product, raise(this.#factor(name), Number(exponent ?? 1)), power);
    }
    return product;
  }

  #factor(name: string): UnitTerm {
    if (name === "1") return one;
    if (name === "time") return this.#time;
    const unit = builtInUnit(name);
    if (unit !== undefined && name.length > 1) return termOf(unit);
    const known = this.#terms.get(name) ?? this.#units.fresh();
    this.#terms.set(name, known);
    return known;
  }
}
