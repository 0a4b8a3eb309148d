import { beforeAll, describe, expect, it } from "vitest";
import type { Expr } from "../../../language/model.ts";
import { loadSolvers } from "../../../runtime/solve/solve-family.ts";
import type { PanelData } from "./frontier-model.ts";
import {
  along,
  expected,
  fixture,
  indexed,
  labelsOf,
  measured,
  numbersOf,
  technology,
} from "./frontier-model.ts";

beforeAll(() => loadSolvers());

function agree(actual: readonly number[], wanted: readonly (number | string | null)[], within = 1e-6): void {
  expect(actual).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) {
    if (typeof value === "number") expect(Math.abs(actual[i]! - value), `row ${i}`).toBeLessThan(within);
  }
}
const span = { file: "m", start: 0, end: 0 };
const amount = (value: number): Expr => ({
  op: "number",
  value,
  type: { of: "number", unit: null, keys: [], scale: "level" },
  span,
});
const column = (name: string): Expr => ({
  op: "column",
  table: "panel",
  column: name,
  type: { of: "number", unit: null, keys: ["unit", "year"], scale: "level" },
  span,
});
const weights = (values: Readonly<Record<string, number>>) => ({
  kind: "map" as const,
  values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, amount(value)])),
});

describe("sbm", () => {
  it.each([
    ["tone2001", "sbm_crs", { input: ["x1", "x2"], good: ["y1", "y2"] }, "crs"],
    ["jl8_one_one", "erg_sbm_crs", { input: ["x1"], good: ["y1"] }, "crs"],
    ["jl8_one_one", "erg_sbm_vrs", { input: ["x1"], good: ["y1"] }, "vrs"],
    ["tone2003_undesirable", "sbm_undesirable_vrs", { input: ["x"], good: ["y"], bad: ["b"] }, "vrs"],
    ["tone2003_undesirable", "sbm_undesirable_crs", { input: ["x"], good: ["y"], bad: ["b"] }, "crs"],
  ] as const)("%s %s (traps 19 and 20)", (id, name, roles, returns) => {
    const on = technology(roles, { returns, disposability: "strong" });
    const { tables, count } = measured(fixture(id), on, { fn: "sbm", orientation: "none" });
    agree(numbersOf(tables.get("m"), "score"), expected(id, name).score!);
    expect(count.certified).toBe(count.optimal);
  });

  it("targets are what its slacks leave, and a second run of them is efficient", () => {
    const data = fixture("tone2001");
    const on = technology({ input: ["x1", "x2"], good: ["y1", "y2"] });
    const { tables } = measured(data, on, { fn: "sbm", orientation: "none" });
    const main = tables.get("m")!;
    const of = (name: string) => numbersOf(main, name);
    for (let row = 0; row < 5; row++) {
      expect(of("target.x1")[row]).toBeCloseTo(data.columns.x1![row]! - of("slack.x1")[row]!, 9);
      expect(of("target.y2")[row]).toBeCloseTo(data.columns.y2![row]! + of("slack.y2")[row]!, 9);
    }
    expect(labelsOf(main, "class")).toEqual([
      "inefficient",
      "inefficient",
      "efficient",
      "inefficient",
      "efficient",
    ]);
    const targets = Object.fromEntries(["x1", "x2", "y1", "y2"].map((name) => [name, of(`target.${name}`)]));
    const joined: PanelData = {
      dmu: [...data.dmu, ...data.dmu.map((name) => `${name} at its target`)],
      columns: Object.fromEntries(
        Object.entries(targets).map(([name, list]) => [name, [...data.columns[name]!, ...list]]),
      ),
    };
    const again = measured(joined, on, { fn: "sbm", orientation: "none" });
    for (const score of numbersOf(again.tables.get("m"), "score").slice(5)) expect(score).toBeCloseTo(1, 9);
  });

  it("scores efficient units by super-efficiency and says which program ran (trap 18)", () => {
    // On one input and one output under crs the nearest point of the others' set is theirs at the same output or the same input.
    const data: PanelData = { dmu: ["A", "B", "C"], columns: { x: [2, 4, 6], y: [4, 4, 6] } };
    const on = technology({ input: ["x"], good: ["y"] });
    const run = (orientation: "none" | "input" | "output") =>
      measured(data, on, { fn: "sbm", orientation, super: "observation" }).tables.get("m")!;
    for (const orientation of ["none", "input", "output"] as const) {
      const main = run(orientation);
      expect(labelsOf(main, "model")).toEqual(["super_sbm", "sbm", "sbm"]);
      // The others make 1 of y with 1 of x; A needs 4 for 4: x̄/x = 4/2.
      expect(numbersOf(main, "score")[0]).toBeCloseTo(2, 9);
      expect(numbersOf(main, "score")[1]).toBeCloseTo(0.5, 9);
      expect(labelsOf(main, "class")).toEqual(["efficient", "inefficient", "inefficient"]);
    }
  });

  it("leaves an input of zero out and has no number for an output of zero (trap 21)", () => {
    const data: PanelData = { dmu: ["A", "B", "C"], columns: { x: [1, 2, 2], z: [0, 1, 0], y: [1, 1, 0] } };
    const { tables } = measured(data, technology({ input: ["x", "z"], good: ["y"] }), {
      fn: "sbm",
      orientation: "none",
    });
    expect(numbersOf(tables.get("m"), "score")[0]).toBeCloseTo(1, 9);
    expect(numbersOf(tables.get("m"), "score")[1]).toBeCloseTo(1 - (0.5 + 1) / 2, 9);
    expect(labelsOf(tables.get("m"), "status")[2]).toBe("undefined");
  });

  it("makes a Malmquist index in which units beyond the frontier have a number", () => {
    const data: PanelData = {
      dmu: ["A", "B", "A", "B"],
      period: [1, 1, 2, 2],
      columns: { x: [2, 4, 1, 4], y: [4, 4, 4, 4] },
    };
    const spec = { fn: "sbm", orientation: "none" as const, super: "observation" as const };
    const { tables } = indexed(data, technology({ input: ["x"], good: ["y"] }), { fn: "malmquist", spec });
    // Against the other unit alone: A stands at 2 in the first year, at 4 in the second.
    expect(numbersOf(tables.get("i"), "efficiency_change")[2]).toBeCloseTo(2, 9);
    expect(labelsOf(tables.get("i"), "status")).toEqual([
      "first_period",
      "first_period",
      "optimal",
      "optimal",
    ]);
  });
});

describe("additive, russell, ram and bam", () => {
  it.each([
    ["jl8_one_one", { input: ["x1"], good: ["y1"] }],
    ["jl8_two_inputs", { input: ["x1", "x2"], good: ["y1"] }],
    ["jl8_two_outputs", { input: ["x1"], good: ["y1", "y2"] }],
  ] as const)("additive_vrs of %s", (id, roles) => {
    const { tables } = measured(fixture(id), technology(roles, { returns: "vrs" }), { fn: "additive" });
    agree(numbersOf(tables.get("m"), "score"), expected(id, "additive_vrs").score!);
  });

  it.each([
    ["jl8_two_inputs", "russell_in_crs", { input: ["x1", "x2"], good: ["y1"] }, "input", "crs"],
    ["jl8_two_inputs", "russell_in_vrs", { input: ["x1", "x2"], good: ["y1"] }, "input", "vrs"],
    ["jl8_two_outputs", "russell_out_crs", { input: ["x1"], good: ["y1", "y2"] }, "output", "crs"],
  ] as const)("%s %s", (id, name, roles, orientation, returns) => {
    const { tables } = measured(fixture(id), technology(roles, { returns }), { fn: "russell", orientation });
    agree(numbersOf(tables.get("m"), "score"), expected(id, name).score!);
  });

  const two: PanelData = { dmu: ["A", "B", "C"], columns: { x: [2, 4, 6], y: [2, 8, 4] } };
  const roles = { input: ["x"], good: ["y"] };
  const score = (fn: string, more: object = {}, returns: "crs" | "vrs" = "vrs") =>
    numbersOf(measured(two, technology(roles, { returns }), { fn, ...more }).tables.get("m"), "score");

  it("mip, normalized and given weights by hand", () => {
    // Under vrs C = (6, 4) gains most at B = (4, 8): slacks 2 and 4.
    expect(score("additive")[2]).toBeCloseTo(6, 9);
    expect(score("additive", { weights: { kind: "mip" } })[2]).toBeCloseTo(2 / 6 + 4 / 4, 9);
    const sd = (values: number[]) => {
      const mean = values.reduce((a, b) => a + b) / 3;
      return Math.sqrt(values.reduce((a, v) => a + (v - mean) ** 2, 0) / 2);
    };
    const [sx, sy] = [sd([2, 4, 6]), sd([2, 8, 4])];
    expect(score("additive", { weights: { kind: "normalized" } })[2]).toBeCloseTo(2 / sx + 4 / sy, 9);
    expect(score("additive", { weights: weights({ x: 1, y: 0 }) })[2]).toBeCloseTo(6 - 2 - (4 - 2) / 3, 9);
  });

  it("ram divides by ranges, bam by what the bounds leave, both by the number of variables", () => {
    expect(score("ram")[2]).toBeCloseTo((2 / 4 + 4 / 6) / 2, 9);
    expect(score("bam")[2]).toBeCloseTo((2 / 4 + 4 / 4) / 2, 9);
  });

  it("bam under crs keeps targets within the bounds (trap 33)", () => {
    const { tables } = measured(two, technology(roles), { fn: "bam" });
    const target = numbersOf(tables.get("m"), "target.x");
    for (const value of target) expect(value).toBeGreaterThanOrEqual(2 - 1e-9);
    for (const value of numbersOf(tables.get("m"), "target.y")) expect(value).toBeLessThanOrEqual(8 + 1e-9);
    // Without the rows A (2, 2) could shrink to (1, 2); with them its input is at the bound and its output goes to 4.
    expect(target[0]).toBeCloseTo(2, 9);
    expect(numbersOf(tables.get("m"), "target.y")[0]).toBeCloseTo(4, 9);
  });
});

describe("nddf", () => {
  it.each([
    ["mddf_ones_vrs_as_nddf", 1],
    ["mddf_obs_vrs_as_nddf", "observed"],
  ] as const)("%s", (name, size) => {
    const on = technology({ input: ["x1"], good: ["y1"] }, { returns: "vrs" });
    const spec = { fn: "nddf", moves: along({ x1: size, y1: size }), weights: weights({ x1: 1, y1: 1 }) };
    const { tables } = measured(fixture("jl8_one_one"), on, spec);
    agree(numbersOf(tables.get("m"), "score"), expected("jl8_one_one", name).score!, 1e-5);
  });

  it("weighs moving blocks equally, and within them; each β has its column (trap 29)", () => {
    const data: PanelData = {
      dmu: ["A", "B"],
      columns: { k: [1, 2], l: [1, 4], y: [1, 1], b: [1, 1.25] },
    };
    const on = technology({ input: ["k", "l"], good: ["y"], bad: ["b"] });
    const moves = along({ k: "observed", l: "observed", y: "observed", b: "observed" });
    const main = measured(data, on, { fn: "nddf", moves }).tables.get("m")!;
    const [bk, bl, by, bb] = ["k", "l", "y", "b"].map((name) => numbersOf(main, `beta.${name}`)[1]!);
    expect(bk! / 6 + bl! / 6 + by! / 3 + bb! / 3).toBeCloseTo(numbersOf(main, "score")[1]!, 9);
    expect(numbersOf(main, "score")[0]).toBeCloseTo(0, 9);
    expect(numbersOf(main, "target.b")[1]).toBeCloseTo(1.25 * (1 - bb!), 9);
  });
});

describe("cost and revenue", () => {
  it.each(["crs", "vrs"] as const)("zofio_prieto5 %s", (returns) => {
    const on = technology({ input: ["x1", "x2"], good: ["y1", "y2"] }, { returns });
    const data = fixture("zofio_prieto5");
    const cost = measured(data, on, {
      fn: "cost",
      prices: { x1: column("w1"), x2: column("w2") },
    }).tables.get("m");
    const wanted = expected("zofio_prieto5", `cost_${returns}`);
    agree(numbersOf(cost, "score"), wanted.score!);
    agree(numbersOf(cost, "technical"), wanted.technical!, 1e-4);
    agree(numbersOf(cost, "allocative"), wanted.allocative!, 1e-3);
    const revenue = measured(data, on, {
      fn: "revenue",
      prices: { y1: column("p1"), y2: column("p2") },
    }).tables.get("m");
    const earned = expected("zofio_prieto5", `revenue_${returns}`);
    agree(numbersOf(revenue, "score"), earned.score!);
    agree(numbersOf(revenue, "technical"), earned.technical!, 1e-4);
    agree(numbersOf(revenue, "allocative"), earned.allocative!, 1e-3);
  });

  it("bench_cost6: least cost and the amounts that have it", () => {
    const on = technology({ input: ["x1", "x2"], good: ["y"] }, { returns: "vrs" });
    const prices = { x1: column("w1"), x2: column("w2") };
    const main = measured(fixture("bench_cost6"), on, { fn: "cost", prices }).tables.get("m");
    const wanted = expected("bench_cost6", "cost_vrs");
    agree(numbersOf(main, "technical"), wanted.technical!);
    agree(numbersOf(main, "optimum"), wanted.optimum!);
    expect(numbersOf(main, "target.x1")[4]).toBeCloseTo(2, 9);
  });

  it("profit by hand: what is missed per unit of the direction's worth, technical and allocative", () => {
    const data: PanelData = { dmu: ["A", "B", "C"], columns: { x: [2, 4, 5], y: [2, 6, 3] } };
    const on = technology({ input: ["x"], good: ["y"] }, { returns: "vrs" });
    const spec = {
      fn: "profit",
      moves: along({ x: "observed", y: "observed" }),
      prices: { x: amount(1), y: amount(2) },
    };
    const main = measured(data, on, spec).tables.get("m");
    // Profits 2·2 − 2 = 2, 2·6 − 4 = 8, 2·3 − 5 = 1; directions are worth 6, 16, 11.
    agree(numbersOf(main, "score"), [(8 - 2) / 6, 0, (8 - 1) / 11]);
    expect(new Set(numbersOf(main, "optimum"))).toEqual(new Set([8]));
    // C reaches the segment A–B, y = 2x − 2, where 3(1 + β) = 2·5(1 − β) − 2.
    expect(numbersOf(main, "technical")[2]).toBeCloseTo(5 / 13, 9);
    expect(numbersOf(main, "allocative")[2]).toBeCloseTo(7 / 11 - 5 / 13, 9);
    expect(labelsOf(main, "class")).toEqual(["inefficient", "efficient", "inefficient"]);
  });
});
