import { beforeAll, describe, expect, test } from "vitest";
import { deaData } from "../../../bench/dea-data.ts";
import { deaFamily } from "../../../bench/dea-families.ts";
import { certify } from "../../../runtime/solve/certificate.ts";
import { loadSolvers, solveFamily } from "../../../runtime/solve/solve-family.ts";
import type { LpSolution } from "../../../runtime/solve/solver.ts";
import { small } from "./small-families.ts";

beforeAll(() => loadSolvers());

const empty = new Float64Array(0);

describe("a program by hand", () => {
  // min θ: 2λ₁ + 4λ₂ ≤ 4θ, λ₁ + λ₂ ≥ 1: θ = 1/2 with λ₁ = 1, prices −1/4 and 1/2.
  const family = small({
    relations: ["<=", ">="],
    columns: [
      [2, 1],
      [4, 1],
    ],
    tasks: [{ rhs: [0, 1], own: [[-4, 0]] }],
  });
  const right: LpSolution = {
    status: "optimal",
    objective: 0.5,
    own: Float64Array.of(0.5),
    lambda: [{ column: 0, value: 1 }],
    dual: Float64Array.of(-0.25, 0.5),
    ray: empty,
  };

  test("the right answer is proved; reduced costs up to the rounding of directions", () => {
    expect(certify(family, 0, right)).toEqual({
      kind: "optimal",
      primal: 0,
      dual: 1e-12,
      gap: 0,
      holds: true,
    });
  });

  const tampered: Record<string, LpSolution> = {
    "another objective": { ...right, objective: 0.500001 },
    "an intensity too small": { ...right, lambda: [{ column: 0, value: 0.999999 }] },
    "a negative intensity": {
      ...right,
      lambda: [
        { column: 0, value: 1.1 },
        { column: 1, value: -0.1 },
      ],
    },
    "the worse unit, with its own objective": {
      ...right,
      objective: 1,
      own: Float64Array.of(1),
      lambda: [{ column: 1, value: 1 }],
    },
    "prices of the worse unit": { ...right, dual: Float64Array.of(-0.25, 1) },
    "a price of the wrong sign": { ...right, dual: Float64Array.of(0.25, 0.5) },
    "no prices": { ...right, dual: empty },
    "a number that is none": { ...right, own: Float64Array.of(Number.NaN) },
    "a price that is none": { ...right, dual: Float64Array.of(Number.NaN, 0.5) },
    "a column that is not there": { ...right, lambda: [{ column: 2, value: 1 }] },
    "a claim that it is infeasible": { ...right, status: "infeasible", ray: Float64Array.of(0, 1) },
    "a claim without a ray": { ...right, status: "infeasible" },
  };
  for (const [name, solution] of Object.entries(tampered)) {
    test(`not with ${name}`, () => expect(certify(family, 0, solution).holds).toBe(false));
  }

  test("an excluded column must stay 0", () => {
    const without = { ...family, tasks: [{ ...family.tasks[0]!, excluded: [0] }] };
    expect(certify(without, 0, right).holds).toBe(false);
  });
});

test("a ray proves a program infeasible, and a wrong one does not", () => {
  // λ ≤ 1 and λ ≥ 2: −1 times the first and 1 times the second say 0 ≥ 1.
  const family = small({
    relations: ["<=", ">="],
    columns: [[1, 1]],
    tasks: [{ rhs: [1, 2], own: [[0, 0]], costs: [0] }],
  });
  const claim = (...ray: number[]): LpSolution => ({
    status: "infeasible",
    objective: Number.NaN,
    own: empty,
    lambda: [],
    dual: empty,
    ray: Float64Array.from(ray),
  });
  expect(certify(family, 0, claim(-1, 1)).holds).toBe(true);
  expect(certify(family, 0, claim(1, -1)).holds).toBe(false);
  expect(certify(family, 0, claim(-0.4, 1)).holds).toBe(false);
  expect(certify(family, 0, claim(-2.5, 1)).holds).toBe(false);
  expect(certify(family, 0, claim(0, 0)).holds).toBe(false);
});

test("a ray whose product with a sparse right-hand side is nothing but rounding proves nothing", () => {
  // Feasible: z = 1, λ = 1. The ray is orthogonal to both, and 1e-16 stands where 0 should.
  const family = small({
    relations: ["=", "="],
    columns: [[1, 0]],
    free: [false],
    tasks: [{ rhs: [0, 1], own: [[-1, 1]] }],
  });
  const ray = Float64Array.of(-1, 1e-16);
  const lie: LpSolution = {
    status: "infeasible",
    objective: Number.NaN,
    own: empty,
    lambda: [],
    dual: empty,
    ray,
  };
  expect(certify(family, 0, lie).holds).toBe(false);
});

test("mutating any answer of a badly scaled family by a hundred-thousandth breaks its proof", () => {
  const family = deaFamily("vrs-input", deaData("badly-scaled", 31, 5));
  for (const [task, { solution }] of solveFamily(family).entries()) {
    const worse = (patch: Partial<LpSolution>) => certify(family, task, { ...solution, ...patch }).holds;
    expect(worse({})).toBe(true);
    expect(worse({ objective: solution.objective * (1 + 1e-5) })).toBe(false);
    expect(worse({ own: solution.own.map((z) => z * (1 - 1e-5)) })).toBe(false);
    expect(worse({ lambda: solution.lambda.map((l) => ({ ...l, value: l.value * (1 - 1e-5) })) })).toBe(
      false,
    );
    for (let i = 0; i < solution.dual.length; i++) {
      if (Math.abs(solution.dual[i]! * family.tasks[task]!.own[i]!) < 1e-3) continue;
      expect(worse({ dual: solution.dual.map((price, k) => (k === i ? price * (1 + 1e-5) : price)) })).toBe(
        false,
      );
    }
  }
});
