import { describe, expect, test } from "vitest";
import { claim, codes, columnOf, modelOf, plants, told } from "./checking.ts";

/** The keys of the left side of a claim. */
function keys(expression: string, model = plants()): readonly string[] {
  const expr = claim(`${model}expect ${expression} != 0 within 1%\n`);
  if (expr.op !== "compare") throw new Error(expr.op);
  return expr.left.type.keys;
}

describe("keys of values", () => {
  test.each([
    ["plants.labor", ["plant", "industry", "year"]],
    ["plants.labor + 1 [person]", ["plant", "industry", "year"]],
    ["sum(plants.labor)", []],
    ["sum(plants.labor by year)", ["year"]],
    ["sum(plants.labor by region, year)", ["region", "year"]],
    ["sum(plants.labor by year, year)", ["year"]],
    ["plants.labor at 2020", ["plant", "industry"]],
    ["(plants.labor at 2020) - sum(plants.labor by region)", ["plant", "industry"]],
    ["sum(plants.labor by plant, industry) / sum(plants.labor by plant)", ["plant", "industry"]],
    ['plants.labor["A"]', ["industry", "year"]],
    ['plants.labor["paper"]', ["plant", "year"]],
    ['plants.labor["paper", 2021]', ["plant"]],
    ['plants.labor["A", "paper"] at 2020', []],
    ['sum(plants.labor by region)["west"]', []],
    ["lag(plants.labor)", ["plant", "industry", "year"]],
    ["growth(sum(plants.labor by year))", ["year"]],
    ["(if plants.value > 3 then plants.labor else 0)", ["plant", "industry", "year"]],
    ["location_quotient(plants.labor by industry)", ["plant", "industry", "year"]],
    ['sum(plants.labor where industry == "paper" by plant)', ["plant"]],
    ["mean(plants.labor by plant, weights: value)", ["plant"]],
    ["only(plants.labor where year == 2020 by plant, industry)", ["plant", "industry"]],
  ])("%s", (expression, expected) => {
    expect(keys(expression)).toEqual(expected);
  });

  test("a value with a group as key stands beside one whose keys determine the group", () => {
    expect(codes(plants("", "expect plants.labor < sum(plants.labor by region, year)\n"))).toEqual([]);
    expect(codes(plants("", "expect sum(plants.labor by plant) < sum(plants.labor by region)\n"))).toEqual([
      "GTFP2037",
    ]);
  });

  test("keys of which neither set includes the other are told, with the mend", () => {
    const claimed = plants("", "expect sum(plants.labor by plant) > sum(plants.labor by year)\n");
    expect(told(claimed)).toEqual([
      "GTFP2037 20: `>` cannot align its sides: the left one has a value for each `plant`, the right one for each `year`.",
    ]);
  });

  test("a column takes the keys of its panel and no others", () => {
    const sites = (column: string) =>
      plants("", `data sites from plants { dmu plant; period year; ${column} }\n`);
    expect(codes(sites("x = plants.labor"))).toEqual(["GTFP2038"]);
    expect(codes(sites('x = plants.labor["paper"]'))).toEqual([]);
    expect(codes(sites("x = sum(plants.labor by region)"))).toEqual(["GTFP2038"]);
  });

  test("in a panel made from a panel, an aggregate runs for each row of the new one", () => {
    const model = modelOf(
      plants(
        "",
        `data sites from plants {
  dmu plant; period year
  all = sum(plants.labor)
  paper = only(plants.labor where industry == "paper")
  whole = sum(plants.labor by year)
}
`,
      ),
    );
    const by = (name: string) => {
      const { from } = columnOf(model, "sites", name);
      return from.kind === "expr" && from.expr.op === "aggregate" ? from.expr.by : null;
    };
    expect(by("all")).toEqual(["plant", "year"]);
    expect(by("paper")).toEqual(["plant", "year"]);
    expect(by("whole")).toEqual(["year"]);
  });

  test("a label that no key has is told of the key with the nearest", () => {
    expect(told(plants("", 'expect plants.labor["papr"] > 0\n'))).toEqual([
      "GTFP2015 20: `industry` has no label `papr`.",
    ]);
  });
});

describe("keys of runs", () => {
  const system = `dimension sector = a, b
system s {
  time [year] = 2020 .. 2030 step 1
  stock x by sector [t] = {a: 1, b: 2}
  flow gain by sector: cloud -> x = x / 1 [year]
  aux total = sum(x)
}
scenario one of s
`;
  test.each([
    ["s.x", ["scenario", "time", "sector"]],
    ["s.total", ["scenario", "time"]],
    ["one.x", ["time", "sector"]],
    ["one.x[a]", ["time"]],
    ["one.x[a] at 2030", []],
    ["s.total[one]", ["time"]],
    ["peak_value(one.x)", ["sector"]],
    ["sum(one.x by time)", ["time"]],
    ["growth(one.total)", ["time"]],
  ])("%s", (expression, expected) => {
    expect(keys(expression, system)).toEqual(expected);
  });

  test("a scenario's run is told apart from the runs of all", () => {
    const expr = claim(`${system}expect one.total > 0\n`);
    expect(expr).toMatchObject({ left: { op: "run", system: "s", scenario: "one", variable: "total" } });
  });
});
