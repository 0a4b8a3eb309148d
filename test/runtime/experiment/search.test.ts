import { describe, expect, it } from "vitest";
import { compareWorth, type Worth } from "../../../runtime/experiment/constrained-value.ts";
import { differentialEvolution } from "../../../runtime/experiment/differential-evolution.ts";
import { fitParameters } from "../../../runtime/experiment/fit-parameters.ts";
import { fitStatistics } from "../../../runtime/experiment/fit-statistics.ts";
import { covariance, levenbergMarquardt } from "../../../runtime/experiment/least-squares.ts";
import { nelderMead } from "../../../runtime/experiment/nelder-mead.ts";
import { sobolPoints } from "../../../runtime/experiment/sobol.ts";

const less = (a: number, b: number) => a - b;
/** Rosenbrock's valley (1960) with its minimum at (0.7, 0.7) of the unit square. */
const valley = ([a, b]: Float64Array) => {
  const [x, y] = [(a - 0.2) * 2, (b - 0.2) * 2];
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
};

describe("Nelder and Mead", () => {
  it("finds the end of Rosenbrock's valley", () => {
    const start = Float64Array.of(0.1, 0.9);
    const { x } = nelderMead({ x: start, value: valley(start) }, 0.1, valley, less, 2000);
    expect([...x]).toEqual([expect.closeTo(0.7, 6), expect.closeTo(0.7, 6)]);
  });

  it("stays within the bounds and finds a minimum on them", () => {
    const slope = (x: Float64Array) => x[0] + (x[1] - 0.5) ** 2;
    const start = Float64Array.of(0.9, 0.9);
    const { x } = nelderMead({ x: start, value: slope(start) }, 0.1, slope, less, 1000);
    expect(x[0]).toBe(0);
    expect(x[1]).toBeCloseTo(0.5, 5);
  });
});

describe("least squares", () => {
  const ts = [0, 1, 2, 3, 4, 5];
  const data = [2, 1.4, 0.9, 0.6, 0.45, 0.3];
  const residuals = ([a, b]: Float64Array) =>
    Float64Array.from(ts, (t, i) => 4 * a * Math.exp(-b * t) - data[i]);

  it("ends where the gradient is zero", () => {
    const x = levenbergMarquardt(Float64Array.of(0.9, 0.9), residuals);
    const r = residuals(x);
    const gradient = [
      ts.reduce((sum, t, i) => sum + r[i] * Math.exp(-x[1] * t), 0),
      ts.reduce((sum, t, i) => sum + r[i] * t * x[0] * Math.exp(-x[1] * t), 0),
    ];
    for (const g of gradient) expect(Math.abs(g)).toBeLessThan(1e-8);
  });

  it("has the standard errors of linear regression", () => {
    const line = ([a, b]: Float64Array) => Float64Array.from(ts, (t, i) => a + b * t - data[i]);
    const x = levenbergMarquardt(Float64Array.of(0.5, 0.5), line);
    const cov = covariance(x, line, [0, 1])!;
    // s² / Σ(t − t̄)² for the slope. The slope of these data is below 0 and stands at its bound instead.
    expect(x[1]).toBe(0);
    const mean = data.reduce((sum, d) => sum + d, 0) / 6;
    expect(x[0]).toBeCloseTo(mean, 8);
    const s2 = data.reduce((sum, d) => sum + (d - x[0]) ** 2, 0) / 4;
    expect(cov[1][1]).toBeCloseTo(s2 / 17.5, 8);
    expect(cov[0][0]).toBeCloseTo(s2 * (1 / 6 + 2.5 ** 2 / 17.5), 8);
  });

  it("tells parameters that cannot be told apart", () => {
    const same = ([a, b]: Float64Array) => Float64Array.from(ts, (t, i) => (a + b) * (1 + t / 100) - data[i]);
    const fit = fitParameters(sobolPoints(32, 2, 1), same)!;
    expect(fit.correlated.length === 1 || fit.errors.every(Number.isNaN)).toBe(true);
    expect(fit.agreeing).toBeLessThan(fit.starts);
  });

  it("gives no point where nothing has a value", () => {
    expect(fitParameters(sobolPoints(8, 1, 1), () => null)).toBeNull();
  });
});

describe("differential evolution", () => {
  /** Many waves, the deepest at (0.3, 0.6). */
  const waves = (x: Float64Array) =>
    [...x].reduce((sum, v, i) => {
      const z = 10 * (v - [0.3, 0.6][i]);
      return sum + z * z - 10 * Math.cos(2 * Math.PI * z) + 10;
    }, 0);
  const start = sobolPoints(32, 2, 4).map((x) => ({ x, value: waves(x) }));

  it("finds the deepest of Rastrigin's many valleys", () => {
    const points = differentialEvolution(start, waves, less, { generations: 200, seed: 4 });
    const best = points.reduce((a, b) => (b.value < a.value ? b : a));
    expect([...best.x]).toEqual([expect.closeTo(0.3, 3), expect.closeTo(0.6, 3)]);
  });

  it("is the same for the same seed", () => {
    const run = (seed: number) => differentialEvolution(start, waves, less, { generations: 5, seed });
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  it("keeps within constraints by Deb's comparison", () => {
    // The least x + y above the circle's quarter x² + y² ≥ 1/2, in the unit square: at (√½, 0) or (0, √½).
    const worth = ([x, y]: Float64Array): Worth => ({
      violation: Math.max(0, 0.5 - x * x - y * y),
      cost: x + y,
    });
    const from = sobolPoints(32, 2, 1).map((x) => ({ x, value: worth(x) }));
    const points = differentialEvolution(from, worth, compareWorth, { generations: 150, seed: 1 });
    const best = points.reduce((a, b) => (compareWorth(b.value, a.value) < 0 ? b : a));
    expect(best.value.violation).toBe(0);
    expect(best.value.cost).toBeCloseTo(Math.SQRT1_2, 3);
  });
});

it("ranks what satisfies the constraints first, then by cost, else by distance", () => {
  const good = { violation: 0, cost: 5 };
  const better = { violation: 0, cost: 4 };
  const near = { violation: 0.1, cost: -9 };
  const far = { violation: 2, cost: -9 };
  const broken = { violation: Number.POSITIVE_INFINITY, cost: 0 };
  const sorted = [broken, far, good, near, better].sort(compareWorth);
  expect(sorted).toEqual([better, good, near, far, broken]);
  expect(compareWorth(broken, broken)).toBe(0);
});

describe("statistics of fit", () => {
  it("part the mean squared error into Theil's shares", () => {
    const data = [1, 2, 3, 4];
    const moved = fitStatistics([2, 3, 4, 5], data);
    expect(moved).toMatchObject({ n: 4, rmse: 1, bias: 1 });
    expect(moved.covariation).toBeCloseTo(0, 12);
    expect(moved.rSquared).toBeCloseTo(1 - 4 / 5, 12);
    expect(moved.mape).toBeCloseTo((100 * (1 + 1 / 2 + 1 / 3 + 1 / 4)) / 4, 12);
    const spread = fitStatistics([-0.5, 1.5, 3.5, 5.5], data);
    expect(spread.bias).toBeCloseTo(0, 12);
    expect(spread.variation).toBeCloseTo(1, 12);
    const noisy = fitStatistics([2, 1, 4, 3], data);
    expect(noisy.bias + noisy.variation + noisy.covariation).toBeCloseTo(1, 12);
    expect(noisy.covariation).toBeCloseTo(1, 12);
  });
});
