import { describe, expect, it } from "vitest";
import { reportDraft, written } from "../../../editor/playground/panels/report/report-draft.ts";
import { exampleSystem } from "../../../editor/playground/panels/scenarios/example-system.ts";
import { numbered, reportTitle } from "../../../runtime/report/numbered.ts";
import { mills, outlineOf, pond, runOf } from "./panel-models.ts";

const errors = (list: readonly { readonly severity: string; readonly message: string }[]) =>
  list.filter(({ severity }) => severity === "error").map(({ message }) => message);

describe("a first report", () => {
  const cross = mills.replaceAll(/ {2}\| . {4}\| 2018.*\n/g, "").replace("  period year\n", "");
  const alone = cross.replaceAll(/ 2017 \|| year \||------\|(?=------\|)/g, "").replace(/index .*\n/, "");

  it.each([
    ["a panel", mills],
    ["a cross-section", alone],
    ["a system", pond],
    ["both", `${mills}${pond}`],
  ])("of %s runs as it stands", async (_, model) => {
    const draft = reportDraft(await outlineOf(model))!;
    const run = await runOf(`${model}\n${draft}`);
    expect(errors(run.results.diagnostics)).toEqual([]);
    expect(run.reports[0]!.items.length).toBeGreaterThan(1);
  });

  it("draws the frontier where there are no periods, and compares scenarios", async () => {
    expect(reportDraft(await outlineOf(alone))).toContain("frontier inefficiency: paper against bod");
    expect(reportDraft(await outlineOf(pond))).toContain("compare pond.fish");
  });

  it("is none where there is nothing to report, and takes a free name", async () => {
    expect(reportDraft(await outlineOf("unit person\n"))).toBeNull();
    const named = mills.replaceAll("win_win", "findings");
    expect(reportDraft(await outlineOf(named))).toContain("report report_1 {");
    expect(written("CO2 (Mt)")).toBe("`CO2 (Mt)`");
    expect(written("省份")).toBe("省份");
  });
});

describe("the example system", () => {
  it("runs alone and beside what has its names", async () => {
    const first = exampleSystem(null);
    expect(errors((await runOf(first)).results.diagnostics)).toEqual([]);
    const beside = exampleSystem(
      await outlineOf(first.replaceAll("current", "was").replaceAll("cleaner", "is")),
    );
    expect(beside).toContain("system economy_2 {");
  });
});

describe("the file of a report", () => {
  const model = `${mills}
/// What <mills> could do
/// and more
report r {
  text "**{count(inefficiency.score)}** units & \`code\`."
  /// Scores
  table inefficiency.score by mill digits 3
  chart inefficiency.score over mill at 2017
  table gtfp.change by mill
}
`;

  it("numbers its items, and takes its title from the first line of its doc", async () => {
    const { reports } = await runOf(model);
    const [list] = numbered(reports);
    expect(list!.map((one) => ("label" in one ? `${one.label} ${one.number}` : "text"))).toEqual([
      "text",
      "table 1",
      "figure 1",
      "table 2",
    ]);
    expect(reportTitle(reports[0]!)).toEqual({ title: "What <mills> could do", lead: "and more" });
  });
});
