import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inSight, nextSort, rowOrder } from "../../../editor/playground/panels/results/row-order.ts";
import { markdown, tabSeparated } from "../../../editor/playground/panels/results/table-text.ts";
import { comparisonTable } from "../../../runtime/tables/comparison-table.ts";
import { sameUnit, tableView } from "../../../runtime/tables/table-view.ts";
import { labels, numbers, table, unit } from "../../helpers/tables.ts";

const scores = table("m", [
  labels("mill", "dmu", ["A", "B", "C", "D"]),
  labels("year", "period", [2017, 2017, 2017, 2018]),
  labels("region", "group", ["north", "south", "north", "south"]),
  numbers("score", [0, 0.28333333, Number.NaN, 0.0851], { unit: unit("1"), symbol: "β" }),
  labels("class", "label", ["efficient", "inefficient", null, "inefficient"]),
  numbers("slack.labor", [0, 1234.5, 0, 20], { unit: unit("person") }),
  numbers("slack.energy", [0, 0, 0, 0], { unit: unit("GJ") }),
]);

describe("the view of a table", () => {
  const view = tableView(scores);
  const column = (name: string) => view.columns.find((one) => one.name === name)!;

  it("puts keys first and groups that tell nothing apart last", () => {
    expect(view.columns.map(({ name }) => name)).toEqual([
      "mill",
      "year",
      "score",
      "class",
      "slack.labor",
      "slack.energy",
      "region",
    ]);
    expect(view.columns.filter(({ key }) => key).map(({ name }) => name)).toEqual(["mill", "year"]);
  });

  it("shows three significant digits, all in full, keys as names", () => {
    const score = column("score");
    expect([0, 1, 2, 3].map((row) => score.text(row))).toEqual(["0.000", "0.283", "–", "0.085"]);
    expect(score.full(1)).toBe("0.28333333");
    expect(score.value(2)).toBeNull();
    expect(column("year").text(0)).toBe("2017");
    expect(column("slack.labor").text(1)).toBe("1,235");
    expect(column("class").text(2)).toBe("–");
  });

  it("heads columns with the field's sign and the unit", () => {
    expect(column("score")).toMatchObject({ symbol: "β", unit: "", header: "score" });
    expect(column("slack.labor")).toMatchObject({ group: "slack", header: "labor", unit: "person" });
  });

  it("gives scores a bar and nothing else", () => {
    expect(column("score").bar).toEqual({ from: 0, reach: 0.28333333 });
    expect(column("slack.labor").bar).toBeUndefined();
  });

  it("measures ratios from 1", () => {
    const index = tableView(
      table("i", [labels("mill", "dmu", ["A", "B"]), numbers("change", [0.9, 1.25], { scale: "ratio" })]),
    );
    expect(index.columns[1]!.bar).toEqual({ from: 1, reach: 0.25 });
  });

  it("names the unit of a row by its DMU and period", () => {
    expect(view.unitOf!(3)).toEqual({ dmu: "D", period: "2018" });
    expect(tableView(table("s", [labels("scenario", "scenario", ["s"])])).unitOf).toBeNull();
    expect(sameUnit({ dmu: "D", period: "2018" }, view.unitOf!(3))).toBe(true);
    expect(sameUnit({ dmu: "D" }, view.unitOf!(3))).toBe(false);
  });
});

describe("the order of rows", () => {
  const view = tableView(scores);
  const order = (column: string, descending: boolean, query = "") => [
    ...rowOrder(view, { column, descending }, query),
  ];

  it("sorts by a column with what is missing last, either way", () => {
    expect(order("score", true)).toEqual([1, 3, 0, 2]);
    expect(order("score", false)).toEqual([0, 3, 1, 2]);
    expect(order("region", false)).toEqual([0, 2, 1, 3]);
  });

  it("finds rows in which every word stands, as shown", () => {
    expect([...rowOrder(view, null, "south ineff")]).toEqual([1, 3]);
    expect([...rowOrder(view, null, "0.283")]).toEqual([1]);
    expect([...rowOrder(view, null, "nowhere")]).toEqual([]);
  });

  it("comes back to the original order with the third press", () => {
    const first = nextSort(null, "score", true);
    const second = nextSort(first, "score", true);
    expect(first).toEqual({ column: "score", descending: true });
    expect(second).toEqual({ column: "score", descending: false });
    expect(nextSort(second, "score", true)).toBeNull();
    expect(nextSort(first, "mill", false)).toEqual({ column: "mill", descending: false });
  });

  it("draws every row in sight and no more than some around", () => {
    const natural = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(natural, fc.integer({ min: 50, max: 900 }), natural, (scrolled, height, count) => {
        const { first, end } = inSight(scrolled, height, 30, count);
        for (let row = 0; row < count; row++) {
          const seen = (row + 1) * 30 > scrolled && row * 30 < scrolled + height;
          if (seen) expect(row >= first && row < end).toBe(true);
        }
        expect(end - first).toBeLessThan(height / 30 + 27);
      }),
      { numRuns: 50 },
    );
  });
});

describe("tables as text", () => {
  const view = tableView(scores);
  const rows = rowOrder(view, { column: "score", descending: true }, "inefficient");

  it("gives spreadsheets all digits, and nothing for what is missing", () => {
    const lines = tabSeparated(view, rows).split("\n");
    expect(lines[0]).toBe("mill\tyear\tscore\tclass\tslack.labor\tslack.energy\tregion");
    expect(lines[1]).toBe("B\t2017\t0.28333333\tinefficient\t1234.5\t0\tsouth");
    expect(tabSeparated(view, Int32Array.of(2)).split("\n")[1]).toBe("C\t2017\t\t\t0\t0\tnorth");
  });

  it("gives Markdown as it reads", () => {
    const lines = markdown(view, Int32Array.of(1)).split("\n");
    expect(lines[0]).toContain("| score β | class | slack.labor [person] |");
    expect(lines[1]).toContain("---:");
    expect(lines[2]).toContain("| 0.283 | inefficient | 1,235 |");
  });
});

describe("comparisons", () => {
  const tidy = table("r.1", [
    labels("variable", "label", ["gdp", "gdp", "co2", "co2"]),
    labels("unit", "label", ["CNY", "CNY", "t", "t"]),
    labels("time", "time", [2030, 2030, 2030, 2030]),
    labels("scenario", "scenario", ["current", "s1", "current", "s1"]),
    numbers("value", [100, 110, 5, 4]),
    numbers("difference", [Number.NaN, 10, Number.NaN, -1]),
    numbers("change", [Number.NaN, 10, Number.NaN, -20], { unit: unit("%") }),
  ]);

  it("set scenarios side by side", () => {
    const wide = comparisonTable(tidy)!;
    expect(wide.rows).toBe(2);
    expect(wide.columns.map(({ name }) => name)).toEqual([
      "variable",
      "time",
      "unit",
      "current",
      "s1.value",
      "s1.difference",
      "s1.%",
    ]);
    const view = tableView(wide);
    expect(view.columns.filter(({ group }) => group === "s1").map(({ header }) => header)).toEqual([
      "value",
      "difference",
      "%",
    ]);
    expect(view.columns.map((column) => column.text(1))).toEqual([
      "co2",
      "2030",
      "t",
      "5",
      "4",
      "-1",
      "-20.00",
    ]);
  });

  it("leave other tables alone", () => {
    expect(comparisonTable(scores)).toBeNull();
  });
});
