import { describe, expect, it } from "vitest";
import { plain } from "../../../cli/render/style.ts";
import { displayWidth } from "../../../cli/render/width.ts";
import { resultsMarkdown } from "../../../cli/reporters/results-markdown.ts";
import { renderResults } from "../../../cli/reporters/results-text.ts";
import type { Model } from "../../../language/model.ts";
import type { Results } from "../../../runtime/results.ts";
import { labels, numbers, table, unit } from "../../helpers/tables.ts";

const span = { file: "m.gtfp", start: 0, end: 1 };
const model: Model = {
  name: "mills",
  files: [],
  declarations: [
    {
      kind: "measure",
      name: "efficiency",
      span,
      doc: "How well the mills do",
      spec: {
        fn: "radial",
        technology: "green",
        orientation: "input",
        super: "observation",
        slacks: "plain",
      },
    },
  ],
  reports: [],
  expectations: [],
};
const efficiency = table("efficiency", [
  labels("mill", "dmu", ["A", "B"]),
  numbers("score", [1, 0.75], { symbol: "θ", unit: unit("1") }),
]);
const peers = table("efficiency.peers", [labels("mill", "dmu", ["B"]), labels("peer_mill", "label", ["A"])]);
const comparisonTable = table(
  "findings.2",
  [
    labels("variable", "label", ["gdp", "gdp", "co2 intensity", "co2 intensity"]),
    labels("unit", "label", ["100M CNY", "100M CNY", "t/10k CNY", "t/10k CNY"]),
    labels("time", "time", [2025, 2025, 2025, 2025]),
    labels("scenario", "scenario", ["control", "s1", "control", "s1"]),
    numbers("value", [1326123.4, 1377000.2, 0.8123, 0.7987]),
    numbers("difference", [Number.NaN, 50876.8, Number.NaN, -0.0136]),
    numbers("change", [Number.NaN, 3.8365, Number.NaN, -1.6743]),
  ],
  ["s1 against control at 2025: gdp +3.84 %."],
);
const results: Results = {
  model: "mills",
  diagnostics: [],
  tables: [efficiency, peers],
  reports: [],
  programs: [
    {
      name: "efficiency",
      optimal: 2,
      infeasible: 1,
      unbounded: 0,
      undefined: 0,
      certified: 3,
      retried: 0,
    },
  ],
  expectations: [
    { title: "grows", text: "gdp > 1", file: "m.gtfp", line: 3, pass: true, actual: 2 },
    {
      title: "a > 1",
      text: "a > 1",
      file: "m.gtfp",
      line: 4,
      pass: false,
      actual: 0.5,
      reason: "0.5 > 1 does not hold",
    },
  ],
};
const options = { style: plain, width: 80, command: "run m.gtfp" };

describe("a run for people", () => {
  it("shows measures, lists side tables, programs and expectations where there is no report", async () => {
    await expect(renderResults(model, results, options)).toMatchFileSnapshot("results-text.tables.txt");
  });

  it("shows reports, with scenarios side by side, and lists the tables", async () => {
    const reports = [
      {
        name: "findings",
        items: [
          { kind: "text", text: "Means by **region**." },
          { kind: "table", table: comparisonTable, title: "What the incentives change" },
        ],
      },
    ] as const;
    const text = renderResults(model, { ...results, reports }, options);
    await expect(text).toMatchFileSnapshot("results-text.report.txt");
    for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it("says the same as Markdown", async () => {
    const reports = [{ name: "findings", items: [{ kind: "table", table: comparisonTable }] }] as const;
    await expect(resultsMarkdown(model, { ...results, reports })).toMatchFileSnapshot("results.md");
  });
});
