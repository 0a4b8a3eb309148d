/** The traps from 21 on; see dea.test.ts. */
import { describe, expect, it } from "vitest";
import { complaints, near, tablesOf } from "../helpers/model-tables.ts";
import { dmus, env5, env5years, green, growth, simple, winWin, years } from "./panels.ts";

describe("slacks and prices", () => {
  it("trap 21: an input of zero leaves the mean of slacks, an output of zero leaves no measure", async () => {
    const data = dmus("x | z | y", "A | 1 | 0 | 1", "B | 2 | 1 | 1", "C | 2 | 0 | 1", "D | 2 | 0 | 0");
    const m = await tablesOf(`${data}technology t on p { input x, z; good y }\nmeasure s = sbm(t)`);
    // C has one input that counts: 1 − 1/2. B has two: 1 − (1/2 + 1)/2.
    expect(m.column("s", "score")).toSatisfy(near([1, 1 - 0.75, 0.5, null]));
    expect(m.notes("s")).toContain("y is zero");
  });

  it("trap 22: peers, targets and class are the second phase's, which keeps the first phase's score", async () => {
    const data = dmus("a | b | y", "A | 2 | 4 | 1", "B | 4 | 2 | 1", "C | 2 | 8 | 1");
    const m = await tablesOf(`${data}technology t on p { input a, b; good y }\nmeasure r = radial(t)`);
    expect(m.numbers("r", "score")[2]).toBeCloseTo(1, 12);
    expect(m.numbers("r", "slack.b")[2]).toBeCloseTo(4, 9);
    expect(m.column("r.peers", "peer_u")).toEqual(["A", "B", "A"]);
    expect(m.column("r", "class")[2]).toBe("weakly_efficient");
  });

  it("trap 23: a plain slack sum depends on units, a normalized one does not", async () => {
    const at = (scale: number) => {
      const rows = ["A | 1 | 4 | 1", "B | 1 | 6 | 1.5", "C | 2 | 2 | 1", "D | 3 | 8 | 1"];
      const scaled = rows.map((row) => {
        const [u, x, y, z] = row.split(" | ");
        return `${u} | ${x} | ${y} | ${Number(z) * scale}`;
      });
      return `${dmus("x | y | z", ...scaled)}technology t on p { input x; good y, z; returns vrs }
measure p1 = radial(t)
measure n1 = radial(t, slacks: normalized)`;
    };
    const [one, other] = await Promise.all([tablesOf(at(1)), tablesOf(at(1000))]);
    expect(other.numbers("n1", "target.y")).toSatisfy(near(one.numbers("n1", "target.y")));
    expect(other.numbers("n1", "slack.z").map((v) => v / 1000)).toSatisfy(near(one.numbers("n1", "slack.z")));
  });

  it("trap 24: where the optimum leaves a price open its range is told, and prices times the direction are one", async () => {
    const m = await tablesOf(`${env5}${winWin}${green}measure d = ddf(g, along: win, price_range: true)`);
    const of = (name: string) => m.numbers("d", name);
    // C, D and E are priced by the facet O–A alone (2/23, 7/23, …), A and B by many.
    for (const i of [2, 3, 4]) expect(of("price.y.high")[i]! - of("price.y.low")[i]!).toBeLessThan(1e-9);
    expect(of("price.y")[2]).toBeCloseTo(2 / 23, 9);
    expect(of("price.b")[2]).toBeCloseTo(7 / 23, 9);
    // Empty is without a bound.
    const open = (i: number) => {
      const [low, high] = ["price.y.low", "price.y.high"].map((c) => m.column("d", c)[i] as number | null);
      return low === null || high === null || high! - low! > 1e-3;
    };
    expect([0, 1, 2, 3, 4].map(open)).toEqual([true, true, false, false, false]);
    const [y, b] = [
      [7, 5, 1, 3, 4],
      [2, 5, 3, 3, 2],
    ];
    for (let i = 0; i < 5; i++) {
      expect(of("price.y")[i]! * y![i]! + of("price.b")[i]! * b![i]!).toBeCloseTo(1, 9);
    }
  });

  it("trap 25: a bad's price may be negative under weak disposability; it is told, not cut off", async () => {
    const data = dmus("x | y | b", "A | 1 | 4 | 2", "B | 1 | 6 | 4", "C | 1 | 3 | 6", "D | 1 | 2 | 5.5");
    const m = await tablesOf(`${data}direction up { good +observed }\n${green}measure d = ddf(g, along: up)`);
    expect(Math.min(...m.numbers("d", "price.b"))).toBeLessThan(0);
    expect(m.notes("d")).toContain("price.b is negative");
  });

  it("trap 26: a direction that is zero for a unit leaves its score undefined, with the reason", async () => {
    const data = dmus("x | y", "A | 1 | 2", "B | 1 | 0");
    const m = await tablesOf(
      `${data}${simple}direction up { good +observed }\nmeasure d = ddf(t, along: up)`,
    );
    expect(m.column("d", "status")).toEqual(["optimal", "undefined"]);
    expect(m.notes("d")).toContain("the direction is zero");
  });

  it("trap 27: observed sizes are free of units, numbers are not; measures that divide need amounts above zero", async () => {
    const at = (factor: number) =>
      tablesOf(`${dmus("x | y", "A | 1 | 2", "B | 1 | 1").replaceAll(/(\d+) \|$/gm, (_, v) => `${Number(v) * factor} |`)}${simple}
direction own { good +observed }
direction fixed { y +1 }
measure o = ddf(t, along: own)
measure f = ddf(t, along: fixed)`);
    const [small, big] = await Promise.all([at(1), at(1000)]);
    expect(big.numbers("o", "score")).toSatisfy(near(small.numbers("o", "score")));
    expect(big.numbers("f", "score")[1]).toBeCloseTo(1000 * small.numbers("f", "score")[1]!, 6);
    const zero = await tablesOf(
      `${dmus("x | y | z", "A | 1 | 2 | 1", "B | 1 | 1 | 0")}technology t on p { input x; good y, z }\nmeasure m = additive(t, weights: mip)`,
    );
    expect(zero.column("m", "status")).toEqual(["optimal", "undefined"]);
  });

  it("trap 28: columns in units 1e12 apart give the same scores", async () => {
    const rows = [
      ["A", 3, 5, 4],
      ["B", 5, 2, 6],
      ["C", 7, 7, 6],
      ["D", 4, 6, 2],
    ] as const;
    const at = (factors: readonly number[]) =>
      tablesOf(`${dmus(
        "a | b | y",
        ...rows.map(([u, ...values]) => [u, ...values.map((v, i) => v * factors[i]!)].join(" | ")),
      )}technology t on p { input a, b; good y; returns vrs }
measure r = radial(t)
measure s = sbm(t)`);
    const plain = await at([1, 1, 1]);
    for (const factors of [
      [1e6, 1e-6, 1],
      [1e-3, 1, 1e9],
      [1e12, 1, 1e-3],
    ]) {
      const scaled = await at(factors);
      for (const name of ["r", "s"]) {
        expect(scaled.numbers(name, "score")).toSatisfy(near(plain.numbers(name, "score"), 1e-8));
        expect(scaled.count(name)).toMatchObject({ optimal: 4, certified: 4 });
      }
    }
  });
});

describe("directional and non-radial distances", () => {
  it("trap 29: weights of movements count as they are given; left out they are equal over blocks, and stated", async () => {
    const m =
      await tablesOf(`${env5}${winWin}technology s on p { input x; good y; bad b; disposability strong }
measure given = nddf(s, along: win, weights: { y: 1, b: 1 })
measure equal = nddf(s, along: win)`);
    expect(m.numbers("given", "score")).toSatisfy(near(m.numbers("equal", "score").map((v) => 2 * v)));
    expect(m.numbers("equal", "score")).toSatisfy(
      near(m.numbers("equal", "beta.y").map((v, i) => (v + m.numbers("equal", "beta.b")[i]!) / 2)),
    );
  });

  it("trap 30: movements of a non-radial measure are not negative, so beyond a frontier it has no solution", async () => {
    const data = years("x | y", "A | 1 | 1 | 2", "B | 1 | 1 | 1", "A | 2 | 1 | 4", "B | 2 | 1 | 1");
    const m = await tablesOf(`${data}${simple}direction up { good +observed }
measure d = ddf(t, along: up)
measure n = nddf(t, along: up)
index of_d = luenberger(d)
index of_n = luenberger(n)
index safe = luenberger(n, reference: global)`);
    const a = m.column("of_d", "status").flatMap((_, i) => (m.column("of_d", "u")[i] === "A" ? [i] : []))[1]!;
    expect(m.column("of_d", "status")[a]).toBe("optimal");
    expect(m.column("of_n", "status")[a]).toBe("infeasible");
    expect(m.column("safe", "status")[a]).toBe("optimal");
    expect(m.numbers("of_n.remedies", "global")[0]).toBeCloseTo(m.numbers("safe", "change")[a]!, 9);
  });

  it("trap 31: breaches of null-jointness are named, both kinds", async () => {
    const clean = await complaints(
      `${dmus("x | y | b", "A | 1 | 2 | 0", "B | 1 | 1 | 2")}${winWin}${green}measure d = ddf(g, along: win)`,
    );
    expect(clean.join()).toMatch(/GTFP5030 .*A makes y without any b/);
    const none = await complaints(
      `${dmus("x | y | b", "A | 1 | 2 | 0", "B | 1 | 1 | 0")}${green}direction up { good +observed }\nmeasure d = ddf(g, along: up)`,
    );
    expect(none.join()).toMatch(/GTFP5031/);
  });

  it("trap 32: Seiford & Zhu's translation is a column of the model, so that its w is seen; the scores depend on it", async () => {
    const at = (
      w: number,
    ) => `${dmus("x | y | b", "A | 1 | 4 | 2", "B | 1 | 6 | 5", "C | 1 | 3 | 4")}data q from p {
  dmu u
  x = p.x
  y = p.y
  clean = ${w} - p.b
}
technology t on q { input x; good y, clean; returns vrs }
measure r = radial(t, orientation: output)`;
    const [six, twenty] = await Promise.all([tablesOf(at(6)), tablesOf(at(20))]);
    expect(six.numbers("r", "score").slice(0, 2)).toSatisfy(near([1, 1]));
    expect(Math.abs(six.numbers("r", "score")[2]! - twenty.numbers("r", "score")[2]!)).toBeGreaterThan(0.1);
  });
});

describe("other measures", () => {
  it("trap 33: BAM under crs keeps within the bounds, normalized slacks divide by the sample's deviation", async () => {
    const m =
      await tablesOf(`${dmus("x | y", "A | 2 | 2", "B | 4 | 8", "C | 6 | 4")}${simple}technology v from t { returns vrs }
measure b = bam(t)
measure n = additive(v, weights: normalized)`);
    expect(Math.min(...m.numbers("b", "target.x"))).toBeGreaterThanOrEqual(2 - 1e-9);
    expect(Math.max(...m.numbers("b", "target.y"))).toBeLessThanOrEqual(8 + 1e-9);
    // Deviations with n − 1: x 2, y √(28/3). C's slacks towards B are 2 and 4.
    expect(m.numbers("n", "score")[2]).toBeCloseTo(2 / 2 + 4 / Math.sqrt(28 / 3), 9);
  });

  it("trap 34: profit under crs is refused; at prices of nothing cost has no efficiency", async () => {
    const data = dmus("x | y", "A | 1 | 2", "B | 2 | 3");
    const profit = `${data}${simple}direction d { good +observed }\nmeasure m = profit(t, along: d, prices: { x: 1, y: 1 })`;
    expect((await complaints(profit))[0]).toMatch(/^GTFP5036/);
    const m = await tablesOf(`${data}${simple}measure c = cost(t, prices: { x: 0 })`);
    expect(m.column("c", "status")).toEqual(["undefined", "undefined"]);
    expect(m.notes("c")).toContain("worth nothing");
  });
});

describe("panels and indices over time", () => {
  it("trap 35: an index goes by DMU and period, never by the order of rows; a missing year is a gap", async () => {
    const rows = ["A | 1 | 1 | 1", "A | 2 | 1 | 2", "A | 3 | 1 | 3", "B | 1 | 1 | 1", "B | 3 | 1 | 2"];
    const model = (list: readonly string[]) => `${years("x | y", ...list)}${simple}index i = malmquist(t)`;
    const [sorted, mixed] = await Promise.all([
      tablesOf(model(rows)),
      tablesOf(model([rows[4]!, rows[2]!, rows[0]!, rows[3]!, rows[1]!])),
    ]);
    const byKey = (m: typeof sorted) =>
      Object.fromEntries(
        m
          .column("i", "u")
          .map((u, i) => [
            `${u} ${m.column("i", "year")[i]}`,
            [m.column("i", "change")[i], m.column("i", "status")[i]],
          ]),
      );
    expect(byKey(mixed)).toEqual(byKey(sorted));
    expect(byKey(sorted)["B 3"]).toEqual([null, "gap"]);
    expect(byKey(sorted)["A 2"]).toEqual([2, "optimal"]);
  });

  it("trap 36: cumulated changes are a chain from the first period; a contemporaneous one need not be the direct change", async () => {
    const data = years(
      "a | b | y",
      ...["A | 1 | 1 | 4 | 1", "B | 1 | 4 | 1 | 1", "A | 2 | 2 | 2 | 1", "B | 2 | 3 | 3 | 1.4"],
      ...["A | 3 | 3 | 1 | 1.2", "B | 3 | 1 | 3 | 1.1"],
    );
    const three =
      "technology t on p { input a, b; good y }\nindex i = malmquist(t)\nindex g = malmquist(t, reference: global)\n";
    const m = await tablesOf(data + three);
    const ends = await tablesOf(data.replaceAll(/\n {2}\| . \| 2 .*/g, "") + three);
    const [first, second] = [m.numbers("i", "change")[2]!, m.numbers("i", "change")[4]!];
    expect(m.numbers("i", "cumulative")[4]).toBeCloseTo(first * second, 12);
    expect(Math.abs(ends.numbers("i", "change")[2]! - first * second)).toBeGreaterThan(1e-3);
    expect(m.numbers("g", "cumulative")[4]).toBeCloseTo(
      m.numbers("g", "change")[2]! * m.numbers("g", "change")[4]!,
      12,
    );
  });

  it("trap 37: the mean of a ratio index is geometric, and a report says so", async () => {
    const text = `${growth}${simple}index i = malmquist(t)\n`;
    expect((await complaints(`${text}expect mean(i.change) > 1`)).join()).toMatch(/geomean/);
    await expect(tablesOf(`${text}expect geomean(i.change) > 1`)).resolves.toBeDefined();
  });

  it("trap 38: no bootstrap for indices of directional distances, whose theory is open", async () => {
    const text = `${env5years}${winWin}${green}index i = malmquist_luenberger(g, along: win)\nmeasure b = bootstrap(i)`;
    expect((await complaints(text)).join()).toContain("open question");
  });

  it("trap 39: a level and a change are different types: an index of an index, or a mean of one, is refused", async () => {
    const text = `${growth}${simple}measure e = radial(t)\nindex i = malmquist(t)\n`;
    expect((await complaints(`${text}index j = malmquist(i)`))[0]).toMatch(/^GTFP5/);
    expect(
      (await complaints(`${text}expect mean(e.efficiency) > 0`)).filter((one) => /GTFP20(4|5)/.test(one)),
    ).toEqual([]);
    expect((await complaints(`${text}expect mean(i.change) > 0`)).length).toBeGreaterThan(0);
  });

  it("trap 40: vrs sums intensities over units, however many goods there are", async () => {
    const data = dmus("x | y | z", "A | 1 | 1 | 3", "B | 2 | 4 | 2", "C | 2 | 2 | 2");
    const m = await tablesOf(`${data}technology v on p { input x; good y, z; returns vrs }
direction up { good +observed }
measure d = ddf(v, along: up)`);
    // Between A (1, 3) and B (4, 2) with x ≤ 2: 2(1 + β) = 1 + 3w = 3 − w.
    expect(m.numbers("d", "score")).toSatisfy(near([0, 0, 0.25]));
    const sums = m.numbers("d.peers", "weight").reduce((total, w) => total + w, 0);
    expect(sums).toBeCloseTo(3, 9);
  });
});
