/**
 * The simplex method as textbooks show it (Dantzig 1951; two phases; Bland 1977 against cycling), tableau by tableau, for a page to step
 * through. All of it is computed with whole numbers, so that a zero is a zero and a tie is a tie.
 */
import { quotient } from "./exact-number.ts";
import { IntegerTableau } from "./integer-tableau.ts";
import { type SimplexForm, simplexForm } from "./simplex-form.ts";
import type { DenseProgram, SimplexStep, SimplexSteps, SimplexTableau, TooLarge } from "./simplex-types.ts";

export type * from "./simplex-types.ts";

/** A larger tableau is none that anyone reads, and slow to work without rounding. */
export const largest = { rows: 60, columns: 120 } as const;

/** The steps to the end, which is reached always. */
export function simplexSteps(program: DenseProgram): SimplexSteps | TooLarge {
  const form = simplexForm(program);
  const [rows, columns] = [form.rows.length, form.columns.length];
  if (rows > largest.rows || columns > largest.columns) return { tooLarge: { rows, columns } };
  return new SimplexMethod(program.sense, form).run();
}

class SimplexMethod {
  readonly #sense: "min" | "max";
  readonly #form: SimplexForm;
  readonly #tableau: IntegerTableau;
  readonly #basis: number[];
  readonly #tableaux: SimplexTableau[] = [];
  #phase: 1 | 2;
  #stalled = false;

  constructor(sense: "min" | "max", form: SimplexForm) {
    this.#sense = sense;
    this.#form = form;
    this.#tableau = new IntegerTableau(form.numbers);
    this.#basis = [...form.basis];
    this.#phase = form.columns.some(({ kind }) => kind === "artificial") ? 1 : 2;
  }

  run(): SimplexSteps {
    for (;;) {
      const step = this.#next();
      this.#record(step);
      if (step.is === "pivot" || step.is === "drive_out") {
        this.#tableau.pivot(step.row, step.entering);
        this.#basis[step.row] = step.entering;
        if (step.is === "pivot") this.#stalled = step.degenerate;
      } else if (step.is === "feasible") {
        this.#phase = 2;
        this.#stalled = false;
      } else return this.#end(step.is);
    }
  }

  get #rows(): number {
    return this.#form.rows.length;
  }
  get #width(): number {
    return this.#form.columns.length;
  }
  get #reduced(): readonly bigint[] {
    return this.#tableau.row(this.#rows + (this.#phase === 1 ? 1 : 0));
  }

  #next(): SimplexStep {
    const entering = this.#entering();
    if (entering >= 0) return this.#leaving(entering);
    if (this.#phase === 2) return { is: "optimal" };
    // Minus the sum of the artificial variables stands at the end of their row.
    if (this.#reduced[this.#width]! < 0n) return { is: "infeasible" };
    for (const [row, leaving] of this.#basis.entries()) {
      if (!this.#isArtificial(leaving)) continue;
      const cells = this.#tableau.row(row);
      const other = this.#form.columns.findIndex((_, j) => cells[j] !== 0n && !this.#isArtificial(j));
      if (other >= 0) return { is: "drive_out", entering: other, row, leaving };
    }
    return { is: "feasible" };
  }

  /** The column with the greatest improvement per unit, or the first that improves; −1 where none does. */
  #entering(): number {
    const way = this.#phase === 2 && this.#sense === "max" ? 1n : -1n;
    let best = -1;
    let most = 0n;
    for (let j = 0; j < this.#width; j++) {
      if (this.#isArtificial(j)) continue;
      const gain = way * this.#reduced[j]! * this.#form.units[j]!;
      if (gain <= most) continue;
      best = j;
      most = gain;
      if (this.#stalled) break;
    }
    return best;
  }

  #leaving(entering: number): SimplexStep {
    const ratios: (number | null)[] = [];
    let tied: number[] = [];
    for (let i = 0; i < this.#rows; i++) {
      const row = this.#tableau.row(i);
      const [cell, rhs] = [row[entering]!, row[this.#width]!];
      ratios.push(cell > 0n ? quotient(rhs, cell * this.#form.units[entering]!) : null);
      if (cell <= 0n) continue;
      if (tied.length === 0) tied = [i];
      else {
        const least = this.#tableau.row(tied[0]!);
        const order = rhs * least[entering]! - least[this.#width]! * cell;
        if (order < 0n) tied = [i];
        else if (order === 0n) tied.push(i);
      }
    }
    if (tied.length === 0) return { is: "unbounded", entering };
    const first = (rows: readonly number[]) =>
      rows.reduce((a, b) => (this.#basis[b]! < this.#basis[a]! ? b : a));
    const artificial = tied.filter((i) => this.#isArtificial(this.#basis[i]!));
    const row = this.#stalled || artificial.length === 0 ? first(tied) : first(artificial);
    return {
      is: "pivot",
      entering,
      ratios,
      row,
      leaving: this.#basis[row]!,
      rule: this.#stalled ? "bland" : "greatest",
      degenerate: this.#tableau.row(row)[this.#width] === 0n,
      tied: tied.length,
    };
  }

  #isArtificial(column: number): boolean {
    return this.#form.columns[column]!.kind === "artificial";
  }

  #record(step: SimplexStep): void {
    const { units, scales } = this.#form;
    const { denominator } = this.#tableau;
    const cells = Array.from({ length: this.#rows }, (_, i) => {
      const under = denominator * units[this.#basis[i]!]!;
      return this.#tableau.row(i).map((value, j) => quotient(value * (units[j] ?? 1n), under));
    });
    const scale = denominator * scales[this.#phase === 1 ? 1 : 0];
    const reduced = this.#reduced.map((value, j) => quotient(value * (units[j] ?? 1n), scale));
    this.#tableaux.push({
      phase: this.#phase,
      basis: [...this.#basis],
      cells: cells.map((row) => row.slice(0, -1)),
      rhs: cells.map((row) => row.at(-1)!),
      reduced: reduced.slice(0, -1),
      objective: -reduced.at(-1)! + 0,
      step,
    });
  }

  #end(status: SimplexSteps["status"]): SimplexSteps {
    const { columns, rows } = this.#form;
    const last = this.#tableaux.at(-1)!;
    const optimal = status === "optimal";
    const values = columns.map(() => 0);
    for (const [i, column] of this.#basis.entries()) values[column] = last.rhs[i]!;
    return {
      sense: this.#sense,
      columns,
      rows,
      tableaux: this.#tableaux,
      status,
      objective: optimal ? last.objective : null,
      values: optimal ? values : [],
    };
  }
}
