import { describe, expect, test } from "vitest";
import type { FunctionEntry, Parameter } from "../../../language/builtins/functions.ts";
import { tableFunctions } from "../../../language/builtins/table-functions.ts";
import type { Expr } from "../../../language/model.ts";
import { evaluate } from "../../../runtime/evaluate/evaluate.ts";
import { stillRising } from "../../../runtime/evaluate/still-rising.ts";
import { labelsOf } from "../../../runtime/evaluate/value.ts";
import {
  aggregate,
  binary,
  build,
  call,
  cells,
  col,
  columns,
  compare,
  num,
  panel,
  tables,
  text,
} from "../panel/panels.ts";

const p = panel({ period: "year", columns: columns(["x", "p"]), missing: { rule: "error" } });
// B lacks 2018, so that its 2019 has no neighbour; rows stand in no order.
const table = build(
  p,
  "unit,year,x,p\nB,2017,100,1\nA,2019,8,4\nA,2017,1,1\nA,2018,2,2\nB,2019,300,4\nA,2020,24,8\n",
).table!;
const x = col("p", "x");

function run(expr: Expr): (number | null)[] {
  return labelsOf(evaluate(expr, tables(table))) as (number | null)[];
}

test("lag and lead move one place of the panel's periods, within a DMU", () => {
  expect(run(call("lag", [x]))).toEqual([null, 2, null, 1, null, 8]);
  expect(run(call("lag", [x, num(2)]))).toEqual([null, 1, null, null, 100, 2]);
  expect(run(call("lead", [x]))).toEqual([null, 24, 2, 8, null, null]);
});

test("growth and the running sum end at a gap", () => {
  expect(run(call("growth", [x]))).toEqual([null, 3, null, 1, null, 2]);
  expect(run(call("cumulate", [x]))).toEqual([100, 11, 1, 3, null, 35]);
  // The first year has no growth; the sum begins after it.
  expect(run(call("cumulate", [call("growth", [x])]))).toEqual([null, 4, null, 1, null, 6]);
});

test("deflate puts amounts at the prices of the base period", () => {
  const deflated = call("deflate", [x], { by: col("p", "p"), base: num(2017) });
  expect(run(deflated)).toEqual([100, 2, 1, 1, 75, 3]);
  expect(() => run(call("deflate", [x], { by: col("p", "p"), base: num(2000) }))).toThrow(
    "There is no year 2000",
  );
});

describe("perpetual inventory", () => {
  const stock = (initial: Expr) =>
    run(call("perpetual_inventory", [x], { depreciation: num(0.1), initial })).slice(0, 4);

  test("K(0) = I(0) / rate, then K(t) = 0.9 K(t − 1) + I(t)", () => {
    const [b, a2019, a2017, a2018] = stock(num(0.1));
    expect(b).toBe(1000);
    expect(a2017).toBe(10);
    expect(a2018).toBeCloseTo(11, 12);
    expect(a2019).toBeCloseTo(17.9, 12);
  });

  test("from a value", () => {
    const person = { dimensions: { person: 1 }, scale: 1, text: "person" };
    const given = { ...num(50), type: { ...num(50).type, unit: person } } as Expr;
    expect(stock(given)[2]).toBe(50);
    expect(stock(num(50))[2]).toBe(50);
  });

  test("from the mean growth of investment", () => {
    // A: (24 / 1)^(1/3) − 1 over its three years.
    expect(stock(text("growth"))[2]).toBeCloseTo(1 / (24 ** (1 / 3) - 1 + 0.1), 12);
  });
});

test("coagglomeration as published: 1 − |a − b| / (a + b) + (a + b)", () => {
  expect(run(call("coagglomeration", [num(1.5), num(0.5)]))[0]).toBe(2.5);
});

test("the published index of China, from location quotients in a panel made from a panel", async () => {
  const { readFileSync } = await import("node:fs");
  const url = new URL("../../../examples/dual-carbon/data/two_industry_2000_2014.csv", import.meta.url);
  const quotient = binary(
    "divide",
    binary("divide", col("p", "labor"), col("p", "emp_total")),
    binary("divide", sum("labor"), sum("emp_total")),
  );
  function sum(column: string): Expr {
    const by = ["industry", "year"];
    return {
      op: "aggregate",
      fn: "sum",
      arg: col("p", column),
      by,
      type: { ...x.type, keys: by },
      span: x.span,
    };
  }
  const industries = build(
    panel({
      dmu: ["country", "industry"],
      period: "year",
      columns: columns(["labor", "emp_total"], { quotient }),
    }),
    readFileSync(url, "utf8"),
  );
  expect(industries.messages).toEqual([]);
  const only = (industry: string): Expr => ({
    op: "aggregate",
    fn: "only",
    arg: col("p", "quotient"),
    by: ["country", "year"],
    where: {
      op: "compare",
      relation: "==",
      left: col("p", "industry"),
      right: text(industry),
      type: x.type,
      span: x.span,
    },
    type: x.type,
    span: x.span,
  });
  const pairs = build(
    panel({
      name: "pairs",
      source: { kind: "panel", panel: "p" },
      dmu: ["country"],
      period: "year",
      columns: columns([], {
        synergy: call("coagglomeration", [only("manufacturing"), only("producer_services")]),
      }),
    }),
    {},
    tables(industries.table!),
  );
  const at = (country: string, year: number) => {
    const rows = cells(pairs.table, "country").map(
      (c, r) => c === country && cells(pairs.table, "year")[r] === year,
    );
    return cells(pairs.table, "synergy")[rows.indexOf(true)] as number;
  };
  expect(at("China", 2000)).toBeCloseTo(2.61, 3);
  expect(at("China", 2014)).toBeCloseTo(3.053, 3);
  expect(at("Germany", 2000)).toBeCloseTo(4.289, 3);
  expect(at("Germany", 2014)).toBeCloseTo(3.886, 3);
});

describe("peaks", () => {
  const runs = build(
    panel({ name: "p", dmu: ["scenario"], period: "time", columns: columns(["co2"]) }),
    "scenario,time,co2\nup,2017,1\nup,2018,2\nup,2019,3\nhill,2017,1\nhill,2018,5\nhill,2019,5\n",
  ).table!;
  const co2 = col("p", "co2");
  const peak = (fn: string) => labelsOf(evaluate(call(fn, [co2]), tables(runs)));

  test("the first time of the maximum; empty where it still rises at the end", () => {
    expect(peak("peak_time")).toEqual([null, 2018]);
    expect(peak("peak_value")).toEqual([3, 5]);
  });

  test("an empty one is told to be still rising", () => {
    const rising = compare(call("peak_time", [co2]), "<", num(2020));
    expect(stillRising(rising, tables(runs))).toBe("still rising at 2019");
    const hill = {
      op: "pick",
      arg: co2,
      key: "scenario",
      label: "hill",
      type: co2.type,
      span: co2.span,
    } as Expr;
    expect(stillRising(call("peak_time", [hill]), tables(runs))).toBeNull();
    expect(stillRising(co2, tables(runs))).toBeNull();
  });
});

test("every function of the catalogue has a value", () => {
  const parameters = (entry: FunctionEntry) => entry.parameters.filter((p) => p.optional !== true);
  const given = (p: Parameter): Expr => {
    if (p.name === "initial") return text("growth");
    if (p.name === "base") return num(2017);
    return p.name === "depreciation" ? num(0.1) : x;
  };
  // These become plain sums and quotients while checking.
  const rewritten = ["location_quotient", "marginal_abatement_cost"];
  const names = [...tableFunctions.values()].filter((entry) => !rewritten.includes(entry.name));
  expect(names.length).toBeGreaterThan(25);
  for (const entry of names) {
    const named = Object.fromEntries(
      parameters(entry)
        .filter((p) => p.named)
        .map((p) => [p.name, given(p)]),
    );
    const args = parameters(entry)
      .filter((p) => !p.named)
      .map(given);
    const only = compare(x, ">", num(299));
    const expr =
      entry.group === "aggregate"
        ? aggregate(
            entry.name,
            entry.name === "share" ? only : x,
            ["unit"],
            entry.name === "only" ? { where: only } : {},
          )
        : call(entry.name, args, named);
    const values = run(expr);
    expect(
      values.some((v) => v !== null),
      entry.name,
    ).toBe(true);
  }
});
