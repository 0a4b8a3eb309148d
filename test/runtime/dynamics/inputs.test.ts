import { describe, expect, it } from "vitest";
import type { TableShape } from "../../../language/check/context.ts";
import { dimensionless } from "../../../language/units/unit.ts";
import type { Table, TableColumn } from "../../../runtime/tables/table.ts";
import { codes, type Outside, runSystems, tryRun } from "../../helpers/systems.ts";

const labels = (name: string, role: TableColumn["role"], values: (string | number)[]): TableColumn => ({
  name,
  role,
  unit: null,
  cells: { of: "label", values },
});
const numbers = (name: string, values: number[]): TableColumn => ({
  name,
  role: "value",
  unit: dimensionless,
  cells: { of: "number", values: Float64Array.from(values) },
});
const shape = (name: string, keys: TableShape["keys"], columns: readonly string[]): TableShape => ({
  name,
  keys,
  groups: [],
  columns: new Map(columns.map((c) => [c, { of: "number", unit: dimensionless, scale: "level" }])),
});
const industry = { name: "industry", role: "dmu" } as const;
const year = { name: "year", role: "period" } as const;
const outside: Outside = {
  shapes: [shape("panel", [industry, year], ["value"]), shape("nation", [year], ["gdp", "rd"])],
  tables: [
    {
      name: "panel",
      rows: 4,
      columns: [
        labels("industry", "dmu", ["services", "manufacturing", "services", "manufacturing"]),
        labels("year", "period", [2017, 2017, 2018, 2018]),
        numbers("value", [200, 300, 210, 330]),
      ],
    },
    {
      name: "nation",
      rows: 4,
      columns: [
        labels("year", "period", [2016, 2017, 2018, 2020]),
        numbers("gdp", [90, 100, 110, 130]),
        numbers("rd", [1, 2, Number.NaN, 5]),
      ],
    },
  ] satisfies Table[],
  labels: { industry: ["manufacturing", "services"] },
};
const system = (entries: string, time = "2017 .. 2019 step 1/2 using rk4 save every 1/2") =>
  `dimension industry from panel.industry\nsystem s {\n time [year] = ${time}\n stock x = 0\n ${entries}\n}`;
const column = (entries: string, name: string, time?: string) =>
  runSystems(system(entries, time), outside).column(name);

describe("values from outside", () => {
  it("scalars by period, arithmetic on them", () => {
    expect(column("stock gdp = nation.gdp at 2017", "gdp")[0]).toBe(100);
    expect(column("param g = ln(nation.gdp at 2017 / nation.gdp at 2016)", "g")[0]).toBe(Math.log(100 / 90));
  });

  it("one value for each label, matched by label and not by position", () => {
    const run = runSystems(
      system("stock value by industry = panel.value at 2017\n aux t = sum(value)"),
      outside,
    );
    expect(run.column("value[manufacturing]")[0]).toBe(300);
    expect(run.column("value[services]")[0]).toBe(200);
    expect(run.column("t")[0]).toBe(500);
  });

  it("labels that only the data tell are checked when it runs", () => {
    const told = (entry: string) =>
      tryRun(system(entry), outside).sink.list.map((d) => `${d.code} ${d.message}`);
    const unknown = [
      "GTFP6104 The dimension `industry` has no label `farms`; it has `manufacturing`, `services`.",
    ];
    const value = "stock value by industry = panel.value at 2017\n ";
    expect(told(`${value}aux one = value[farms]`)).toEqual(unknown);
    expect(told(`${value}aux rate by industry = 1\n aux rate[farms] = 2`)).toEqual(unknown);
    expect(told(`${value}aux rate by industry = {services: 1, manufacturing: 2, farms: 3}`)).toEqual(unknown);
    expect(told(`${value}aux rate by industry\n aux rate[services] = 1`)).toEqual([
      "GTFP6106 `rate[manufacturing]` has no value: an aux needs an equation.",
    ]);
    expect(told(`${value}aux rate by industry = {services: 1}`)).toEqual([
      "GTFP6106 `rate[manufacturing]` has no value: an aux needs an equation.",
    ]);
  });

  it("an empty cell or a missing label is an error that names the variable", () => {
    const { table, sink } = tryRun(system("param rd = nation.rd at 2018"), outside);
    expect(table).toBeNull();
    expect(codes(sink)).toEqual(["GTFP6301"]);
    expect(sink.list[0].message).toContain("`rd`");
  });
});

describe("series", () => {
  it("linear, hold and next, missing points passed over", () => {
    expect(column("series r = nation.rd linear", "r")).toEqual([2, 2.5, 3, 3.5, 4]);
    expect(column("series r = nation.rd hold", "r")).toEqual([2, 2, 2, 2, 2]);
    expect(column("series r = nation.rd next", "r")).toEqual([2, 5, 5, 5, 5]);
  });

  it("with a value for each element", () => {
    const time = "2017 .. 2018 step 1/2";
    expect(column("series v = panel.value linear", "v[manufacturing]", time)).toEqual([300, 315, 330]);
  });

  it("is held over a Runge–Kutta step", () => {
    // With steps of a year the flow is the value at each year's start.
    const entries = "series gdp = nation.gdp linear\n flow f: cloud -> x = gdp / 1 [year]";
    expect(column(entries, "x", "2016 .. 2020 step 1 using rk4")).toEqual([0, 90, 190, 300, 420]);
  });

  it("after its last point it is an error unless it is held; before its first always", () => {
    const late = "2019 .. 2022 step 1";
    expect(codes(tryRun(system("series r = nation.gdp linear", late), outside).sink)).toEqual(["GTFP6304"]);
    expect(column("series r = nation.gdp linear after hold", "r", late)).toEqual([120, 130, 130, 130]);
    const early = "2010 .. 2017 step 1";
    const { sink } = tryRun(system("series r = nation.gdp linear after hold", early), outside);
    expect(sink.list[0].message).toContain("`r` is read at 2010");
  });
});

describe("ranges and short delays", () => {
  it("a parameter from data that lies outside its range is told", () => {
    const { sink, table } = tryRun(system("param gdp in 0 .. 50 = nation.gdp at 2017"), outside);
    expect(table).not.toBeNull();
    expect(sink.list.map((d) => [d.severity, d.message])).toEqual([
      ["warning", "`gdp` is 100, outside its range of 0 to 50."],
    ]);
  });

  it("a delay that becomes shorter than a step later on is noted", () => {
    const run = runSystems(system("aux late = delay1(1, max(0.2 [year], 2019 [year] - time), 0)"), outside);
    expect(run.table.notes).toEqual([
      "baseline: a delay in late became shorter than a step at one saved instant, where its values are not to be trusted.",
    ]);
  });
});
