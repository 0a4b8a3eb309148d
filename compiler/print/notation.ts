/** The letters of the field: which symbol stands for a variable's amount, for an intensity, for what a program is asked for. */
import type { Role } from "../../language/ast.ts";
import type { Variable } from "../../language/model.ts";
import type { OwnVariable } from "../lp/lp-family.ts";
import { type Formula, name, symbol } from "./math.ts";

export const letters: Readonly<Record<Role, { readonly amount: string; readonly index: string }>> = {
  input: { amount: "x", index: "i" },
  good: { amount: "y", index: "r" },
  bad: { amount: "b", index: "k" },
};
export const roleWords: Readonly<Record<Role, { readonly one: string; readonly many: string }>> = {
  input: { one: "input", many: "inputs" },
  good: { one: "good output", many: "good outputs" },
  bad: { one: "bad output", many: "bad outputs" },
};

const intensityLetters: Readonly<Record<string, readonly [string, string]>> = {
  lambda: ["λ", "Λ"],
  mu: ["μ", "M"],
  nu: ["ν", "N"],
  limit: ["π", "Π"],
};

/** The unit that is scored, and the index of the units that it is compared with. */
export const scored = symbol("o");
export const unit = symbol("j");

/** Writes the variables of one technology: by the index of their role, or by name. */
export class Notation {
  readonly variables: readonly Pick<Variable, "name" | "role">[];
  /** Slacks and intensities of a fractional program stand multiplied by t, in capitals. */
  readonly #fractional: boolean;

  constructor(variables: readonly Pick<Variable, "name" | "role">[], own: readonly OwnVariable[] = []) {
    this.variables = variables;
    this.#fractional = own.some((one) => one.name === "t");
  }

  numbers(role: Role): number[] {
    return this.variables.flatMap((v, i) => (v.role === role ? [i] : []));
  }

  /** What tells a variable from others of its role: nothing where it is the only one, its role's index, or its name. */
  index(variable: number, generic: boolean): Formula[] {
    const { role, name: own } = this.variables[variable]!;
    if (this.numbers(role).length === 1) return [];
    return generic ? [symbol(letters[role].index)] : [name(own)];
  }

  /** `xᵢⱼ`, `xᵢₒ`, `y[paper, o]`. */
  amount(variable: number, of: Formula | null, generic: boolean): Formula {
    const sub = [...this.index(variable, generic), ...(of === null ? [] : [of])];
    return symbol(letters[this.variables[variable]!.role].amount, sub);
  }

  /** How far the direction moves a variable. */
  move(variable: number, generic: boolean): Formula {
    const { role } = this.variables[variable]!;
    return symbol("g", this.index(variable, generic), symbol(letters[role].amount));
  }

  intensity(kind: string): Formula {
    const [letter, capital] = intensityLetters[kind] ?? [kind, kind];
    return symbol(this.#fractional ? capital : letter, [unit]);
  }

  /** What a program is asked for; `generic` writes a variable's own part with its role's index. */
  own(one: OwnVariable, generic: boolean): Formula {
    if (one.name === "abatement") return symbol("δ");
    const variable = this.variables.findIndex((v) => v.name === one.variable);
    if (variable < 0) return /^\p{L}$/u.test(one.name) ? symbol(one.name) : name(one.name);
    const { role } = this.variables[variable]!;
    const index = this.index(variable, generic);
    const what = one.name.split(" ")[0]!;
    if (what === "slack" || what === "excess") {
      const mark = role === "input" ? "−" : role === "good" ? "+" : "b";
      return symbol(this.#fractional ? "S" : "s", index, symbol(mark));
    }
    if (what === "amount") return symbol(`${letters[role].amount}\u0302`, index);
    return symbol(what, index, symbol(letters[role].amount));
  }
}
