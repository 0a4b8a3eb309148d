import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributions, mostForShapley, neededSubsets } from "../../../runtime/explain/attribution.ts";

const has = (subset: number, i: number) => Math.floor(subset / 2 ** i) % 2 === 1;

describe("attribution", () => {
  it("gives each change its own part where parts add up", () => {
    const parts = [3, -2, 0.5];
    const outcome = (subset: number) =>
      7 + parts.reduce((sum, part, i) => sum + (has(subset, i) ? part : 0), 0);
    for (const [i, { alone, last, shapley }] of contributions(3, outcome).entries()) {
      for (const value of [alone, last, shapley]) expect(value).toBeCloseTo(parts[i]!, 12);
    }
  });

  it("shares what two changes do only together", () => {
    const outcome = (subset: number) => (has(subset, 0) ? 2 : 1) * (has(subset, 1) ? 3 : 1);
    const [doubled, tripled] = contributions(2, outcome);
    // Alone +1 and +2; together 6 − 1 = 5, so 2 are done jointly.
    expect([doubled!.alone, tripled!.alone]).toEqual([1, 2]);
    expect([doubled!.last, tripled!.last]).toEqual([3, 4]);
    expect([doubled!.shapley, tripled!.shapley]).toEqual([2, 3]);
  });

  it("adds up to the whole difference, whatever the outcomes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain((n) =>
          fc.tuple(
            fc.constant(n),
            fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
              minLength: 2 ** n,
              maxLength: 2 ** n,
            }),
          ),
        ),
        ([n, values]) => {
          const parts = contributions(n, (subset) => values[subset]!);
          const sum = parts.reduce((total, { shapley }) => total + shapley, 0);
          expect(sum).toBeCloseTo(values.at(-1)! - values[0]!, 3);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("gives nothing to a change that never matters", () => {
    const [idle] = contributions(3, (subset) => (has(subset, 1) ? 5 : 1) * (has(subset, 2) ? 2 : 1));
    expect(idle).toEqual({ alone: 0, last: 0, shapley: 0 });
  });

  it("runs every subset of a few changes, and no more than two for each of many", () => {
    expect(neededSubsets(3)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const many = neededSubsets(mostForShapley + 4);
    expect(many.length).toBe(2 * (mostForShapley + 4) + 2);
    expect(contributions(mostForShapley + 4, (subset) => subset)[0]!.shapley).toBeNaN();
  });
});
