import { describe, expect, test } from "vitest";
import type { Panel } from "../../../language/model.ts";
import { pipeline } from "../../helpers/pipeline.ts";
import { checkFiles, codes, columnOf, modelOf, plants, told } from "./checking.ts";

const file = (entries: string, after = "") =>
  `data mills from "mills.csv" {\n  dmu mill\n  period year\n  ${entries}\n}\n${after}`;
const panelOf = (files: string, name: string) =>
  modelOf(files).declarations.find((d): d is Panel => d.kind === "panel" && d.name === name)!;

describe("columns of a file", () => {
  test("a bare name that is none of the block's is another header", () => {
    const model = modelOf(
      file("energy [10k tce] = `Energy use`\n  staff [person] = labor\n  people = staff"),
    );
    expect(columnOf(model, "mills", "energy").from).toEqual({ kind: "header", header: "Energy use" });
    expect(columnOf(model, "mills", "staff").from).toEqual({ kind: "header", header: "labor" });
    expect(columnOf(model, "mills", "people").from).toMatchObject({
      kind: "expr",
      expr: { op: "column", column: "staff" },
    });
    expect(columnOf(model, "mills", "people").unit?.text).toBe("person");
  });

  test("derived columns stand in any order and convert to their own unit", () => {
    const model = modelOf(file("b [kg] = a\n  a = x + y\n  x [t]\n  y [kt]"));
    expect(columnOf(model, "mills", "a").unit?.text).toBe("t");
    const { from } = columnOf(model, "mills", "b");
    expect(from).toMatchObject({ kind: "expr", expr: { op: "convert", factor: 1000 } });
    const sum = columnOf(model, "mills", "a").from;
    expect(sum).toMatchObject({ kind: "expr", expr: { op: "add", right: { op: "convert", factor: 1000 } } });
  });

  test("what the block says of reading", () => {
    const panel = panelOf(
      file(
        'x [t]\n  decimal ","\n  missing values "-", ".."\n  missing drop mill\n  join "other.csv" on mill, year',
      ),
      "mills",
    );
    expect(panel).toMatchObject({
      source: { kind: "file", path: "mills.csv" },
      decimal: ",",
      missingValues: ["-", ".."],
      missing: { rule: "drop", what: { key: "mill" } },
      joins: [{ path: "other.csv", on: ["mill", "year"] }],
    });
  });

  test("a wide table's period is the one of its headers", () => {
    const panel = panelOf('data w from "w.csv" {\n  dmu m\n  wide year\n  x [t]\n}\n', "w");
    expect(panel).toMatchObject({ wide: "year", period: "year" });
  });
});

describe("the start of a perpetual inventory", () => {
  const stock = (initial: string) =>
    columnOf(
      modelOf(plants(`k = perpetual_inventory(value, depreciation: 10%, initial: ${initial})`)),
      "plants",
      "k",
    ).from;
  test.each([
    ["growth", { op: "text", value: "growth" }],
    ["10%", { op: "number", value: 0.1 }],
    ["500 [CNY]", { op: "convert", factor: 1e-8 }],
    ["sum(value)", { op: "aggregate" }],
  ])("%s", (initial, expected) => {
    expect(stock(initial)).toMatchObject({
      kind: "expr",
      expr: { op: "call", named: { initial: expected } },
    });
  });

  test("is of the kind of the investment", () => {
    expect(codes(plants("k = perpetual_inventory(value, depreciation: 10%, initial: 5 [t])"))).toEqual([
      "GTFP3013",
    ]);
  });
});

describe("panels made from panels", () => {
  test("without keys all is inherited, and more may be added", () => {
    const panel = panelOf(
      plants("", "data later from plants { where year > 2020; per = value / labor }\n"),
      "later",
    );
    expect(panel).toMatchObject({ dmu: ["plant", "industry"], period: "year", groups: ["region"] });
    expect(panel.columns.map((c) => c.name)).toEqual(["labor", "value", "per"]);
  });

  test("with the same keys and no columns too", () => {
    const panel = panelOf(plants("", "data copy from plants { dmu plant, industry; period year }\n"), "copy");
    expect(panel.columns.map((c) => c.name)).toEqual(["labor", "value"]);
    expect(panel.groups).toEqual([]);
  });

  test("with other keys only what is declared", () => {
    const panel = panelOf(plants("", "data r from plants { dmu region; value = sum(plants.value) }\n"), "r");
    expect(panel).toMatchObject({ dmu: ["region"], groups: [] });
    expect(panel.columns.map((c) => c.name)).toEqual(["value"]);
  });

  test("a column of the source under its bare name is told with its full one", () => {
    const { diagnostics } = checkFiles(plants("", "data r from plants { dmu region; v = sum(value) + 0 }\n"));
    expect(diagnostics.map((d) => [d.code, d.help])).toEqual([["GTFP2010", "did you mean `plants.value`?"]]);
  });

  test("a column taken over keeps its unit, or is labelled with another of the same kind", () => {
    const text = (unit: string) =>
      plants("", `data r from plants { dmu plant, industry; period year; value [${unit}] }\n`);
    expect(columnOf(modelOf(text("CNY")), "r", "value").unit?.text).toBe("CNY");
    expect(codes(text("t"))).toEqual(["GTFP3011"]);
  });

  test("an index stays a ratio, a class a label", () => {
    const base = `${plants()}technology t on plants { input labor; good value }
index m = malmquist(t, orientation: output)
measure e = radial(t, orientation: input)
data d from m { }
data c from e { dmu plant, industry; period year; class = class }
`;
    expect(codes(`${base}expect mean(d.change) > 0\n`)).toEqual(["GTFP2044"]);
    expect(codes(`${base}expect count(c.class == "efficient") > 0\n`)).toEqual([]);
  });

  test("stacks need the same columns and keys; a unit may differ in scale", () => {
    const other = (unit: string) =>
      `data old {\n  dmu p, i\n  period y\n  | p | i | y | labor [${unit}] | value [CNY] |\n  | C | paper | 2019 | 1 | 2 |\n}\ndata all = plants + old\n`;
    expect(codes(plants("", other("person")))).toEqual([]);
    expect(told(plants("", other("t")))[0]).toMatch(
      /^GTFP4058 .*`labor` is in `10k person` in the one and in `t` in the other/,
    );
  });
});

test("a location quotient is the share in the unit over the share in all units", async () => {
  const share = "plants.labor / sum(plants.labor by plant, year)";
  const all = "sum(plants.labor by industry, year) / sum(plants.labor by year)";
  const text = plants(
    "",
    `expect location_quotient(plants.labor by industry) == (${share}) / (${all}) within 0.0000001%\n`,
  );
  const { results } = await pipeline(text);
  expect(results!.expectations.map((e) => e.pass)).toEqual([true]);
});

describe("names that hide declarations", () => {
  test("are warned of in panels and systems, and still mean the block's own", () => {
    const system = `system s {\n  time [year] = 2020 .. 2022 step 1\n  aux plants [t] = 3\n  aux y = plants * 2\n}\n`;
    expect(told(plants("", system))).toEqual([
      "GTFP2005 22: Inside this block `plants` hides the panel of the same name.",
    ]);
    expect(modelOf(plants("", system)).declarations).toHaveLength(2);
  });

  test("a dimension may be called like the key whose labels it takes", () => {
    expect(codes(plants("", "dimension industry from plants.industry\n"))).toEqual([]);
  });
});
