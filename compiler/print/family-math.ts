/** A family of linear programs in mathematics, from its symbols: rows of one role that read alike become one line. */
import type { Role } from "../../language/ast.ts";
import type { LpRow, OwnVariable } from "../lp/lp-family.ts";
import type { FormulaLine, ProgramBlock, Prose } from "./explanation.ts";
import {
  add,
  type Formula,
  fraction,
  list,
  minus,
  number,
  plus,
  product,
  type Sign,
  sum,
  symbol,
  type Term,
} from "./math.ts";
import { letters, type Notation, scored, unit } from "./notation.ts";
import type { Atom, Coefficient, SymbolicProgram, SymbolicRow } from "./probe.ts";
import { originOf } from "./tableau.ts";

/** What a unit of a variable counts in the objective; the letter w where a measure has no formula for it. */
export type WorthFormula = (variable: number, generic: boolean) => Formula;

const signs = { "<=": "≤", "=": "=", ">=": "≥" } as const satisfies Record<string, Sign>;

export function familyMath(program: SymbolicProgram, notation: Notation, worth?: WorthFormula): ProgramBlock {
  return new FamilyWriter(program, notation, worth).block();
}

/** One line, and the rows and variables that it stands for. */
interface Line {
  readonly line: FormulaLine;
  readonly role: Role | null;
  readonly of: number[];
  readonly rows: LpRow[];
}

class FamilyWriter {
  readonly #program: SymbolicProgram;
  readonly #notation: Notation;
  readonly #worth: WorthFormula;

  constructor(program: SymbolicProgram, notation: Notation, worth?: WorthFormula) {
    this.#program = program;
    this.#notation = notation;
    this.#worth = worth ?? ((variable, generic) => symbol("w", notation.index(variable, generic)));
  }

  block(): ProgramBlock {
    const { sense, objective } = this.#program;
    const lines = new Map<string, Line>();
    for (const row of this.#program.rows) {
      const variable = this.#variableOf(row);
      const line = this.#row(row, variable);
      const role = variable < 0 ? null : this.#notation.variables[variable]!.role;
      const key = `${role} ${row.row.kind} ${JSON.stringify(line)}`;
      const known = lines.get(key);
      if (known === undefined)
        lines.set(key, { line, role, of: variable < 0 ? [] : [variable], rows: [row.row] });
      else if (variable >= 0) {
        known.of.push(variable);
        known.rows.push(row.row);
      }
    }
    return {
      is: "program",
      sense,
      objective: add(...this.#summed(objective)),
      lines: [
        ...[...lines.values()].map(({ line, role, of, rows }) => ({
          ...line,
          ...originOf(rows),
          note: this.#noteOf(role, of),
        })),
        ...this.#bounds(),
      ].map(({ note, ...line }) => (note === undefined ? line : { ...line, note })),
    };
  }

  #variableOf({ row }: SymbolicRow): number {
    return this.#notation.variables.findIndex((v) => v.name === row.variable);
  }

  #row(row: SymbolicRow, variable: number): FormulaLine {
    const rest = this.#own(row.own, variable);
    const right = this.#coefficientTerms(row.rhs, variable);
    const sign = signs[row.row.relation];
    if (row.intensities.length === 0) {
      const whole = row.row.kind === "normalization" ? this.#summed(row.own) : rest.map(({ term }) => term);
      const taken = right.length === 0 ? whole.filter((term) => term.sign === -1) : [];
      const kept = whole.filter((term) => !taken.includes(term));
      return { left: add(...kept), sign, right: add(...taken.map(({ of }) => plus(of)), ...right) };
    }
    const stays = (one: OwnVariable) => /^(slack|excess) /.test(one.name);
    const left = [this.#intensities(row, variable), ...rest.flatMap((o) => (stays(o.one) ? [o.term] : []))];
    const moved = rest.filter((o) => !stays(o.one));
    return { left: add(...left), sign, right: this.#rightSide(row.rhs, right, moved, variable) };
  }

  /** `(1 − β) x` where the movement is a share of the amount itself, else amount and movements. */
  #rightSide(
    rhs: Coefficient,
    right: readonly Term[],
    moved: readonly { readonly one: OwnVariable; readonly by: Coefficient; readonly term: Term }[],
    variable: number,
  ): Formula {
    const [only] = moved;
    if (moved.length === 1 && right.length === 1 && sameAtoms(only!.by, rhs) && rhs.atoms.length > 0) {
      const z = this.#ownFormula(only!.one, variable);
      const share = add(plus(number(1)), only!.by.sign === 1 ? minus(z) : plus(z));
      return product(share, right[0]!.of);
    }
    return add(...right, ...moved.map(({ term }) => ({ ...term, sign: term.sign === 1 ? -1 : 1 }) as Term));
  }

  /** Own variables' terms of a row, as they stand on its left. */
  #own(own: readonly Coefficient[], variable: number) {
    return own.flatMap((by, k) => {
      if (by.sign === 0) return [];
      const one = this.#program.own[k]!;
      const of = this.#times(by, variable, this.#ownFormula(one, variable));
      return [{ one, by, term: { sign: by.sign, of } satisfies Term }];
    });
  }

  #intensities({ intensities }: SymbolicRow, variable: number): Term {
    const first = intensities[0]!;
    const alike = intensities.every(({ of }) => sameAtoms(of, first.of) && of.sign === first.of.sign);
    const all = add(...intensities.map(({ kind }) => plus(this.#notation.intensity(kind))));
    if (alike) {
      return {
        sign: first.of.sign as 1 | -1,
        of: sum(unit, product(all, ...this.#factors(first.of, variable))),
      };
    }
    const terms = intensities.map(({ kind, of }): Term => {
      const factors = [this.#notation.intensity(kind), ...this.#factors(of, variable)];
      return { sign: of.sign as 1 | -1, of: product(...factors) };
    });
    return plus(sum(unit, add(...terms)));
  }

  /** Terms over all own variables; those of a role that read alike become a sum over its index. */
  #summed(coefficients: readonly Coefficient[]): Term[] {
    const { variables } = this.#notation;
    const terms: Term[] = [];
    const done = new Set<number>();
    for (const [k, by] of coefficients.entries()) {
      if (by.sign === 0 || done.has(k)) continue;
      const one = this.#program.own[k]!;
      const variable = variables.findIndex((v) => v.name === one.variable);
      const written = (i: number, generic: boolean): Term => {
        const own = this.#program.own[i]!;
        const of = variables.findIndex((v) => v.name === own.variable);
        const by = coefficients[i]!;
        const z = this.#notation.own(own, generic);
        return signed(by.sign as 1 | -1, this.#times(by, generic ? of : -1, z));
      };
      if (variable < 0) {
        terms.push(written(k, false));
        continue;
      }
      const { role } = variables[variable]!;
      const members = this.#program.own.flatMap(({ variable: name }, i) =>
        variables.find((v) => v.name === name)?.role === role ? [i] : [],
      );
      const whole = members.length > 1 && members.length === this.#notation.numbers(role).length;
      const generic = JSON.stringify(written(k, true));
      if (whole && members.every((i) => JSON.stringify(written(i, true)) === generic)) {
        const { sign, of } = written(k, true);
        terms.push({ sign, of: sum(symbol(letters[role].index), of) });
        for (const i of members) done.add(i);
      } else terms.push(written(k, members.length === 1));
    }
    return terms;
  }

  #coefficientTerms(of: Coefficient, variable: number): Term[] {
    if (of.sign === 0) return [];
    const factors = this.#factors(of, variable);
    return [{ sign: of.sign, of: factors.length === 0 ? number(1) : product(...factors) }];
  }

  /** A coefficient times an own variable: `θ x`, but `w s` and `s / x`. */
  #times(by: Coefficient, variable: number, own: Formula): Formula {
    const [only] = by.atoms;
    if (by.atoms.length === 1 && only!.what === "worth") {
      const worth = this.#atom(only!, variable);
      if (worth.is === "fraction" && isOne(worth.over)) return fraction(own, worth.under);
      return isOne(worth) ? own : product(worth, own);
    }
    return product(own, ...this.#factors(by, variable));
  }

  #factors({ atoms }: Coefficient, variable: number): Formula[] {
    const over = atoms.filter((a) => a.power === 1).map((a) => this.#atom(a, variable));
    const under = atoms.filter((a) => a.power === -1).map((a) => this.#atom(a, variable));
    if (under.length === 0) return over;
    return [fraction(over.length === 0 ? number(1) : product(...over), product(...under))];
  }

  #atom({ what, variable: of }: Atom, variable: number): Formula {
    const generic = of === variable;
    const notation = this.#notation;
    switch (what) {
      case "at":
        return notation.amount(of, scored, generic);
      case "unit":
        return notation.amount(of, unit, generic);
      case "move":
        return notation.move(of, generic);
      case "worth":
        return this.#worth(of, generic);
      case "least":
      case "greatest":
        return product(symbol(what === "least" ? "min" : "max", [unit]), notation.amount(of, unit, generic));
    }
  }

  #ownFormula(one: OwnVariable, variable: number): Formula {
    const generic = one.variable !== undefined && one.variable === this.#notation.variables[variable]?.name;
    return this.#notation.own(one, generic);
  }

  /** `i: labor, capital`; nothing where the role has no index. */
  #noteOf(role: Role | null, of: readonly number[]): Prose | undefined {
    if (role === null) return undefined;
    const names = of.map((variable) => this.#notation.variables[variable]!.name).join(", ");
    const several = this.#notation.numbers(role).length > 1;
    const letter = several ? letters[role].index : letters[role].amount;
    return [symbol(letter), `: ${names}`];
  }

  /** What must not be negative, and what is free. */
  #bounds(): FormulaLine[] {
    const kinds = [...new Set(this.#program.rows.flatMap((row) => row.intensities.map(({ kind }) => kind)))];
    const positive = kinds.map((kind) => this.#notation.intensity(kind));
    const free: Formula[] = [];
    const seen = new Set<string>();
    for (const one of this.#program.own) {
      const formula = this.#notation.own(one, true);
      const key = JSON.stringify(formula);
      if (seen.has(key)) continue;
      seen.add(key);
      (one.free ? free : positive).push(formula);
    }
    return [
      {
        left: list(...positive),
        sign: "≥",
        right: number(0),
        ...(this.#program.single ? { note: ["one intensity alone is above zero"] } : {}),
      },
      ...(free.length === 0 ? [] : [{ left: list(...free), note: ["free"] }]),
    ];
  }
}

/** A weight that is counted off turns the sign of its term. */
function signed(sign: 1 | -1, of: Formula): Term {
  const [first, ...rest] = of.is === "product" ? of.factors : [];
  if (first?.is !== "add" || first.terms.length !== 1 || first.terms[0]!.sign === 1) return { sign, of };
  return { sign: sign === 1 ? -1 : 1, of: product(first.terms[0]!.of, ...rest) };
}

function isOne(formula: Formula): boolean {
  return formula.is === "number" && formula.text === "1";
}

function sameAtoms(a: Coefficient, b: Coefficient): boolean {
  const key = ({ atoms }: Coefficient) =>
    atoms
      .map(({ what, variable, power }) => `${what} ${variable} ${power}`)
      .sort()
      .join(", ");
  return key(a) === key(b);
}
