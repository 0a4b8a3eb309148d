/** Symmetric positive definite systems of equations, as least squares and likelihoods have them. */

/** Solves a symmetric positive definite system by Cholesky's factors; null where it is none. */
export function solveDefinite(
  matrix: readonly ArrayLike<number>[],
  right: ArrayLike<number>,
): number[] | null {
  const n = right.length;
  const lower = matrix.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      if (i !== j) lower[i][j] = sum / lower[j][j];
      else if (sum > 1e-13 * matrix[i][i]) lower[i][i] = Math.sqrt(sum);
      else return null;
    }
  }
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = right[i];
    for (let k = 0; k < i; k++) sum -= lower[i][k] * y[k];
    y[i] = sum / lower[i][i];
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = y[i];
    for (let k = i + 1; k < n; k++) sum -= lower[k][i] * x[k];
    x[i] = sum / lower[i][i];
  }
  return x;
}

/** The inverse, column by column; null where it has none. */
export function inverseDefinite(matrix: readonly ArrayLike<number>[]): number[][] | null {
  const columns = matrix.map((_, k) =>
    solveDefinite(
      matrix,
      matrix.map((_, i) => (i === k ? 1 : 0)),
    ),
  );
  return columns.every((column) => column !== null)
    ? matrix.map((_, i) => columns.map((column) => column[i]))
    : null;
}
