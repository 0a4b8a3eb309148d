import { beforeEach, describe, expect, it } from "vitest";
import { answerTo, type Reply } from "../../../editor/playground/workers/answers.ts";
import { HeldModel } from "../../../editor/playground/workers/held-model.ts";
import type { Answers, Ask } from "../../../editor/playground/workers/protocol.ts";

const mills = `data mills {
  dmu mill
  | mill | labor [person] | energy [GJ] | paper [t] | bod [kg] |
  |------|---------------:|------------:|----------:|---------:|
  | A    |            120 |         340 |      1000 |       25 |
  | B    |            100 |         300 |       900 |       30 |
  | C    |            150 |         500 |      1000 |       50 |
}

technology green on mills { input labor, energy; good paper; bad bod }
direction win_win { good +observed; bad -observed }
measure far = ddf(green, along: win_win)

system lake {
  time [year] = 2020 .. 2030 step 1/4
  /// How fast it fills
  param growth [1/year] in 0% .. 10% = annual(6%)
  stock water [t] = 5
  flow rain: cloud -> water = growth * water
}
/// As it is
scenario calm of lake
scenario wet from calm { growth = annual(8%) }

/// What we found
report found { table far.score }
expect far.score["C"] > 0
`;

let held: HeldModel;
beforeEach(() => {
  held = new HeldModel();
  held.update({ "mills.gtfp": mills }, "mills.gtfp");
});
const ask = (question: Ask): Promise<Reply> => answerTo(question, held, () => {});
async function answered<K extends Ask["ask"]>(question: Extract<Ask, { ask: K }>): Promise<Answers[K]> {
  const reply = await ask(question);
  if (!("answer" in reply)) throw new Error(JSON.stringify(reply));
  return reply.answer as Answers[K];
}

describe("the outline", () => {
  it("tells what a model holds", async () => {
    const { outline, diagnostics } = await answered<"outline">({ ask: "outline" });
    expect(diagnostics).toEqual([]);
    expect(outline.model).toBe("mills");
    expect(outline.panels).toEqual([
      {
        name: "mills",
        place: { start: 5, end: 10 },
        dmu: ["mill"],
        rows: 3,
        columns: [
          { name: "labor", unit: "person", inline: true },
          { name: "energy", unit: "GJ", inline: true },
          { name: "paper", unit: "t", inline: true },
          { name: "bod", unit: "kg", inline: true },
        ],
      },
    ]);
    expect(outline.directions[0]).toMatchObject({
      name: "win_win",
      entries: [
        { target: "good", sign: 1, size: "observed" },
        { target: "bad", sign: -1, size: "observed" },
      ],
    });
    expect(outline.measures[0]).toMatchObject({
      name: "far",
      fn: "ddf",
      technology: "green",
      panel: "mills",
      direction: "win_win",
      variables: [
        { name: "labor", role: "input", unit: "person", column: "labor" },
        { name: "energy", role: "input" },
        { name: "paper", role: "good" },
        { name: "bod", role: "bad", unit: "kg" },
      ],
    });
    expect(outline.reports).toMatchObject([{ name: "found", title: "What we found" }]);
    expect(outline.cost.seconds).toBeLessThan(0.1);
  });

  it("tells a system's parameters and scenarios with their numbers", async () => {
    const { outline } = await answered<"outline">({ ask: "outline" });
    const [lake] = outline.systems;
    expect(lake!.time).toEqual({ from: 2020, to: 2030, unit: "year" });
    expect(lake!.parameters).toMatchObject([
      { name: "growth", title: "How fast it fills", unit: "1/year", low: 0, high: 0.1 },
    ]);
    expect(lake!.parameters[0]!.value).toBeCloseTo(Math.log(1.06), 12);
    expect(lake!.variables).toMatchObject([
      { name: "water", kind: "stock", unit: "t" },
      { name: "rain", kind: "flow", unit: "t/year" },
    ]);
    expect(lake!.scenarios).toMatchObject([
      { name: "calm", title: "As it is", sets: {} },
      { name: "wet", from: "calm" },
    ]);
    expect(lake!.scenarios[1]!.sets.growth).toBeCloseTo(Math.log(1.08), 12);
  });

  it("leaves out the places of what stands in another file, and what has errors", async () => {
    held.update({ "main.gtfp": 'import "mills.gtfp"\nmeasure near = ddf(none)\n' }, "main.gtfp");
    const { outline, diagnostics } = await answered<"outline">({ ask: "outline" });
    expect(diagnostics.map(({ severity }) => severity)).toContain("error");
    expect(outline.measures.map(({ name, place }) => [name, place])).toEqual([["far", undefined]]);
  });
});

describe("looks", () => {
  it("runs the model, and looks into it with what that computed", async () => {
    const run = await answered<"run">({ ask: "run" });
    expect(Object.keys(run.results.tables ?? {})).toContain("far");
    expect(run.results.expectations).toMatchObject([{ pass: true }]);
    const section = await answered<"section">({ ask: "section", measure: "far", x: "bod", y: "paper" });
    expect(section.chosen).toMatchObject({ dmu: "C" });
  });

  it("shows sections, programs, simplex steps and diagrams without a run", async () => {
    const unit = { measure: "far", dmu: "C" };
    const section = await answered<"section">({ ask: "section", x: "bod", y: "paper", ...unit });
    expect(section.chosen.score).toBeCloseTo(17 / 60, 9);
    const program = await answered<"program">({ ask: "program", ...unit });
    expect(program.html).toContain("far of C");
    const steps = await answered<"simplex">({ ask: "simplex", ...unit });
    expect(steps).toMatchObject({ status: "optimal", unit: "C" });
    const diagram = await answered<"diagram">({ ask: "diagram", system: "lake" });
    expect(diagram.dot).toContain("digraph");
    expect(diagram.sentence).not.toBe("");
  });

  it("explains declarations, codes and words", async () => {
    for (const name of ["far", "green", "lake", "wet", "GTFP1025", "ddf"]) {
      const { html } = await answered<"explain">({ ask: "explain", name });
      expect(html.length, name).toBeGreaterThan(100);
    }
    expect(await ask({ ask: "explain", name: "fra" })).toEqual({
      wrong: "the model has no declaration `fra`; did you mean `far`?",
    });
  });

  it("says what is not there, and gives the errors of a model that does not hold", async () => {
    const section = { ask: "section", measure: "fra", x: "bod", y: "paper" } as const;
    expect(await ask(section)).toEqual({ wrong: "the model has no measure `fra`; did you mean `far`?" });
    expect(await ask({ ask: "program", measure: "far" })).toEqual({ wrong: "choose a unit first" });
    expect(await ask({ ask: "program", measure: "far", dmu: "D" })).toHaveProperty("wrong");
    held.update({ "mills.gtfp": `${mills}\nmeasure x = dff(green)` }, "mills.gtfp");
    expect(await ask(section)).toMatchObject({ failed: [{ severity: "error" }] });
    expect(await ask({ ask: "run" })).toMatchObject({ failed: [{ severity: "error" }] });
  });

  it("gives the errors of data", async () => {
    held.update({ "mills.gtfp": mills.replace("120", "many") }, "mills.gtfp");
    const section = { ask: "section", measure: "far", x: "bod", y: "paper" } as const;
    expect(await ask(section)).toMatchObject({ failed: [{ severity: "error" }] });
  });
});

it("edits the text, and forgets what was computed from the older one", async () => {
  await answered<"run">({ ask: "run" });
  const { text } = await answered<"edit">({
    ask: "edit",
    edit: { of: "cell", panel: "mills", row: 2, column: "bod", value: 20 },
  });
  expect(text).toContain("| C    |            150 |         500 |      1000 |       20 |");
  held.update({ "mills.gtfp": text }, "mills.gtfp");
  const unit = { measure: "far", dmu: "C" };
  const section = await answered<"section">({ ask: "section", x: "bod", y: "paper", ...unit });
  expect(section.chosen.score).toBeCloseTo(0, 9);
});

it("edits the row of the unit, where conditions leave others out", async () => {
  held.update(
    { "mills.gtfp": mills.replace("dmu mill", "dmu mill\n  where energy < 400 and labor < 110") },
    "mills.gtfp",
  );
  const { text } = await answered<"edit">({
    ask: "edit",
    edit: { of: "cell", panel: "mills", row: 0, column: "bod", value: 31 },
  });
  expect(text).toContain("| B    |            100 |         300 |       900 |       31 |");
});

it("checks lessons and reads data files", async () => {
  held.update({ "d.csv": "a,b\n1,2\n" }, "mills.gtfp");
  expect(await answered<"table">({ ask: "table", path: "d.csv" })).toEqual({
    header: ["a", "b"],
    rows: [["1", "2"]],
    total: 1,
  });
  const verdict = await answered<"lesson">({ ask: "lesson", lesson: "01-two-inputs" });
  expect(verdict.solved).toBe(false);
  await expect(ask({ ask: "lesson", lesson: "99-none" })).rejects.toThrow("no lesson 99-none");
});

it("counts rows and labels of data files for the cost", async () => {
  const rows = Array.from({ length: 300 }, (_, i) => `u${i % 100},${2000 + Math.floor(i / 100)},1`).join(
    "\n",
  );
  held.update(
    {
      "d.csv": `u,y,x\n${rows}\n`,
      "m.gtfp": 'data d from "d.csv" { dmu u; period y; x }\n',
    },
    "m.gtfp",
  );
  const [panel] = held.checked.sound.declarations;
  if (panel?.kind !== "panel") throw new Error("no panel");
  expect(held.sizes.rows(panel)).toBe(300);
  expect([
    held.sizes.labels(panel, "u"),
    held.sizes.labels(panel, "y"),
    held.sizes.labels(panel, "z"),
  ]).toEqual([100, 3, 1]);
});
