/**
 * The hot loop: weights · column for many columns at once. The matrix is row-major with a stride, so that each row is
 * read straight through; one pass combines all rows that have a weight, in a function written for that many rows.
 */

type Pass = (
  matrix: Float64Array,
  offsets: Int32Array,
  weights: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
) => void;

/** More rows than this go in several passes. */
const most = 24;
const offsets = new Int32Array(most);
const factors = new Float64Array(most);
const passes: Pass[] = [];

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
  let count = 0;
  let fresh = true;
  for (let row = 0; row < rows; row++) {
    const weight = weights[row];
    if (weight === 0) continue;
    if (count === most) {
      passOf(count, fresh)(matrix, offsets, factors, out, from, to);
      fresh = false;
      count = 0;
    }
    offsets[count] = row * stride;
    factors[count++] = weight;
  }
  if (count > 0) passOf(count, fresh)(matrix, offsets, factors, out, from, to);
  else if (fresh) out.fill(0, from, to);
}

function passOf(count: number, fresh: boolean): Pass {
  const at = 2 * count + (fresh ? 0 : 1);
  passes[at] ??= write(count, fresh);
  return passes[at];
}

/** Where code may not be made from text (a page's content security policy), a loop over the rows does the same. */
function write(count: number, fresh: boolean): Pass {
  const rows = Array.from({ length: count }, (_, i) => i);
  const body = `
    const ${rows.map((i) => `o${i} = offsets[${i}], w${i} = weights[${i}]`).join(", ")};
    for (let j = from; j < to; j++) {
      let sum = ${fresh ? "" : "out[j] + "}w0 * matrix[o0 + j];
      ${rows
        .slice(1)
        .map((i) => `sum += w${i} * matrix[o${i} + j];`)
        .join("\n      ")}
      out[j] = sum;
    }`;
  try {
    return new Function("matrix", "offsets", "weights", "out", "from", "to", body) as Pass;
  } catch {
    return (matrix, places, weights, out, from, to) => {
      if (fresh) out.fill(0, from, to);
      for (const i of rows) {
        const weight = weights[i];
        for (let j = from, at = places[i] + from; j < to; j++, at++) out[j] += weight * matrix[at];
      }
    };
  }
}
