/** The linear program of a quantile regression, solved from vertex to vertex. */
import { dot, OrthogonalBasis } from "./orthogonal-basis.ts";

/** By how much a multiplier may miss its bounds at an optimum. */
const slack = 1e-9;

/**
 * min Σ ρ(y − Qγ). A vertex fits as many rows exactly as there are columns. Its multipliers d, Σ ψ(e) q + Σ d q = 0 over the other and
 * the fitted rows, must lie in [τ − 1, τ]; a row whose d does not leaves, along an edge on which the sum falls until it would rise
 * again, past any number of changes of sign (Barrodale & Roberts 1973), where another row takes its place.
 *
 * @param moved the values with which vertices are chosen: those of y but for ties
 * @returns γ at the vertex, fitted to y
 */
export function quantileVertex(
  y: Float64Array,
  moved: Float64Array,
  vectors: readonly Float64Array[],
  at: number,
): Float64Array {
  const n = y.length;
  const rows = Array.from({ length: n }, (_, i) => Float64Array.from(vectors, (q) => q[i]));
  const fitted = firstRows(rows, moved, vectors);
  const solve = (values: Float64Array, inverse: readonly Float64Array[]) =>
    Float64Array.from(inverse, (row) => row.reduce((sum, w, j) => sum + w * values[fitted[j]], 0));
  for (let step = 0; step < 100 * (n + 10); step++) {
    const inverse = inverseOfRows(fitted.map((i) => rows[i]));
    const gamma = solve(moved, inverse);
    const residuals = moved.map((value, i) => value - dot(rows[i], gamma));
    for (const i of fitted) residuals[i] = 0;
    const inside = new Set(fitted);
    const pull = new Float64Array(vectors.length);
    for (let i = 0; i < n; i++) {
      if (inside.has(i)) continue;
      const weight = residuals[i] < 0 ? at - 1 : at;
      for (let k = 0; k < pull.length; k++) pull[k] += weight * rows[i][k];
    }
    // d = −W'g, and how far each is out of bounds.
    const out = fitted.map((_, j) => {
      const d = -inverse.reduce((sum, row, k) => sum + row[j] * pull[k], 0);
      return d > at ? d - at : d < at - 1 ? d - (at - 1) : 0;
    });
    const leaving = out.reduce((best, value, j) => (Math.abs(value) > Math.abs(out[best]) ? j : best), 0);
    if (Math.abs(out[leaving] ?? 0) <= slack) return solve(y, inverse);
    const sign = Math.sign(out[leaving]);
    const direction = Float64Array.from(inverse, (row) => sign * row[leaving]);
    const entering = farthest(rows, residuals, direction, -Math.abs(out[leaving]), inside);
    if (entering < 0) throw new Error("a quantile regression without a minimum");
    fitted[leaving] = entering;
  }
  throw new Error("a quantile regression that does not end");
}

/** The row at which the sum stops falling along an edge: residuals change by t · q·direction. */
function farthest(
  rows: readonly Float64Array[],
  residuals: Float64Array,
  direction: Float64Array,
  slope: number,
  inside: ReadonlySet<number>,
): number {
  const crossings: { readonly row: number; readonly t: number; readonly rise: number }[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (inside.has(row)) continue;
    const change = dot(rows[row], direction);
    const t = -residuals[row] / change;
    if (Math.abs(change) > 1e-12 && t > 0) crossings.push({ row, t, rise: Math.abs(change) });
  }
  crossings.sort((a, b) => a.t - b.t);
  let now = slope;
  for (const { row, rise } of crossings) {
    now += rise;
    if (now >= 0) return row;
  }
  return -1;
}

/** Independent rows that least squares fits best. */
function firstRows(
  rows: readonly Float64Array[],
  y: Float64Array,
  vectors: readonly Float64Array[],
): number[] {
  const gamma = Float64Array.from(vectors, (q) => dot(q, y));
  const misses = y.map((value, i) => Math.abs(value - dot(rows[i], gamma)));
  const order = Array.from(rows.keys()).sort((a, b) => misses[a] - misses[b]);
  // Rows far from dependent are taken first, so that the first vertex is well determined.
  for (const least of [1e-3, 1e-6, 0]) {
    const basis = new OrthogonalBasis(null);
    const chosen: number[] = [];
    for (const row of order) {
      if (chosen.length === vectors.length) break;
      const length = Math.sqrt(dot(rows[row], rows[row]));
      const { rest } = basis.project(rows[row]);
      if (Math.sqrt(dot(rest, rest)) <= Math.max(least, 1e-10) * length || length === 0) continue;
      basis.add(rows[row]);
      chosen.push(row);
    }
    if (chosen.length === vectors.length) return chosen;
  }
  throw new Error("fewer independent rows than columns");
}

/** The inverse of the matrix of some rows, by Gauss and Jordan's steps with the greatest pivot of each column. */
function inverseOfRows(matrix: readonly Float64Array[]): Float64Array[] {
  const n = matrix.length;
  const work = matrix.map((row, i) => {
    const wide = new Float64Array(2 * n);
    wide.set(row);
    wide[n + i] = 1;
    return wide;
  });
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(work[i][k]) > Math.abs(work[best][k])) best = i;
    [work[k], work[best]] = [work[best], work[k]];
    const pivot = work[k][k];
    for (let j = k; j < 2 * n; j++) work[k][j] /= pivot;
    for (let i = 0; i < n; i++) {
      const factor = work[i][k];
      if (i === k || factor === 0) continue;
      for (let j = k; j < 2 * n; j++) work[i][j] -= factor * work[k][j];
    }
  }
  return work.map((row) => row.slice(n));
}
