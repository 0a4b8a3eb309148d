import { describe, expect, it } from "vitest";
import { complaints, tablesOf } from "../../helpers/model-tables.ts";

const mills = `data mills {
  dmu mill
  | mill | a | b | y | z |
  | A | 2 | 5 | 4 | 2 |
  | B | 3 | 3 | 5 | 2 |
  | C | 6 | 4 | 5 | 1 |
  | D | 6 | 6 | 4 | 3 |
  | E | 3 | 3 | 5 | 2 |
}
technology t on mills { input a, b; good y; bad z; returns fdh; disposability strong }
direction d { good +observed; bad -observed }
`;

describe("the free disposal hull (Deprins, Simar & Tulkens 1984)", () => {
  it("compares with single units, in closed form", async () => {
    const m = await tablesOf(`${mills}measure i = radial(t)
measure o = radial(t, orientation: output)
measure b = ddf(t, along: d)
measure s = sbm(t)
measure add = additive(t)
measure r = ram(t)
measure n = nddf(t, along: d)`);
    // D = (6, 6, 4, 3) against B = E = (3, 3, 5, 2) and C = (6, 4, 5, 1); all others stand on the hull.
    expect(m.numbers("i", "score")).toEqual([1, 1, 1, 3 / 6, 1]);
    expect(m.numbers("o", "score")).toEqual([1, 1, 1, 5 / 4, 1]);
    expect(m.numbers("b", "score")).toEqual([0, 0, 0, 1 / 4, 0]);
    expect(m.numbers("s", "score")[3]).toBeCloseTo((1 - (3 / 6 + 3 / 6) / 2) / (1 + (1 / 4 + 1 / 3) / 2), 12);
    expect(m.numbers("add", "score")).toEqual([0, 0, 0, 3 + 3 + 1 + 1, 0]);
    expect(m.numbers("r", "score")[3]).toBeCloseTo((3 / 4 + 3 / 3 + 1 / 1 + 1 / 2) / 4, 12);
    // C saves more z: 1/2 · 1/4 + 1/2 · 2/3.
    expect(m.numbers("n", "score")[3]).toBeCloseTo(1 / 8 + 1 / 3, 12);
    expect(m.numbers("n", "beta.z")[3]).toBeCloseTo(2 / 3, 12);
  });

  it("has one peer for each unit, the first by label of equal ones, and slacks towards it", async () => {
    const m = await tablesOf(`${mills}measure i = radial(t)`);
    expect(m.column("i.peers", "peer_mill")).toEqual(["A", "B", "C", "B", "B"]);
    expect(new Set(m.numbers("i.peers", "weight"))).toEqual(new Set([1]));
    expect(["a", "b", "y", "z"].map((v) => m.numbers("i", `target.${v}`)[3])).toEqual([3, 3, 5, 2]);
    expect(["a", "b", "y", "z"].map((v) => m.numbers("i", `slack.${v}`)[3])).toEqual([0, 0, 1, 1]);
    expect(m.column("i", "class")[3]).toBe("inefficient");
  });

  it("has no prices and no returns to scale", async () => {
    const m = await tablesOf(`${mills}measure i = radial(t, price_range: true)`);
    for (const name of ["price.a", "price.y", "price.z", "price.a.low", "returns_to_scale"]) {
      expect(m.column("i", name)).toEqual([null, null, null, null, null]);
    }
  });

  it("certifies its answers, and tells in words why there is none", async () => {
    const m = await tablesOf(`${mills}measure beyond = radial(t, super: true)`);
    expect(m.numbers("beyond", "score")).toEqual([1.5, 1, Number.NaN, 0.5, 1]);
    expect(m.column("beyond.infeasible", "reason")).toEqual([
      "no single other unit of the panel emits this little z",
    ]);
    expect(m.count("beyond")).toMatchObject({ optimal: 4, infeasible: 1, certified: 5 });
    expect(new Set(m.column("beyond.certificates", "solver"))).toEqual(new Set(["enumeration"]));
  });

  it("finds the cheapest single unit", async () => {
    const m = await tablesOf(`${mills}measure c = cost(t, prices: { a: 1, b: 2 })`);
    // B and E cost 9; C emits less than any other and is alone.
    expect(m.numbers("c", "optimum")).toEqual([9, 9, 14, 9, 9]);
    expect(m.numbers("c", "score")).toEqual([9 / 12, 1, 1, 9 / 18, 1]);
  });

  it("takes negative amounts along a direction, and lies within the convex hull", async () => {
    const m = await tablesOf(`data firms {
  dmu firm
  | firm | x | y |
  | A | 1 | -2 |
  | B | 2 | -1 |
  | C | 4 | 3 |
  | D | 3 | -1 |
}
technology hull on firms { input x; good y; returns fdh }
technology convex from hull { returns vrs }
direction r { y +range }
measure one = ddf(hull, along: r)
measure mixed = ddf(convex, along: r)`);
    expect(m.numbers("one", "score")).toEqual([0, 0, 0, 0]);
    expect(m.numbers("mixed", "score")[3]).toBeCloseTo((4 / 3 + 1) / 5, 9);
  });

  it("refuses bads that are not freely disposable", async () => {
    expect(await complaints(mills.replace("disposability strong", "disposability weak"))).toEqual([
      "GTFP5037 `returns fdh` compares with single units whose outputs may be disposed of freely, but the bads of `t` have `disposability weak`. (say `disposability strong`, or use `returns vrs`)",
    ]);
  });
});
