/**
 * Programs that maximise a weighted sum of slacks:
 *
 *     max Σ w_v s_v : Σλx + sx = x, Σλy − sy = y, Σλb + sb = b,     s ≥ 0
 *
 * With their weights these are the additive model (Charnes, Cooper, Golany, Seiford & Stutz 1985), the range-adjusted (Cooper, Park
 * & Pastor 1999) and bounded-adjusted measures (Cooper, Pastor, Borras, Aparicio & Pastor 2011), and the oriented slacks-based
 * (Tone 2001) and Russell measures (Färe & Lovell 1978). A variable that counts nothing keeps its inequality, or its equality for a
 * weakly disposable bad.
 */
import { extremes } from "./extremes.ts";
import type { LpFamily, LpRow, LpTask, OwnVariable } from "./lp-family.ts";
import { peersOf } from "./returns-to-scale.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";
import {
  abatementFactor,
  closeTask,
  excludedColumns,
  grows,
  type TechnologyMatrix,
  technologyMatrix,
} from "./technology-matrix.ts";

/**
 * One program for each point; `worth` holds the weights.
 * @param counted the numbers of the variables whose slack is part of the objective
 * @param bounds adds Σλx ≥ min x and Σλy ≤ max y (and Σλb ≥ min b) over the reference units for the counted variables
 */
export function slackFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  counted: readonly number[],
  bounds = false,
): LpFamily {
  const technology = technologyMatrix(form, reference);
  const n = technology.columns.length;
  const isCounted = new Set(counted);
  const rows: LpRow[] = technology.rows.map((row, i) => (isCounted.has(i) ? { ...row, relation: "=" } : row));
  const limits: { readonly row: number; readonly bound: number; readonly of: number }[] = [];
  if (bounds) {
    for (const i of counted) {
      const { name: variable, role, span } = form.variables[i]!;
      const good = role === "good";
      const { least, greatest } = extremes(reference.observations.map((row) => reference.values[i]![row]!));
      const row: LpRow = {
        relation: good ? "<=" : ">=",
        kind: "bound",
        variable,
        label: `${variable} ${good ? "≤ its greatest" : "≥ its least"}`,
        span,
      };
      limits.push({
        row: rows.push(row) - 1,
        bound: good ? greatest : least,
        of: i,
      });
    }
  }
  const m = rows.length;
  const matrix = new Float64Array(m * n);
  matrix.set(technology.matrix);
  for (const { row, of } of limits) {
    matrix.set(technology.matrix.subarray(of * n, (of + 1) * n), row * n);
  }
  const own: OwnVariable[] = counted.map((i) => {
    const variable = form.variables[i]!.name;
    return { name: `slack ${variable}`, variable, free: false };
  });
  own.push(...abatementFactor(technology));
  const tasks = points.map((point): LpTask => {
    const rhs = amounts(technology, point, m);
    for (const { row, bound } of limits) rhs[row] = bound;
    const coefficients = new Float64Array(own.length * m);
    for (const [k, i] of counted.entries()) {
      for (const row of technology.rowsOf[i]!) coefficients[k * m + row] = grows(form, i) ? -1 : 1;
    }
    closeTask(form, technology, point, rhs, coefficients);
    const costs = new Float64Array(own.length);
    for (const [k, i] of counted.entries()) costs[k] = point.worth[i]!;
    const excluded = excludedColumns(technology, point);
    return { observation: point.observation, rhs, own: coefficients, costs, excluded };
  });
  return {
    name,
    rows,
    columns: technology.columns,
    matrix,
    own,
    sense: "max",
    ...peersOf(form.returns),
    tasks,
  };
}

/**
 * The least weighted worsening that brings a unit into the set of the others: super-efficiency of slack programs (Tone 2002, oriented;
 * Du, Liang & Zhu 2010, additive).
 *
 *     min Σ w_v s_v : Σλx − sx ≤ x, Σλy + sy ≥ y, Σλb − sb ≤ b, sy ≤ y,     s ≥ 0
 */
export function excessFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  counted: readonly number[],
): LpFamily {
  const technology = technologyMatrix(form, reference);
  const rows: LpRow[] = [...technology.rows];
  const floors = counted
    .filter((i) => form.variables[i]!.role === "good")
    .map((i) => {
      const variable = form.variables[i]!.name;
      const row = rows.push({ relation: "<=", kind: "bound", variable, label: `${variable} ≥ 0` }) - 1;
      return { row, of: i };
    });
  const m = rows.length;
  const matrix = new Float64Array(m * technology.columns.length);
  matrix.set(technology.matrix);
  const own: OwnVariable[] = counted.map((i) => {
    const variable = form.variables[i]!.name;
    return { name: `excess ${variable}`, variable, free: false };
  });
  const tasks = points.map((point): LpTask => {
    const rhs = amounts(technology, point, m);
    const coefficients = new Float64Array(own.length * m);
    for (const [k, i] of counted.entries()) {
      for (const row of technology.rowsOf[i]!) coefficients[k * m + row] = grows(form, i) ? 1 : -1;
    }
    closeTask(form, technology, point, rhs, coefficients);
    for (const { row, of } of floors) {
      rhs[row] = point.at[of]!;
      coefficients[counted.indexOf(of) * m + row] = 1;
    }
    const costs = Float64Array.from(counted, (i) => point.worth[i]!);
    const excluded = excludedColumns(technology, point);
    return { observation: point.observation, rhs, own: coefficients, costs, excluded };
  });
  return {
    name,
    rows,
    columns: technology.columns,
    matrix,
    own,
    sense: "min",
    ...peersOf(form.returns),
    tasks,
  };
}

/** A right-hand side with the unit's amounts in the rows of the variables. */
function amounts({ rowsOf }: TechnologyMatrix, point: Point, rows: number): Float64Array {
  const rhs = new Float64Array(rows);
  for (const [i, places] of rowsOf.entries()) for (const row of places) rhs[row] = point.at[i]!;
  return rhs;
}
