import { describe, expect, it } from "vitest";
import { complaints, near, tablesOf } from "../../helpers/model-tables.ts";

const firms = `data firms {
  dmu firm
  | firm | a [h] | b [kg] | y [t] | e [t] |
  | A | 1 | 4 | 1 | 1 |
  | B | 4 | 1 | 1 | 2 |
  | C | 2 | 2 | 1 | 3 |
  | D | 4 | 4 | 1 | 2 |
}
technology t on firms { input a, b; good y }
`;

describe("assurance regions (Thompson, Langemeier, Lee, Lee & Thrall 1990)", () => {
  it("by hand: least cost at the dearest allowed ratio", async () => {
    const m = await tablesOf(`${firms}technology ar from t { restrict price.a / price.b in 1 .. 3 }
measure free = radial(t)
measure r = radial(ar)`);
    expect(m.numbers("free", "score")).toSatisfy(near([1, 1, 1, 0.5]));
    // Prices (k, 1) with k from 1 to 3: A costs k + 4, B 4k + 1, C 2k + 2, D 4k + 4. Each takes its best k: A 3 (7 against 7 and 8),
    // B 1 (5 against C's 4), C 1, D any: 0.5.
    expect(m.numbers("r", "score")).toSatisfy(near([1, 4 / 5, 1, 0.5]));
    for (let i = 0; i < 4; i++) {
      const [a, b] = [m.numbers("r", "price.a")[i]!, m.numbers("r", "price.b")[i]!];
      expect(a).toBeGreaterThanOrEqual(b - 1e-12);
      expect(a).toBeLessThanOrEqual(3 * b + 1e-12);
    }
    expect(m.count("r")).toMatchObject({ optimal: 4, certified: 4 });
    expect(m.notes("r")).toContain("Prices are restricted");
  });

  it("a fixed ratio is cost efficiency at those prices", async () => {
    const m = await tablesOf(`${firms}technology ar from t { restrict price.a / price.b in 2 .. 2 }
measure r = radial(ar)
measure c = cost(t, prices: { a: 2, b: 1 })`);
    expect(m.numbers("r", "score")).toSatisfy(near(m.numbers("c", "score")));
  });

  it("bounds have a unit, and one side suffices", async () => {
    const m = await tablesOf(`${firms}technology one from t { restrict price.a / price.b in 1 .. 3 }
technology two from t { restrict price.a / price.b >= 1000 [g/h]; restrict price.a / price.b <= 3 [kg/h] }
measure r = radial(one)
measure s = radial(two)`);
    expect(m.numbers("s", "score")).toEqual(m.numbers("r", "score"));
  });

  it("keep a bad's price from being negative", async () => {
    const m = await tablesOf(`${firms}technology g from t { bad e; returns vrs; disposability equality }
technology positive from g { restrict price.e / price.y >= 0 }
direction d { good +observed; bad -observed }
measure free = ddf(g, along: d)
measure r = ddf(positive, along: d)`);
    expect(Math.min(...m.numbers("r", "price.e"))).toBeGreaterThanOrEqual(0);
    for (let i = 0; i < 4; i++) {
      expect(m.numbers("r", "score")[i]).toBeGreaterThanOrEqual(m.numbers("free", "score")[i]! - 1e-12);
    }
  });

  it("are inherited, and replaced as a whole", async () => {
    const m = await tablesOf(`${firms}technology ar from t { restrict price.a / price.b in 2 .. 2 }
technology same from ar { returns vrs }
technology other from ar { restrict price.a / price.b in 0.25 .. 4 }
measure s = radial(same)
measure o = radial(other)`);
    expect(m.numbers("s", "score")[1]).toBeCloseTo(6 / 9, 9);
    expect(m.numbers("o", "score")[1]).toBeCloseTo(1, 9);
  });

  it("prices at which something is made of nothing leave no limit, and that is told", async () => {
    // A unit of y worth at most 0.1 h: no price meets y·u ≤ v·x with v·x = 1 and u ≥ 10 v that A's own data contradict.
    const m =
      await tablesOf(`${firms}technology ar from t { restrict price.y / price.a >= 10; restrict price.y / price.b >= 10 }
measure r = radial(ar)`);
    expect(m.column("r", "status")).toEqual(["unbounded", "unbounded", "unbounded", "unbounded"]);
    expect(m.notes("r")).toContain("something is made of nothing");
  });

  it.each([
    ["restrict price.a / price.b in 3 .. 1", "the lower bound is above the upper one"],
    ["restrict price.a / price.b >= -1", "a bound is negative"],
    ["restrict price.a in 1 .. 2", "it is not of that form"],
    ["restrict a / b in 1 .. 2", "this is no price of a variable"],
    ["restrict price.a / price.a in 1 .. 2", "both prices are the same one"],
    ["restrict price.a / price.b in 1 .. 2 step 1", "it is not of that form"],
    ["restrict price.a / price.b in 1 .. 2; returns fdh", "no shadow prices to restrict"],
    ["bad e; restrict price.a / price.e in 1 .. 2", "may be negative here"],
    ["restrict price.a / price.q in 1 .. 2", "`q` is no variable of the technology"],
  ])("refuses %s", async (entries, why) => {
    expect((await complaints(`${firms}technology ar from t { ${entries} }`)).join("\n")).toContain(why);
  });

  it("refuses given prices beside them", async () => {
    const text = `${firms}technology ar from t { restrict price.a / price.b in 1 .. 2 }\nmeasure c = cost(ar, prices: { a: 1, b: 1 })`;
    expect((await complaints(text))[0]).toMatch(/^GTFP5038/);
  });
});
