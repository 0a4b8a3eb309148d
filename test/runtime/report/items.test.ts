import { describe, expect, it } from "vitest";
import { readPanels } from "../../../runtime/read-panels.ts";
import { resultsToJson, tableToJson } from "../../../runtime/report/results-json.ts";
import { pipeline } from "../../helpers/pipeline.ts";
import { economy, mills } from "../charts/models.ts";

async function rows(item: string) {
  const { results, diagnostics } = await pipeline(`${mills}report r { ${item} }\n`);
  if (results === null) throw new Error(diagnostics.map((d) => d.message).join("\n"));
  const [first] = results.reports[0]!.items;
  if (first?.kind !== "table") throw new Error("no table");
  const { columns, rows: cells } = tableToJson(first.table);
  return { columns: columns.map(({ name }) => name), rows: cells, notes: first.table.notes };
}

describe("describe", () => {
  it("gives for each column how many, missing, mean, spread, least, middle and greatest", async () => {
    const { columns, rows: cells } = await rows("describe mills: labor, paper / labor");
    expect(columns).toEqual(["variable", "unit", "n", "missing", "mean", "sd", "min", "median", "max"]);
    // 10 10 10 20 19 18 20 21: mean 16, squared deviations 178 over 7.
    expect(cells[0]).toEqual(["labor", "h", 8, 0, 16, expect.closeTo(Math.sqrt(178 / 7), 12), 10, 18.5, 21]);
    expect(cells[1]!.slice(0, 4)).toEqual(["paper / labor", "t/h", 8, 0]);
  });

  it("keeps groups and periods apart where asked", async () => {
    const { columns, rows: cells } = await rows("describe mills: bod by region at 2020, 2022");
    expect(columns.slice(0, 4)).toEqual(["variable", "region", "year", "unit"]);
    expect(cells.map((row) => [row[1], row[2], row[4], row[6]])).toEqual([
      ["north", 2020, 1, 5],
      ["north", 2022, 1, 5],
      ["south", 2020, 2, 10],
      ["south", 2022, 2, 10],
    ]);
  });

  it("means ratios geometrically, says so, and misses nothing in an index's first period", async () => {
    const { rows: cells, notes } = await rows("describe gtfp: change by region");
    // A alone stands in the north: 1.1 and 120/110. C lacks 2021, so that two of the south's changes have no base.
    expect(cells[0]!.slice(0, 6)).toEqual(["change", "north", "1", 2, 0, expect.closeTo(Math.sqrt(1.2), 9)]);
    expect(notes).toEqual(["The mean is the geometric one of change."]);
  });
});

describe("the JSON document", () => {
  it("has reports with their items, and each item's table among the tables", async () => {
    const text = `${economy}/// What comes
report r {
  text "Words"
  /// Total
  chart total over time
  table peak_value(economy.total)
  diagram economy
}
`;
    const { results } = await pipeline(text);
    const document = JSON.parse(JSON.stringify(resultsToJson("m", [], results, () => undefined)));
    expect(Object.keys(document.tables)).toEqual(expect.arrayContaining(["r.2", "r.3", "r.4"]));
    const [{ name, doc, items }] = document.reports;
    expect([name, doc]).toEqual(["r", "What comes"]);
    expect(items).toEqual([
      { kind: "text", text: "Words" },
      {
        kind: "chart",
        title: "Total",
        table: "r.2",
        sentence: expect.stringContaining("In 2022 total is"),
        spec: expect.objectContaining({ datasets: expect.anything() }),
      },
      { kind: "table", table: "r.3" },
      {
        kind: "diagram",
        table: "r.4",
        sentence: expect.any(String),
        dot: expect.stringContaining("digraph"),
      },
    ]);
    expect(document.tables["r.2"].columns.map((c: { name: string }) => c.name)).toEqual([
      "scenario",
      "time",
      "total",
    ]);
  });

  it("has no reports where the model has none", async () => {
    const { results } = await pipeline(economy);
    expect(resultsToJson("m", [], results, () => undefined)).not.toHaveProperty("reports");
  });
});

describe("the file of a map", () => {
  const text = `${mills}report r { map m.score at 2022 using "tiles.csv" key mill }\n`;

  it("is read while the data are checked, before anything is solved", async () => {
    const { model } = await pipeline({ "model.gtfp": text, "tiles.csv": "mill,row,col\nA,1,1\n" });
    const told = readPanels(model!, { read: () => null });
    expect(told.map((d) => `${d.code} ${d.message}`)).toEqual([
      "GTFP4001 There is no data file at `tiles.csv`.",
    ]);
  });

  it("is looked for beside the model", async () => {
    const { diagnostics, results } = await pipeline(text);
    expect(results).toBeNull();
    expect(diagnostics.map((d) => d.code)).toEqual(["GTFP4001"]);
  });

  it("may be a list of records", async () => {
    const { results } = await pipeline({
      "model.gtfp": text.replace("tiles.csv", "tiles.json"),
      "tiles.json": '[{"mill": "A", "row": 1, "col": 1}, {"mill": "B", "row": 1, "col": 2}]',
    });
    expect(results!.reports[0]!.items[0]!.kind).toBe("chart");
  });
});
