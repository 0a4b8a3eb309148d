import { describe, expect, it } from "vitest";
import {
  betaProbability,
  betaQuantile,
  normalProbability,
  normalQuantile,
  triangularQuantile,
} from "../../../runtime/experiment/quantiles.ts";
import { samplePoints } from "../../../runtime/experiment/sample-points.ts";
import { quantile, sortedNumbers } from "../../../runtime/experiment/sample-statistics.ts";
import { sobolPoints } from "../../../runtime/experiment/sobol.ts";
import { directions } from "../../../runtime/experiment/sobol-directions.ts";

/** How many of the equal boxes hold a point. */
function boxes(
  points: readonly Float64Array[],
  dimensions: readonly number[],
  parts: readonly number[],
): number {
  const key = (point: Float64Array) => dimensions.map((d, i) => Math.floor(point[d] * parts[i])).join(" ");
  return new Set(points.map(key)).size;
}

describe("Sobol points", () => {
  it("have direction numbers for 100 dimensions: m odd and less than 2^k, as many as the polynomial's degree", () => {
    expect(directions.length).toBe(99);
    for (const { a, m } of directions) {
      expect(a).toBeLessThan(2 ** Math.max(0, m.length - 1));
      m.forEach((value, k) => {
        expect(value % 2).toBe(1);
        expect(value).toBeLessThan(2 ** (k + 1));
      });
    }
    // No polynomial stands twice.
    expect(new Set(directions.map(({ a, m }) => `${m.length} ${a}`)).size).toBe(99);
  });

  it("hold one point in each of 2^m intervals of every dimension, scrambled or not", () => {
    for (const seed of [0, 42]) {
      const points = sobolPoints(256, 100, seed);
      for (let d = 0; d < 100; d++) expect(boxes(points, [d], [256]), `dimension ${d}`).toBe(256);
    }
  });

  it("are a (0, m, 2)-net in the first two dimensions: one point in each box of any shape", () => {
    const points = sobolPoints(1024, 2, 7);
    for (const k of [1, 3, 5, 8]) expect(boxes(points, [0, 1], [2 ** k, 2 ** (10 - k)])).toBe(1024);
  });

  it("are the same for the same seed and others for another one", () => {
    expect(sobolPoints(16, 3, 5)).toEqual(sobolPoints(16, 3, 5));
    expect(sobolPoints(16, 3, 5)).not.toEqual(sobolPoints(16, 3, 6));
    expect(sobolPoints(32, 3, 5).slice(0, 16)).toEqual(sobolPoints(16, 3, 5));
  });

  it("integrate far better than independent draws", () => {
    // ∫ ∏ (1 + (x − 1/2)) = 1 in eight dimensions.
    const error = (points: readonly Float64Array[]) =>
      Math.abs(points.reduce((sum, p) => sum + p.reduce((f, x) => f * (x + 0.5), 1), 0) / points.length - 1);
    const seeds = [1, 2, 3, 4, 5];
    const mean = (sampling: "sobol" | "random" | "latin") =>
      seeds.reduce((sum, seed) => sum + error(samplePoints(sampling, 4096, 8, seed)), 0) / seeds.length;
    expect(mean("sobol")).toBeLessThan(mean("random") / 10);
    expect(mean("latin")).toBeLessThan(mean("random"));
  });
});

it("a Latin hypercube has one point in each interval of each dimension, in an order of its own", () => {
  const points = samplePoints("latin", 50, 4, 9);
  for (let d = 0; d < 4; d++) expect(boxes(points, [d], [50])).toBe(50);
  expect(points.map((p) => Math.floor(p[0] * 50))).not.toEqual(points.map((p) => Math.floor(p[1] * 50)));
});

describe("quantile functions", () => {
  it.each([
    [1e-20, -9.262340089798409],
    [1e-5, -4.264890793922825],
    [0.01, -2.3263478740408408],
    [0.3, -0.5244005127080409],
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.999999, 4.753424308817087],
  ])("Φ⁻¹(%d) = %d, and Φ leads back", (p, x) => {
    expect(normalQuantile(p)).toBeCloseTo(x, 12);
    expect(normalProbability(x) / p).toBeCloseTo(1, 10);
  });

  it("beta: closed forms", () => {
    // beta(1, b): F = 1 − (1 − x)^b; beta(a, 1): F = x^a; beta(1/2, 1/2): the arcsine law.
    expect(betaProbability(0.3, 1, 4)).toBeCloseTo(1 - 0.7 ** 4, 13);
    expect(betaProbability(0.9, 3, 1)).toBeCloseTo(0.9 ** 3, 13);
    expect(betaProbability(0.2, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.2)), 12);
    expect(betaQuantile(0.1, 2, 3)).toBeCloseTo(0.14255931671003072, 12);
  });

  it("triangular: the mode parts it as its place between the ends does", () => {
    expect(triangularQuantile(0.25, 0, 1, 4)).toBeCloseTo(1, 14);
    expect(triangularQuantile(0.5, 0, 2, 4)).toBeCloseTo(2, 14);
    expect(triangularQuantile(1 - 1e-12, 0, 4, 4)).toBeCloseTo(4, 10);
  });

  it("of a sample: linear between its numbers", () => {
    const sorted = sortedNumbers([4, 1, Number.NaN, 3, 2]);
    expect([0, 0.5, 0.9, 1].map((p) => quantile(sorted, p))).toEqual([1, 2.5, 3.7, 4]);
    expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
  });
});
