/**
 * The known traps of frontier analysis, each with a test that bears its number: what a naive or published implementation gets wrong,
 * and what is right. Those from 21 on stand in dea-continued.test.ts; the last test here counts them all.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { complaints, near, tablesOf } from "../helpers/model-tables.ts";
import { abate, dmus, env5, env5years, green, growth, simple, winWin, years } from "./panels.ts";

const ml = "index i = malmquist_luenberger(g, along: win";

describe("disposability", () => {
  it("trap 1: weak disposability under vrs needs Kuosmanen's two intensities, not one", async () => {
    const m = await tablesOf(`${abate}${winWin}technology w on p { input x; good y; bad b; returns vrs }
technology one from w { disposability equality }
measure right = ddf(w, along: win)
measure printed = ddf(one, along: win)`);
    // C may be abated below the least observed b = 2: 2(1 + β)/4(1 − β) = 4/2. With one λ it is stuck at b = 2.
    expect(m.numbers("right", "score")).toSatisfy(near([0, 0, 0.6]));
    expect(m.numbers("printed", "score")).toSatisfy(near([0, 0, 0.5]));
    expect(m.columns("right.peers")).toContain("abated");
    expect(m.notes("printed")).toContain("not weakly disposable");
  });

  it("trap 1b: μ is redundant under nirs and stays under ndrs", async () => {
    const m = await tablesOf(`${abate}${winWin}${green}technology up from g { returns ndrs }
technology down from g { returns nirs }
measure u = ddf(up, along: win)
measure d = ddf(down, along: win)`);
    expect(m.columns("u.peers")).toContain("abated");
    expect(m.columns("d.peers")).not.toContain("abated");
  });

  it("trap 2: Shephard's single factor under vrs is another, smaller set", async () => {
    const data = dmus("x | y | b", "A | 1 | 2 | 2", "B | 2 | 6 | 3", "C | 1.5 | 2 | 1.5");
    const m = await tablesOf(`${data}direction up { y +1 }
technology k on p { input x; good y; bad b; returns vrs }
technology s from k { disposability shephard }
measure own = ddf(k, along: up)
measure common = ddf(s, along: up)`);
    expect(m.numbers("own", "score")).toSatisfy(near([0, 0, 1]));
    expect(m.numbers("common", "score")).toSatisfy(near([0, 0, 0.4]));
    const moving = `${data}technology s on p { input x; good y; bad b; returns vrs; disposability shephard }\nmeasure m = radial(s)`;
    expect((await complaints(moving))[0]).toMatch(/^GTFP5012/);
  });

  it("trap 3: a direction has sizes; one that expands a bad is refused with its mend", async () => {
    const said = await complaints(
      `${env5}${green}direction d { good +observed; bad +observed }\nmeasure m = ddf(g, along: d)`,
    );
    expect(said[0]).toMatch(/^GTFP5014 .*write `bad -observed`/);
  });

  it("trap 4: bads as ≤ rows are strong disposability, and have that name alone", async () => {
    const m = await tablesOf(`${env5}${winWin}${green}technology s from g { disposability strong }
measure weak = ddf(g, along: win)
measure strong = ddf(s, along: win)`);
    expect(m.numbers("weak", "score")[1]).toBeCloseTo(0, 9);
    expect(m.numbers("strong", "score")[1]).toBeCloseTo(0.4, 9);
  });
});

describe("Malmquist–Luenberger and its like", () => {
  it("trap 5: ML is a ratio of 1 + D, with the direction of each observation's own period", async () => {
    const m = await tablesOf(`${env5years}${winWin}${green}${ml})`);
    const [unit, observed, reference, distance] = ["u", "observed", "reference", "distance"].map((c) =>
      m.column("i.distances", c),
    );
    const d = (t: number, o: number) => {
      const at = unit!.findIndex(
        (u, i) => u === "A" && Number(observed![i]) === o && Number(reference![i]) === t,
      );
      return 1 + (distance![at] as number);
    };
    const row = m.column("i", "u").findIndex((u, i) => u === "A" && Number(m.column("i", "year")[i]) === 2);
    const change = Math.sqrt((d(1, 1) / d(1, 2)) * (d(2, 1) / d(2, 2)));
    expect(m.numbers("i", "change")[row]).toBeCloseTo(change, 12);
    expect(change).toBeCloseTo(1.381762066806876, 9);
    expect(m.numbers("i", "efficiency_change")[row]).toBeCloseTo(d(1, 1) / d(2, 2), 12);
    const tech = Math.sqrt((d(2, 1) / d(1, 1)) * (d(2, 2) / d(1, 2)));
    expect(m.numbers("i", "technical_change")[row]).toBeCloseTo(tech, 12);
  });

  it("trap 6: 1 + D at or below zero leaves the index undefined, not infinite", async () => {
    // Along +1 a unit at 10 that the year before reached 4 has D = −6.
    const data = years(
      "x | y | b",
      "A | 1 | 1 | 4 | 1",
      "B | 1 | 1 | 2 | 1",
      "A | 2 | 1 | 10 | 1",
      "B | 2 | 1 | 2 | 1",
    );
    const m = await tablesOf(`${data}${green}direction win { y +1 }\n${ml})`);
    const row = m.column("i", "u").findIndex((u, i) => u === "A" && Number(m.column("i", "year")[i]) === 2);
    expect(m.column("i", "change")[row]).toBeNull();
    expect(m.column("i", "status")[row]).toBe("undefined");
    expect(m.notes("i")).toContain("1 + D is not above 0");
  });

  it("trap 7: an infeasible cross-period program empties change, keeps EC, and says which reference would serve", async () => {
    const m = await tablesOf(`${env5years}${winWin}${green}${ml})`);
    const row = m.column("i", "status").indexOf("infeasible");
    expect(m.column("i", "change")[row]).toBeNull();
    expect(m.column("i", "technical_change")[row]).toBeNull();
    expect(m.numbers("i", "efficiency_change")[row]).toBeCloseTo(1, 9);
    expect(m.numbers("i.remedies", "global")).toSatisfy(near([1.6333333333333333]));
    expect(m.column("i.remedies", "reason")[0]).toMatch(/^no mix of the units of 1 .*emits this much b/);
  });

  it("trap 8: the global index is circular, its EC contemporaneous; a further year changes it", async () => {
    const m = await tablesOf(`${growth}${simple}index i = malmquist(t, reference: global)`);
    const two = await tablesOf(
      `${growth.replace(/\n {2}\| . \| 3 .*/g, "")}${simple}index i = malmquist(t, reference: global)`,
    );
    const cumulative = m.numbers("i", "cumulative");
    // A makes 1, 2, 2 and B 0.5, 1.5, 3 per unit of input.
    expect(m.column("i", "cumulative")).toSatisfy(near([1, 1, 2, 3, 2, 6]));
    expect(cumulative).toHaveLength(6);
    expect(m.numbers("i", "efficiency_change").slice(2)).toSatisfy(near([1, 1.5, 2 / 3, 1 / 0.75]));
    const technical = (of: typeof m) => of.numbers("i", "technical_change")[2];
    expect(technical(m)).toBeCloseTo(2, 9);
    expect(technical(two)).toBeCloseTo(2, 9);
    const d = (of: typeof m) => of.numbers("i.distances", "distance").at(-1);
    expect(d(m)).not.toBeCloseTo(d(two)!, 3);
  });

  it("trap 9: a biennial index uses the frontier of its own pair of periods alone", async () => {
    const m = await tablesOf(`${growth}${simple}index i = malmquist(t, reference: biennial)`);
    const names = new Set(m.column("i.distances", "reference"));
    expect(names.has("1..2") && names.has("2..3") && !names.has("1..3")).toBe(true);
  });

  it("trap 10: a centered window uses a future period, a plain one never", async () => {
    const m = await tablesOf(`${growth}technology now on p { input x; good y; reference window 3 }
technology both from now { reference window 3 centered }
measure n = radial(now)
measure b = radial(both)`);
    // A in year 1: alone the best; B's 1.5 per input of the year after, and A's own 2.
    expect(m.numbers("n", "score")[0]).toBeCloseTo(1, 9);
    expect(m.numbers("b", "score")[0]).toBeCloseTo(0.5, 9);
  });

  it("trap 11: the Luenberger indicator is a difference, averaged as one", async () => {
    const text = `${growth}${simple}direction d { y +observed }\nindex l = luenberger(t, along: d)\n`;
    const m = await tablesOf(`${text}expect mean(l.change) > 0`);
    // A: D(1)(1) 0, D(1)(2) 1/2 − 1 = −1/2, D(2)(1) 1, D(2)(2) 0.
    expect(m.numbers("l", "change")[2]).toBeCloseTo((0 + 0.5 + (1 - 0)) / 2, 9);
    expect(m.numbers("l", "cumulative")[0]).toBe(0);
    expect((await complaints(`${text}expect geomean(l.change) > 0`)).join()).toMatch(/GTFP2045/);
  });

  it("trap 12: both orientations are efficiencies, bigger is nearer, above one is progress", async () => {
    const m = await tablesOf(`${growth}${simple}index i = malmquist(t, orientation: input)
index o = malmquist(t, orientation: output)`);
    expect(m.numbers("i", "change").slice(2)).toSatisfy(near(m.numbers("o", "change").slice(2)));
    expect(m.numbers("i", "change")[2]).toBeCloseTo(2, 9);
  });

  it("trap 13: Ray & Desli, FGNZ and Grifell-Tatjé & Lovell are three decompositions under three names", async () => {
    const data = years(
      "x | y",
      ...["A | 1 | 2 | 1", "B | 1 | 3 | 4", "C | 1 | 5 | 6", "D | 1 | 4 | 3", "E | 1 | 4 | 5"],
      ...["A | 2 | 1.8 | 1", "B | 2 | 2.6 | 4", "C | 2 | 4 | 6", "D | 2 | 3.6 | 3", "E | 2 | 4 | 5.2"],
    );
    const m = await tablesOf(`${data}${simple}index f = malmquist(t, decomposition: fgnz)
index r = malmquist(t, decomposition: ray_desli)
index l = malmquist(t, decomposition: grifell_lovell)`);
    const of = (name: string, column: string) => m.numbers(name, column).slice(5);
    expect(of("f", "change")).toSatisfy(near(of("r", "change")));
    expect(of("f", "change").every((v, i) => Math.abs(v - of("l", "change")[i]!) < 1e-9)).toBe(true);
    for (const name of ["f", "r", "l"]) {
      const product = of(name, "pure_efficiency_change").map(
        (v, i) => v * of(name, "scale_change")[i]! * of(name, "technical_change")[i]!,
      );
      expect(product).toSatisfy(near(of(name, "change"), 1e-9));
    }
    expect(of("f", "technical_change")).not.toSatisfy(near(of("r", "technical_change"), 1e-3));
    // Base t alone: E¹(2)/E¹(1) with the best of year 1 at 4/3.
    expect(of("l", "change")[0]).toBeCloseTo(1 / 1.8 / (1 / 2), 9);
  });

  it("trap 14: an index of vrs distances is no TFP index, and says so", async () => {
    const m = await tablesOf(
      `${growth}technology v on p { input x; good y; returns vrs }\nindex i = malmquist(v)`,
    );
    expect(m.notes("i")).toContain("not a TFP index");
  });

  it("trap 15: Hicks–Moorsteen aggregates by distance functions; of one input and one output under crs it is Malmquist", async () => {
    const m = await tablesOf(`${growth}${simple}index h = hicks_moorsteen(t)\nindex i = malmquist(t)`);
    expect(m.numbers("h", "change").slice(2)).toSatisfy(near(m.numbers("i", "change").slice(2)));
  });
});

describe("super-efficiency and slacks-based measures", () => {
  it("trap 16: infeasible super-efficiency has a status and a reason, no stand-in number", async () => {
    const data = dmus("x | y", "A | 1 | 1", "B | 2 | 4");
    const m = await tablesOf(`${data}technology v on p { input x; good y; returns vrs }
measure i = radial(v, super: true)
measure o = radial(v, orientation: output, super: true)`);
    expect(m.column("i", "score")[1]).toBeNull();
    expect(m.column("i", "status")).toEqual(["optimal", "infeasible"]);
    expect(m.column("o", "status")).toEqual(["infeasible", "optimal"]);
    expect(m.column("i.infeasible", "reason")).toContain(
      "no mix of the other units of the panel makes this much y",
    );
  });

  it("trap 17: duplicates keep each other's score at one; observation or DMU is for the model to say", async () => {
    const twins = await tablesOf(
      `${dmus("x | y", "A | 1 | 1", "B | 1 | 1")}${simple}measure s = radial(t, super: true)`,
    );
    expect(twins.numbers("s", "score")).toSatisfy(near([1, 1]));
    const data = years("x | y", "A | 1 | 1 | 1", "A | 2 | 1 | 1", "B | 1 | 2 | 1", "B | 2 | 2 | 1");
    const m = await tablesOf(`${data}technology t on p { input x; good y; reference global }
measure one = radial(t, super: true)
measure all = radial(t, super: dmu)`);
    expect(m.numbers("one", "score")[0]).toBeCloseTo(1, 9);
    expect(m.numbers("all", "score")[0]).toBeCloseTo(2, 9);
  });

  it("trap 18: super-SBM is for efficient units alone, and `model` says which program ran", async () => {
    const m = await tablesOf(
      `${dmus("x | y", "A | 2 | 4", "B | 4 | 4")}${simple}measure s = sbm(t, super: true)`,
    );
    expect(m.column("s", "model")).toEqual(["super_sbm", "sbm"]);
    expect(m.numbers("s", "score")).toSatisfy(near([2, 0.5]));
  });

  it("trap 19: the size row of a linearised SBM is ΣΛ = t", async () => {
    const data = dmus("x | y", "A | 2 | 2", "B | 4 | 6", "C | 4 | 3");
    const m = await tablesOf(`${data}technology v on p { input x; good y; returns vrs }\nmeasure s = sbm(v)`);
    // C: all of y's slack at B (1/2), all of x's at y = 3 (2.5/4), or in between: y = 2x − 2, (x/4)·(3/(2x − 2)) falls in x.
    expect(m.numbers("s", "score")).toSatisfy(near([1, 1, 0.5]));
    const peers = m.numbers("s.peers", "weight");
    expect(peers.every((w) => w <= 1 + 1e-9)).toBe(true);
  });

  it("trap 20: SBM with bads takes them as freely disposable, so a weak technology is refused", async () => {
    // B against half of A: half its input, a quarter of its bad.
    const data = dmus("x | y | b", "A | 1 | 2 | 1", "B | 1 | 1 | 2");
    const m = await tablesOf(
      `${data}technology s on p { input x; good y; bad b; disposability strong }\nmeasure m = sbm(s)`,
    );
    expect(m.numbers("m", "score")).toSatisfy(near([1, 0.5 / (1 + (0 + 1.5 / 2) / 2)]));
    expect((await complaints(`${data}${green}measure m = sbm(g)`))[0]).toMatch(/^GTFP5032/);
  });
});

describe("the list", () => {
  it("has every trap", () => {
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".test.ts"));
    const texts = files.map((name) => readFileSync(new URL(name, import.meta.url), "utf8"));
    const named = new Set(
      texts.flatMap((text) => [...text.matchAll(/it\("trap (\d+b?): /g)].map((found) => found[1]!)),
    );
    const wanted = [...Array.from({ length: 40 }, (_, i) => String(i + 1)), "1b"];
    expect([...named].sort()).toEqual(wanted.sort());
  });
});
