import { describe, expect, test } from "vitest";
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
  span,
  tables,
  text,
} from "./panels.ts";

const twoYears = panel({ dmu: ["unit"], period: "year", columns: columns(["x"]) });

describe("keys", () => {
  test("a DMU of digits stays a label, a period of numbers is numeric, rows keep their order", () => {
    const { table } = build(twoYears, "unit,year,x\n7,2018,1\n7,2017,2\n");
    expect(cells(table, "unit")).toEqual(["7", "7"]);
    expect(cells(table, "year")).toEqual([2018, 2017]);
    expect(cells(table, "x")).toEqual([1, 2]);
  });

  test("a period with one text is text throughout", () => {
    expect(cells(build(twoYears, "unit,year,x\nA,2018,1\nA,2019Q1,2\n").table, "year")).toEqual([
      "2018",
      "2019Q1",
    ]);
  });

  test("the odd text among periods of numbers is an error that says what was meant", () => {
    const years = [2001, 2002, 2003, 2004, 2005, 2006];
    const file = (odd: string) =>
      `unit,year,x\n${["A", "B"].flatMap((u) => years.map((y) => `${u},${u === "B" && y === 2004 ? odd : y},1`)).join("\n")}\n`;
    const typo = build(twoYears, file("20O4"));
    expect(typo.messages).toEqual([
      'Line 11 of `data.csv` has the period "20O4" in `year`, where nearly all others are numbers.',
    ]);
    expect(typo.help).toEqual(["did you mean 2004?"]);
    expect(build(twoYears, file("2004*")).help).toEqual(["did you mean 2004?"]);
    expect(build(twoYears, file("２００４年")).help).toEqual(["did you mean 2004?"]);
    expect(build(twoYears, file("mean")).help[0]).toContain('`where year != "mean"`');
    const where = [compare(col("p", "year"), "!=", text("mean"))];
    expect(cells(build({ ...twoYears, where }, file("mean")).table, "year")).toEqual([
      ...years,
      ...years.filter((y) => y !== 2004),
    ]);
  });

  test("texts for periods keep their writing", () => {
    const file = "unit,year,x\nA,2018.10,1\nA,2018.1,1\nA,Q3,2\n";
    expect(cells(build(twoYears, file).table, "year")).toEqual(["2018.10", "2018.1", "Q3"]);
  });

  test("two rows about one observation name both lines", () => {
    const { messages } = build(twoYears, "unit,year,x\nA,2018,1\nB,2018,1\nA,2018,2\n");
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain("Lines 2 and 4");
    expect(messages[0]).toContain("A, 2018");
  });

  test("rows that `where` leaves out are no duplicates, and nothing is said about their cells", () => {
    const where = [compare(col("p", "kind"), "==", text("a"))];
    const p = panel({ groups: ["kind"], where });
    const { table, messages } = build(p, "unit,kind,x\nA,a,1\nA,b,2\nB,b,many\n,b,\nB,a,3\n");
    expect(messages).toEqual([]);
    expect(cells(table, "x")).toEqual([1, 3]);
  });

  test("an empty label is an error", () => {
    expect(build(panel({}), "unit,x\n,1\n").codes).toEqual(["GTFP4017"]);
  });

  test("no row left", () => {
    const where = [compare(col("p", "x"), ">", num(5))];
    expect(build(panel({ where }), "unit,x\nA,1\n").codes).toEqual(["GTFP4016"]);
  });
});

describe("cells", () => {
  test("text in a number column: line, column and text are named, ten at most, then counted", () => {
    const { messages, spans } = build(
      panel({}),
      `unit,x\nA,1\nB,many\n${"CDEFGHIJKLMN"
        .split("")
        .map((u) => `${u},?`)
        .join("\n")}\n`,
    );
    expect(messages).toHaveLength(10);
    expect(messages[0]).toContain("Line 3");
    expect(messages[0]).toContain('"many"');
    expect(messages[0]).toContain("`x`");
    expect(messages[9]).toContain("3 more");
    expect(spans[0]).toEqual(span(10));
  });

  test.each([
    ["1,234.5", "without thousands separators: 1234.5"],
    ["1,234", 'decimal ","'],
    ["1 234", "without thousands separators: 1234"],
    ["12%", "[%]"],
    ["n/a", 'missing values "n/a"'],
  ])("%s is told how to be mended", (cell, help) => {
    expect(build(panel({}), `unit,x\nA,"${cell}"\n`).help[0]).toContain(help);
  });

  test("decimal commas", () => {
    expect(cells(build(panel({ decimal: "," }), "unit;x\nA;1,5\n").table, "x")).toEqual([1.5]);
    expect(build(panel({ decimal: "," }), "unit;x\nA;1.5\n").help[0]).toContain("has a point");
  });

  test("a header that is not there, with the nearest one", () => {
    const { codes, help } = build(panel({ columns: columns(["labour"]) }), "unit,labor\nA,1\n");
    expect(codes).toEqual(["GTFP4009"]);
    expect(help[0]).toContain("labor");
  });

  test("a cell of an inline table is pointed at", () => {
    const cell = (t: string, at: number) => ({ text: t, span: span(at) });
    const source = {
      kind: "inline" as const,
      columns: ["unit", "x"],
      rows: [{ span: span(90), cells: [cell("A", 91), cell("many", 95)] }],
    };
    const { spans, messages } = build(panel({ source }), {});
    expect(spans).toEqual([span(95)]);
    expect(messages[0]).toContain("Line 1 of the rows of `p`");
  });
});

describe("missing values", () => {
  const gaps = "unit,year,x\nA,2017,\nA,2018,2\nB,2017,..\nB,2018,4\nC,2017,5\n";
  const p = { ...twoYears, missingValues: [".."] };

  test("without a rule they are an error that counts them", () => {
    const { codes, messages } = build(p, gaps);
    expect(codes).toEqual(["GTFP4008"]);
    expect(messages[0]).toContain("A, 2017");
    expect(messages[0]).toContain("1 more");
  });

  test("drop row and drop KEY, told in a note", () => {
    const row = build({ ...p, missing: { rule: "drop", what: "row" } }, gaps);
    expect(cells(row.table, "x")).toEqual([2, 4, 5]);
    expect(row.table?.notes?.[0]).toContain("2 rows");
    const key = build({ ...p, missing: { rule: "drop", what: { key: "unit" } } }, gaps);
    expect(cells(key.table, "unit")).toEqual(["C"]);
    expect(key.table?.notes?.[0]).toContain("4 rows: A, B");
  });

  test("a condition on a missing value does not hide it", () => {
    const where = [compare(col("p", "x"), ">", num(1))];
    expect(build({ ...p, where }, gaps).codes).toEqual(["GTFP4008"]);
  });
});

describe("join", () => {
  const joins = [{ path: "more.csv", on: ["unit"], span: span(70) }];
  const p = panel({ columns: columns(["x", "y"]), joins });

  test("adds columns by label, whatever the order", () => {
    const { table } = build(p, {
      "data.csv": "unit,x\nA,1\nB,2\n",
      "more.csv": "unit,y\nB,20\nA,10\nC,30\n",
    });
    expect(cells(table, "y")).toEqual([10, 20]);
  });

  test("unmatched and duplicate keys are errors", () => {
    const unmatched = build(p, { "data.csv": "unit,x\nA,1\nB,2\nC,3\n", "more.csv": "unit,y\nA,10\n" });
    expect(unmatched.codes).toEqual(["GTFP4010"]);
    expect(unmatched.messages[0]).toContain("B and 1 more");
    const twice = build(p, { "data.csv": "unit,x\nA,1\n", "more.csv": "unit,y\nA,1\nB,2\nA,3\n" });
    expect(twice.messages[0]).toContain("Lines 2 and 4 of `more.csv`");
  });
});

describe("wide tables", () => {
  test("a column for each period", () => {
    const p = panel({ period: "year", wide: "year", columns: columns(["gdp"]) });
    const { table } = build(p, "unit,code,2004,2005年\nA,1,10,11\nB,2,20,21\n");
    expect(cells(table, "unit")).toEqual(["A", "A", "B", "B"]);
    expect(cells(table, "year")).toEqual([2004, 2005, 2004, 2005]);
    expect(cells(table, "gdp")).toEqual([10, 11, 20, 21]);
  });

  test("several columns for each period", () => {
    const p = panel({ period: "year", wide: "year", columns: columns(["gdp", "co2"]) });
    const { table } = build(p, "unit,gdp 2004,gdp_2005,co2 2004,2005 co2\nA,10,11,1,2\n");
    expect(cells(table, "gdp")).toEqual([10, 11]);
    expect(cells(table, "co2")).toEqual([1, 2]);
  });
});

describe("derived columns", () => {
  test("in the order of their needs, over the rows that `where` keeps", () => {
    const derived = {
      share: binary("divide", col("p", "double"), aggregate("sum", col("p", "double"), ["year"])),
      double: binary("multiply", col("p", "x"), num(2)),
    };
    const where = [compare(col("p", "year"), ">=", num(2018))];
    const p = panel({ period: "year", columns: columns(["x"], derived), where });
    const { table } = build(p, "unit,year,x\nA,2017,9\nA,2018,1\nB,2018,3\n");
    expect(cells(table, "share")).toEqual([0.25, 0.75]);
    expect(table?.columns.map((c) => c.name)).toEqual(["unit", "year", "x", "share", "double"]);
  });

  test("a condition on a derived column comes after it", () => {
    const derived = { before: call("lag", [col("p", "x")]) };
    const where = [compare(col("p", "before"), ">", num(0))];
    const p = panel({ period: "year", columns: columns(["x"], derived), where });
    const { table } = build(p, "unit,year,x\nA,2017,9\nA,2018,1\nA,2019,3\n");
    expect(cells(table, "before")).toEqual([9, 1]);
  });
});

describe("panels from panels", () => {
  const source = build(
    panel({ name: "s", dmu: ["unit", "kind"], period: "year", groups: ["region"], columns: columns(["x"]) }),
    "unit,kind,year,region,x\nA,m,2017,east,1\nA,s,2017,east,2\nB,m,2017,west,3\nA,m,2018,east,4\n",
  ).table!;
  const from = { kind: "panel" as const, panel: "s" };

  test("one row for each combination of the keys that are there", () => {
    const derived = {
      m: aggregate("only", col("s", "x"), ["unit", "year"], {
        where: compare(col("s", "kind"), "==", text("m")),
      }),
      s: aggregate("only", col("s", "x"), ["unit", "year"], {
        where: compare(col("s", "kind"), "==", text("s")),
      }),
    };
    const p = panel({ source: from, period: "year", groups: ["region"], columns: columns([], derived) });
    const { table } = build(p, {}, tables(source));
    expect(cells(table, "unit")).toEqual(["A", "B", "A"]);
    expect(cells(table, "year")).toEqual([2017, 2017, 2018]);
    expect(cells(table, "region")).toEqual(["east", "west", "east"]);
    expect(cells(table, "m")).toEqual([1, 3, 4]);
    expect(cells(table, "s")).toEqual([2, null, null]);
  });

  test("the source's keys where none are named", () => {
    const { table } = build(panel({ source: from, dmu: [], columns: columns(["x"]) }), {}, tables(source));
    expect(table?.columns.map((c) => c.name)).toEqual(["unit", "kind", "year", "region", "x"]);
    expect(cells(table, "x")).toEqual([1, 2, 3, 4]);
  });

  test("a column or a group with several values for one row is an error", () => {
    const p = panel({ source: from, columns: columns(["x"]) });
    expect(build(p, {}, tables(source)).codes).toEqual(["GTFP4012"]);
    const byKind = panel({ source: from, dmu: ["kind"], groups: ["region"], columns: [] });
    expect(build(byKind, {}, tables(source)).messages[0]).toContain("`region`");
  });

  test("columns of labels stay labels", () => {
    const column = { name: "class", role: "value" as const, unit: null };
    const classes = { ...column, cells: { of: "label" as const, values: ["a", "b", null, "d"] } };
    const labelled = { ...source, columns: [...source.columns, classes] };
    const p = panel({ source: from, dmu: [], columns: columns(["class"]) });
    expect(cells(build(p, {}, tables(labelled)).table, "class")).toEqual(["a", "b", null, "d"]);
  });

  test("`missing drop row` judges the derived columns of such a panel", () => {
    const derived = { before: call("lag", [col("p", "x")]) };
    const p = panel({
      source: from,
      dmu: [],
      columns: columns(["x"], derived),
      missing: { rule: "drop", what: "row" },
    });
    expect(cells(build(p, {}, tables(source)).table, "x")).toEqual([4]);
  });
});

describe("stacks", () => {
  const tonnes = { dimensions: { mass: 1 }, scale: 1, text: "t" };
  const kilotonnes = { ...tonnes, scale: 1000, text: "kt" };
  const one = (name: string, unit: typeof tonnes, content: string) =>
    build(panel({ name, dmu: [name], period: "year", columns: [{ ...columns(["x"])[0]!, unit }] }), content)
      .table!;
  const a = one("a", tonnes, "a,year,x\nA,2017,1000\n");
  const b = one("b", kilotonnes, "b,year,x\nB,2018,2\n");
  const source = { kind: "stack" as const, panels: ["a", "b"] };

  test("keys by position, numbers in the first unit", () => {
    const p = panel({
      source,
      dmu: ["a"],
      period: "year",
      columns: [{ ...columns(["x"])[0]!, unit: tonnes }],
    });
    const { table } = build(p, {}, tables(a, b));
    expect(cells(table, "a")).toEqual(["A", "B"]);
    expect(cells(table, "year")).toEqual([2017, 2018]);
    expect(cells(table, "x")).toEqual([1000, 2000]);
  });

  test("one observation in both is an error", () => {
    const again = one("b", tonnes, "b,year,x\nA,2017,2\n");
    const p = panel({ source, dmu: ["a"], period: "year", columns: columns(["x"]) });
    expect(build(p, {}, tables(a, again)).codes).toEqual(["GTFP4006"]);
  });
});

test("runs of a system become a panel, their subscripted variables rows", () => {
  const labels = (name: string, role: "scenario" | "time", values: (string | number)[]) => ({
    name,
    role,
    unit: null,
    cells: { of: "label" as const, values },
  });
  const numbers = (name: string, values: number[]) => ({
    name,
    role: "value" as const,
    unit: null,
    cells: { of: "number" as const, values: Float64Array.from(values) },
  });
  const runs = {
    name: "economy",
    rows: 2,
    columns: [
      labels("scenario", "scenario", ["base", "s1"]),
      labels("time", "time", [2017, 2017]),
      numbers("co2", [1, 2]),
      numbers("value[m]", [10, 20]),
      numbers("value[s]", [30, 40]),
    ],
  };
  const env = { ...tables(runs), dimension: () => ["m", "s"] };
  const source = { kind: "runs" as const, system: "economy" };
  const plain = build(
    panel({ source, dmu: ["scenario"], period: "time", columns: columns(["co2"]) }),
    {},
    env,
  );
  expect(cells(plain.table, "co2")).toEqual([1, 2]);
  const p = panel({
    source,
    dmu: ["scenario", "industry"],
    period: "time",
    columns: columns(["co2", "value"]),
  });
  const { table } = build(p, {}, env);
  expect(cells(table, "industry")).toEqual(["m", "m", "s", "s"]);
  expect(cells(table, "value")).toEqual([10, 20, 30, 40]);
  expect(cells(table, "co2")).toEqual([1, 2, 1, 2]);
  const without = panel({ source, dmu: ["scenario"], period: "time", columns: columns(["value"]) });
  expect(build(without, {}, env).codes).toEqual(["GTFP4012"]);
});
