import { covariance, effective, levenbergMarquardt, type Residuals, sumOfSquares } from "./least-squares.ts";
import { nelderMead } from "./nelder-mead.ts";

/** The best point that was found, in the unit cube. */
export interface Fit {
  readonly x: Float64Array;
  readonly loss: number;
  /** How many runs it took. */
  readonly runs: number;
  /** How many searches there were, and how many ended at this point. */
  readonly starts: number;
  readonly agreeing: number;
  /** The standard error of each parameter; NaN at a bound, or where the data do not determine it. */
  readonly errors: readonly number[];
  /** Parameters on which nothing that is matched depends. */
  readonly idle: readonly number[];
  /** Pairs of parameters whose estimates go together, and their correlation. */
  readonly correlated: readonly (readonly [number, number, number])[];
}

const searches = 4;

/**
 * The least sum of squares in the unit cube: the best of many points spread evenly, from the best four of these the search of Nelder
 * and Mead, from its end the steps of Levenberg and Marquardt. Null where no point has residuals.
 */
export function fitParameters(
  points: readonly Float64Array[],
  residuals: Residuals,
  progress?: (done: number, total: number) => void,
): Fit | null {
  const d = points[0].length;
  const budget = 80 * d;
  // Levenberg and Marquardt's steps are told as one more search of the same length.
  const expected = points.length + searches * 2 * budget;
  let runs = 0;
  const counted: Residuals = (x) => {
    progress?.(Math.min(++runs, expected), expected);
    return residuals(x);
  };
  const loss = (x: Float64Array) => sumOfSquares(counted(x));
  const compare = (a: number, b: number) => a - b;
  const screened = points
    .map((x) => ({ x, value: loss(x) }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => compare(a.value, b.value));
  if (screened.length === 0) return null;
  const ends = screened.slice(0, searches).map((start) => {
    const near = nelderMead(start, 0.1, loss, compare, budget, 1e-4);
    const x = levenbergMarquardt(near.x, counted);
    return { x, value: loss(x) };
  });
  const best = ends.reduce((a, b) => (b.value < a.value ? b : a));
  const moving = effective(best.x, counted);
  const same = ({ x }: { readonly x: Float64Array }) =>
    moving.every((i) => Math.abs(x[i] - best.x[i]) < 1e-3);
  const free = moving.filter((i) => best.x[i] > 1e-6 && best.x[i] < 1 - 1e-6);
  const cov = covariance(best.x, counted, free);
  progress?.(expected, expected);
  const errors = Array.from(best.x, (_, i) => {
    const at = free.indexOf(i);
    return at < 0 || cov === null ? Number.NaN : Math.sqrt(cov[at][at]);
  });
  const pairs = free.flatMap((i, a) => free.slice(a + 1).map((j) => [i, j] as const));
  const correlated = pairs.flatMap(([i, j]) => {
    const [a, b] = [free.indexOf(i), free.indexOf(j)];
    const r = cov === null ? Number.NaN : cov[a][b] / Math.sqrt(cov[a][a] * cov[b][b]);
    return Math.abs(r) > 0.95 ? [[i, j, r] as const] : [];
  });
  return {
    x: best.x,
    loss: best.value,
    runs,
    starts: ends.length,
    agreeing: ends.filter(same).length,
    errors,
    idle: [...best.x.keys()].filter((i) => !moving.includes(i)),
    correlated,
  };
}
