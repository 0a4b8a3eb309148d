/**
 * Reads the mathematics of a family off the family itself. A family is built once over numbers of which each is like no other
 * (square roots of primes); every coefficient then tells which amount it is. So what `explain` prints is the program that is
 * solved, for every family there is, and cannot drift from it.
 */
import type { LpFamily, LpRow, OwnVariable } from "../lp/lp-family.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "../lp/technology-matrix.ts";

/**
 * A factor of a coefficient: an amount of the unit that is scored, its movement, what it counts; an amount of a reference unit, or
 * the least or greatest of all.
 */
export interface Atom {
  readonly what: "at" | "move" | "worth" | "least" | "greatest" | "unit";
  /** The variable's number in the technology. */
  readonly variable: number;
  readonly power: 1 | -1;
}
/** `sign · ∏ atoms`; no atoms is one, a sign of 0 nothing. */
export interface Coefficient {
  readonly sign: 1 | -1 | 0;
  readonly atoms: readonly Atom[];
}
export interface SymbolicRow {
  readonly row: LpRow;
  /** What each kind of intensity counts in the row. */
  readonly intensities: readonly { readonly kind: string; readonly of: Coefficient }[];
  /** One for each own variable of the program, zeros too. */
  readonly own: readonly Coefficient[];
  readonly rhs: Coefficient;
}
export interface SymbolicProgram {
  readonly sense: "min" | "max";
  readonly own: readonly OwnVariable[];
  readonly objective: readonly Coefficient[];
  readonly rows: readonly SymbolicRow[];
  /** Only one intensity may be above zero. */
  readonly single: boolean;
}

export interface Probe {
  readonly reference: ReferenceUnits;
  readonly point: Point;
}

/**
 * The numbers of the probe. `observed` variables move by their own amount, `moving` ones by an amount of their own, others not
 * at all.
 */
export function probeOf(
  form: Pick<TechnologyForm, "variables">,
  moves: readonly ("observed" | "moving" | "none")[],
): Probe {
  const next = squareRoots();
  const draw = () => Float64Array.from(form.variables, () => next());
  const at = draw();
  const move = Float64Array.from(draw(), (own, i) => {
    return moves[i] === "observed" ? at[i]! : moves[i] === "moving" ? own : 0;
  });
  const worth = draw();
  const values = form.variables.map(() => {
    const [least, middle, greatest] = [next(), next(), next()];
    return Float64Array.of(middle, least, greatest);
  });
  return {
    reference: { observations: [0, 1, 2], values },
    point: { observation: 3, at, move, worth, without: [] },
  };
}

/** The family's first program in symbols; null where a coefficient is none of the probe's numbers. */
export function readProgram(family: LpFamily, probe: Probe): SymbolicProgram | null {
  const { rhs, own, costs } = family.tasks[0]!;
  const m = family.rows.length;
  const reader = new Reader(probe);
  const kinds = [...new Set(family.columns.map((column) => column.kind))];
  const rows = family.rows.map((row, i): SymbolicRow => {
    return {
      row,
      intensities: kinds.flatMap((kind) => {
        const column = family.columns.findIndex((c) => c.kind === kind && c.observation === 0);
        const of = reader.read(family.matrix[i * family.columns.length + column] ?? 0);
        return of.sign === 0 ? [] : [{ kind, of }];
      }),
      own: family.own.map((_, k) => reader.read(own[k * m + i]!)),
      rhs: reader.read(rhs[i]!),
    };
  });
  const objective = family.own.map((_, k) => reader.read(costs[k]!));
  if (reader.lost) return null;
  return { sense: family.sense, own: family.own, objective, rows, single: family.single === true };
}

class Reader {
  /** Whether a number was not found. */
  lost = false;
  readonly #atoms: { readonly atom: Atom; readonly value: number }[] = [];

  constructor({ reference, point }: Probe) {
    const add = (what: Atom["what"], values: Iterable<number>) => {
      for (const [variable, value] of [...values].entries()) {
        if (value !== 0) this.#atoms.push({ atom: { what, variable, power: 1 }, value });
      }
    };
    add("at", point.at);
    add("move", point.move);
    add("worth", point.worth);
    for (const [place, what] of (["unit", "least", "greatest"] as const).entries()) {
      add(
        what,
        reference.values.map((column) => column[place]!),
      );
    }
  }

  /** What a number is; products and quotients of two amounts are tried after single ones. */
  read(value: number): Coefficient {
    if (value === 0) return { sign: 0, atoms: [] };
    const sign = value < 0 ? -1 : 1;
    const size = Math.abs(value);
    if (same(size, 1)) return { sign, atoms: [] };
    for (const { atom, value: one } of this.#atoms) {
      if (same(size, one)) return { sign, atoms: [atom] };
      if (same(size * one, 1)) return { sign, atoms: [{ ...atom, power: -1 }] };
    }
    for (const a of this.#atoms) {
      for (const b of this.#atoms) {
        if (same(size, a.value * b.value)) return { sign, atoms: [a.atom, b.atom] };
        if (same(size * b.value, a.value)) return { sign, atoms: [a.atom, { ...b.atom, power: -1 }] };
      }
    }
    this.lost = true;
    return { sign, atoms: [] };
  }
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.abs(b);
}

/** √2, √3, √5, √7, …: no product of two of them is another one. */
function squareRoots(): () => number {
  const primes: number[] = [];
  let candidate = 1;
  return () => {
    do candidate++;
    while (primes.some((p) => candidate % p === 0));
    primes.push(candidate);
    return Math.sqrt(candidate);
  };
}
