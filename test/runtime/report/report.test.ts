import { describe, expect, test } from "vitest";
import { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import type { Expr, Model, Report, ReportItem } from "../../../language/model.ts";
import type { Environment } from "../../../runtime/evaluate/environment.ts";
import { buildReport } from "../../../runtime/report/build-report.ts";
import { proseNumber } from "../../../runtime/report/report-text.ts";
import { tableToCsv } from "../../../runtime/report/results-csv.ts";
import { resultsToJson, tableToJson } from "../../../runtime/report/results-json.ts";
import type { Table, TableColumn } from "../../../runtime/tables/table.ts";
import { aggregate, build, col, columns, compare, num, panel, span, tables, text } from "../panel/panels.ts";

const built = (report: Report, model: Model, env: Environment) =>
  buildReport(report, model, env, { read: () => null }, new Diagnostics())!;

const units = build(
  panel({ dmu: ["unit", "kind"], period: "year", groups: ["region"], columns: columns(["x"]) }),
  "unit,kind,year,region,x\nA,m,2017,east,2\nA,s,2017,east,8\nB,m,2017,west,3\nB,m,2018,west,5\n",
).table!;
const withGap: Table = {
  ...units,
  columns: [
    ...units.columns,
    {
      name: "class",
      role: "value",
      unit: null,
      cells: { of: "label", values: ["good", "bad", "good", null] },
    },
    {
      name: "y",
      role: "value",
      unit: null,
      symbol: "ML",
      cells: { of: "number", values: Float64Array.of(2, Number.NaN, 1, 4) },
    },
  ],
};
const x = { label: "x", expr: col("p", "x") };
const y = { label: "y", expr: col("p", "y", { scale: "ratio" }) };
const model = { name: "m", files: [], declarations: [], reports: [], expectations: [] } as Model;

function items(...list: (Partial<ReportItem> & { kind: string })[]) {
  const report = {
    name: "r",
    span: span(),
    items: list.map((item) => ({ span: span(7), ...item })),
  } as Report;
  return built(report, model, tables(withGap)).items;
}
function table(item: Partial<Extract<ReportItem, { kind: "table" }>>): Table {
  const [found] = items({ kind: "table", ...item });
  if (found?.kind !== "table") throw new Error("no table");
  return found.table;
}
const rows = (t: Table) => tableToJson(t).rows.map((row) => row.join(" "));
const names = (t: Table) => t.columns.map((c) => c.name);

describe("table items", () => {
  test("one row for each row, numbered by their place in the report", () => {
    const found = items({ kind: "text", parts: ["so"] }, { kind: "table", values: [x], doc: "All" } as never);
    expect(found[1]).toMatchObject({ kind: "table", title: "All", table: { name: "r.2" } });
    expect(rows(table({ values: [x, y] }))[1]).toBe("A s 2017 8 ");
  });

  test("means by keys: arithmetic, geometric for a ratio index, with the gaps counted", () => {
    const t = table({ values: [x, y], by: ["region"], digits: 2 });
    expect(rows(t)).toEqual(["east 5 2", "west 4 2"]);
    expect(t.notes).toEqual([
      "Geometric means: y.",
      "Arithmetic means: x.",
      "Missing values left out: y 1 of 4.",
    ]);
    expect(t.columns[2]).toMatchObject({ name: "y", symbol: "ML", digits: 2, scale: "ratio" });
  });

  test("at one period, and at several, which stay apart", () => {
    expect(rows(table({ values: [x], by: ["region"], at: [2017] }))).toEqual(["east 5", "west 3"]);
    expect(rows(table({ values: [x], by: ["region"], at: [2017, 2018] }))).toEqual([
      "east 2017 5",
      "west 2017 3",
      "west 2018 5",
    ]);
    expect(() => table({ values: [x], at: [2017, 2019] })).toThrow("There is no year 2019");
  });

  test("one key down, another across", () => {
    const t = table({ values: [x], rows: "unit", columns: "kind", at: [2017] });
    expect(names(t)).toEqual(["unit", "m", "s"]);
    expect(rows(t)).toEqual(["A 2 8", "B 3 "]);
    expect(t.notes).toBeUndefined();
  });

  test("periods run in time, down and across, whatever the order of the data", () => {
    const back = {
      ...withGap,
      columns: withGap.columns.map((c) =>
        c.name === "year" ? { ...c, cells: { of: "label" as const, values: [2018, 2018, 2017, 2016] } } : c,
      ),
    };
    const down = built(
      { name: "r", span: span(), items: [{ kind: "table", span: span(), values: [x], by: ["year"] }] },
      model,
      tables(back),
    );
    expect(down.items[0]).toMatchObject({
      table: { columns: [{ cells: { values: [2016, 2017, 2018] } }, {}] },
    });
    const across = built(
      {
        name: "r",
        span: span(),
        items: [{ kind: "table", span: span(), values: [x], rows: "unit", columns: "year" }],
      },
      model,
      tables(back),
    );
    expect(across.items[0]).toMatchObject({
      table: { columns: [{}, { name: "2016" }, { name: "2017" }, { name: "2018" }] },
    });
  });

  test("labels stand across too; where rows differ there is none", () => {
    const label = { label: "class", expr: col("p", "class", { of: "label" }) };
    expect(rows(table({ values: [label], rows: "unit", columns: "kind", at: [2017] }))).toEqual([
      "A good bad",
      "B good ",
    ]);
    expect(rows(table({ values: [label], by: ["unit"] }))).toEqual(["A ", "B good"]);
  });

  test("sorted by the first value, empty ones last", () => {
    expect(rows(table({ values: [y], by: ["unit", "kind"], sort: "descending" }))).toEqual([
      "A m 2",
      "B m 2",
      "A s ",
    ]);
    expect(rows(table({ values: [x], sort: "descending" }))[0]).toBe("A s 2017 8");
  });

  test("a scalar is a table of one row", () => {
    expect(rows(table({ values: [{ label: "n", expr: aggregate("count", x.expr) }] }))).toEqual(["4"]);
  });
});

test("text holes: counts whole, other numbers to three digits, missing as a dash", () => {
  const count: Expr = aggregate("count", compare(col("p", "class"), "==", text("good")));
  const mean: Expr = aggregate("mean", x.expr);
  const none: Expr = aggregate("mean", x.expr, [], { where: compare(x.expr, ">", num(99)) });
  const parts = ["n ", count, ", mean ", mean, ", none ", none];
  const [item] = items({ kind: "text", parts } as never);
  expect(item).toEqual({ kind: "text", text: "n 2, mean 4.50, none –" });
  expect([1234567.8, 0.12345, 123.4, 99.95, 2, 0.00001234, Number.NaN].map(proseNumber)).toEqual([
    "1,234,568",
    "0.123",
    "123",
    "100",
    "2",
    "1.23e-5",
    "–",
  ]);
});

describe("compare items", () => {
  const number = (name: string, values: number[], more: Partial<TableColumn> = {}): TableColumn => ({
    name,
    role: "value",
    unit: null,
    cells: { of: "number", values: Float64Array.from(values) },
    ...more,
  });
  const runs: Table = {
    name: "economy",
    rows: 4,
    columns: [
      {
        name: "scenario",
        role: "scenario",
        unit: null,
        cells: { of: "label", values: ["now", "now", "s1", "s1"] },
      },
      number("time", [2017, 2018, 2017, 2018], { role: "time" }),
      number("co2", [100, 200, 100, 220]),
      number("v[m]", [1, 2, 1, 3]),
      number("v[s]", [0, 0, 0, 1]),
    ],
  };
  const variable = (name: string, ...dimensions: string[]) => ({
    label: name,
    expr: {
      op: "run",
      system: "economy",
      variable: name,
      type: {
        of: "number",
        unit: { dimensions: { mass: 1 }, scale: 1e9, text: "Mt" },
        keys: ["scenario", "time", ...dimensions],
        scale: "level",
      },
      span: span(),
    } as Expr,
  });
  const item = {
    kind: "compare",
    span: span(),
    values: [variable("co2"), variable("v", "industry")],
    at: [2018],
    scenarios: ["s1"],
    against: "now",
  } as ReportItem;
  const env = { ...tables(runs), dimension: () => ["m", "s"] };
  const scenario = {
    kind: "scenario",
    name: "s1",
    doc: "More growth",
    system: "economy",
    changes: [],
    span: span(),
  };

  test("value, difference and per cent against the base run, with units", () => {
    const report = { name: "r", span: span(), items: [item] } as Report;
    const withScenario = { ...model, declarations: [scenario] } as Model;
    const [found] = built(report, withScenario, env).items;
    if (found?.kind !== "table") throw new Error("no table");
    expect(names(found.table)).toEqual([
      "variable",
      "unit",
      "time",
      "scenario",
      "value",
      "difference",
      "change",
    ]);
    expect(rows(found.table)).toEqual([
      "co2 Mt 2018 now 200  ",
      "co2 Mt 2018 s1 220 20 10",
      "v[m] Mt 2018 now 2  ",
      "v[m] Mt 2018 s1 3 1 50",
      "v[s] Mt 2018 now 0  ",
      "v[s] Mt 2018 s1 1 1 ",
    ]);
    expect(found.table.notes).toEqual(["s1 (More growth) against now at 2018: co2 +10 %, v[m] +50 %."]);
  });
});

describe("documents", () => {
  const t: Table = {
    name: "a table",
    rows: 2,
    columns: [
      { name: "unit", role: "dmu", unit: null, cells: { of: "label", values: ["A", 'B, "b"'] } },
      { name: "year", role: "period", unit: null, cells: { of: "label", values: [2017, null] } },
      {
        name: "x",
        role: "value",
        unit: { dimensions: {}, scale: 1, text: "1" },
        cells: { of: "number", values: Float64Array.of(1 / 3, Number.NaN) },
      },
    ],
  };

  test("CSV: full precision, quotes, empty cells", () => {
    expect(tableToCsv(t)).toBe('unit,year,x\nA,2017,0.3333333333333333\n"B, ""b""",,\n');
  });

  test("JSON: roles and units, null for what is missing; diagnostics alone after an error", () => {
    const results = { model: "m", diagnostics: [], tables: [t], reports: [], expectations: [], programs: [] };
    const document = resultsToJson("m", [], results, () => "");
    expect(document.tables).toEqual({
      "a table": {
        columns: [
          { name: "unit", role: "dmu" },
          { name: "year", role: "period" },
          { name: "x", unit: "1" },
        ],
        rows: [
          ["A", 2017, 1 / 3],
          ['B, "b"', null, null],
        ],
      },
    });
    const error = {
      code: "GTFP4001",
      severity: "error" as const,
      message: "no",
      span: span(),
      related: [],
      fixes: [],
    };
    expect(Object.keys(resultsToJson("m", [error], results, () => ""))).toEqual([
      "gtfp",
      "model",
      "diagnostics",
    ]);
  });
});
