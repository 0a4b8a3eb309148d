import { expect, test } from "vitest";
import type { Expr } from "../../../language/model.ts";
import { checkExpectation } from "../../../runtime/expect/check-expectation.ts";
import type { Table } from "../../../runtime/tables/table.ts";
import { aggregate, build, col, columns, compare, num, panel, span, tables } from "../panel/panels.ts";

const base = build(
  panel({ period: "year", columns: columns(["x"]) }),
  `unit,year,x\n${[5, 4, 3, 2, 1, 0, 9].map((x, i) => `U${i},2017,${x}`).join("\n")}\n`,
).table!;
const gappy = (values: number[]): Table => ({
  ...base,
  columns: base.columns.map((c) =>
    c.name === "x" ? { ...c, cells: { of: "number", values: Float64Array.from(values) } } : c,
  ),
});
const x = col("p", "x");

function check(expr: Expr, table: Table = base) {
  const claim = { title: "T", text: "x > 1", span: span(), expr };
  return checkExpectation(claim, { file: "m.gtfp", line: 3 }, tables(table));
}

test("a claim about a column holds in every row that has a value", () => {
  expect(check(compare(x, ">=", num(0)))).toEqual({
    title: "T",
    text: "x > 1",
    file: "m.gtfp",
    line: 3,
    pass: true,
    actual: null,
  });
  expect(check(compare(x, ">", num(0)), gappy([1, 2, Number.NaN, 3, 4, 5, 6])).pass).toBe(true);
});

test("the rows that break it are named with their values, five at most", () => {
  expect(check(compare(x, ">", num(1))).reason).toBe("2 of 7 rows break it: U4, 2017: 1; U5, 2017: 0");
  expect(check(compare(x, ">", num(8))).reason).toContain("6 of 7 rows");
  expect(check(compare(x, ">", num(8))).reason).toContain("; and 1 more");
});

test("where both sides vary both are shown", () => {
  const sum = aggregate("sum", x, ["year"]);
  expect(check(compare(x, ">", sum)).reason).toContain("U0, 2017: 5, against 24");
});

test("no rows, empty rows and an empty value fail", () => {
  const empty = gappy(new Array(7).fill(Number.NaN));
  expect(check(compare(x, ">", num(0)), empty).reason).toBe("all 7 rows are empty");
  expect(check(compare(aggregate("mean", x), ">", num(0)), empty)).toMatchObject({
    pass: false,
    actual: null,
    reason: "the value is empty",
  });
  const none = {
    ...base,
    rows: 0,
    columns: base.columns.map((c) => ({ ...c, cells: { of: "label" as const, values: [] } })),
  };
  expect(check(compare(x, ">", num(0)), none).reason).toBe("there are no rows");
});

test("a single number is told, held or not, inside `not` too", () => {
  const sum = aggregate("sum", x);
  expect(check(compare(sum, "==", num(24)))).toMatchObject({ pass: true, actual: 24 });
  expect(check(compare(sum, "==", num(25)))).toMatchObject({
    pass: false,
    actual: 24,
    reason: "it is false: 24",
  });
  // One row is one number too: a system's only run, for instance.
  const one = aggregate("sum", x, ["year"]);
  expect(check(compare(one, ">", num(0)))).toMatchObject({ pass: true, actual: 24 });
  const not = { op: "not", arg: compare(sum, "==", num(24)), type: x.type, span: span() } as Expr;
  expect(check(not)).toMatchObject({ pass: false, actual: 24, reason: "it is false" });
});
