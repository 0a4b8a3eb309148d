import type { OdeBeyond, OdeTable } from "../../compiler/ode/ode-system.ts";

/** What a table gave: its value, and whether it was read below (-1) or above (1) its points. */
export interface Reading {
  value: number;
  outside: -1 | 0 | 1;
}

/**
 * A value of a table of points with increasing `xs`. `linear` joins them, `schedule` holds each until the next (the value
 * at a point is the point's), `next` takes the next one's, `spline` is the natural cubic spline. Beyond the ends: the end's
 * value (`hold`), the end's slope (`extend`), or NaN (`error`).
 */
export function readTable(
  { form, xs, before, after }: Pick<OdeTable, "form" | "xs" | "before" | "after">,
  ys: ArrayLike<number>,
  x: number,
): Reading {
  const last = xs.length - 1;
  if (Number.isNaN(x)) return { value: Number.NaN, outside: 0 };
  if (x < xs[0]) return { value: beyond(before, form, xs, ys, x, 0), outside: -1 };
  if (x > xs[last]) return { value: beyond(after, form, xs, ys, x, last), outside: 1 };
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const mid = (low + high) >> 1;
    if (xs[mid] <= x) low = mid;
    else high = mid;
  }
  if (x === xs[high]) return { value: ys[high], outside: 0 };
  if (x === xs[low] || form === "schedule") return { value: ys[low], outside: 0 };
  if (form === "next") return { value: ys[high], outside: 0 };
  const width = xs[high] - xs[low];
  const share = (x - xs[low]) / width;
  const straight = ys[low] + ((ys[high] - ys[low]) / width) * (x - xs[low]);
  if (form === "linear") return { value: straight, outside: 0 };
  const curve = curvatures(xs, ys);
  const rest = 1 - share;
  const bend = (rest ** 3 - rest) * curve[low] + (share ** 3 - share) * curve[high];
  return { value: straight + (bend * width * width) / 6, outside: 0 };
}

function beyond(
  how: OdeBeyond,
  form: OdeTable["form"],
  xs: readonly number[],
  ys: ArrayLike<number>,
  x: number,
  end: number,
): number {
  if (how === "error") return Number.NaN;
  if (how === "hold" || xs.length === 1 || form === "schedule" || form === "next") return ys[end];
  const [a, b] = end === 0 ? [0, 1] : [end - 1, end];
  const width = xs[b] - xs[a];
  let slope = (ys[b] - ys[a]) / width;
  if (form === "spline") {
    const curve = curvatures(xs, ys);
    slope += end === 0 ? -(curve[b] * width) / 6 : (curve[a] * width) / 6;
  }
  return ys[end] + slope * (x - xs[end]);
}

/** Second derivatives at the points of the natural cubic spline: the tridiagonal system, eliminated forward. */
function curvatures(xs: readonly number[], ys: ArrayLike<number>): Float64Array {
  const n = xs.length;
  const curve = new Float64Array(n);
  const factor = new Float64Array(n);
  for (let i = 1; i < n - 1; i++) {
    const left = xs[i] - xs[i - 1];
    const right = xs[i + 1] - xs[i];
    const rise = (ys[i + 1] - ys[i]) / right - (ys[i] - ys[i - 1]) / left;
    const pivot = 2 * (left + right) - left * factor[i - 1];
    factor[i] = right / pivot;
    curve[i] = (6 * rise - left * curve[i - 1]) / pivot;
  }
  for (let i = n - 2; i > 0; i--) curve[i] -= factor[i] * curve[i + 1];
  return curve;
}
