import { describe, expect, it } from "vitest";
import { complaints, near, tablesOf } from "../../helpers/model-tables.ts";

const plants = `data plants {
  dmu plant
  | plant | coal [GJ] | labor [h] | power [MWh] | co2 [t] |
  | A | 2 | 4 | 4 | 2 |
  | B | 4 | 2 | 4 | 6 |
  | C | 4 | 4 | 4 | 6 |
  | D | 4 | 8 | 6 | 5 |
}
direction win_win { good +observed; bad -observed }
`;
const by = `technology bp on plants { input coal, labor; good power; bad co2; disposability by_production; polluting coal; returns vrs }\n`;

describe("by-production (Murty, Russell & Levkoff 2012)", () => {
  it("searches the set of goods and the set of emissions apart, by hand", async () => {
    const m = await tablesOf(
      `${plants}${by}measure index = by_production(bp)\nmeasure one = ddf(bp, along: win_win)\nmeasure each = nddf(bp, along: win_win)`,
    );
    // C with coal 4, labor 4: A and B mixed with D make more: A has the same labor and half the coal, so D and A with B.
    // Emissions at coal 4: D emits least, 5; at coal 2: A, 2. C could do with 5 of 6, B with 5 of 6.
    expect(m.numbers("index", "emissions")).toSatisfy(near([1, 5 / 6, 5 / 6, 1]));
    // Goods of C: a·A + b·B + d·D, coal 2a + 4b + 4d ≤ 4, labor 4a + 2b + 8d ≤ 4: b = 2/3, d = 1/3: power 14/3.
    expect(m.numbers("index", "goods")).toSatisfy(near([1, 1, 4 / (14 / 3), 1]));
    expect(m.numbers("index", "score")).toSatisfy(near([1, 11 / 12, (6 / 7 + 5 / 6) / 2, 1]));
    // One β goes as far as the nearer set, several each as far as they can.
    expect(m.numbers("one", "score")).toSatisfy(near([0, 0, Math.min(1 / 6, 1 / 6), 0]));
    expect(m.numbers("each", "score")).toSatisfy(near([0, 1 / 12, 1 / 6, 0]));
    expect(m.notes("one")).toContain("nearer of the two sets");
  });

  it("has peers in each set", async () => {
    const m = await tablesOf(`${plants}${by}measure index = by_production(bp)`);
    const of = (name: string) => m.column("index.peers", name);
    const rows = of("plant").flatMap((plant, i) => (plant === "C" ? [i] : []));
    expect(rows.map((i) => of("peer_plant")[i])).toEqual(["B", "D"]);
    expect(rows.map((i) => of("weight")[i] as number)).toSatisfy(near([2 / 3, 1 / 3]));
    expect(rows.map((i) => of("emitting")[i] as number)).toSatisfy(near([0, 1]));
    expect(m.column("index", "price.coal")).toEqual([null, null, null, null]);
  });

  it("prices coal by what it makes less what it emits", async () => {
    const m = await tablesOf(
      `${plants}${by}measure each = nddf(bp, along: win_win, weights: { power: 1, co2: 1 })`,
    );
    // At A, between A and D: 3 t of co2 for 2 GJ, relative to A's own 2 t. The duals of both rows add up.
    const [power, co2] = [m.numbers("each", "price.power"), m.numbers("each", "price.co2")];
    expect(power[0]).toBeCloseTo(1 / 4, 9);
    expect(co2[0]).toBeCloseTo(1 / 2, 9);
    expect(m.count("each")).toMatchObject({ optimal: 4, certified: 4 });
  });

  it.each([
    ["technology t on plants { input coal; good power; bad co2; disposability by_production }", "GTFP5040"],
    ["technology t on plants { input coal; good power; bad co2; polluting coal }", "GTFP5041"],
    [
      "technology t on plants { input coal; good power; disposability by_production; polluting coal }",
      "GTFP5039",
    ],
    [
      "technology t on plants { input coal; good power; bad co2; disposability by_production; polluting co2 }",
      "GTFP5007",
    ],
    [`${by}measure m = sbm(bp)`, "GTFP5032"],
    [
      "technology t on plants { input coal; good power, labor; bad co2; disposability by_production; polluting coal }\nmeasure m = by_production(t)",
      "GTFP5038",
    ],
    ["technology t on plants { input coal; good power; bad co2 }\nmeasure m = by_production(t)", "GTFP5038"],
  ])("refuses %s", async (text, code) => {
    expect((await complaints(plants + text)).map((one) => one.slice(0, 8))).toEqual([code]);
  });
});

describe("natural and managerial disposability (Sueyoshi & Goto 2012)", () => {
  const both = `technology n on plants { input coal, labor; good power; bad co2; disposability natural; returns vrs }
technology m from n { disposability managerial }
`;

  it("natural is strong disposability under another name", async () => {
    const m = await tablesOf(
      `${plants}${both}technology s from n { disposability strong }\nmeasure one = ram(n)\nmeasure other = ram(s)`,
    );
    expect(m.numbers("one", "score")).toEqual(m.numbers("other", "score"));
  });

  it("managerial lets inputs grow, by hand", async () => {
    const m = await tablesOf(
      `${plants}${both}measure range = ram(m)\nmeasure radial_one = ddf(m, along: win_win)`,
    );
    // Ranges 2, 6, 2, 4. B gains 6 h, 2 MWh and 1 t at D; C 4 h, 2 MWh, 1 t. A alone emits 2 t; D is best of all.
    expect(m.numbers("range", "score")).toSatisfy(
      near([0, (6 / 6 + 2 / 2 + 1 / 4) / 4, (4 / 6 + 2 / 2 + 1 / 4) / 4, 0]),
    );
    expect(m.numbers("range", "target.labor")).toSatisfy(near([4, 8, 8, 8]));
    expect(m.numbers("range", "slack.labor")).toSatisfy(near([0, 6, 4, 0]));
    expect(m.column("range", "class")).toEqual(["efficient", "inefficient", "inefficient", "efficient"]);
    // Towards D: 4(1 + β) ≤ 6 and 6(1 − β) ≥ 5.
    expect(m.numbers("radial_one", "score")).toSatisfy(near([0, 1 / 6, 1 / 6, 0]));
  });

  it("a unit that uses too little has no managerial comparison, in words", async () => {
    const text = `${plants}technology low on plants { input coal; good power; bad co2; disposability managerial; returns vrs; where labor < 8; reference global }
technology own from low { where coal < 4 }
measure x = ddf(own, along: win_win)`;
    const m = await tablesOf(text);
    expect(m.column("x.infeasible", "reason")).toEqual([
      "no mix of the units of the panel gets by with this much coal",
    ]);
  });

  it.each([
    ["measure x = radial(m)", "GTFP5038"],
    ["measure x = sbm(m)", "GTFP5038"],
    ["direction d { input -observed }\nmeasure x = ddf(m, along: d)", "GTFP5038"],
    ["measure x = radial(m, orientation: output, super: true)", "GTFP5038"],
    ["technology o from m { restrict price.coal / price.labor in 0 .. 1 }", "GTFP5042"],
    ["technology o on plants { input coal; good power; disposability managerial }", "GTFP5039"],
  ])("refuses %s", async (text, code) => {
    expect((await complaints(plants + both + text)).map((one) => one.slice(0, 8))).toEqual([code]);
  });
});
