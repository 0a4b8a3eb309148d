import { describe, expect, it } from "vitest";
import type { Say } from "../../../editor/playground/panels/frontier/sentence.ts";
import { remarkFor, worthOf } from "../../../editor/playground/panels/program/prices.ts";
import {
  basisWords,
  columnWords,
  freeNames,
  shownColumns,
  stepWords,
} from "../../../editor/playground/panels/program/step-words.ts";
import { hasUnit, unitNamed, unitToShow } from "../../../editor/playground/panels/program/unit-to-show.ts";
import { en } from "../../../editor/playground/words/en.ts";
import { zh } from "../../../editor/playground/words/zh.ts";
import type { Table } from "../../../runtime/tables/table.ts";
import { largest, simplexSteps } from "../../../runtime/teach/simplex-steps.ts";
import type { DenseProgram, SimplexSteps } from "../../../runtime/teach/simplex-types.ts";

const sayIn =
  (words: Readonly<Record<string, string>>): Say =>
  (key, holes = {}) =>
    words[key]!.replace(/\{(\w+)\}/g, (hole, name: string) => String(holes[name] ?? hole));
const english = sayIn(en);
const chinese = sayIn(zh);

const letter = (text: string) => ({ is: "symbol", text }) as const;
const lambda = (unit: string) => ({
  kind: "intensity" as const,
  name: `λ ${unit}`,
  formula: letter("λ"),
  unit,
  cost: 0,
});
function solved(program: DenseProgram): SimplexSteps {
  const steps = simplexSteps(program);
  if ("tooLarge" in steps) throw new Error("too large");
  return steps;
}

/** max φ: 2 λA + 3 λB ≤ 6, λA + 2 λB − φ ≥ 0. */
const plain = solved({
  sense: "max",
  columns: [lambda("A"), lambda("B"), { kind: "own", name: "φ", formula: letter("φ"), free: true, cost: 1 }],
  rows: [
    { name: "labor", relation: "≤", cells: [2, 3, 0], rhs: 6 },
    { name: "paper", relation: "≥", cells: [1, 2, -1], rhs: 0 },
  ],
});

describe("the words of a step", () => {
  it("tell what enters, why, what limits it, and what leaves", () => {
    expect(stepWords(plain, 0, english)).toBe(
      "φ⁺ enters: each unit of it raises the objective by 1, the most of all. paper limits it first (ratio 0), so the slack of paper leaves. The limit is 0, so the objective stays as it is: a degenerate step.",
    );
    expect(stepWords(plain, 0, chinese)).toBe(
      "φ⁺ 入基：每增加一单位，目标值上升 1，改进最多。paper 最先限制它（比值 0），因此 paper 的松弛变量 出基。比值为 0，目标值不变：这是退化的一步。",
    );
  });

  it("tell Bland's rule after a step without progress", () => {
    expect(stepWords(plain, 1, english)).toContain("Bland's rule");
  });

  it("tell the end", () => {
    expect(stepWords(plain, plain.tableaux.length - 1, english)).toBe(
      "No column improves the objective any more: 4 is the greatest.",
    );
    expect(stepWords(plain, plain.tableaux.length - 1, chinese)).toContain("4 就是最大值");
  });

  it("tell phase 1, and which rows cannot be met", () => {
    const steps = solved({
      sense: "min",
      columns: [lambda("A")],
      rows: [
        { name: "paper", relation: "≥", cells: [1], rhs: 3 },
        { name: "labor", relation: "≤", cells: [2], rhs: 4 },
      ],
    });
    expect(steps.status).toBe("infeasible");
    expect(stepWords(steps, 0, english)).toMatch(
      /^λ of A enters: each unit of it lowers the sum of the artificial/,
    );
    expect(stepWords(steps, steps.tableaux.length - 1, english)).toContain("paper cannot be met");
    expect(stepWords(steps, steps.tableaux.length - 1, chinese)).toContain("paper 不能满足");
  });

  it("tell that there is no end", () => {
    const steps = solved({
      sense: "max",
      columns: [{ kind: "own", name: "β", formula: letter("β"), cost: 1 }],
      rows: [{ name: "labor", relation: "≤", cells: [-1], rhs: 4 }],
    });
    expect(stepWords(steps, 0, english)).toBe(
      "β improves the objective and no row limits it: there is no end to it.",
    );
  });
});

describe("a program that is too large", () => {
  it("is told the true limits", () => {
    for (const words of [en, zh]) {
      expect(words.programTooLarge).toContain(String(largest.rows));
      expect(words.programTooLarge).toContain(String(largest.columns));
    }
  });
});

describe("a tableau", () => {
  it("names its columns by what they are", () => {
    expect(plain.columns.map((column) => columnWords(column, plain, english))).toEqual([
      "λ of A",
      "λ of B",
      "φ⁺",
      "φ⁻",
      "the slack of labor",
      "the slack of paper",
    ]);
    expect(freeNames(plain)).toEqual(["φ"]);
  });
  it("reads its basis aloud", () => {
    expect(basisWords(plain, 0, english)).toBe("the slack of labor = 6, the slack of paper = 0");
  });
  it("leaves out artificial columns that have done their part", () => {
    const steps = solved({
      sense: "min",
      columns: [{ ...lambda("A"), cost: 1 }],
      rows: [{ name: "paper", relation: "=", cells: [1], rhs: 3 }],
    });
    expect(shownColumns(steps, 0)).toEqual([0, 1]);
    expect(shownColumns(steps, steps.tableaux.length - 1)).toEqual([0]);
  });
});

const numbers = (name: string, values: readonly number[], unit: string | null = null) => ({
  name,
  role: "value" as const,
  unit: unit === null ? null : { text: unit, dimensions: {}, scale: 1 },
  cells: { of: "number" as const, values: Float64Array.from(values) },
});
const labels = (name: string, role: "dmu" | "period" | "value", values: readonly (string | number)[]) => ({
  name,
  role,
  unit: null,
  cells: { of: "label" as const, values },
});
const table: Table = {
  name: "m",
  rows: 4,
  columns: [
    labels("mill", "dmu", ["A", "B", "A", "B"]),
    labels("year", "period", [2016, 2016, 2017, 2017]),
    labels("status", "value", ["optimal", "optimal", "optimal", "optimal"]),
    labels("class", "value", ["inefficient", "efficient", "efficient", "inefficient"]),
    numbers("slack.labor", [0, 0, 0, 12.5], "person"),
    numbers("price.labor", [0, 0, 0.005, 0], "1 / person"),
  ],
};

describe("the unit that is shown first", () => {
  it("is the first inefficient one of the last period", () => {
    expect(unitToShow(table)).toEqual({ dmu: "B", period: "2017" });
    expect(unitToShow({ ...table, rows: 0 })).toBeNull();
  });
  it("is found behind the short names of a program", () => {
    expect(unitNamed("A", table, "2017")).toEqual({ dmu: "A", period: "2017" });
    expect(unitNamed("A 2016", table, "2017")).toEqual({ dmu: "A", period: "2016" });
    expect(unitNamed("C", table, "2017")).toBeNull();
  });
  it("is one that the table has", () => {
    expect(hasUnit(table, { dmu: "A", period: "2016" })).toBe(true);
    expect(hasUnit(table, { dmu: "A", period: "2018" })).toBe(false);
    expect(hasUnit(table, null)).toBe(false);
  });
});

describe("remarks beside rows", () => {
  const remark = (dmu: string, binding: boolean, variables = ["labor"]) =>
    remarkFor(variables, binding, worthOf(table, { dmu, period: "2017" }), english);
  it("tell the price of a row that binds, and what is left of one that does not", () => {
    expect(remark("A", true)).toBe("binds, price 0.005 per person");
    expect(remark("B", false)).toBe("12.5 person left over");
  });
  it("tell only that it binds where the row has no variable of its own", () => {
    expect(remark("A", true, [])).toBe("binds");
    expect(remark("A", false, [])).toBe("");
    expect(remarkFor(["labor"], true, worthOf(undefined, { dmu: "A" }), english)).toBe("binds");
  });
});
