import { describe, expect, test } from "vitest";
import type { Expectation, Expr, Model, Panel, Report } from "../../../language/model.ts";
import { closure } from "../../../runtime/dependencies.ts";
import { computableNames, run } from "../../../runtime/run.ts";
import { aggregate, binary, call, col, columns, compare, host, num, panel, span } from "../panel/panels.ts";

const a = panel({
  name: "a",
  period: "year",
  source: { kind: "file", path: "a.csv", span: span(5) },
  columns: columns(["x", "unused"], { double: binary("multiply", col("a", "x"), num(2)) }),
});
const b: Panel = panel({
  name: "b",
  source: { kind: "panel", panel: "a" },
  dmu: ["unit"],
  columns: columns([], { total: aggregate("sum", col("a", "x"), ["unit"]) }),
});
const c = panel({ name: "c", source: { kind: "file", path: "c.csv", span: span(6) } });
const total = { label: "b.total", expr: col("b", "total") };
const report: Report = { name: "r", span: span(), items: [{ kind: "table", span: span(), values: [total] }] };
const claim = (expr: Expr): Expectation => ({ title: "t", text: "t", span: span(8), expr });
const model: Model = {
  name: "m",
  files: [{ path: "model.gtfp", text: "line 1\nline 2\n" }],
  declarations: [a, b, c],
  reports: [report],
  expectations: [claim(compare(col("b", "total"), ">", num(0)))],
};
const files = { "a.csv": "unit,year,x,unused\nA,2017,1,\nA,2018,2,\nB,2017,3,\n", "c.csv": "unit,x\nA,1\n" };

test("tables in the order of the model, then reports and expectations with their line", async () => {
  const results = await run(model, host(files));
  expect(results.diagnostics).toEqual([]);
  expect(results.tables.map((t) => t.name)).toEqual(["a", "b", "c"]);
  expect(results.reports[0]?.items[0]).toMatchObject({ kind: "table", table: { name: "r.1", rows: 2 } });
  expect(results.expectations).toEqual([
    { title: "t", text: "t", file: "model.gtfp", line: 2, pass: true, actual: null },
  ]);
});

describe("errors", () => {
  test("end the run without tables; what does not depend on them is still tried", async () => {
    const results = await run(model, host({ "a.csv": "unit,year,x,unused\nA,2017,many,\n" }));
    expect(results.diagnostics.map((d) => d.code)).toEqual(["GTFP4007", "GTFP4001"]);
    expect(results).toMatchObject({ tables: [], reports: [], expectations: [], programs: [] });
  });

  test("an expression without a value is a diagnostic at its place", async () => {
    const at: Expr = {
      op: "at",
      arg: col("a", "x"),
      key: "year",
      at: num(2030),
      type: num(0).type,
      span: span(9),
    };
    const results = await run({ ...model, expectations: [claim(compare(at, ">", num(0)))] }, host(files));
    expect(results.diagnostics).toMatchObject([{ code: "GTFP7001", span: span(9) }]);
  });

  test("missing values count only in columns that the model uses", async () => {
    const used = [claim(compare(aggregate("count", col("a", "unused")), "==", num(0)))];
    const results = await run({ ...model, expectations: used }, host(files));
    expect(results.diagnostics).toMatchObject([{ code: "GTFP4008" }]);
  });
});

describe("one name only", () => {
  test("a report and what it needs", async () => {
    const results = await run(model, host({ "a.csv": files["a.csv"] }), { only: "r" });
    expect(results.tables).toEqual([]);
    expect(results.reports[0]?.items).toHaveLength(1);
    expect(results.expectations).toEqual([]);
  });

  test("a panel and what it needs", async () => {
    const results = await run(model, host({ "a.csv": files["a.csv"] }), { only: "b" });
    expect(results.diagnostics).toEqual([]);
    expect(results.tables.map((t) => t.name)).toEqual(["b"]);
    expect(computableNames(model)).toEqual(["a", "b", "c", "r"]);
  });
});

test("a system takes its scenarios along, a scenario the one it inherits from", () => {
  const system = { kind: "system", name: "s", span: span(), variables: [] };
  const base = { kind: "scenario", name: "now", system: "s", span: span(), changes: [] };
  const other = { ...base, name: "s1", from: "now" };
  const declarations = [system, base, other] as unknown as Model["declarations"];
  const whole = { ...model, declarations };
  const co2: Expr = {
    op: "run",
    system: "s",
    scenario: "s1",
    variable: "co2",
    type: num(0).type,
    span: span(),
  };
  expect([...closure(call("peak_time", [co2]), whole)].sort()).toEqual(["now", "s", "s1"]);
});
