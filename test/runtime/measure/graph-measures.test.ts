import { describe, expect, it } from "vitest";
import { affinity } from "../../../runtime/measure/affinity.ts";
import { complaints, near, tablesOf } from "../../helpers/model-tables.ts";

const firms = `data firms {
  dmu firm
  | firm | x | y | b |
  | A | 2 | 2 | 1 |
  | B | 4 | 6 | 4 |
  | C | 5 | 3 | 3 |
  | D | 8 | 7 | 9 |
}
technology t on firms { input x; good y }
technology v from t { returns vrs }
technology g from t { bad b }
technology gv from g { returns vrs }
`;

describe("hyperbolic (Färe, Grosskopf & Lovell 1985)", () => {
  it("under crs is the square root of the radial score, and equals it in prices' worth", async () => {
    const m = await tablesOf(`${firms}measure h = hyperbolic(t)\nmeasure r = radial(t)`);
    // Of B's 3/2 each, A has 1, C 3/5, D 7/8.
    expect(m.numbers("h", "score")).toSatisfy(near([1 / 1.5, 1, 0.6 / 1.5, 7 / 8 / 1.5].map(Math.sqrt)));
    expect(m.numbers("h", "score")).toSatisfy(near(m.numbers("r", "score").map(Math.sqrt)));
    expect(m.count("h")).toMatchObject({ optimal: 4, certified: 4 });
  });

  it("under vrs meets the curve by hand", async () => {
    const m = await tablesOf(`${firms}measure h = hyperbolic(v)`);
    // C meets the segment A–B, y = 2x − 2: 3/θ = 10θ − 2.
    const theta = (2 + Math.sqrt(4 + 120)) / 20;
    expect(m.numbers("h", "score")).toSatisfy(near([1, 1, theta, 1], 1e-12));
    expect(m.numbers("h", "target.x")[2]).toBeCloseTo(5 * theta, 12);
    expect(m.numbers("h", "target.y")[2]).toBeCloseTo(3 / theta, 12);
  });

  it("shrinks bads with inputs, or alone with the output orientation", async () => {
    const m = await tablesOf(
      `${firms}measure all = hyperbolic(g)\nmeasure out = hyperbolic(g, orientation: output)`,
    );
    for (const name of ["all", "out"]) {
      const [theta, b, y, x] = ["score", "target.b", "target.y", "target.x"].map(
        (c) => m.numbers(name, c)[2]!,
      );
      expect(b).toBeCloseTo(3 * theta!, 9);
      expect(y).toBeGreaterThanOrEqual(3 / theta! - 1e-9);
      expect(x).toBeLessThanOrEqual((name === "all" ? 5 * theta! : 5) + 1e-9);
    }
    // C between A and B, λA + λB weights: 2a + 6b = 3/θ, a + 4b = 3θ, 2a + 4b = 5θ: a = 2θ, b = θ/4, 5.5θ = 3/θ.
    expect(m.numbers("all", "score")[2]).toBeCloseTo(Math.sqrt(6 / 11), 12);
  });

  it("goes beyond one with `super`, and its lowest price restores p·g", async () => {
    const m = await tablesOf(`${firms}measure h = hyperbolic(v, super: true)`);
    // Without A the least input is B's 4 = 2θ, and B makes more than 2/θ. Without D all goods come from B's 6 ≥ 7/θ.
    expect(m.numbers("h", "score")[0]).toBeCloseTo(2, 12);
    expect(m.numbers("h", "score")[3]).toBeCloseTo(7 / 6, 12);
  });

  it("takes a single peer on a free disposal hull", async () => {
    const m = await tablesOf(`${firms}technology f from t { returns fdh }\nmeasure h = hyperbolic(f)`);
    // C against A: max(2/5, 3/2); against B: max(4/5, 3/6).
    expect(m.numbers("h", "score")).toSatisfy(near([1, 1, 4 / 5, 1], 1e-12));
  });
});

describe("ebm (Tone & Tsutsui 2010)", () => {
  it("has ε and weights from the affinity of two vectors", () => {
    const [a, b] = [Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 2, 4, 8)];
    // Logarithms of the ratios 0, 1, 2, 3 (times ln 2): mean 1.5, deviations 1.5 + .5 + .5 + 1.5 over 4 · 3.
    const { epsilon, weights } = affinity([a, b]);
    expect(epsilon).toBeCloseTo(2 * (4 / 12), 12);
    expect(weights).toSatisfy(near([0.5, 0.5]));
    expect(affinity([a, a.map((v) => 3 * v), a.map((v) => 7 * v)])).toMatchObject({ epsilon: 0 });
    expect(affinity([b])).toEqual({ epsilon: 0, weights: [1] });
  });

  it("takes them from the largest eigenvalue of the affinity matrix", () => {
    const block = [
      [1, 2, 3, 4, 5],
      [2, 1, 4, 3, 9],
      [5, 1, 4, 2, 3],
    ].map((list) => Float64Array.from(list));
    const { epsilon, weights } = affinity(block);
    const likeness = (a: Float64Array, b: Float64Array) => {
      const c = [...a].map((value, j) => Math.log(b[j]! / value));
      const mean = c.reduce((x, y) => x + y) / c.length;
      const range = Math.max(...c) - Math.min(...c);
      return range === 0 ? 1 : 1 - (2 * c.reduce((x, y) => x + Math.abs(y - mean), 0)) / c.length / range;
    };
    const rho = 3 - 2 * epsilon;
    for (const [i, a] of block.entries()) {
      const product = block.reduce((sum, b, j) => sum + likeness(a, b) * weights[j]!, 0);
      expect(product).toBeCloseTo(rho * weights[i]!, 12);
    }
    expect(weights.reduce((x, y) => x + y)).toBeCloseTo(1, 12);
    // All entries are positive, so the eigenvalue with a positive vector is the largest (Perron 1907).
    expect(Math.min(...weights)).toBeGreaterThan(0);
  });

  it("with one input and one good is radial", async () => {
    const m = await tablesOf(
      `${firms}measure e = ebm(v, orientation: input)\nmeasure r = radial(v)\nmeasure o = ebm(v, orientation: output)\nmeasure p = radial(v, orientation: output)`,
    );
    expect(m.numbers("e", "score")).toSatisfy(near(m.numbers("r", "score")));
    expect(m.numbers("o", "score")).toSatisfy(near(m.numbers("p", "efficiency")));
  });

  it("lies between the slacks-based and the radial measure", async () => {
    const m = await tablesOf(`data mills {
  dmu mill
  | mill | a | b | y |
  | A | 2 | 5 | 4 |
  | B | 3 | 3 | 4 |
  | C | 6 | 4 | 4 |
  | D | 7 | 3 | 4 |
}
technology t on mills { input a, b; good y }
measure e = ebm(t, orientation: input)
measure r = radial(t)
measure s = sbm(t, orientation: input)`);
    const [e, r, s] = ["e", "r", "s"].map((name) => m.numbers(name, "score"));
    // D is radially efficient, but could save 4 of a.
    expect(r![3]).toBeCloseTo(1, 12);
    expect(e![3]).toBeCloseTo(1 - (m.numbers("e", "epsilon.input")[3]! * (4 / 7)) / 2, 12);
    for (let i = 0; i < 4; i++) {
      expect(e![i]).toBeLessThanOrEqual(r![i]! + 1e-12);
      expect(e![i]).toBeGreaterThanOrEqual(s![i]! - 1e-12);
    }
  });

  it("refuses bads and hulls", async () => {
    expect(await complaints(`${firms}measure e = ebm(g)`)).toEqual([
      "GTFP5038 `ebm` means nothing on `g`: it weighs inputs and good outputs by how alike their mixes are, and has no place for `b`. (use `sbm`, or make the bad an `input`)",
    ]);
    expect(
      (await complaints(`${firms}technology f from t { returns fdh }\nmeasure e = ebm(f)`))[0],
    ).toContain("in the free disposal hull there is one");
  });
});

describe("super-efficiency of the additive model (Du, Liang & Zhu 2010)", () => {
  it("is the ratio of the least excess, by hand", async () => {
    const m = await tablesOf(
      `${firms}measure a = additive(v, super: true)\nmeasure w = additive(v, super: true, weights: { x: 1, y: 10 })`,
    );
    // A without itself: B's input is 2 more, and its good is enough. (2 + 2)/2 = 2.
    // D without itself: B makes 1 less: 7/(7 − 1). B without itself: between A and D at x = 4, y = 2 + 5/6·2: 7/3 less, or more x.
    expect(m.column("a", "model")).toEqual([
      "super_additive",
      "super_additive",
      "additive",
      "super_additive",
    ]);
    expect(m.numbers("a", "score")[0]).toBeCloseTo(2, 12);
    expect(m.numbers("a", "score")[1]).toBeCloseTo(6 / (6 - 7 / 3), 12);
    expect(m.numbers("a", "score")[3]).toBeCloseTo(7 / 6, 12);
    // C gains most at B or below: with x 5 → 4 and y 3 → 6.
    expect(m.numbers("a", "score")[2]).toBeCloseTo(1 + 3, 12);
    expect(m.numbers("a", "efficiency")[2]).toBeCloseTo(1 / 5, 12);
    // With goods worth ten, B rather takes 2.8 more x: at x = 6.8 A and D make 6.
    expect(m.numbers("w", "score")[1]).toBeCloseTo(6.8 / 4, 12);
    expect(m.column("a", "rank")).toEqual([1, 2, 4, 3]);
  });
});

describe("the enhanced Russell graph measure (Pastor, Ruiz & Sirvent 1999)", () => {
  it("is the slacks-based measure", async () => {
    const m = await tablesOf(`${firms}measure r = russell(v, orientation: none)\nmeasure s = sbm(v)`);
    expect(m.numbers("r", "score")).toEqual(m.numbers("s", "score"));
  });

  it("needs freely disposable bads, as that does", async () => {
    const said = await complaints(`${firms}measure r = russell(g, orientation: none)`);
    expect(said[0]).toMatch(/^GTFP5032/);
  });
});
