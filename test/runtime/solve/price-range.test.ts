import { beforeAll, describe, expect, test } from "vitest";
import { deaData } from "../../../bench/dea-data.ts";
import { deaFamily, modelKinds } from "../../../bench/dea-families.ts";
import { priceRange } from "../../../runtime/solve/price-range.ts";
import { loadSolvers, solveFamily } from "../../../runtime/solve/solve-family.ts";
import { rowMagnitudes } from "../../../runtime/solve/standard-form.ts";
import { small } from "./small-families.ts";

beforeAll(() => loadSolvers());

const rangeOf = (family: Parameters<typeof priceRange>[0], task = 0) => {
  const { low, high } = priceRange(family, task, solveFamily(family)[task]!.solution);
  const digits = (values: Float64Array) => [...values].map((v) => Number(v.toFixed(12)));
  return { low: digits(low), high: digits(high) };
};

describe("by hand", () => {
  // One input, one output, constant returns, A = (2, 2): prices (−1/2, 1/2), nothing else is possible with θ's
  // normalisation −2π_x = 1.
  test("a price that the normalisation fixes", () => {
    const family = small({
      relations: ["<=", ">="],
      columns: [
        [2, 2],
        [4, 2],
      ],
      tasks: [{ rhs: [0, 2], own: [[-2, 0]] }],
    });
    expect(rangeOf(family)).toEqual({ low: [-0.5, 0.5], high: [-0.5, 0.5] });
  });

  // Two inputs, one output: A = (1, 4), B = (2, 2), C = (4, 1) at y = 1, min θ. B lies where the segments A–B
  // (slope −2) and B–C (slope −1/2) meet: weights u with 2u₁ + 2u₂ = 1 and u₁/u₂ between 1/2 and 2.
  const corner = (sense: "min" | "max") =>
    small({
      sense,
      relations: ["<=", "<=", ">="],
      columns: [
        [1, 4, 1],
        [2, 2, 1],
        [4, 1, 1],
      ],
      // For `max` the mirror image −θ.
      tasks: [
        {
          rhs: [0, 0, 1],
          own: [sense === "min" ? [-2, -2, 0] : [2, 2, 0]],
        },
      ],
    });
  test("a corner of the frontier", () => {
    expect(rangeOf(corner("min"))).toEqual({
      low: [-1 / 3, -1 / 3, 1].map((v) => Number(v.toFixed(12))),
      high: [-1 / 6, -1 / 6, 1].map((v) => Number(v.toFixed(12))),
    });
  });
  test("the same as a maximum: signs and sides turn round", () => {
    expect(rangeOf(corner("max"))).toEqual({
      low: [1 / 6, 1 / 6, -1].map((v) => Number(v.toFixed(12))),
      high: [1 / 3, 1 / 3, -1].map((v) => Number(v.toFixed(12))),
    });
  });

  // Variable returns, one input, one output, A = (1, 1), B = (2, 3) with min θ: at A output may be worth
  // anything from 0 to 1/2 (slope of A–B: 2 of output for 1 of input) and the price of Σλ = 1 follows.
  test("where the frontier turns down, output may be worth nothing", () => {
    const family = small({
      relations: ["<=", ">=", "="],
      columns: [
        [1, 1, 1],
        [2, 3, 1],
      ],
      tasks: [
        { rhs: [0, 1, 1], own: [[-1, 0, 0]] },
        { rhs: [0, 3, 1], own: [[-2, 0, 0]] },
      ],
    });
    expect(rangeOf(family, 0)).toEqual({ low: [-1, 0, 0.5], high: [-1, 0.5, 1] });
    // At B, the end of the frontier, no output is too dear.
    expect(rangeOf(family, 1)).toEqual({
      low: [-0.5, 0.25, Number.NEGATIVE_INFINITY],
      high: [-0.5, Number.POSITIVE_INFINITY, 0.25],
    });
  });
});

for (const kind of ["logn", "degenerate", "badly-scaled"] as const) {
  for (const model of modelKinds) {
    test(`${kind} ${model}: every optimal dual lies within its range`, () => {
      const family = deaFamily(model, deaData(kind, 31, 5));
      const magnitudes = rowMagnitudes(family);
      const others = solveFamily(family, { solver: "highs" });
      for (const [task, { solution }] of solveFamily(family).entries()) {
        if (solution.status !== "optimal") continue;
        const { low, high } = priceRange(family, task, solution);
        const weight = solution.dual.reduce((sum, v, i) => sum + Math.abs(v) * magnitudes[i]!, 0);
        for (const [i, magnitude] of magnitudes.entries()) {
          const room = (1e-7 * weight) / magnitude;
          expect(low[i]! <= high[i]! + room).toBe(true);
          for (const { dual } of [solution, others[task]!.solution]) {
            const [above, below] = [dual[i]! >= low[i]! - room, dual[i]! <= high[i]! + room];
            expect([task, i, above, below]).toEqual([task, i, true, true]);
          }
        }
      }
    });
  }
}

for (const model of ["crs-input", "vrs-output", "ddf", "kuosmanen"] as const) {
  test(`${model}: the ends are what a little more, and a little less, of the right-hand side is worth`, () => {
    const family = deaFamily(model, deaData("logn", 20, 5));
    const magnitudes = rowMagnitudes(family);
    let open = 0;
    for (const [task, { solution }] of solveFamily(family).entries()) {
      const { low, high } = priceRange(family, task, solution);
      for (const [i, magnitude] of magnitudes.entries()) {
        const step = 1e-5 * magnitude;
        const moved = (by: number): number => {
          const rhs = family.tasks[task]!.rhs.slice();
          rhs[i]! += by;
          const [answer] = solveFamily({ ...family, tasks: [{ ...family.tasks[task]!, rhs }] });
          const none = (family.sense === "min" ? 1 : -1) * Number.POSITIVE_INFINITY;
          return answer!.solution.status === "infeasible" ? none : answer!.solution.objective;
        };
        const up = (moved(step) - solution.objective) / step;
        const down = (solution.objective - moved(-step)) / step;
        const [least, most] = family.sense === "min" ? [down, up] : [up, down];
        const close = (a: number, b: number) => a === b || Math.abs(a - b) * magnitude < 1e-6;
        expect([task, i, close(low[i]!, least), close(high[i]!, most)]).toEqual([task, i, true, true]);
        if (high[i]! > low[i]! + 1e-6 / magnitude) open++;
      }
    }
    expect(open).toBeGreaterThan(15);
  });
}
