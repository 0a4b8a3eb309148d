/**
 * Mathematics as plain data, so that the same formula is printed for a terminal and for a paper. Printers are `math-text.ts`
 * and `math-latex.ts`; neither is asked to understand a formula, only to write it.
 */

/** A formula or a part of one. */
export type Formula =
  /** A letter of mathematics: `λ`, `x`, `β`; its indices below and its mark above. */
  | {
      readonly is: "symbol";
      readonly text: string;
      readonly sub?: readonly Formula[];
      readonly sup?: Formula;
    }
  /** A name of the model: `labor`, `co2`. */
  | { readonly is: "name"; readonly text: string; readonly sub?: readonly Formula[]; readonly sup?: Formula }
  /** A number as it is to be read: `0.05`, `1.2·10⁶` stands as `1.2e6`. */
  | { readonly is: "number"; readonly text: string }
  /** Words inside a formula: `if`, `the cloud`. */
  | { readonly is: "words"; readonly text: string }
  | { readonly is: "add"; readonly terms: readonly Term[] }
  | { readonly is: "product"; readonly factors: readonly Formula[] }
  | { readonly is: "fraction"; readonly over: Formula; readonly under: Formula }
  | { readonly is: "power"; readonly base: Formula; readonly exponent: Formula }
  | { readonly is: "root"; readonly of: Formula }
  | { readonly is: "call"; readonly fn: string; readonly sup?: Formula; readonly args: readonly Formula[] }
  /** A sum over all values of an index. */
  | { readonly is: "sum"; readonly over: Formula; readonly of: Formula }
  | { readonly is: "relation"; readonly left: Formula; readonly sign: Sign; readonly right: Formula }
  | { readonly is: "list"; readonly items: readonly Formula[] }
  /** `{of : such}` */
  | { readonly is: "set"; readonly of: Formula; readonly such: readonly Formula[] }
  | {
      readonly is: "cases";
      readonly cases: readonly { readonly value: Formula; readonly when: Formula | null }[];
    }
  /** d of / d by */
  | { readonly is: "derivative"; readonly of: Formula; readonly by: Formula };

export interface Term {
  readonly sign: 1 | -1;
  readonly of: Formula;
}
export type Sign = "=" | "≤" | "≥" | "<" | ">" | "≠" | "∈" | "and" | "or" | "≈" | "→" | ":";

export function symbol(text: string, sub: readonly Formula[] = [], sup?: Formula): Formula {
  return {
    is: "symbol",
    text,
    ...(sub.length > 0 ? { sub } : {}),
    ...(sup === undefined ? {} : { sup }),
  };
}
export function name(text: string, sub: readonly Formula[] = []): Formula {
  return { is: "name", text, ...(sub.length > 0 ? { sub } : {}) };
}
export const words = (text: string): Formula => ({ is: "words", text });
export const number = (value: number, digits = 10): Formula => ({
  is: "number",
  text: figure(value, digits),
});
export const product = (...factors: readonly Formula[]): Formula =>
  factors.length === 1 ? factors[0]! : { is: "product", factors };
export const fraction = (over: Formula, under: Formula): Formula => ({ is: "fraction", over, under });
export const sum = (over: Formula, of: Formula): Formula => ({ is: "sum", over, of });
export const call = (fn: string, ...args: readonly Formula[]): Formula => ({ is: "call", fn, args });
export const relation = (left: Formula, sign: Sign, right: Formula): Formula => ({
  is: "relation",
  left,
  sign,
  right,
});
export const list = (...items: readonly Formula[]): Formula => ({ is: "list", items });
export const power = (base: Formula, exponent: Formula): Formula => ({ is: "power", base, exponent });
export const root = (of: Formula): Formula => ({ is: "root", of });

/** A sum of terms; one plain term is itself, none is 0. */
export function add(...terms: readonly Term[]): Formula {
  if (terms.length === 0) return number(0);
  return terms.length === 1 && terms[0]!.sign === 1 ? terms[0]!.of : { is: "add", terms };
}
export const plus = (of: Formula): Term => ({ sign: 1, of });
export const minus = (of: Formula): Term => ({ sign: -1, of });

/** A number with as many significant digits as asked for and no idle zeros; a minus zero is zero. */
export function figure(value: number, digits = 10): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
  const short = Number(value.toPrecision(digits));
  return String(short === 0 ? 0 : short).replace("-", "−");
}
