import { describe, expect, it } from "vitest";
import { Draws } from "../../../runtime/inference/draws.ts";
import {
  bandwidth,
  quantile,
  SmoothedDistances,
  standardDeviation,
} from "../../../runtime/inference/smoothed-distances.ts";

const single = (n: number) => Array.from({ length: n }, (_, i) => ({ members: [i], periods: [0] }));

describe("draws", () => {
  it("depend on seed, frontier, purpose, replication and place, and on nothing else", () => {
    const one = new Draws(7, 3);
    const value = one.uniform("donor", 4, 5);
    one.uniform("angle", 1, 1);
    expect(one.uniform("donor", 4, 5)).toBe(value);
    const others = [
      new Draws(8, 3).uniform("donor", 4, 5),
      new Draws(7, 4).uniform("donor", 4, 5),
      one.uniform("radius", 4, 5),
      one.uniform("donor", 5, 5),
      one.uniform("donor", 4, 6),
    ];
    expect(new Set([value, ...others]).size).toBe(6);
  });

  it("has normal numbers with mean 0, variance 1 and the right tails", () => {
    const draws = new Draws(1, 0);
    const values = Float64Array.from({ length: 40_000 }, (_, i) =>
      draws.normal(Math.floor(i / 100), i % 100),
    );
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.015);
    expect(standardDeviation(values)).toBeCloseTo(1, 1);
    const beyond = values.filter((v) => Math.abs(v) > 1.959964).length / values.length;
    expect(beyond).toBeGreaterThan(0.046);
    expect(beyond).toBeLessThan(0.054);
  });

  it("gives subsamples of different members, each member as often", () => {
    const draws = new Draws(2, 0);
    const counts = new Int32Array(10);
    for (let b = 0; b < 3000; b++) {
      const chosen = draws.subsample(10, 4, b);
      expect(new Set(chosen).size).toBe(4);
      for (const member of chosen) counts[member]!++;
    }
    for (const count of counts) expect(Math.abs(count - 1200)).toBeLessThan(100);
  });
});

describe("smoothed distances", () => {
  it("has the bandwidth of the rule, by hand", () => {
    // Off the bound: 1.2 and 1.4, reflected 1.2 1.4 0.8 0.6; s = √(0.4/3), quartiles 0.75 and 1.25.
    const s2k = Math.sqrt(0.4 / 3);
    const width = 0.9 * Math.min(s2k, 0.5 / 1.34) * 4 ** -0.2;
    const distances = Float64Array.of(1, 1.2, 1.4);
    const sn = Math.sqrt(0.04);
    expect(bandwidth(distances)).toBeCloseTo((width * (4 / 3) ** 0.2 * sn) / s2k, 12);
    expect(bandwidth(Float64Array.of(1, 1, 1.4))).toBe(0);
  });

  it("draws distances of at least 1 with the mean and variance of a smooth density", () => {
    const distances = Float64Array.from({ length: 50 }, (_, i) => (i < 10 ? 1 : 1 + i / 40));
    const smooth = new SmoothedDistances(distances, single(50), new Draws(3, 0));
    const all: number[] = [];
    for (let b = 0; b < 400; b++) all.push(...smooth.next(b));
    expect(Math.min(...all)).toBeGreaterThanOrEqual(1);
    const drawn = Float64Array.from(all);
    const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;
    // Reflection moves the mass below 1 up by about half a bandwidth for the units at the bound.
    expect(mean(drawn) - mean(distances)).toBeGreaterThan(0);
    expect(mean(drawn) - mean(distances)).toBeLessThan(smooth.h);
    expect(standardDeviation(drawn)).toBeCloseTo(standardDeviation(distances), 1);
    expect(new Set(all).size).toBeGreaterThan(19_000);
  });

  it("takes all distances of a cluster from one donor, period by period", () => {
    const distances = Float64Array.of(1, 2, 3, 4, 5);
    const clusters = [
      { members: [0, 1], periods: [2000, 2001] },
      { members: [2, 3], periods: [2000, 2001] },
      { members: [4], periods: [2001] },
    ];
    const smooth = new SmoothedDistances(distances, clusters, new Draws(5, 0));
    const seen = new Set<string>();
    for (let b = 0; b < 200; b++) {
      const [first, second, , , last] = smooth.donors(b);
      seen.add(`${first} ${second}`);
      expect([1, 3, 4]).toContain(last);
    }
    // The third cluster lacks 2000 and gives what it has.
    expect(seen).toEqual(new Set(["0 1", "2 3", "4 4"]));
  });

  it("takes quantiles between neighbours in proportion", () => {
    expect(quantile(Float64Array.of(1, 2, 4), 0.25)).toBe(1.5);
    expect(quantile(Float64Array.of(1, 2, 4), 1)).toBe(4);
    expect(quantile(Float64Array.of(Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 4), 0.5)).toBe(
      Number.NEGATIVE_INFINITY,
    );
  });
});
