/** Least squares in the unit cube: the last steps to a minimum, and how well it is determined. */
import { inverseDefinite, solveDefinite } from "../definite-systems.ts";
import { clamped } from "./nelder-mead.ts";

/** The residuals at a point; null where there are none. */
export type Residuals = (x: Float64Array) => Float64Array | null;

export function sumOfSquares(r: Float64Array | null): number {
  return r === null ? Number.POSITIVE_INFINITY : r.reduce((sum, v) => sum + v * v, 0);
}

/**
 * The method of Levenberg (1944) and Marquardt (1963) with the Jacobian by differences. A parameter at a bound beyond which the
 * sum would fall stays there.
 */
export function levenbergMarquardt(start: Float64Array, residuals: Residuals): Float64Array {
  let x = start;
  let r = residuals(x);
  let damping = 1e-3;
  for (let iteration = 0; iteration < 50 && r !== null; iteration++) {
    const jacobian = jacobianAt(x, residuals);
    if (jacobian === null) break;
    const gradient = jacobian.map((column) => dot(column, r!));
    const free = gradient.flatMap((g, i) => ((x[i] <= 0 && g > 0) || (x[i] >= 1 && g < 0) ? [] : [i]));
    const normal = free.map((i) => free.map((j) => dot(jacobian[i], jacobian[j])));
    const before = sumOfSquares(r);
    let moved = false;
    for (let attempt = 0; attempt < 12; attempt++) {
      const damped = normal.map((row, i) => row.map((v, j) => (i === j ? v * (1 + damping) + 1e-300 : v)));
      const step = solveDefinite(
        damped,
        free.map((i) => -gradient[i]),
      );
      const next = step && clamped(x.map((v, i) => v + (free.includes(i) ? step[free.indexOf(i)] : 0)));
      const found = next && residuals(next);
      if (next && sumOfSquares(found) < before) {
        x = next;
        r = found;
        damping = Math.max(damping / 10, 1e-12);
        moved = true;
        break;
      }
      damping *= 10;
    }
    if (!moved || before - sumOfSquares(r) <= 1e-15 * before) break;
  }
  return x;
}

/**
 * The covariance of the parameters that are not at a bound, s² (JᵀJ)⁻¹ with s² = Σr²/(n − p), in the order of `free`; null where
 * the data do not determine them.
 */
export function covariance(
  x: Float64Array,
  residuals: Residuals,
  free: readonly number[],
): number[][] | null {
  const r = residuals(x);
  const jacobian = jacobianAt(x, residuals);
  if (r === null || jacobian === null || r.length <= free.length) return null;
  const variance = sumOfSquares(r) / (r.length - free.length);
  const normal = free.map((i) => free.map((j) => dot(jacobian[i], jacobian[j])));
  return inverseDefinite(normal)?.map((row) => row.map((entry) => variance * entry)) ?? null;
}

/** The parameters that move some residual at a point. */
export function effective(x: Float64Array, residuals: Residuals): number[] {
  const jacobian = jacobianAt(x, residuals);
  const sizes = jacobian?.map(sumOfSquares) ?? x.map(() => 1);
  const greatest = Math.max(...sizes);
  return [...x.keys()].filter((i) => sizes[i] > 1e-20 * greatest);
}

/** ∂r/∂xᵢ by central differences, one-sided at a bound; null where a run near the point breaks off. */
function jacobianAt(x: Float64Array, residuals: Residuals): Float64Array[] | null {
  const columns: Float64Array[] = [];
  for (let i = 0; i < x.length; i++) {
    const step = 1e-5;
    const high = x.with(i, Math.min(1, x[i] + step));
    const low = x.with(i, Math.max(0, x[i] - step));
    const [above, below] = [residuals(high), residuals(low)];
    if (above === null || below === null) return null;
    columns.push(above.map((v, j) => (v - below[j]) / (high[i] - low[i])));
  }
  return columns;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
