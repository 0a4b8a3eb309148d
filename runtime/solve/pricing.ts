/**
 * The hot loop: weights · column for many columns at once. The matrix is row-major with a stride, so that each
 * row is read straight through; up to six rows are combined in one pass.
 */

/** out[j] = Σ_i weights[i] · matrix[i · stride + j] for j in from..to−1. Zero weights cost nothing. */
export function price(
  matrix: Float64Array,
  stride: number,
  weights: Float64Array,
  rows: number,
  out: Float64Array,
  from: number,
  to: number,
): void {
  let row = 0;
  let fresh = true;
  // Offsets and weights of the next rows with a weight; plain locals, because this is called for every pivot.
  while (row < rows || fresh) {
    let count = 0;
    let o0 = 0;
    let o1 = 0;
    let o2 = 0;
    let o3 = 0;
    let o4 = 0;
    let o5 = 0;
    let w0 = 0;
    let w1 = 0;
    let w2 = 0;
    let w3 = 0;
    let w4 = 0;
    let w5 = 0;
    for (; row < rows && count < 6; row++) {
      const w = weights[row];
      if (w === 0) continue;
      const o = row * stride;
      if (count === 0) {
        o0 = o;
        w0 = w;
      } else if (count === 1) {
        o1 = o;
        w1 = w;
      } else if (count === 2) {
        o2 = o;
        w2 = w;
      } else if (count === 3) {
        o3 = o;
        w3 = w;
      } else if (count === 4) {
        o4 = o;
        w4 = w;
      } else {
        o5 = o;
        w5 = w;
      }
      count++;
    }
    if (count === 0) {
      if (fresh) out.fill(0, from, to);
      return;
    }
    if (fresh) {
      if (count > 4) {
        for (let j = from; j < to; j++) {
          out[j] =
            w0 * matrix[o0 + j] +
            w1 * matrix[o1 + j] +
            w2 * matrix[o2 + j] +
            (w3 * matrix[o3 + j] + w4 * matrix[o4 + j] + w5 * matrix[o5 + j]);
        }
      } else if (count > 2) {
        for (let j = from; j < to; j++) {
          out[j] = w0 * matrix[o0 + j] + w1 * matrix[o1 + j] + (w2 * matrix[o2 + j] + w3 * matrix[o3 + j]);
        }
      } else {
        for (let j = from; j < to; j++) out[j] = w0 * matrix[o0 + j] + w1 * matrix[o1 + j];
      }
    } else if (count > 4) {
      for (let j = from; j < to; j++) {
        out[j] +=
          w0 * matrix[o0 + j] +
          w1 * matrix[o1 + j] +
          w2 * matrix[o2 + j] +
          (w3 * matrix[o3 + j] + w4 * matrix[o4 + j] + w5 * matrix[o5 + j]);
      }
    } else if (count > 2) {
      for (let j = from; j < to; j++) {
        out[j] += w0 * matrix[o0 + j] + w1 * matrix[o1 + j] + (w2 * matrix[o2 + j] + w3 * matrix[o3 + j]);
      }
    } else {
      for (let j = from; j < to; j++) out[j] += w0 * matrix[o0 + j] + w1 * matrix[o1 + j];
    }
    fresh = false;
  }
}
