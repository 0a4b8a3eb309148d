import { beforeAll, describe, expect, it } from "vitest";
import type { Index } from "../../../language/model.ts";
import { loadSolvers } from "../../../runtime/solve/solve-family.ts";
import type { PanelData, Ran } from "../measure/frontier-model.ts";
import {
  along,
  expected,
  fixture,
  indexed,
  labelsOf,
  numbersOf,
  technology,
} from "../measure/frontier-model.ts";

beforeAll(() => loadSolvers());

/** Compares the rows after the first period with a published case, where they stand by DMU, then period. */
function agree(ran: Ran, column: string, wanted: readonly (number | string | null)[], within = 1e-6): void {
  const main = ran.tables.get("i")!;
  const dmus = labelsOf(main, "unit");
  const years = labelsOf(main, "year");
  const rows = [...dmus.keys()].filter((row) => years[row] !== 1);
  rows.sort((a, b) =>
    dmus[a] === dmus[b] ? Number(years[a]) - Number(years[b]) : dmus[a]! < dmus[b]! ? -1 : 1,
  );
  expect(rows).toHaveLength(wanted.length);
  const values = rows.map((row) => numbersOf(main, column)[row]);
  for (const [i, value] of wanted.entries()) {
    if (value === null) expect(values[i], `${column} ${i}`).toBeNaN();
    else if (typeof value === "number") {
      expect(Math.abs(values[i]! - value), `${column} ${i}`).toBeLessThan(within);
    }
  }
}

/** EC · TC = change, or EC + TC, on every row that has all three. */
function identity(ran: Ran, sum: boolean): void {
  const [change, ec, tc] = ["change", "efficiency_change", "technical_change"].map((c) =>
    numbersOf(ran.tables.get("i"), c),
  );
  for (const [i, value] of change!.entries()) {
    if (Number.isNaN(value)) continue;
    expect(sum ? ec![i]! + tc![i]! : ec![i]! * tc![i]!).toBeCloseTo(value, 12);
  }
}

const oneByOne = technology({ input: ["x"], good: ["y"] });
const green = { input: ["x"], good: ["y"], bad: ["b"] };
const winWin = along({ y: "observed", b: "observed" });

describe("malmquist", () => {
  it.each(["input", "output"] as const)("malm5 %s (trap 12)", (orientation) => {
    const ran = indexed(fixture("malm5"), oneByOne, { fn: "malmquist", spec: { fn: "radial", orientation } });
    const wanted = expected("malm5", `malmquist_${orientation}`);
    agree(ran, "change", wanted.index!);
    agree(ran, "efficiency_change", wanted.ec!);
    agree(ran, "technical_change", wanted.tc!);
    identity(ran, false);
    expect(labelsOf(ran.tables.get("i"), "status").slice(0, 6)).toEqual([
      ...new Array(5).fill("first_period"),
      "optimal",
    ]);
    expect(ran.count).toMatchObject({ optimal: 35, infeasible: 0, certified: 35 });
  });

  it.each([
    ["malmquist_rd_output", "grifell_lovell"],
    ["malmquist_fgnz_output", "fgnz"],
  ] as const)("%s (trap 13)", (name, decomposition) => {
    const index = { fn: "malmquist", spec: { fn: "radial", orientation: "output" as const }, decomposition };
    const ran = indexed(fixture("grifell_lovell8"), oneByOne, index);
    const wanted = expected("grifell_lovell8", name);
    agree(ran, "change", wanted.index!);
    agree(ran, "technical_change", wanted.tc!);
    agree(ran, "pure_efficiency_change", wanted.pec!);
    agree(ran, "scale_change", wanted.sec!);
  });

  it("ray_desli multiplies pure efficiency, technical change under vrs and scale to the crs index", () => {
    const spec = { fn: "radial", orientation: "output" as const };
    const index = { fn: "malmquist", spec, decomposition: "ray_desli" as const };
    const ran = indexed(fixture("grifell_lovell8"), oneByOne, index);
    const plain = indexed(fixture("grifell_lovell8"), oneByOne, { fn: "malmquist", spec });
    const of = (column: string) => numbersOf(ran.tables.get("i"), column);
    const change = numbersOf(plain.tables.get("i"), "change");
    const [pec, tc, sec] = [of("pure_efficiency_change"), of("technical_change"), of("scale_change")];
    expect(of("change").slice(8)).toEqual(change.slice(8));
    for (let i = 8; i < 16; i++) {
      const product = pec[i]! * tc[i]! * sec[i]!;
      if (!Number.isNaN(product)) expect(product).toBeCloseTo(change[i]!, 12);
    }
    expect(pec.slice(8).filter(Number.isNaN)).toEqual([]);
  });

  it("notes that an index over vrs distances is not a TFP index (trap 14)", () => {
    const ran = indexed(fixture("malm5"), technology({ input: ["x"], good: ["y"] }, { returns: "vrs" }), {
      fn: "malmquist",
      spec: { fn: "radial", orientation: "input" },
    });
    expect(ran.tables.get("i")!.notes!.some((note) => note.includes("not a TFP index"))).toBe(true);
  });
});

describe("malmquist_luenberger", () => {
  const strong = technology(green, { disposability: "strong" });
  it.each([
    ["ml_strong_default", winWin],
    ["ml_strong_ones", along({ x: 1, y: 1, b: 1 })],
    ["ml_strong_obs", along({ x: "observed", y: "observed", b: "observed" })],
    ["ml_strong_mean", along({ x: "mean", y: "mean", b: "mean" })],
  ] as const)("%s (trap 5)", (name, moves) => {
    const ran = indexed(fixture("ml5_apz2013_2p"), strong, {
      fn: "malmquist_luenberger",
      spec: { fn: "ddf", moves },
    });
    const wanted = expected("ml5_apz2013_2p", name);
    agree(ran, "change", wanted.index!);
    if (wanted.ec !== undefined) {
      agree(ran, "efficiency_change", wanted.ec);
      agree(ran, "technical_change", wanted.tc!);
    }
    identity(ran, false);
  });

  it("has no number where 1 + D is zero, never Infinity (trap 6)", () => {
    const ran = indexed(fixture("ml5_apz2013_2p"), strong, {
      fn: "malmquist_luenberger",
      spec: { fn: "ddf", moves: along({ x: 1, y: 1, b: 1 }) },
    });
    expect(numbersOf(ran.tables.get("i"), "change")[5]).toBeNaN();
    expect(labelsOf(ran.tables.get("i"), "status")[5]).toBe("undefined");
  });

  const weak = technology(green);
  it.each([
    ["ml_contemporaneous", { kind: "contemporaneous" }],
    ["gml_global", { kind: "global" }],
    ["ml_biennial", { kind: "biennial" }],
    ["ml_sequential", { kind: "sequential" }],
  ] as const)("ml_infeasible5 %s (traps 7, 8 and 9)", (name, reference) => {
    const ran = indexed(fixture("ml_infeasible5"), weak, {
      fn: "malmquist_luenberger",
      spec: { fn: "ddf", moves: winWin },
      reference: reference as Index["reference"],
    });
    const wanted = expected("ml_infeasible5", name);
    agree(ran, "change", wanted.index!);
    if (wanted.ec !== undefined) agree(ran, "efficiency_change", wanted.ec);
    if (wanted.tc !== undefined) agree(ran, "technical_change", wanted.tc);
    if (wanted.status !== undefined) {
      expect(labelsOf(ran.tables.get("i"), "status").slice(5)).toEqual(wanted.status);
    }
    identity(ran, false);
  });

  it("counts infeasible programs, gives their reason and the remedies beside", () => {
    const ran = indexed(fixture("ml_infeasible5"), weak, {
      fn: "malmquist_luenberger",
      spec: { fn: "ddf", moves: winWin },
    });
    const counts = ran.tables.get("i.infeasible")!;
    expect(labelsOf(counts, "year")).toEqual([2]);
    expect(numbersOf(counts, "rows")).toEqual([1]);
    expect(numbersOf(counts, "infeasible")).toEqual([1]);
    expect(numbersOf(counts, "global")[0]).toBeCloseTo(1.6333333333, 9);
    const remedies = ran.tables.get("i.remedies")!;
    // Of two periods every window of three is the whole panel.
    for (const name of ["global", "biennial", "window"]) {
      expect(numbersOf(remedies, name)[0]).toBeCloseTo(1.6333333333, 9);
    }
    expect(labelsOf(remedies, "unit")).toEqual(["B"]);
    expect(labelsOf(remedies, "reason")[0]).toMatch(/^no mix of the units of 1 /);
    expect(ran.count).toMatchObject({ optimal: 19, infeasible: 1, certified: 20 });
    const distances = ran.tables.get("i.distances")!;
    expect(distances.columns.map((one) => one.name)).toEqual([
      "unit",
      "observed",
      "reference",
      "distance",
      "status",
    ]);
    expect(distances.rows).toBe(20);
  });
});

describe("luenberger", () => {
  it("is a difference (trap 11)", () => {
    const ran = indexed(fixture("ml_infeasible5"), technology(green), {
      fn: "luenberger",
      spec: { fn: "ddf", moves: winWin },
    });
    const wanted = expected("ml_infeasible5", "luenberger_contemporaneous");
    agree(ran, "change", wanted.index!);
    agree(ran, "efficiency_change", wanted.ec!);
    agree(ran, "technical_change", wanted.tc!);
    identity(ran, true);
    expect(ran.tables.get("i")!.columns.find((one) => one.name === "change")!.scale).toBe("difference");
    expect(numbersOf(ran.tables.get("i"), "cumulative").slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("hicks_moorsteen and fare_primont", () => {
  it("malm5_hm (trap 15)", () => {
    const ran = indexed(fixture("malm5_hm"), oneByOne, { fn: "hicks_moorsteen", spec: { fn: "radial" } });
    agree(ran, "change", expected("malm5_hm", "hicks_moorsteen_crs").index!);
    expect(ran.count.certified).toBe(ran.count.optimal);
  });

  it("equals output growth over input growth, and chains (Färe–Primont is transitive)", () => {
    const ran = indexed(fixture("malm5_hm"), oneByOne, {
      fn: "fare_primont",
      spec: { fn: "radial" },
      reference: { kind: "global" },
    });
    const main = ran.tables.get("i")!;
    const { x, y } = fixture("malm5_hm").columns;
    // With one input and one output every distance function is a multiple of the amount itself.
    for (let row = 5; row < 15; row++) {
      const before = row - 5;
      expect(numbersOf(main, "output_change")[row]).toBeCloseTo(y![row]! / y![before]!, 9);
      expect(numbersOf(main, "input_change")[row]).toBeCloseTo(x![row]! / x![before]!, 9);
    }
    for (let row = 10; row < 15; row++) {
      const first = row - 10;
      const direct = y![row]! / y![first]! / (x![row]! / x![first]!);
      expect(numbersOf(main, "cumulative")[row]).toBeCloseTo(direct, 9);
    }
  });
});

describe("unbalanced panels (trap 35)", () => {
  const data: PanelData = {
    dmu: ["B", "A", "A", "B", "A", "B", "C", "C", "C", "A"],
    period: [2, 1, 2, 1, 3, 4, 4, 3, 2, 4],
    columns: { x: [2, 1, 1, 2, 1, 2, 3, 3, 3, 1], y: [3, 1, 2, 2, 3, 4, 4, 3, 2, 4] },
  };
  const run = (rebase: boolean) =>
    indexed(data, oneByOne, { fn: "malmquist", spec: { fn: "radial", orientation: "input" }, rebase });

  it("compares the same DMU in the panel's previous period, whatever the order of rows", () => {
    const main = run(false).tables.get("i")!;
    expect(labelsOf(main, "status")).toEqual([
      "optimal", // B 2
      "first_period", // A 1
      "optimal", // A 2
      "first_period", // B 1
      "optimal", // A 3
      "gap", // B 4: no B 3
      "optimal", // C 4
      "optimal", // C 3
      "gap", // C 2: no C 1
      "optimal", // A 4
    ]);
    const change = numbersOf(main, "change");
    expect([0, 2, 4, 9, 7, 6].map((row) => change[row]!.toFixed(6))).toEqual([
      "1.500000",
      "2.000000",
      "1.500000",
      "1.333333",
      "1.500000",
      "1.333333",
    ]);
  });

  it("chains from the first period and starts anew only when told to (trap 36)", () => {
    const plain = numbersOf(run(false).tables.get("i"), "cumulative");
    expect([1, 2, 4, 9].map((row) => plain[row]!.toFixed(6))).toEqual([
      "1.000000",
      "2.000000",
      "3.000000",
      "4.000000",
    ]);
    expect([5, 8, 7, 6].every((row) => Number.isNaN(plain[row]))).toBe(true);
    const rebased = numbersOf(run(true).tables.get("i"), "cumulative");
    expect([5, 8, 7, 6].map((row) => rebased[row]!.toFixed(6))).toEqual([
      "1.000000",
      "1.000000",
      "1.500000",
      "2.000000",
    ]);
  });
});
