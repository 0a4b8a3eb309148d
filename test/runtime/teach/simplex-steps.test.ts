import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { symbol } from "../../../compiler/print/math.ts";
import { Notation } from "../../../compiler/print/notation.ts";
import { loadSolvers, solveFamily } from "../../../runtime/solve/solve-family.ts";
import {
  type DenseProgram,
  largest,
  type SimplexSteps,
  simplexSteps,
} from "../../../runtime/teach/simplex-steps.ts";
import { familyProgram, unitSimplex } from "../../../runtime/teach/unit-simplex.ts";
import { families } from "../../helpers/families.ts";
import { openedModel } from "../../helpers/opened-model.ts";
import { small } from "../solve/small-families.ts";

beforeAll(() => loadSolvers());

type Relation = "≤" | "=" | "≥";

function program(
  sense: "min" | "max",
  costs: readonly number[],
  rows: readonly (readonly [readonly number[], Relation, number])[],
  free: readonly number[] = [],
): DenseProgram {
  return {
    sense,
    columns: costs.map((cost, j) => ({
      kind: "own",
      name: `x${j + 1}`,
      formula: symbol(`x${j + 1}`),
      cost,
      free: free.includes(j),
    })),
    rows: rows.map(([cells, relation, rhs], i) => ({ name: `row ${i + 1}`, cells, relation, rhs })),
  };
}

function stepsOf(dense: DenseProgram): SimplexSteps {
  const steps = simplexSteps(dense);
  if ("tooLarge" in steps) throw new Error("too large");
  return steps;
}

/** The first example of Hillier & Lieberman (Introduction to Operations Research), the Wyndor Glass Co. */
const wyndor = program(
  "max",
  [3, 5],
  [
    [[1, 0], "≤", 4],
    [[0, 2], "≤", 12],
    [[3, 2], "≤", 18],
  ],
);

describe("the simplex method, step by step", () => {
  it("goes the way that the textbook goes", () => {
    const steps = stepsOf(wyndor);
    expect(steps.tableaux.map(({ basis }) => basis.map((j) => steps.columns[j]!.name))).toEqual([
      ["slack of row 1", "slack of row 2", "slack of row 3"],
      ["slack of row 1", "x2", "slack of row 3"],
      ["slack of row 1", "x2", "x1"],
    ]);
    const [first, second, last] = steps.tableaux;
    expect(first!.step).toMatchObject({ is: "pivot", entering: 1, row: 1, leaving: 3, ratios: [null, 6, 9] });
    expect(second!.cells).toEqual([
      [1, 0, 1, 0, 0],
      [0, 1, 0, 0.5, 0],
      [3, 0, 0, -1, 1],
    ]);
    expect(second!.rhs).toEqual([4, 6, 6]);
    expect(second!.reduced).toEqual([3, 0, 0, -2.5, 0]);
    expect(last!.objective).toBe(36);
    expect(last!.reduced).toEqual([0, 0, 0, -1.5, -1]);
    expect(steps).toMatchObject({ status: "optimal", objective: 36 });
    expect(steps.values.slice(0, 2)).toEqual([2, 6]);
  });

  it("finds a first basis with artificial variables, and drives them out", () => {
    const steps = stepsOf(
      program(
        "min",
        [2, 3],
        [
          [[1, 1], "=", 10],
          [[1, 0], "≥", 4],
          [[2, 2], "=", 20],
        ],
      ),
    );
    expect(steps.tableaux[0]!.phase).toBe(1);
    expect(steps.tableaux[0]!.objective).toBe(34);
    expect(steps.tableaux.some(({ step }) => step.is === "feasible")).toBe(true);
    expect(steps).toMatchObject({ status: "optimal", objective: 20 });
    expect(steps.values.slice(0, 2)).toEqual([10, 0]);
  });

  it("tells what cannot be met, and what has no end", () => {
    const impossible = stepsOf(
      program(
        "max",
        [1],
        [
          [[1], "≤", 3],
          [[1], "≥", 5],
        ],
      ),
    );
    expect(impossible).toMatchObject({ status: "infeasible", objective: null, values: [] });
    const last = impossible.tableaux.at(-1)!;
    expect(last).toMatchObject({ phase: 1, objective: 2, step: { is: "infeasible" } });
    // What cannot be met is told by the artificial variables that are left.
    const left = last.basis.map((j) => impossible.columns[j]!).filter(({ kind }) => kind === "artificial");
    expect(left.map(({ name }) => name)).toEqual(["artificial of row 2"]);
    const endless = stepsOf(program("max", [1, 0], [[[1, -1], "≤", 1]]));
    expect(endless.status).toBe("unbounded");
    expect(endless.tableaux.at(-1)!.step).toMatchObject({ is: "unbounded" });
  });

  it("takes a free variable as the difference of two", () => {
    const steps = stepsOf(program("min", [1], [[[1], "≥", -7]], [0]));
    expect(steps.objective).toBe(-7);
    expect(steps.columns.slice(0, 2).map(({ name, part }) => [name, part])).toEqual([
      ["x1⁺", 1],
      ["x1⁻", -1],
    ]);
  });

  it("ends where the greatest improvement alone would go round for ever (Beale 1955)", () => {
    const steps = stepsOf(
      program(
        "max",
        [0.75, -150, 0.02, -6],
        [
          [[0.25, -60, -0.04, 9], "≤", 0],
          [[0.5, -90, -0.02, 3], "≤", 0],
          [[0, 0, 1, 0], "≤", 1],
        ],
      ),
    );
    expect(steps.objective).toBe(0.05);
    const rules = steps.tableaux.flatMap(({ step }) => (step.is === "pivot" ? [step.rule] : []));
    expect(rules).toContain("bland");
    expect(steps.tableaux.length).toBeLessThan(12);
  });

  it("has no rounding: tenths add up", () => {
    const steps = stepsOf(
      program(
        "max",
        [1],
        [
          [[0.1], "≤", 0.3],
          [[1], "=", 3],
        ],
      ),
    );
    expect(steps).toMatchObject({ status: "optimal", objective: 3 });
  });

  it("refuses what nobody reads", () => {
    const wide = program(
      "max",
      Array.from({ length: largest.columns }, () => 1),
      [[Array.from({ length: largest.columns }, () => 1), "≤", 1]],
    );
    expect(simplexSteps(wide)).toEqual({ tooLarge: { rows: 1, columns: largest.columns + 1 } });
  });

  it("keeps every tableau feasible and every step no worse", () => {
    for (const { tableaux } of [stepsOf(wyndor)]) {
      for (const [i, { rhs, objective }] of tableaux.entries()) {
        expect(Math.min(...rhs)).toBeGreaterThanOrEqual(0);
        if (i > 0) expect(objective).toBeGreaterThanOrEqual(tableaux[i - 1]!.objective);
      }
    }
  });
});

describe("agreement with the solver of all measures", () => {
  const number = fc.integer({ min: -9, max: 9 });
  const random = fc.integer({ min: 1, max: 4 }).chain((m) =>
    fc.record({
      sense: fc.constantFrom("min" as const, "max" as const),
      relations: fc.array(fc.constantFrom("<=" as const, "=" as const, ">=" as const), {
        minLength: m,
        maxLength: m,
      }),
      columns: fc.array(fc.array(number, { minLength: m, maxLength: m }), { minLength: 1, maxLength: 5 }),
      free: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
      rhs: fc.array(number, { minLength: m, maxLength: m }),
      own: fc.array(fc.array(number, { minLength: m, maxLength: m }), { minLength: 2, maxLength: 2 }),
      costs: fc.array(number, { minLength: 2, maxLength: 2 }),
    }),
  );

  it("ends as the kernel ends, with the same objective, for programs of all kinds", () => {
    const ends = new Map<string, number>();
    fc.assert(
      fc.property(random, ({ rhs, own, costs, ...shape }) => {
        const family = small({ ...shape, tasks: [{ rhs, own, costs }] });
        const { solution } = solveFamily(family)[0]!;
        const steps = stepsOf(familyProgram(family, 0, new Notation([]), (j) => `u${j}`));
        ends.set(steps.status, (ends.get(steps.status) ?? 0) + 1);
        expect(steps.status).toBe(solution.status);
        if (steps.objective !== null) expect(steps.objective).toBeCloseTo(solution.objective, 7);
      }),
      { numRuns: 600, seed: 7 },
    );
    for (const status of ["optimal", "infeasible", "unbounded"]) expect(ends.get(status)).toBeGreaterThan(20);
  });

  it("agrees for every family of programs and every unit", async () => {
    const { model, env, sink, measure } = await openedModel(families);
    let told = 0;
    for (const declared of model.declarations) {
      if (declared.kind !== "measure" || declared.name === "whole") continue;
      for (const dmu of ["A", "B", "C"]) {
        const steps = unitSimplex(measure(declared.name), model, env, sink, { dmu });
        if (steps === null || "wrong" in steps || "tooLarge" in steps) throw new Error(JSON.stringify(steps));
        told++;
        expect(steps.status === "optimal", `${declared.name} of ${dmu}`).toBe(steps.score !== null);
        if (
          ["ddf", "radial", "nddf", "additive"].includes(declared.spec.fn) &&
          declared.spec.super === false
        ) {
          expect(steps.objective, `${declared.name} of ${dmu}`).toBeCloseTo(steps.score!, 8);
        }
        for (const column of steps.columns)
          if (column.kind !== "own" && column.kind !== "intensity") expect(column.source).toBeDefined();
      }
    }
    expect(told).toBeGreaterThan(60);
  });

  it("tells why there are no steps", async () => {
    const { model, env, sink, measure } = await openedModel(families);
    expect(unitSimplex(measure("whole"), model, env, sink, { dmu: "A" })).toEqual({
      wrong: "on a free disposal hull units are compared one by one, without a linear program",
    });
    expect(unitSimplex(measure("directional"), model, env, sink, { dmu: "Z" })).toHaveProperty("wrong");
  });
});
