import { beforeAll, describe, expect, test } from "vitest";
import { uniform } from "../../../bench/dea-data.ts";
import { certify } from "../../../runtime/solve/certificate.ts";
import { highs } from "../../../runtime/solve/highs.ts";
import { javascriptLpSolver } from "../../../runtime/solve/javascript-lp-solver.ts";
import { kernel } from "../../../runtime/solve/kernel/kernel.ts";
import { loadSolvers, solveFamily } from "../../../runtime/solve/solve-family.ts";
import { proveUnbounded } from "../../../runtime/solve/unbounded.ts";
import { small } from "./small-families.ts";

beforeAll(() => loadSolvers());

const solvers = [kernel, highs, javascriptLpSolver];

// max β: λ₁ + 4λ₂ ≤ 4 (input), 2λ₁ + 4λ₂ ≥ 2 + β (output); λ₁ alone reaches 8 of output.
const directional = small({
  sense: "max",
  relations: ["<=", ">="],
  columns: [
    [1, 2],
    [4, 4],
  ],
  tasks: [
    { rhs: [4, 2], own: [[0, -1]] },
    { rhs: [4, 2], own: [[0, -1]], excluded: [0] },
    // More output than the whole frontier makes from this input: β is negative, not infeasible.
    { rhs: [1, 10], own: [[0, -1]] },
    // Nothing makes output without input.
    { rhs: [-1, 1], own: [[0, -1]] },
    { rhs: [4, 2], own: [[0, 0]] },
  ],
});

for (const solver of solvers) {
  describe(solver.name, () => {
    test("a directional program by hand", () => {
      const opened = solver.open(directional);
      const answers = [0, 1, 2].map((task) => opened.solve(task));
      expect(answers.map((answer) => answer.status)).toEqual(["optimal", "optimal", "optimal"]);
      for (const [task, objective] of [6, 2, -8].entries()) {
        expect(answers[task]!.objective).toBeCloseTo(objective, 12);
      }
      // One more unit of input makes 2 more units of output; asking for one more takes one from β.
      expect(answers[0]!.dual[0]).toBeCloseTo(2, 12);
      expect(answers[0]!.dual[1]).toBeCloseTo(-1, 12);
      expect(answers[1]!.lambda).toHaveLength(1);
      expect(answers[1]!.lambda[0]!.column).toBe(1);
      opened.dispose();
    });

    test("an infeasible program comes with its ray", () => {
      const opened = solver.open(directional);
      const answer = opened.solve(3);
      expect(answer.status).toBe("infeasible");
      expect(answer.ray[0]).toBeLessThan(0);
      expect(certify(directional, 3, answer).holds).toBe(true);
      opened.dispose();
    });

    test("a direction that moves nothing is unbounded", () => {
      const opened = solver.open(directional);
      expect(opened.solve(4).status).toBe("unbounded");
      opened.dispose();
    });
  });
}

test("an unbounded program is proved so, and has no number", () => {
  const answer = solveFamily(directional)[4]!;
  expect(answer.solution.status).toBe("unbounded");
  expect(answer.certificate).toMatchObject({ kind: "unbounded", holds: true });
  expect(answer.retried).toBe(false);
  expect(proveUnbounded(directional, 0).holds).toBe(false);
  expect(proveUnbounded(directional, 3).holds).toBe(false);
  expect(answer.solution.objective).toBeNaN();
});

test("an own variable without bound below and without rows is unbounded only if there is a point at all", () => {
  const family = small({
    relations: ["<=", ">="],
    columns: [[1, 1]],
    tasks: [{ rhs: [1, 2], own: [[0, 0]] }],
  });
  expect(solveFamily(family)[0]!.solution.status).toBe("infeasible");
});

test("a ratio test whose only candidate lies on its bound finds it (all duals 0, a cost of 3)", () => {
  const family = small({
    relations: [">=", ">=", "=", ">="],
    columns: [
      [3, -1, 1, -1],
      [0, 4, -1, 0],
    ],
    free: [false],
    tasks: [{ rhs: [3, 0, 0, 0], own: [[-1, 1, -1, 1]], costs: [3] }],
  });
  expect(kernel.open(family).solve(0).objective).toBeCloseTo(4.5, 12);
});

test("two free own variables that say the same are unbounded only if their costs differ", () => {
  const twice = (cost: number) =>
    small({
      relations: [">="],
      columns: [[-1]],
      tasks: [{ rhs: [4], own: [[1], [2]], costs: [1, cost] }],
    });
  expect(kernel.open(twice(2)).solve(0).objective).toBeCloseTo(4, 12);
  expect(kernel.open(twice(3)).solve(0).status).toBe("unbounded");
});

test("random programs of mixed relations, signs and statuses: all solvers tell the same", () => {
  const next = uniform(11);
  const pick = () => Math.round(6 * next() - 2);
  const seen = new Set<string>();
  for (let round = 0; round < 250; round++) {
    const m = 2 + Math.floor(4 * next());
    const own = 1 + Math.floor(3 * next());
    const family = small({
      sense: next() < 0.5 ? "min" : "max",
      relations: Array.from({ length: m }, () => (["<=", "=", ">="] as const)[Math.floor(3 * next())]!),
      columns: Array.from({ length: 1 + Math.floor(7 * next()) }, () => Array.from({ length: m }, pick)),
      free: Array.from({ length: own }, () => next() < 0.5),
      tasks: Array.from({ length: 3 }, () => ({
        rhs: Array.from({ length: m }, pick),
        own: Array.from({ length: own }, () => Array.from({ length: m }, pick)),
        costs: Array.from({ length: own }, pick),
        excluded: next() < 0.3 ? [0] : [],
      })),
    });
    const truth = solveFamily(family, { solver: "highs" });
    const mine = kernel.open(family);
    for (const [task, { solution, certificate }] of truth.entries()) {
      const answer = mine.solve(task);
      seen.add(solution.status);
      expect(answer.status, `round ${round}, task ${task}`).toBe(solution.status);
      expect(certificate.holds).toBe(true);
      if (answer.status === "unbounded") continue;
      expect(certify(family, task, answer).holds, `round ${round}, task ${task}`).toBe(true);
      if (answer.status === "optimal") expect(answer.objective).toBeCloseTo(solution.objective, 8);
    }
  }
  expect([...seen].sort()).toEqual(["infeasible", "optimal", "unbounded"]);
});

test("cross-checking asks HiGHS again for the share of tasks it was told, and changes nothing that is right", () => {
  let calls = 0;
  const answers = solveFamily(directional, { crossCheck: 0.5, progress: () => calls++ });
  expect(answers).toEqual(solveFamily(directional));
  expect(calls).toBe(directional.tasks.length);
});
