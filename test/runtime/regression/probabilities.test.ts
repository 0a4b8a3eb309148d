import { describe, expect, it } from "vitest";
import {
  chiSquareTail,
  fisherTail,
  logUpperTail,
  millsRatio,
  studentCritical,
  studentTwoSided,
  upperTail,
} from "../../../runtime/regression/probabilities.ts";
import { truncatedMoments, truncatedQuantile } from "../../../runtime/regression/truncated-normal.ts";
import { near } from "./models.ts";

// From another library.
describe("tails", () => {
  it.each([
    ["t", studentTwoSided(0.5, 1), 0.7048327646991335],
    ["t", studentTwoSided(2, 10.5), 0.0720338001569683],
    ["t", studentTwoSided(40, 8), 1.6785718879145792e-10],
    ["t, far out", studentTwoSided(12, 30), 5.580185415199261e-13],
    ["t of many", studentTwoSided(3, 100000), 0.0027004608840647234],
    ["its critical value", studentCritical(0.05, 9), 2.2621571627982053],
    ["its critical value", studentCritical(0.01, 2.5), 7.163728138948786],
    ["the normal one", studentCritical(0.05, Number.POSITIVE_INFINITY), 1.959963984540054],
    ["F", fisherTail(3.5, 4, 20), 0.02538523086644128],
    ["F, far out", fisherTail(250, 3, 100), 2.556331729691623e-46],
    ["χ²", chiSquareTail(2.33, 2), 0.31192266203264674],
    ["χ², many", chiSquareTail(500, 450), 0.05147895234714731],
    ["χ², far out", chiSquareTail(30, 3), 1.3800570312932553e-6],
    ["F without end", fisherTail(15, 2, Number.POSITIVE_INFINITY), Math.exp(-15)],
    ["Φ", upperTail(5), 2.866515718791933e-7],
    ["Φ, far out", upperTail(30), 4.906713927147908e-198],
    ["ln Φ", logUpperTail(100), -5005.524208694205],
    ["ln Φ below", logUpperTail(-8), -6.220960574271742e-16],
    ["Mills", millsRatio(-3), 225.33489622034892],
    ["Mills", millsRatio(2.01), 0.41980193942540034],
  ])("of %s", (_, actual, expected) => {
    near(actual, expected, 1e-10);
  });
});

describe("the truncated normal distribution", () => {
  it.each([
    [0.5, 2],
    [-1, 1.5],
    [-3, -1],
    [6, Number.POSITIVE_INFINITY],
    [Number.NEGATIVE_INFINITY, -7],
    [9, 9.5],
  ])("has the moments of its density between %d and %d", (low, high) => {
    const [from, to] = [Math.max(low, -13), Math.min(high, 13)];
    const steps = 200_000;
    const sums = [0, 0, 0, 0, 0];
    // Simpson's rule, with the density relative to its greatest value.
    const peak = Math.min(Math.max(0, from), to);
    for (let i = 0; i <= steps; i++) {
      const x = from + ((to - from) * i) / steps;
      const weight = (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp((peak * peak - x * x) / 2);
      for (let k = 0; k < 5; k++) sums[k] += weight * x ** k;
    }
    const { m1, m2, m3, m4, logProbability } = truncatedMoments(low, high);
    [m1, m2, m3, m4].forEach((moment, k) => {
      near(moment, sums[k + 1] / sums[0], 1e-9);
    });
    const area = (sums[0] * (to - from)) / steps / 3 / Math.sqrt(2 * Math.PI);
    near(logProbability, Math.log(area) - (peak * peak) / 2, 1e-10);
  });

  it("has quantiles that its distribution takes back", () => {
    for (const [low, high] of [
      [1, 2],
      [-2, 0.5],
      [8, Number.POSITIVE_INFINITY],
      [Number.NEGATIVE_INFINITY, -6],
    ]) {
      for (const p of [0.001, 0.3, 0.9]) {
        const x = truncatedQuantile(p, low, high);
        const share = Math.exp(
          truncatedMoments(low, x).logProbability - truncatedMoments(low, high).logProbability,
        );
        near(share, p, 1e-9);
      }
    }
    expect(truncatedQuantile(0.5, 40, Number.POSITIVE_INFINITY)).toBeCloseTo(40 + Math.log(2) / 40, 4);
  });
});
