import { describe, expect, test } from "vitest";
import { check } from "../../../language/check/check.ts";

const told = (text: string) =>
  check("model.gtfp", () => text).diagnostics.filter((d) => d.severity === "error");
const inSystem = (entries: string) => `system s {
  time [year] = 2000 .. 2001 step 1
  stock wood [t] = 10
${entries}
}
`;
const inPanel = (columns: string) => `data mills {
  dmu mill
  | mill | staff [person] | paper [t] |
  | A    |            120 |      1000 |
${columns}
}
`;

describe("a formula of constants takes the unit of its place", () => {
  test.each([
    ["a parameter", inSystem("  param g [1/year] = ln(1.06)")],
    ["with operators around it", inSystem("  param g [1/year] = -2 * ln(1.06) / sqrt(4)")],
    ["the greater of two numbers", inSystem("  param most [t] = max(3, 4)")],
    ["an initial value", inSystem("  stock stone [t] = 10 * exp(1)")],
    ["a value of a table", inSystem("  flow f: cloud -> wood = linear(2000: exp(2), 2001: 6)")],
    ["a scenario's change", `${inSystem("  param g [1/year] = 0.05")}scenario q of s { g = ln(1.07) }\n`],
    ["an argument", inPanel("  most [t] = max(paper, exp(2))")],
    ["a branch of `if`, on a declared unit", inPanel("  most [t] = if staff > 100 then paper else 5")],
    ["both branches", inSystem("  param g [1/year] = if 3 > 2 then 2 * ln(1.06) else 0.05")],
    [
      "branches within branches",
      inPanel("  z [t] = if staff > 5 then (if staff > 9 then 1 else paper) else 2"),
    ],
    [
      "a flow's branch, whose unit is its stock's",
      inSystem("  flow f: cloud -> wood = if wood > 9 then 5 else wood / 1 [year]"),
    ],
  ])("%s", (_, text) => {
    expect(told(text)).toEqual([]);
  });

  test("but not where something else stands beside it", () => {
    expect(told(inSystem("  param g [t] = ln(1.06) * 1 [year]")).map((d) => d.code)).toEqual(["GTFP3011"]);
    expect(told(inSystem("  aux x [t] = wood + ln(1.06)")).map((d) => d.code)).toEqual(["GTFP3010"]);
  });

  test("and a branch keeps its own unit where the place has none", () => {
    const [error] = told(inPanel("  most = if staff > 100 then paper else 5"));
    expect(error).toMatchObject({ code: "GTFP3013", help: "give the number its unit: `5 [t]`" });
    expect(error!.related.map((r) => r.message)).toEqual(["in `t`", "a plain number"]);
    expect(told(inSystem("  aux x = if wood > 5 then 3 else wood")).map((d) => d.code)).toEqual(["GTFP3013"]);
  });
});

test.each([
  ["paper + 100", "give the number its unit: `100 [t]`"],
  ["6% - paper", "give the number its unit: `6% [t]`"],
  ["paper + ln(staff / 1 [person])", "if `ln(staff / 1 [person])` is meant in `t`, multiply it by `1 [t]`"],
])("the help for `%s` shows what the user wrote", (formula, help) => {
  expect(told(inPanel(`  x = ${formula}`)).map((d) => d.help)).toEqual([help]);
});
