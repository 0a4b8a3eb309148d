import { describe, expect, test } from "vitest";
import { pipeline } from "../../helpers/pipeline.ts";

const model = (where: string, odd = "2004") => `data mills {
  dmu mill
  period year
  group region
  where ${where}
  | mill | year | region | x [t] |
${[2001, 2002, 2003, odd, 2005, 2006].map((year) => `  | A | ${year} | east | 1 |\n  | B | ${year} | west | 2 |`).join("\n")}
}
`;
const told = async (text: string) =>
  (await pipeline(text)).diagnostics.map((d) =>
    `${d.severity} ${d.code} ${d.message} ${d.help ?? ""}`.trim(),
  );

describe("labels in conditions", () => {
  test.each([
    ['region == "esat"', '"esat" in `region`. did you mean `east`?'],
    ['not (mill != "C")', '"C" in `mill`. there are `A` and `B`'],
    ["year == 2010", '"2010" in `year`. did you mean `2001`?'],
  ])("%s names one that no row has", async (where, says) => {
    const [first] = await told(model(where));
    expect(first).toBe(`warning GTFP4023 No row of the rows of \`mills\` has ${says}`);
  });

  test.each(['region == "east"', 'mill != "B" and year != 2003', "x != 7", "year >= 2009 or x > 0"])(
    "%s is in order",
    async (where) => {
      expect(await told(model(where))).toEqual([]);
    },
  );
});

describe("a period that is no number", () => {
  test.each([
    "year >= 2002",
    "year in 2002 .. 2005",
    "x > 0 and (year < 2003 or year > 2003)",
    "not (year < 2002)",
  ])("is told even where `%s` would leave it out", async (where) => {
    expect((await told(model(where, "2OO4"))).map((line) => line.slice(0, 14))).toEqual([
      "error GTFP4019",
      "error GTFP4019",
    ]);
  });

  test("is left out where a condition names it, or leaves its row out for another reason", async () => {
    expect(await told(model('year != "mean" and year >= 2002', "mean"))).toEqual([]);
    expect(await told(model('region == "east" and year != "mean"', "mean"))).toEqual([]);
    expect(await told(model('year >= 2002 and region == "east"', "mean"))).toHaveLength(1);
  });
});
