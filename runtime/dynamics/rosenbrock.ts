import { type Allowance, type Derivative, errorOf, type TriedStep } from "./adaptive-step.ts";

const d = 1 / (2 + Math.SQRT2);
const e32 = 6 + Math.SQRT2;

/**
 * One step of the Rosenbrock pair of order 2(3) of Shampine and Reichelt, The MATLAB ODE Suite (1997), section 3 (`ode23s`), for
 * stiff systems: W = I − h d J, and
 *   W k₁ = f(t, y) + h d ∂f/∂t,  W (k₂ − k₁) = f(t + h/2, y + h k₁/2) − k₁,  y₊ = y + h k₂,
 *   W k₃ = f(t + h, y₊) − e₃₂ (k₂ − f₁) − 2 (k₁ − f₀) + h d ∂f/∂t,  error = h/6 (k₁ − 2 k₂ + k₃),
 * with the continuous extension y + h (s(1 − s) k₁ + s(s − 2d) k₂) / (1 − 2d). Derivatives are differences.
 */
export function tryRosenbrock(
  derivative: Derivative,
  time: number,
  h: number,
  start: Float64Array,
  allowance: Allowance,
): TriedStep {
  const n = start.length;
  const f = (t: number, y: Float64Array): Float64Array => {
    const rates = new Float64Array(n);
    derivative(t, y, rates);
    return rates;
  };
  const f0 = f(time, start);
  const matrix = jacobian(f, time, start, f0, allowance.sizes);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) matrix[i * n + j] *= -h * d;
    matrix[i * n + i] += 1;
  }
  const moment = h * 1e-6;
  const later = f(time + moment, start);
  const drift = later.map((rate, i) => (h * d * (rate - f0[i])) / moment);
  const solve = factor(matrix, n);
  const k1 = solve(f0.map((rate, i) => rate + drift[i]));
  const f1 = f(
    time + h / 2,
    start.map((y, i) => y + (h / 2) * k1[i]),
  );
  const k2 = solve(f1.map((rate, i) => rate - k1[i])).map((k, i) => k + k1[i]);
  const end = start.map((y, i) => y + h * k2[i]);
  const f2 = f(time + h, end);
  const k3 = solve(f2.map((rate, i) => rate - e32 * (k2[i] - f1[i]) - 2 * (k1[i] - f0[i]) + drift[i]));
  const difference = (i: number) => (h / 6) * (k1[i] - 2 * k2[i] + k3[i]);
  return {
    end,
    ...errorOf(difference, start, end, allowance),
    at: (share, into) => {
      const [a, b] = [(share * (1 - share)) / (1 - 2 * d), (share * (share - 2 * d)) / (1 - 2 * d)];
      for (let i = 0; i < n; i++) into[i] = start[i] + h * (a * k1[i] + b * k2[i]);
    },
  };
}

/** ∂fᵢ/∂yⱼ by one-sided differences, row after row. */
function jacobian(
  f: (t: number, y: Float64Array) => Float64Array,
  time: number,
  y: Float64Array,
  f0: Float64Array,
  sizes: Float64Array,
): Float64Array {
  const n = y.length;
  const matrix = new Float64Array(n * n);
  const moved = Float64Array.from(y);
  for (let j = 0; j < n; j++) {
    const step = Math.sqrt(Number.EPSILON) * Math.max(Math.abs(y[j]), 1e-3 * sizes[j], 1e-10);
    moved[j] = y[j] + step;
    const rates = f(time, moved);
    for (let i = 0; i < n; i++) matrix[i * n + j] = (rates[i] - f0[i]) / (moved[j] - y[j]);
    moved[j] = y[j];
  }
  return matrix;
}

/** Gauss elimination with row pivoting, in place; gives the solver of right-hand sides. */
function factor(matrix: Float64Array, n: number): (right: Float64Array) => Float64Array {
  const order = Array.from({ length: n }, (_, i) => i);
  const at = (i: number, j: number) => order[i] * n + j;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(matrix[at(i, k)]) > Math.abs(matrix[at(pivot, k)])) pivot = i;
    }
    [order[k], order[pivot]] = [order[pivot], order[k]];
    for (let i = k + 1; i < n; i++) {
      const share = matrix[at(i, k)] / matrix[at(k, k)];
      matrix[at(i, k)] = share;
      if (share !== 0) for (let j = k + 1; j < n; j++) matrix[at(i, j)] -= share * matrix[at(k, j)];
    }
  }
  return (right) => {
    const x = Float64Array.from(order, (row) => right[row]);
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) x[i] -= matrix[at(i, j)] * x[j];
    for (let i = n - 1; i >= 0; i--) {
      for (let j = i + 1; j < n; j++) x[i] -= matrix[at(i, j)] * x[j];
      x[i] /= matrix[at(i, i)];
    }
    return x;
  };
}
