import highsPackage, { type Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { lpFormat } from "../../../compiler/print/lp-format.ts";
import { mpsFormat } from "../../../compiler/print/mps-format.ts";
import { programNames } from "../../../compiler/print/program-names.ts";
import { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import type { Measure } from "../../../language/model.ts";
import { type UnitProgram, unitProgram } from "../../../runtime/explain/unit-program.ts";
import { runEnvironment } from "../../../runtime/run-environment.ts";
import { loadSolvers } from "../../../runtime/solve/solve-family.ts";
import { families } from "../../helpers/families.ts";
import { pipeline } from "../../helpers/pipeline.ts";

let highs: Highs;
const programs: { readonly name: string; readonly unit: UnitProgram }[] = [];

beforeAll(async () => {
  highs = await (highsPackage as unknown as typeof highsPackage.default)({});
  await loadSolvers();
  const { model, results } = await pipeline(families);
  const env = runEnvironment(model!, new Map(results!.tables.map((t) => [t.name, t])));
  for (const measure of model!.declarations.filter((d): d is Measure => d.kind === "measure")) {
    for (const dmu of ["A", "B", "C"]) {
      const unit = unitProgram(measure, model!, env, new Diagnostics(), { dmu });
      if (unit === null || "wrong" in unit) throw new Error(`no program of ${measure.name}`);
      programs.push({ name: `${measure.name} of ${dmu}`, unit });
    }
  }
});

/** HiGHS's status and objective of a program that it reads as text. */
function readBack(
  format: "lp" | "mps",
  text: string,
): { readonly status: string; readonly objective: number } {
  const model = highs.createModel();
  try {
    model.options.set({ output_flag: false, small_matrix_value: 1e-12 });
    model.readModel({ format, data: text });
    model.run();
    const status = model.getModelStatus();
    const { optimal, infeasible, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
    const words = new Map<number, string>([
      [optimal, "optimal"],
      [infeasible, "infeasible"],
      [unboundedOrInfeasible, "infeasible"],
      [unbounded, "unbounded"],
    ]);
    return { status: words.get(status) ?? String(status), objective: model.getObjectiveValue() };
  } finally {
    model.dispose();
  }
}

describe("programs written for solvers", () => {
  it.each(["lp", "mps"] as const)("give HiGHS the same optimum in %s", (format) => {
    expect(programs.length).toBeGreaterThan(40);
    for (const { name, unit } of programs) {
      const { family, task, solved } = unit.answer.program!;
      const names = programNames(family, unit.nameOf);
      const text = (format === "lp" ? lpFormat : mpsFormat)(family, task, names, [name]);
      const { status, objective } = readBack(format, text);
      expect(status, `${name}\n${text}`).toBe(solved.solution.status);
      if (status === "optimal") expect(objective, name).toBeCloseTo(solved.solution.objective, 7);
    }
  });

  it("includes a program without a solution", () => {
    expect(programs.some(({ unit }) => unit.answer.status === "infeasible")).toBe(true);
  });
});
