import { describe, expect, it } from "vitest";
import { complaints, near, tablesOf } from "../../helpers/model-tables.ts";

const firms = `data firms {
  dmu firm
  | firm | x | z | w | y | b |
  | A | 2 | 2 | 1 | 2 | 1 |
  | B | 4 | 2 | 1 | 4 | 2 |
  | C | 4 | 4 | 4 | 4 | 4 |
}
`;
const chain = `technology chain on firms {
  stage first { input x }
  stage second { good y }
  link z: first -> second free
}
`;

describe("relational (Kao & Hwang 2008)", () => {
  it("is the product of its stages in a chain, by hand", async () => {
    const m = await tablesOf(`${firms}${chain}measure e = relational(chain)`);
    // z/x: 1, 1/2, 1; y/z: 1, 2, 1.
    expect(m.numbers("e", "score.first")).toSatisfy(near([1, 0.5, 1], 1e-8));
    expect(m.numbers("e", "score.second")).toSatisfy(near([0.5, 1, 0.5], 1e-8));
    expect(m.numbers("e", "score")).toSatisfy(near([0.5, 0.5, 0.5]));
    expect(m.numbers("e", "target.z")).toSatisfy(near([1, 2, 2]));
    expect(m.count("e")).toMatchObject({ optimal: 3, certified: 3 });
  });

  it("has peers in each stage", async () => {
    const m = await tablesOf(`${firms}${chain}measure e = relational(chain)`);
    const rows = m.column("e.peers", "firm").flatMap((firm, i) => (firm === "B" ? [i] : []));
    expect(
      rows.map((i) => `${m.column("e.peers", "stage")[i]} ${m.column("e.peers", "peer_firm")[i]}`),
    ).toEqual(["first A", "second B"]);
  });

  it("gives the published efficiencies of Taiwanese insurers", async () => {
    // Twelve of the 24 companies of Kao & Hwang (2008), among them all that the others are measured by.
    const rows = `| Taiwan Fire | 1178744 | 673512 | 7451757 | 856735 | 984143 | 681687 |
  | Chung Kuo | 1381822 | 1352755 | 10020274 | 1812894 | 1228502 | 834754 |
  | Tai Ping | 1177494 | 592790 | 4776548 | 560244 | 293613 | 658428 |
  | China Mariners | 601320 | 594259 | 3174851 | 371863 | 248709 | 177331 |
  | Fubon | 6699063 | 3531614 | 37392862 | 1753794 | 7851229 | 3925272 |
  | Union | 2592790 | 650952 | 9434406 | 1118489 | 1574191 | 909295 |
  | Cathay Century | 2184944 | 651063 | 10422297 | 749893 | 3355197 | 555482 |
  | North America | 159422 | 182338 | 1141950 | 483291 | 519121 | 46857 |
  | Asia | 15993 | 10502 | 52063 | 14574 | 82141 | 4181 |
  | Central | 1567746 | 950432 | 11473162 | 546337 | 1043778 | 264098 |
  | Newa | 1453797 | 1085019 | 7695461 | 342489 | 3144484 | 371984 |
  | Mitsui Sumitomo | 163297 | 235094 | 476419 | 644816 | 142370 | 16976 |`;
    const m = await tablesOf(`data insurers {
  dmu company
  | company | x1 | x2 | z1 | z2 | y1 | y2 |
  ${rows}
}
technology t on insurers {
  stage acquisition { input x1, x2 }
  stage profit { good y1, y2 }
  link z1: acquisition -> profit
  link z2: acquisition -> profit
}
measure e = relational(t)`);
    const published = [0.699, 0.625, 0.69, 0.304, 0.767, 0.76, 0.614, 0.411, 0.59, 0.223, 0.36, 0.135];
    expect(m.numbers("e", "score").map((v) => Number(v.toFixed(3)))).toEqual(published);
    const [first, second] = ["acquisition", "profit"].map((s) => m.numbers("e", `score.${s}`));
    expect(m.numbers("e", "score")).toSatisfy(
      near(
        first!.map((v, i) => v * second![i]!),
        1e-8,
      ),
    );
  });
});

describe("network_sbm (Tone & Tsutsui 2009)", () => {
  it("keeps what is made equal to what is used, by hand", async () => {
    const m = await tablesOf(`${firms}${chain}measure i = network_sbm(chain, orientation: input)
measure o = network_sbm(chain, orientation: output)
measure n = network_sbm(chain)
measure heavy = network_sbm(chain, orientation: input, weights: { first: 3, second: 1 })`);
    // B's link: y = 4 takes z = 2 at least, and that x = 2; A's y = 2 takes z = 1, x = 1: half of each is saved.
    expect(m.numbers("i", "score.first")).toSatisfy(near([0.5, 0.5, 0.5]));
    expect(m.numbers("i", "score.second")).toSatisfy(near([1, 1, 1]));
    expect(m.numbers("i", "score")).toSatisfy(near([0.75, 0.75, 0.75]));
    expect(m.numbers("heavy", "score")).toSatisfy(near([1 - 0.5 * 0.75, 1 - 0.5 * 0.75, 1 - 0.5 * 0.75]));
    // With the same x twice the y: 1/(1 + ½·1).
    expect(m.numbers("o", "score")).toSatisfy(near([2 / 3, 2 / 3, 2 / 3]));
    expect(m.numbers("n", "target.z")).toHaveLength(3);
    expect(m.numbers("n", "score").every((v) => v <= 2 / 3 + 1e-12)).toBe(true);
  });

  it("a fixed link keeps its amount", async () => {
    const fixed = chain.replace("free", "fixed");
    const m = await tablesOf(`${firms}${fixed}measure i = network_sbm(chain, orientation: input)`);
    // z stays: only the first stage's own waste counts, none at A and C, half at B.
    expect(m.numbers("i", "score.first")).toSatisfy(near([1, 0.5, 1]));
    expect(m.numbers("i", "target.z")).toSatisfy(near([2, 2, 4]));
  });

  it("is inherited with its stages, and certified", async () => {
    const m = await tablesOf(`${firms}${chain}technology v from chain { returns vrs }
measure n = network_sbm(v)
measure r = relational(chain)`);
    expect(m.count("n")).toMatchObject({ optimal: 3, certified: 3 });
    expect(m.column("n", "returns_to_scale")).toEqual([null, null, null]);
  });
});

describe("network_ddf", () => {
  it("moves each stage by itself", async () => {
    const m = await tablesOf(`${firms}technology n on firms {
  stage first { input x; bad b }
  stage second { input w; good y }
  link z: first -> second
}
direction d { input -observed; good +observed; bad -observed }
direction out { good +observed }
measure all = network_ddf(n, along: d)
measure some = network_ddf(n, along: out)`);
    // In `some` nothing of the first stage moves: its weight goes to the second.
    expect(m.column("some", "score.first")).toEqual([null, null, null]);
    expect(m.numbers("some", "score")).toSatisfy(near(m.numbers("some", "score.second")));
    const [first, second] = ["first", "second"].map((s) => m.numbers("all", `score.${s}`));
    expect(m.numbers("all", "score")).toSatisfy(near(first!.map((v, i) => (v + second![i]!) / 2)));
    expect(m.numbers("all", "efficiency")).toSatisfy(near(m.numbers("all", "score").map((v) => 1 / (1 + v))));
    expect(Math.min(...first!, ...second!)).toBeGreaterThanOrEqual(0);
  });

  it("makes indices too", async () => {
    const m = await tablesOf(`data firms {
  dmu firm
  period year
  | firm | year | x | z | y |
  | A | 1 | 2 | 2 | 2 |
  | B | 1 | 4 | 2 | 4 |
  | A | 2 | 2 | 2 | 4 |
  | B | 2 | 4 | 4 | 8 |
}
${chain}measure e = relational(chain)
index i = malmquist(e, reference: global)`);
    // Of the best of both years, z/x = 1 and y/z = 2: A 1/2 → 1, B 1/2 → 1.
    expect(m.column("i", "change")).toEqual([null, null, 2, 2]);
  });
});

describe("a network that does not hang together is refused", () => {
  const stages = "stage first { input x }\n  stage second { good y }\n";
  it.each([
    ["stage only { input x; good y }", "one stage is no network"],
    [`${stages}  link z: first -> third`, "`third` is no stage"],
    [`${stages}  link z: first -> first`, "leads from a stage to itself"],
    [stages, "stage `first` makes nothing"],
    [
      "stage first { input x }\n  stage second { input w; good y }\n  link z: second -> first",
      "stage `first` makes nothing",
    ],
    [`${stages}  link z: first -> second\n  input w`, "inputs and outputs belong to a stage"],
    ["input x\n  good y\n  link z: first -> second", "links stand beside the stages"],
    [
      "stage first { input x; returns vrs }\n  stage second { good y }\n  link z: first -> second",
      "`returns` is the whole technology's",
    ],
    [
      "stage first { input x }\n  stage second { input x; good y }\n  link z: first -> second",
      "`x` stands twice",
    ],
    [`${stages}  link z: first -> second\n  returns fdh`, "`returns fdh` is not defined over several stages"],
    [`${stages}  link z: first -> second\n  restrict price.x / price.y <= 1`, "`restrict` is not defined"],
  ])("%s", async (entries, why) => {
    const said = await complaints(`${firms}technology n on firms {\n  ${entries}\n}`);
    expect(said.join("\n")).toContain(why);
  });

  it.each([
    ["measure m = radial(chain)", "the technology has stages"],
    ["technology t on firms { input x; good y }\nmeasure m = relational(t)", "the technology has none"],
    [
      "technology v from chain { returns vrs }\nmeasure m = relational(v)",
      "multiply under constant returns alone",
    ],
    ["measure m = network_sbm(chain, weights: { first: 1 })", "a map of all stages"],
    ["measure m = network_sbm(chain, weights: { fist: 1, second: 1 })", "`fist` is no stage"],
    ["measure m = order_m(chain, m: 5, seed: 1)", "it has stages"],
    ["measure m = cross_efficiency(chain)", "it has stages"],
  ])("%s", async (text, why) => {
    expect((await complaints(firms + chain + text)).join("\n")).toContain(why);
  });
});
