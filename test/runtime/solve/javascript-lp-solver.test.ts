import { beforeAll, expect, test } from "vitest";
import { deaData } from "../../../bench/dea-data.ts";
import { deaFamily, modelKinds } from "../../../bench/dea-families.ts";
import { certify } from "../../../runtime/solve/certificate.ts";
import { javascriptLpSolver } from "../../../runtime/solve/javascript-lp-solver.ts";
import { loadSolvers, solveFamily } from "../../../runtime/solve/solve-family.ts";

beforeAll(() => loadSolvers());

const programs = (["logn", "degenerate", "badly-scaled"] as const).flatMap((kind) =>
  modelKinds.map((model) => ({ name: `${kind} ${model}`, family: deaFamily(model, deaData(kind, 40, 10)) })),
);

for (const { name, family } of programs) {
  test(`${name}: nothing that is certified is wrong, and most is certified`, () => {
    const truth = solveFamily(family, { solver: "highs" });
    const solver = javascriptLpSolver.open(family);
    let certified = 0;
    for (const [task, { solution }] of truth.entries()) {
      const mine = solver.solve(task);
      if (!certify(family, task, mine).holds) continue;
      certified++;
      expect(mine.status).toBe(solution.status);
      if (mine.status !== "optimal") continue;
      const off = Math.abs(mine.objective - solution.objective);
      expect(off).toBeLessThan(1e-7 * Math.max(1e-3, Math.abs(solution.objective)));
    }
    expect(certified / truth.length).toBeGreaterThan(0.75);
  });
}

test("what it gets wrong or never ends on is solved again by another solver", () => {
  const { family } = programs.find((program) => program.name === "badly-scaled vrs-output")!;
  const answers = solveFamily(family, { solver: "javascript-lp-solver" });
  const truth = solveFamily(family, { solver: "highs" });
  expect(answers.every((answer) => answer.certificate.holds)).toBe(true);
  expect(answers.filter((answer) => answer.retried).length).toBeGreaterThan(0);
  for (const [task, { solution }] of truth.entries()) {
    expect(answers[task]!.solution.objective).toBeCloseTo(solution.objective, 8);
  }
});
