import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kendall, places, spearman } from "../../../runtime/inference/rank-correlation.ts";

const of = (...values: number[]) => places(Float64Array.from(values));

/** Kendall (1945) by counting every pair. */
function byPairs(a: readonly number[], b: readonly number[]): number {
  let [sum, x, y] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      sum += Math.sign(a[i]! - a[j]!) * Math.sign(b[i]! - b[j]!);
      x += Math.sign(a[i]! - a[j]!) ** 2;
      y += Math.sign(b[i]! - b[j]!) ** 2;
    }
  }
  return sum / Math.sqrt(x * y);
}

describe("rank correlations", () => {
  it("are those of the definition where nothing ties", () => {
    // d² = 1, 1, 0, 4, 4 → 1 − 6·10 / (5·24) = 0.5; of 10 pairs 7 agree.
    const [a, b] = [of(1, 2, 3, 4, 5), of(2, 1, 3, 6, 4)];
    expect(spearman(a, of(2, 1, 3, 6, 4))).toBeCloseTo(0.8, 12);
    expect(kendall(a, b)).toBeCloseTo((8 - 2) / 10, 12);
    expect(spearman(a, of(5, 4, 3, 2, 1))).toBe(-1);
    expect(kendall(a, of(5, 4, 3, 2, 1))).toBe(-1);
  });

  it("share ranks between ties, rounding included", () => {
    expect([...of(0.5, 1, 1 - 1e-13, 0.2, 1 + 1e-13)]).toEqual([1, 2, 2, 0, 2]);
    // Mid-ranks 2.5 2.5 1 4 against 1 2 3 4: Σ = 2.5+5+3+16−25 = 1.5 over √(4.5·5).
    expect(spearman(of(2, 2, 1, 3), of(1, 2, 3, 4))).toBeCloseTo(1.5 / Math.sqrt(4.5 * 5), 12);
    // Five untied pairs of a, six of b: 3 agree, 2 do not.
    expect(kendall(of(2, 2, 1, 3), of(1, 2, 3, 4))).toBeCloseTo(1 / Math.sqrt(5 * 6), 12);
  });

  it("have no value where one side ties all", () => {
    expect(spearman(of(1, 1, 1), of(1, 2, 3))).toBeNaN();
    expect(kendall(of(1, 1, 1), of(1, 2, 3))).toBeNaN();
    expect(kendall(of(), of())).toBeNaN();
  });

  it("counts pairs as the definition does, ties and all", () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 40 }), (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const expected = byPairs(a, b);
        const found = kendall(of(...a), of(...b));
        if (Number.isNaN(expected)) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(expected, 10);
      }),
    );
  });
});
