import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expr } from "../../../language/model.ts";
import { evaluate, valuesFor } from "../../../runtime/evaluate/evaluate.ts";
import { EvaluationFault } from "../../../runtime/evaluate/fault.ts";
import { labelsOf, type Value } from "../../../runtime/evaluate/value.ts";
import type { Table } from "../../../runtime/tables/table.ts";
import { takeTableRows } from "../../../runtime/tables/take-rows.ts";
import {
  aggregate,
  binary,
  build,
  call,
  col,
  columns,
  compare,
  num,
  panel,
  span,
  tables,
  text,
} from "../panel/panels.ts";

const content = `unit,kind,year,region,x
A,m,2017,east,1
A,s,2017,east,2
B,m,2017,west,4
B,s,2017,west,
A,m,2018,east,3
A,s,2018,east,8
B,m,2019,west,16
`;
const p = panel({ dmu: ["unit", "kind"], period: "year", groups: ["region"], columns: columns(["x"]) });
const table = build({ ...p, missing: { rule: "drop", what: "row" }, columns: columns(["x"]) }, content)
  .table!;
const gappy: Table = build({ ...p, columns: columns([]) }, content).table!;
const x = col("p", "x");

/** The rows of a value as `labels: cell`. */
function shown(value: Value): string[] {
  const cells = labelsOf(value);
  return cells.map((cell, row) => {
    const labels = value.keys.map((k) => k.labels[row]).join(" ");
    return labels === "" ? String(cell) : `${labels}: ${cell}`;
  });
}
function run(expr: Expr, t: Table = withGap): string[] {
  return shown(evaluate(expr, tables(t)));
}
/** The table with its gap: B, s, 2017 is there and empty. */
const withGap: Table = {
  ...gappy,
  columns: [
    ...gappy.columns,
    {
      name: "x",
      role: "value",
      unit: null,
      cells: { of: "number", values: Float64Array.of(1, 2, 4, Number.NaN, 3, 8, 16) },
    },
  ],
};

describe("aggregates", () => {
  test("each against a hand computation; empty cells are left out", () => {
    const all = (fn: string) => Number(run(aggregate(fn, x))[0]);
    expect(all("sum")).toBe(34);
    expect(all("count")).toBe(6);
    expect(all("mean")).toBeCloseTo(34 / 6, 14);
    expect(all("geomean")).toBeCloseTo((1 * 2 * 4 * 3 * 8 * 16) ** (1 / 6), 12);
    expect(all("min")).toBe(1);
    expect(all("max")).toBe(16);
    expect(all("median")).toBe(3.5);
    // Squares of 1 2 4 3 8 16 sum to 350; (350 − 34²/6) / 5.
    expect(all("sd")).toBeCloseTo(Math.sqrt((350 - 34 ** 2 / 6) / 5), 12);
    expect(Number(run(aggregate("share", compare(x, ">", num(3))))[0])).toBe(0.5);
    expect(Number(run(aggregate("count", compare(x, ">", num(3))))[0])).toBe(3);
  });

  test("by keys and groups, in order of first appearance", () => {
    expect(run(aggregate("sum", x, ["region", "year"]))).toEqual([
      "east 2017: 3",
      "west 2017: 4",
      "east 2018: 11",
      "west 2019: 16",
    ]);
    expect(run(aggregate("sum", x, ["unit", "kind", "year"]))[3]).toBe("B s 2017: null");
  });

  test("where, weights, and groups that no row satisfies", () => {
    const where = compare(col("p", "kind"), "==", text("s"));
    expect(run(aggregate("sum", x, ["unit"], { where }))).toEqual(["A: 10", "B: null"]);
    const none = compare(col("p", "year"), "==", num(2018));
    expect(run(aggregate("count", x, ["unit"], { where: none }))).toEqual(["A: 2", "B: 0"]);
    expect(run(aggregate("sum", x, ["unit"], { where: none }))).toEqual(["A: 11", "B: 0"]);
    expect(run(aggregate("mean", x, ["unit"], { where: none }))).toEqual(["A: 5.5", "B: null"]);
    // Weighted by itself: (1² + 2² + 3² + 8²) / 14 for A.
    expect(run(aggregate("mean", x, ["unit"], { weights: x }))[0]).toBe(`A: ${78 / 14}`);
  });

  test("the share of a number is its part of the sum, row by row", () => {
    expect(run(aggregate("share", x, ["region", "year"])).slice(0, 3)).toEqual([
      "A m 2017: 0.3333333333333333",
      "A s 2017: 0.6666666666666666",
      "B m 2017: 1",
    ]);
  });

  test("`only` gives the one value, nothing for none, and refuses several", () => {
    const where = compare(col("p", "kind"), "==", text("m"));
    expect(run(aggregate("only", x, ["unit", "year"], { where }))).toContain("A 2018: 3");
    expect(run(aggregate("only", x, [], { where: compare(x, ">", num(99)) }))).toEqual(["null"]);
    expect(() => run(aggregate("only", x, ["year"], { where }))).toThrow(EvaluationFault);
    expect(() => run(aggregate("only", x, ["year"], { where }))).toThrow("(A, m, 2017) and (B, m, 2017)");
  });
});

describe("alignment", () => {
  test("an aggregate broadcasts back by label, groups included", () => {
    const share = binary("divide", x, aggregate("sum", x, ["region", "year"]));
    expect(run(share)).toEqual([
      "A m 2017: 0.3333333333333333",
      "A s 2017: 0.6666666666666666",
      "B m 2017: 1",
      "B s 2017: null",
      "A m 2018: 0.2727272727272727",
      "A s 2018: 0.7272727272727273",
      "B m 2019: 1",
    ]);
  });

  test("two tables with other rows in another order", () => {
    const other: Table = { ...takeTableRows(withGap, [6, 4, 0]), name: "q" };
    const sum = binary("add", x, col("q", "x"));
    const values = shown(evaluate(sum, tables(withGap, other)));
    expect(values).toContain("A m 2017: 2");
    expect(values).toContain("B m 2019: 32");
    expect(values).toContain("B m 2017: null");
  });

  test("shuffled rows give the same values by label", () => {
    const expressions = [
      binary("divide", x, aggregate("sum", x, ["kind", "year"])),
      call("lag", [x]),
      call("cumulate", [x]),
      aggregate("geomean", x, ["region"]),
    ];
    const order = Array.from({ length: withGap.rows }, (_, row) => row);
    fc.assert(
      fc.property(fc.shuffledSubarray(order, { minLength: order.length }), (rows) => {
        const shuffled = takeTableRows(withGap, rows);
        for (const expr of expressions) expect(run(expr, shuffled).sort()).toEqual(run(expr).sort());
      }),
      { numRuns: 50 },
    );
  });

  test("valuesFor follows the rows of its table", () => {
    const short = { ...takeTableRows(withGap, [4, 2]), name: "q" };
    expect([...valuesFor(x, short, tables(withGap, short))]).toEqual([3, 4]);
    const all = aggregate("max", x);
    expect([...valuesFor(all, short, tables(withGap, short))]).toEqual([16, 16]);
  });
});

describe("logic and comparisons", () => {
  const truth = (expr: Expr) => run(expr).map((row) => row.split(": ").at(-1));

  test("a missing side is unknown, and unknown is neither true nor false", () => {
    const high = compare(x, ">", num(3));
    expect(truth(high)).toEqual(["0", "0", "1", "null", "0", "1", "1"]);
    const no: Expr = { ...high, op: "not", arg: high } as Expr;
    expect(truth(no)).toEqual(["1", "1", "0", "null", "1", "0", "0"]);
    const or = {
      op: "or",
      left: high,
      right: compare(col("p", "unit"), "==", text("B")),
      type: high.type,
      span: span(),
    } as Expr;
    expect(truth(or)).toEqual(["0", "0", "1", "1", "0", "1", "1"]);
  });

  test("periods compare as numbers, labels as text", () => {
    expect(truth(compare(col("p", "year"), ">=", num(2018)))).toEqual(["0", "0", "0", "0", "1", "1", "1"]);
    expect(truth(compare(col("p", "unit"), "!=", text("A")))).toEqual(["0", "0", "1", "1", "0", "0", "1"]);
  });

  test("tolerance: relative to the right side, or absolute", () => {
    const within = (
      left: number,
      relation: "==" | "!=" | ">" | "<",
      right: number,
      relative: boolean,
      by: number,
    ) =>
      run({
        ...compare(num(left), relation, num(right)),
        tolerance: { relative, value: num(by) },
      } as Expr)[0];
    expect(within(102, "==", 100, true, 0.02)).toBe("1");
    expect(within(100, "==", 102, true, 0.0197)).toBe("1");
    expect(within(102, "==", 100, true, 0.0197)).toBe("0");
    expect(within(-102, "==", -100, true, 0.02)).toBe("1");
    expect(within(102, "==", 100, false, 2)).toBe("1");
    expect(within(102, "!=", 100, false, 2)).toBe("0");
    expect(within(99, ">", 100, false, 2)).toBe("1");
    expect(within(103, "<", 100, false, 2)).toBe("0");
  });

  test("between includes its bounds", () => {
    const between = { op: "between", arg: x, low: num(2), high: num(4), type: x.type, span: span() } as Expr;
    expect(truth(between)).toEqual(["0", "1", "1", "null", "1", "0", "0"]);
  });

  test("if chooses row by row", () => {
    const chosen = (condition: Expr): Expr => ({
      op: "if",
      condition,
      // biome-ignore lint/suspicious/noThenProperty: the tree's own word
      then: num(1),
      otherwise: x,
      type: x.type,
      span: span(),
    });
    expect(truth(chosen(compare(x, ">", num(3))))).toEqual(["1", "2", "1", "null", "3", "1", "1"]);
    // Only the branch that is taken must have a value.
    const broken = aggregate("only", x);
    const scalar = { ...chosen(compare(num(1), ">", num(0))), otherwise: broken } as Expr;
    expect(run(scalar)).toEqual(["1"]);
  });

  test("what has no value is missing: a zero divisor, a logarithm of −1", () => {
    expect(run(binary("divide", num(1), num(0)))).toEqual(["null"]);
    expect(run(call("ln", [num(-1)]))).toEqual(["null"]);
    expect(run(binary("power", num(-8), num(0.5)))).toEqual(["null"]);
    expect(run(call("safediv", [num(1), num(0)], { else: num(7) }))).toEqual(["7"]);
  });
});

describe("fixing a key", () => {
  const at = (arg: Expr, year: number): Expr => ({
    op: "at",
    arg,
    key: "year",
    at: num(year),
    type: x.type,
    span: span(3),
  });
  const picked = (arg: Expr, key: string, label: string): Expr => ({
    op: "pick",
    arg,
    key,
    label,
    type: x.type,
    span: span(4),
  });

  test("at and labels remove the key", () => {
    expect(run(at(x, 2018))).toEqual(["A m: 3", "A s: 8"]);
    expect(run(picked(at(x, 2018), "kind", "s"))).toEqual(["A: 8"]);
    expect(run(picked(aggregate("sum", x, ["unit"]), "unit", "B"))).toEqual(["20"]);
  });

  test("a period or label that is not there is told with those that are", () => {
    expect(() => run(at(x, 2020))).toThrow("There is no year 2020; there are 2017, 2018, 2019.");
    try {
      run(picked(x, "kind", "ss"));
      expect.fail("no fault");
    } catch (error) {
      const { diagnostic } = error as EvaluationFault;
      expect(diagnostic.span).toEqual(span(4));
      expect(diagnostic.help).toContain("`s`");
    }
  });
});

test("maps combine with a subscripted value by label", () => {
  const map = {
    op: "map",
    dimension: "kind",
    entries: { s: num(10), m: num(100) },
    type: x.type,
    span: span(),
  } as Expr;
  expect(run(binary("multiply", map, aggregate("sum", x, ["kind"])))).toEqual(["s: 100", "m: 2400"]);
});

describe("runs", () => {
  const runs: Table = {
    name: "economy",
    rows: 4,
    columns: [
      {
        name: "scenario",
        role: "scenario",
        unit: null,
        cells: { of: "label", values: ["a", "a", "b", "b"] },
      },
      {
        name: "time",
        role: "time",
        unit: null,
        cells: { of: "number", values: Float64Array.of(2017, 2018, 2017, 2018) },
      },
      {
        name: "co2",
        role: "value",
        unit: null,
        cells: { of: "number", values: Float64Array.of(1, 2, 3, 4) },
      },
      {
        name: "value[m]",
        role: "value",
        unit: null,
        cells: { of: "number", values: Float64Array.of(5, 6, 7, 8) },
      },
      {
        name: "value[s]",
        role: "value",
        unit: null,
        cells: { of: "number", values: Float64Array.of(9, 10, 11, 12) },
      },
    ],
  };
  const env = { ...tables(runs), dimension: () => ["m", "s"] };
  const ref = (variable: string, keys: string[], scenario?: string): Expr => ({
    op: "run",
    system: "economy",
    variable,
    ...(scenario && { scenario }),
    type: { of: "number", unit: null, keys, scale: "level" },
    span: span(),
  });

  test("a variable of all runs, and of one scenario", () => {
    expect(shown(evaluate(ref("co2", ["scenario", "time"]), env))).toEqual([
      "a 2017: 1",
      "a 2018: 2",
      "b 2017: 3",
      "b 2018: 4",
    ]);
    expect(shown(evaluate(ref("co2", ["time"], "b"), env))).toEqual(["2017: 3", "2018: 4"]);
  });

  test("a subscripted variable has its dimension as a key", () => {
    expect(shown(evaluate(ref("value", ["time", "industry"], "b"), env))).toEqual([
      "2017 m: 7",
      "2018 m: 8",
      "2017 s: 11",
      "2018 s: 12",
    ]);
    const total = aggregate("sum", ref("value", ["time", "industry"], "b"), ["time"]);
    expect(shown(evaluate(total, env))).toEqual(["2017: 18", "2018: 20"]);
  });
});

test("the table that `missing drop row` leaves has no gap", () => {
  expect(run(aggregate("count", x), table)).toEqual(["6"]);
});
