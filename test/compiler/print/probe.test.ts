import { describe, expect, it } from "vitest";
import type { LpFamily } from "../../../compiler/lp/lp-family.ts";
import { radialFamily } from "../../../compiler/lp/radial.ts";
import type { TechnologyForm } from "../../../compiler/lp/technology-matrix.ts";
import { probeOf, readProgram } from "../../../compiler/print/probe.ts";
import { programNames } from "../../../compiler/print/program-names.ts";

const span = { file: "model.gtfp", start: 0, end: 0 };
const variable = (name: string, role: "input" | "good" | "bad") => ({ name, role, fixed: false, span });
const form: TechnologyForm = {
  variables: [variable("labor", "input"), variable("paper", "good"), variable("bod", "bad")],
  returns: "vrs",
  disposability: "weak",
  span,
};

function radial(): { family: LpFamily; probe: ReturnType<typeof probeOf> } {
  const probe = probeOf(form, ["none", "none", "none"]);
  return { family: radialFamily("f", form, probe.reference, [probe.point], "input"), probe };
}

describe("reading a family's mathematics off itself", () => {
  it("finds what each coefficient is", () => {
    const { family, probe } = radial();
    const program = readProgram(family, probe)!;
    const [labor, paper, bod, convexity] = program.rows;
    const unit = (variable: number) => ({ sign: 1, atoms: [{ what: "unit", variable, power: 1 }] });
    expect(labor!.intensities).toEqual([
      { kind: "lambda", of: unit(0) },
      { kind: "mu", of: unit(0) },
    ]);
    expect(labor!.own).toEqual([{ sign: -1, atoms: [{ what: "at", variable: 0, power: 1 }] }]);
    expect(labor!.rhs.sign).toBe(0);
    expect(paper!.intensities).toEqual([{ kind: "lambda", of: unit(1) }]);
    expect(paper!.rhs).toEqual({ sign: 1, atoms: [{ what: "at", variable: 1, power: 1 }] });
    expect(bod!.row.relation).toBe("=");
    expect(convexity!.rhs).toEqual({ sign: 1, atoms: [] });
  });

  it("says nothing of a family with a number that it does not know", () => {
    const { family, probe } = radial();
    const rhs = family.tasks[0]!.rhs.slice().fill(0.123);
    expect(readProgram({ ...family, tasks: [{ ...family.tasks[0]!, rhs }] }, probe)).toBeNull();
  });
});

describe("names for solvers", () => {
  it("are ASCII, each once, and tell in a legend what they lost", () => {
    const { family } = radial();
    const units = ["北京", "上海", "São Paulo"];
    const names = programNames(family, (observation) => units[observation]!);
    const all = [...names.columns, ...names.own, ...names.rows];
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) expect(name).toMatch(/^[a-z][A-Za-z0-9_]*$/);
    expect(names.columns.slice(0, 3)).toEqual(["lambda_1", "lambda_2", "lambda_Sao_Paulo"]);
    expect(names.legend.map(({ meaning }) => meaning)).toEqual(["北京", "上海", "北京", "上海"]);
  });

  it("stay apart where only marks tell two units apart", () => {
    const { family } = radial();
    const names = programNames(family, (observation) => ["A-1", "A 1", "A_1"][observation]!);
    expect(new Set(names.columns).size).toBe(names.columns.length);
  });
});
