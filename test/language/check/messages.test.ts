import { describe, expect, test } from "vitest";
import { checkFiles, codes, plants, told } from "./checking.ts";

describe("one mistake, one message", () => {
  test("a contradiction of units is told at its root and nowhere else", () => {
    const text = plants(`mix = labor + value
  twice = 2 * mix
  more = twice + labor
  rest = twice + value
  per = mix / value`);
    expect(told(text)).toEqual([
      "GTFP3010 18: The left side of `+` is in `10k person`, the right side in `100M CNY`: these are different kinds of quantity.",
    ]);
  });

  test("what depends on a wrong declaration is silent, what stands beside it is not", () => {
    const text = plants(
      "wrong = labr * 2",
      `data later from plants { where year > 2020; y = wrong + 1 }
expect later.wrong > 0
expect later.nothing > 0
`,
    );
    expect(told(text)).toEqual([
      "GTFP2010 18: Nothing here is called `labr`.",
      "GTFP2011 22: The panel `later` has no `nothing`.",
    ]);
  });

  test("independent mistakes are all told in one pass, in the order of the text", () => {
    const text = plants(
      `a = labr * 2
  b = sqt(labor)
  c = sum(labor by plnt)
  d [t] = labor
  missing drop plant2`,
      'expect plants.labor["A"] > "x"\nexpect plants.valu > 0\n',
    );
    expect(codes(text)).toEqual([
      "GTFP2010",
      "GTFP2013",
      "GTFP2012",
      "GTFP3011",
      "GTFP4056",
      "GTFP2047",
      "GTFP2011",
    ]);
  });

  test("a misspelt entry does not make its block complain of what it lost", () => {
    expect(codes("data d {\n  dmuu m\n  | m | x [t] |\n  | a | 1 |\n}\nexpect sum(d.x) > 0 [t]\n")).toEqual([
      "GTFP1022",
    ]);
    const system = `system s {
  time [year] = 2020 .. 2022 step 1
  stok x [t] = 1
  flow f: cloud -> x = x / 1 [year]
  aux y = x + z
}
`;
    expect(codes(system)).toEqual(["GTFP1022", "GTFP2010"]);
  });
});

describe("suggestions mend", () => {
  test.each([
    [plants("double = 2 * labour"), "labor"],
    [plants("double = 2 * Labor"), "labor"],
    [plants("", "expect plants.Value > 0\n"), "value"],
    [plants("", "expect summ(plants.value) > 0\n"), "sum"],
    [plants("", "expect sum(plants.value by regoin) > 0\n"), "region"],
    [plants("", "expect plnts.value > 0\n"), "plants"],
    [plants().replace("100M CNY", "100M CNy"), "CNY"],
  ])("case %#", (text, meant) => {
    const { diagnostics } = checkFiles(text);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]!.help).toBe(`did you mean \`${meant}\`?`);
    const [edit] = diagnostics[0]!.fixes[0]!.edits;
    const mended = text.slice(0, edit!.span.start) + edit!.text + text.slice(edit!.span.end);
    expect(codes(mended)).toEqual([]);
  });

  test("the fix of a bare equality and of a mean of ratios", () => {
    for (const text of [
      plants("", "expect mean(plants.value) == 5\n"),
      `${plants()}technology t on plants { input labor; good value }
index m = malmquist(t, orientation: output)
expect mean(m.change) > 0
`,
    ]) {
      const { diagnostics } = checkFiles(text);
      const [edit] = diagnostics[0]!.fixes[0]!.edits;
      const mended = text.slice(0, edit!.span.start) + edit!.text + text.slice(edit!.span.end);
      expect(codes(mended)).toEqual([]);
    }
  });
});

describe("constants take the unit of their place", () => {
  test.each([
    ["a whole right-hand side", plants("five [kg] = 5"), []],
    ["an argument", plants("most = max(labor, 5)"), []],
    ["the other side of a comparison", plants("", "expect plants.labor > 5\n"), []],
    ["a bound", plants("", "expect plants.labor in 5 .. 50\n"), []],
    ["a tolerance", plants("", "expect mean(plants.labor) == 12 within 3\n"), []],
    ["zero anywhere", plants("x = labor + 0"), []],
    ["a branch that is zero", plants("x = if value > 5 then labor else 0"), []],
    ["not a summand", plants("x = labor + 5"), ["GTFP3010"]],
    ["not part of a comparison's side", plants("", "expect plants.labor > 5 + plants.value\n"), ["GTFP3010"]],
    ["arithmetic of constants is a constant", plants("x [kg] = 10 / 4"), []],
  ])("%s", (_what, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe("one mistake is one message", () => {
  test.each([
    ["missing drp row", "drop"],
    ["missing dorp plant", "drop"],
    ['missing valeus "-"', "values"],
    ["missing eror", "error"],
  ])("%s", (entry, meant) => {
    const { diagnostics } = checkFiles(plants(`  ${entry}`));
    expect(diagnostics.map((d) => d.code)).toEqual(["GTFP4056"]);
    expect(diagnostics[0]!.help).toBe(`did you mean \`${meant}\`?`);
  });
});

describe("`lag` and `lead` move by whole periods", () => {
  const panel = (formula: string) => `data p {
  dmu k
  period year
  | k | year | x [t] |
  | A | 2020 | 1     |
  y = ${formula}
}
`;
  test.each(["lag(x, 1.5)", "lag(x, 0)", "lag(x, 50%)"])("%s", (formula) => {
    expect(checkFiles(panel(formula)).diagnostics).toMatchObject([{ code: "GTFP2055" }]);
  });
  test("a negative number means the other one", () => {
    const [found] = checkFiles(panel("lag(x, -2)")).diagnostics;
    expect(found).toMatchObject({ code: "GTFP2055", help: "`lead` looks the other way: `lead(x, 2)`" });
    expect(codes(panel("lead(x, 2)"))).toEqual([]);
  });
});
