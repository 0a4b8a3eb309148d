import { beforeAll, describe, expect, it } from "vitest";
import { loadSolvers } from "../../../runtime/solve/solve-family.ts";
import { along, expected, fixture, labelsOf, measured, numbersOf, technology } from "./frontier-model.ts";

beforeAll(() => loadSolvers());

/** Compares numbers with a published case, in which `*` stands for any and null for none. */
function agree(actual: readonly number[], wanted: readonly (number | string | null)[], within = 1e-6): void {
  expect(actual).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) {
    if (value === null) expect(actual[i]).toBeNaN();
    else if (typeof value === "number") expect(Math.abs(actual[i]! - value), `row ${i}`).toBeLessThan(within);
  }
}

describe("radial measures", () => {
  it.each([
    ["jl8_one_one", "ccr_in", ["x1"], ["y1"], "input", "crs"],
    ["jl8_two_inputs", "ccr_in", ["x1", "x2"], ["y1"], "input", "crs"],
    ["jl8_two_outputs", "ccr_out", ["x1"], ["y1", "y2"], "output", "crs"],
    ["tone2001", "ccr_in", ["x1", "x2"], ["y1", "y2"], "input", "crs"],
    ["hua_bian30", "seiford_zhu_max_plus_1", ["x1", "x2"], ["y1", "y2", "bad_translated"], "output", "vrs"],
  ] as const)("%s %s", (id, name, input, good, orientation, returns) => {
    const { tables } = measured(fixture(id), technology({ input, good }, { returns }), {
      fn: "radial",
      orientation,
    });
    agree(numbersOf(tables.get("m"), "score"), expected(id, name).score!);
  });
});

describe("directional measures", () => {
  const up = along({ y: "observed", b: "observed" });
  const env5 = { input: ["x"], good: ["y"], bad: ["b"] };
  it.each([
    ["strong_default", "strong", up],
    ["strong_ones", "strong", along({ x: 1, y: 1, b: 1 })],
    ["strong_obs", "strong", along({ x: "observed", y: "observed", b: "observed" })],
    ["strong_mean", "strong", along({ x: "mean", y: "mean", b: "mean" })],
    ["weak_default", "weak", up],
  ] as const)("env5 %s", (name, disposability, moves) => {
    const { tables } = measured(fixture("env5_apz2013"), technology(env5, { disposability }), {
      fn: "ddf",
      moves,
    });
    agree(numbersOf(tables.get("m"), "score"), expected("env5_apz2013", name).score!);
  });

  it("gives the published slacks of a strong technology", () => {
    const on = technology(env5, { disposability: "strong" });
    const { tables } = measured(fixture("env5_apz2013"), on, { fn: "ddf", moves: up });
    const wanted = expected("env5_apz2013", "strong_default");
    agree(numbersOf(tables.get("m"), "slack.x"), wanted.slack_inputs!.flat());
    agree(numbersOf(tables.get("m"), "slack.b"), wanted.slack_bads!.flat());
  });

  it("gives shadow prices that follow from the frontier by hand (traps 24 and 25)", () => {
    const { tables } = measured(fixture("env5_apz2013"), technology(env5), { fn: "ddf", moves: up });
    const wanted = expected("env5_apz2013", "weak_default");
    agree(numbersOf(tables.get("m"), "price.y"), wanted.shadow_goods!.flat());
    agree(numbersOf(tables.get("m"), "price.b"), wanted.shadow_bads!.flat());
    const { columns } = fixture("env5_apz2013");
    const [y, b] = [numbersOf(tables.get("m"), "price.y"), numbersOf(tables.get("m"), "price.b")];
    for (let row = 0; row < 5; row++) {
      expect(y[row]! * columns.y![row]! + b[row]! * columns.b![row]!).toBeCloseTo(1, 9);
    }
  });

  it("leaves a unit out of its own reference set, infeasible where nobody else emits as much", () => {
    const spec = { fn: "ddf", moves: up, super: "observation" as const };
    const { tables } = measured(fixture("env5_apz2013"), technology(env5), spec);
    const main = tables.get("m");
    agree(numbersOf(main, "score"), expected("env5_apz2013", "super_ddf_weak").score!);
    expect(labelsOf(main, "status")[1]).toBe("infeasible");
    expect(labelsOf(main, "class")[0]).toBe("efficient");
    expect(labelsOf(tables.get("m.infeasible"), "reason")).toEqual([
      "no mix of the other units of the panel makes this much y and emits this much b with this little x",
    ]);
  });

  it.each([
    ["weak_vrs3", "single_lambda", "equality"],
    ["weak_vrs3", "kuosmanen", "weak"],
    ["weak_vrs3", "shephard", "shephard"],
    ["weak_vrs3", "strong", "strong"],
  ] as const)("%s %s (trap 1)", (id, name, disposability) => {
    const on = technology(env5, { disposability, returns: "vrs" });
    const { tables } = measured(fixture(id), on, { fn: "ddf", moves: up });
    agree(numbersOf(tables.get("m"), "score"), expected(id, name).score!);
  });

  it.each([
    ["kuosmanen", "weak"],
    ["shephard", "shephard"],
  ] as const)("one abatement factor is not each unit's own: %s (trap 2)", (name, disposability) => {
    const id = "weak_vrs_kuosmanen_vs_shephard";
    const on = technology(env5, { disposability, returns: "vrs" });
    const { tables } = measured(fixture(id), on, { fn: "ddf", moves: along({ y: 1 }) });
    agree(numbersOf(tables.get("m"), "score"), expected(id, name).score!);
  });

  it.each([
    ["jl8_one_one", "ddf_obs_crs", { input: ["x1"], good: ["y1"] }],
    ["jl8_two_inputs", "ddf_obs_crs", { input: ["x1", "x2"], good: ["y1"] }],
    ["jl8_two_outputs", "ddf_obs_crs", { input: ["x1"], good: ["y1", "y2"] }],
  ] as const)("%s %s", (id, name, roles) => {
    const moves = along(Object.fromEntries([...roles.input, ...roles.good].map((v) => [v, "observed"])));
    const { tables } = measured(fixture(id), technology(roles), { fn: "ddf", moves });
    agree(numbersOf(tables.get("m"), "score"), expected(id, name).score!);
  });

  it("has no number for a direction of zero (trap 26)", () => {
    const on = technology({ input: ["x1"], good: ["y1"] }, { returns: "vrs" });
    const { tables, count } = measured(fixture("jl8_one_one"), on, { fn: "ddf", moves: along({ y1: 0 }) });
    expect(numbersOf(tables.get("m"), "score").every(Number.isNaN)).toBe(true);
    expect(new Set(labelsOf(tables.get("m"), "status"))).toEqual(new Set(["undefined"]));
    expect(tables.get("m")!.notes).toContain("A, B, C and 5 more: undefined, the direction is zero.");
    expect(count).toMatchObject({ optimal: 0, undefined: 8 });
  });
});
