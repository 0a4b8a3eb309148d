/**
 * javascript-lp-solver as its users call it: one JSON model for each program through the public `Solve`, rows scaled
 * (without scaling it is wrong far more often), building the model included.
 */
import libraryPackage from "javascript-lp-solver";
import type { LpFamily } from "../compiler/lp/lp-family.ts";
import { StandardTasks, standardFamily } from "../runtime/solve/standard-form.ts";

// The package's ES module exports the solver itself; its types, read as CommonJS, put it one level deeper.
const library = libraryPackage as unknown as typeof libraryPackage.default;

interface Answer {
  readonly feasible: boolean;
  readonly bounded?: boolean;
  readonly result: number;
}

class PivotLimit extends Error {}
/** Some programs it never leaves; those that it solves take a few dozen pivots. */
const pivotLimit = 2000;
let pivots = 0;
const pivot = library.Tableau.prototype.pivot;
library.Tableau.prototype.pivot = function (row: number, column: number) {
  if (++pivots > pivotLimit) throw new PivotLimit();
  pivot.call(this, row, column);
};

/** Solves tasks of a family one by one; the objective in the family's units, NaN without an answer. */
export function jsonSolver(family: LpFamily): (task: number) => number {
  const standard = standardFamily(family);
  const tasks = new StandardTasks(family, standard);
  const { rows, columns, own, matrix, equation, free } = standard;
  const names = Array.from({ length: rows }, (_, i) => `row${i}`);
  return (index) => {
    const task = tasks.read(index);
    const constraints: Record<string, { min?: number; equal?: number }> = {};
    for (const [i, name] of names.entries()) {
      constraints[name] = equation[i] ? { equal: task.rhs[i]! } : { min: task.rhs[i]! };
    }
    const variables: Record<string, Record<string, number>> = {};
    const excluded = new Set(task.excluded);
    for (let j = 0; j < columns; j++) {
      if (excluded.has(j)) continue;
      const terms: Record<string, number> = {};
      for (const [i, name] of names.entries()) terms[name] = matrix[i * columns + j]!;
      variables[`unit${j}`] = terms;
    }
    const unrestricted: Record<string, 1> = {};
    for (let k = 0; k < own; k++) {
      const terms: Record<string, number> = { costs: task.costs[k]! };
      for (const [i, name] of names.entries()) terms[name] = task.own[k * rows + i]!;
      variables[`own${k}`] = terms;
      if (free[k]) unrestricted[`own${k}`] = 1;
    }
    pivots = 0;
    try {
      const model = { optimize: "costs", opType: "min", constraints, variables, unrestricted } as const;
      const { feasible, bounded, result } = library.Solve(model) as Answer;
      return feasible && bounded !== false ? (result * task.size) / task.costFactor : Number.NaN;
    } catch (error) {
      if (error instanceof PivotLimit) return Number.NaN;
      throw error;
    }
  };
}
