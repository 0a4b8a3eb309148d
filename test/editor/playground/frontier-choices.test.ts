import { describe, expect, it } from "vitest";
import {
  defaultAxes,
  gripOf,
  labelsOf,
  rowInTable,
  sameUnit,
} from "../../../editor/playground/panels/frontier/choices.ts";
import { withExample } from "../../../editor/playground/panels/frontier/example.ts";
import type { MeasureOutline, Outline } from "../../../editor/playground/workers/outline.ts";
import type { RunAnswer } from "../../../editor/playground/workers/protocol.ts";
import { check } from "../../../language/check/check.ts";
import type { FrontierSection, SectionUnit } from "../../../runtime/charts/section.ts";

type Role = "input" | "good" | "bad";
function measure(roles: Readonly<Record<string, Role>>, place?: MeasureOutline["place"]): MeasureOutline {
  return {
    name: "m",
    fn: "radial",
    technology: "t",
    panel: "mills",
    ...(place === undefined ? {} : { place }),
    variables: Object.entries(roles).map(([name, role]) => ({ name, role, column: name })),
  };
}
const all = { labor: "input", energy: "input", paper: "good", bod: "bad" } as const;

describe("the axes before a choice", () => {
  it("are bad and good where there is a bad, else input and good", () => {
    expect(defaultAxes(measure(all), "")).toEqual({ x: "bod", y: "paper" });
    expect(defaultAxes(measure({ labor: "input", paper: "good" }), "")).toEqual({ x: "labor", y: "paper" });
    expect(defaultAxes(measure({ paper: "good", board: "good" }), "")).toEqual({ x: "paper", y: "board" });
    expect(defaultAxes(measure({ labor: "input" }), "")).toBeNull();
  });
  it("are two inputs where only inputs move", () => {
    const text = "measure m = radial(t, orientation: input)";
    expect(defaultAxes(measure(all, { start: 8, end: 9 }), text)).toEqual({
      x: "labor",
      y: "energy",
    });
  });
});

describe("the menus", () => {
  const outcome = {
    results: {
      tables: {
        m: {
          columns: [
            { name: "province", role: "dmu" },
            { name: "industry", role: "dmu" },
            { name: "year", role: "period" },
            { name: "score" },
          ],
          rows: [
            ["Beijing", "services", 2017, 1],
            ["Beijing", "services", 2018, 1],
            ["Hebei", "services", 2017, null],
          ],
        },
      },
    },
  } as unknown as RunAnswer;
  it("name the units and periods of a measure's table", () => {
    expect(labelsOf("m", outcome, null)).toEqual({
      units: ["Beijing, services", "Hebei, services"],
      periods: ["2017", "2018"],
    });
    expect(labelsOf("other", outcome, null)).toEqual({ units: [], periods: [] });
  });
});

describe("what a hand may move", () => {
  const section = { x: { name: "bod" }, y: { name: "paper" } } as FrontierSection;
  const outline = (inline: readonly string[]) =>
    ({
      panels: [
        {
          name: "mills",
          place: { start: 5, end: 10 },
          columns: Object.keys(all).map((name) => ({ name, inline: inline.includes(name) })),
        },
      ],
    }) as unknown as Outline;
  it("is what stands in the model's own table", () => {
    expect(gripOf(outline(["bod", "paper"]), measure(all), section, "")).toMatchObject({
      x: "bod",
      y: "paper",
    });
    expect(gripOf(outline(["paper"]), measure(all), section, "")).toMatchObject({ x: null, y: "paper" });
  });
  it("names the file that values come from", () => {
    const text = 'data mills from "mills.csv" { dmu mill }';
    expect(gripOf(outline([]), measure(all), section, text)).toEqual({
      panel: "mills",
      x: null,
      y: null,
      from: "mills.csv",
    });
  });
  it("is written into the unit's own row, wherever it stands", () => {
    const text =
      "data other {\n dmu farm\n | farm | x |\n | B | 1 |\n}\ndata mills {\n dmu mill\n period year\n where year > 2015\n | mill | year | bod |\n |---|---|---|\n | A | 2015 | 1 |\n | A | 2016 | 2 |\n | B | 2016 | 3 |\n}\n";
    const at = text.indexOf("mills");
    const panel = {
      name: "mills",
      dmu: ["mill"],
      period: "year",
      columns: [],
      place: { start: at, end: at + 5 },
    };
    const outline = { panels: [panel] } as unknown as Outline;
    const unit = (dmu: string, period: number) => ({ dmu, period }) as SectionUnit;
    expect(rowInTable(outline, "mills", text, unit("A", 2016))).toBe(1);
    expect(rowInTable(outline, "mills", text, unit("B", 2016))).toBe(2);
    expect(rowInTable(outline, "mills", text, unit("B", 2017))).toBe(-1);
  });
  it("is the unit of that name, in its period where one is told", () => {
    const unit = { dmu: "A", period: 2017 } as SectionUnit;
    expect(sameUnit(unit, { dmu: "A", period: "2017" })).toBe(true);
    expect(sameUnit(unit, { dmu: "A" })).toBe(true);
    expect(sameUnit(unit, { dmu: "A", period: "2018" })).toBe(false);
    expect(sameUnit(unit, null)).toBe(false);
  });
});

describe("the example for a model without a measure", () => {
  const errors = (text: string) =>
    check("m.gtfp", () => text).diagnostics.filter(({ severity }) => severity === "error");
  const table = "data farms {\n  dmu farm\n  | farm | land [ha] | `rice out` [t] |\n  | A | 1 | 2 |\n}\n";
  const farms = {
    directions: [],
    panels: [{ name: "farms", dmu: ["farm"], columns: [{ name: "land" }, { name: "rice out" }] }],
  } as unknown as Outline;

  it("is a model of its own in an empty text", () => {
    const text = withExample("  \n", null);
    expect(errors(text)).toEqual([]);
    expect(text).toContain("measure inefficiency");
  });
  it("takes a panel that is there", () => {
    const text = withExample(table, farms);
    expect(errors(text)).toEqual([]);
    expect(text).toContain("good  `rice out`");
  });
  it("takes a technology that is there", () => {
    const text = withExample(`${table}technology rice on farms { input land; good \`rice out\` }\n`, farms);
    expect(errors(text)).toEqual([]);
    expect(text).toContain("measure efficiency = radial(rice, orientation: output)");
    const along = { ...farms, directions: [{ name: "more", entries: [] }] };
    expect(withExample("technology rice on farms { }\n", along)).toContain(
      "measure inefficiency = ddf(rice, along: more)",
    );
  });
});
