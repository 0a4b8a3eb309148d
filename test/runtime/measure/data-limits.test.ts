import { beforeAll, describe, expect, it } from "vitest";
import { loadSolvers } from "../../../runtime/solve/solve-family.ts";
import type { PanelData, Ran } from "./frontier-model.ts";
import { along, labelsOf, measured, numbersOf, technology } from "./frontier-model.ts";

beforeAll(() => loadSolvers());

const said = (ran: Ran) =>
  ran.sink.list.map(({ severity, code, message }) => `${severity} ${code} ${message}`);
const roles = { input: ["x"], good: ["y"], bad: ["b"] };
const radial = { fn: "radial", orientation: "input" as const };
const data = (more: Readonly<Record<string, readonly number[]>>): PanelData => ({
  dmu: ["A", "B", "C"],
  period: [2014, 2014, 2014],
  columns: { x: [1, 2, 3], y: [1, 2, 3], b: [1, 1, 1], ...more },
});

describe("data that a model cannot take", () => {
  it("is told with variable, unit, period and value, and leaves no table", () => {
    const ran = measured(data({ x: [1, -2, -3] }), technology(roles), radial);
    expect(said(ran)).toEqual([
      "error GTFP5026 `x` is -2 for B 2014 (and negative in 1 more row); `radial` multiplies or divides by amounts and cannot take a negative one.",
    ]);
    expect(ran.tables.size).toBe(0);
  });

  it("is something made out of nothing", () => {
    expect(said(measured(data({ x: [1, 0, 3] }), technology(roles), radial))[0]).toContain(
      "All inputs of B 2014 are zero",
    );
  });

  it("is nothing made, for a radial measure alone", () => {
    expect(said(measured(data({ y: [0, 2, 3] }), technology(roles), radial))[0]).toContain(
      "All good outputs of A 2014 are zero",
    );
    const spec = { fn: "ddf", moves: along({ y: "observed", b: "observed" }) };
    const ran = measured(data({ y: [0, 2, 3] }), technology(roles), spec);
    expect(said(ran)).toEqual([]);
    expect(numbersOf(ran.tables.get("m"), "score")[0]).toBeGreaterThan(0);
  });

  it("is a negative amount under crs, not under vrs with a size that is not negative", () => {
    const plain = { input: ["x"], good: ["y"] };
    const spec = { fn: "ddf", moves: along({ y: "range" }) };
    expect(said(measured(data({ y: [-1, 2, 3] }), technology(plain), spec))[0]).toContain(
      "under crs units are scaled",
    );
    const ran = measured(data({ y: [-1, 2, 3] }), technology(plain, { returns: "vrs" }), spec);
    expect(said(ran)).toEqual([]);
    const turned = { fn: "ddf", moves: along({ y: "observed" }) };
    expect(
      said(measured(data({ y: [-1, 2, 3] }), technology(plain, { returns: "vrs" }), turned))[0],
    ).toContain("which turns the direction around");
  });

  it("is missing: such a row has no number and no part in the frontier", () => {
    const ran = measured(data({ y: [Number.NaN, 2, 3] }), technology(roles), radial);
    expect(labelsOf(ran.tables.get("m"), "status")).toEqual(["undefined", "optimal", "optimal"]);
    expect(ran.tables.get("m")!.notes).toContain("A 2014: undefined, y missing.");
    expect(ran.count).toMatchObject({ optimal: 2, undefined: 1 });
  });

  it("breaks null-jointness: named, not refused (trap 31)", () => {
    const ran = measured(data({ b: [0, 1, 1] }), technology(roles), radial);
    expect(said(ran)).toEqual(["warning GTFP5030 Null-jointness is broken: A 2014 makes y without any b."]);
    const none = measured(data({ b: [0, 0, 0] }), technology(roles), radial);
    expect(said(none)).toEqual(["warning GTFP5031 Null-jointness is broken: no unit emits any `b` in 2014."]);
    expect(
      said(measured(data({ b: [0, 1, 1] }), technology(roles, { disposability: "strong" }), radial)),
    ).toEqual([]);
  });
});
