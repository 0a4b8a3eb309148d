import { describe, expect, it } from "vitest";
import { directionalFamily } from "../../../compiler/lp/directional.ts";
import type { LpFamily } from "../../../compiler/lp/lp-family.ts";
import { radialFamily } from "../../../compiler/lp/radial.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "../../../compiler/lp/technology-matrix.ts";
import type { Role } from "../../../language/ast.ts";

const span = { file: "m", start: 0, end: 0 };
const variable = (name: string, role: Role, fixed = false) => ({ name, role, fixed, span });
const roles = [variable("labor", "input"), variable("paper", "good"), variable("bod", "bad")];
/** Two mills: labor 2, paper 5, bod 3 and labor 4, paper 7, bod 6. */
const reference: ReferenceUnits = {
  observations: [0, 1],
  values: [Float64Array.of(2, 4), Float64Array.of(5, 7), Float64Array.of(3, 6)],
};
const point: Point = {
  observation: 1,
  at: Float64Array.of(4, 7, 6),
  move: Float64Array.of(0, 7, 6),
  worth: new Float64Array(3),
  without: [],
};

/** A family's first program as one would write it by hand. */
function printed(family: LpFamily): string {
  const task = family.tasks[0]!;
  const n = family.columns.length;
  const m = family.rows.length;
  const term = (value: number, name: string) => (value === 0 ? [] : [`${value}${name}`]);
  const lines = family.rows.map((row, i) => {
    const terms = [
      ...family.columns.flatMap(({ kind, observation }, j) =>
        task.excluded.includes(j)
          ? []
          : term(family.matrix[i * n + j]!, kind === "mu" ? `μ${observation}` : `λ${observation}`),
      ),
      ...family.own.flatMap(({ name }, k) => term(task.own[k * m + i]!, name)),
    ];
    const left = terms.join(" + ").replaceAll("+ -", "- ") || "0";
    return `${row.label}: ${left} ${row.relation} ${task.rhs[i]}`;
  });
  return [`${family.sense} ${family.own[0]!.name}`, ...lines].join("\n");
}

function form(more: Partial<TechnologyForm>, variables = roles): TechnologyForm {
  return { variables, returns: "crs", disposability: "weak", span, ...more };
}

describe("the directional program", () => {
  const program = (more: Partial<TechnologyForm>, one = point) =>
    printed(directionalFamily("t", form(more), reference, [one]));

  it("is one intensity with an equal bad under crs", () => {
    expect(program({})).toMatchInlineSnapshot(`
      "max β
      labor: 2λ0 + 4λ1 <= 4
      paper: 5λ0 + 7λ1 - 7β >= 7
      bod: 3λ0 + 6λ1 + 6β = 6"
    `);
  });

  it("is Kuosmanen's with λ and μ under vrs", () => {
    expect(program({ returns: "vrs" })).toMatchInlineSnapshot(`
      "max β
      labor: 2λ0 + 4λ1 + 2μ0 + 4μ1 <= 4
      paper: 5λ0 + 7λ1 - 7β >= 7
      bod: 3λ0 + 6λ1 + 6β = 6
      Σ(λ+μ): 1λ0 + 1λ1 + 1μ0 + 1μ1 = 1"
    `);
  });

  it("keeps μ under ndrs, not under nirs (trap 1b)", () => {
    expect(program({ returns: "ndrs" })).toContain("Σ(λ+μ): 1λ0 + 1λ1 + 1μ0 + 1μ1 >= 1");
    expect(program({ returns: "nirs" })).toContain("Σλ: 1λ0 + 1λ1 <= 1");
  });

  it("lets a strongly disposable bad act like an input (trap 4)", () => {
    expect(program({ disposability: "strong" })).toContain("bod: 3λ0 + 6λ1 + 6β <= 6");
  });

  it("has one λ and equal bads under `equality`", () => {
    expect(program({ disposability: "equality", returns: "vrs" })).toMatchInlineSnapshot(`
      "max β
      labor: 2λ0 + 4λ1 <= 4
      paper: 5λ0 + 7λ1 - 7β >= 7
      bod: 3λ0 + 6λ1 + 6β = 6
      Σλ: 1λ0 + 1λ1 = 1"
    `);
  });

  it("has Shephard's common abatement factor, which scales inputs and the sum of intensities", () => {
    expect(program({ disposability: "shephard", returns: "vrs" })).toMatchInlineSnapshot(`
      "max β
      labor: 2λ0 + 4λ1 - 4abatement <= 0
      paper: 5λ0 + 7λ1 - 7β >= 7
      bod: 3λ0 + 6λ1 + 6β = 6
      Σλ: 1λ0 + 1λ1 - 1abatement = 0
      abatement factor ≤ 1: 1abatement <= 1"
    `);
    expect(program({ disposability: "shephard" })).toBe(program({}));
  });

  it("leaves out both intensities of an excluded unit", () => {
    const alone = program({ returns: "vrs" }, { ...point, without: [1] });
    expect(alone).toContain("labor: 2λ0 + 2μ0 <= 4");
  });
});

describe("the radial program", () => {
  it("shrinks inputs, but not fixed ones", () => {
    const variables = [variable("rain", "input", true), ...roles.slice(0, 2)];
    const values = [Float64Array.of(1, 3), ...reference.values.slice(0, 2)];
    const family = radialFamily(
      "t",
      form({ returns: "vrs" }, variables),
      { ...reference, values },
      [{ ...point, at: Float64Array.of(3, 4, 7) }],
      "input",
    );
    expect(printed(family)).toMatchInlineSnapshot(`
      "min θ
      rain: 1λ0 + 3λ1 <= 3
      labor: 2λ0 + 4λ1 - 4θ <= 0
      paper: 5λ0 + 7λ1 >= 7
      Σλ: 1λ0 + 1λ1 = 1"
    `);
  });

  it("expands goods and holds bads", () => {
    const family = radialFamily("t", form({}), reference, [point], "output");
    expect(printed(family)).toMatchInlineSnapshot(`
      "max φ
      labor: 2λ0 + 4λ1 <= 4
      paper: 5λ0 + 7λ1 - 7φ >= 0
      bod: 3λ0 + 6λ1 = 6"
    `);
  });
});
