import { describe, expect, it } from "vitest";
import { differences, scenarioCharts } from "../../../runtime/charts/scenario-spec.ts";
import { draw } from "../../helpers/draw.ts";
import { unit } from "../../helpers/tables.ts";

const run = (name: string, control: boolean, ys: readonly number[]) => ({
  name,
  control,
  points: ys.map((y, i) => ({ x: 2020 + i, y })),
});
const current = run("current", true, [10, 12, 14]);
const s1 = run("s1", false, [10, 11, 10]);
const co2 = { name: "co2", unit: unit("Mt") };

describe("scenario charts", () => {
  it("tell differences in the unit or in per cent of the control run", () => {
    expect(differences(s1, current, false)).toEqual([
      { x: 2020, y: 0 },
      { x: 2021, y: -1 },
      { x: 2022, y: -4 },
    ]);
    expect(differences(s1, current, true)[2]!.y).toBeCloseTo(-400 / 14, 9);
    expect(differences(s1, run("z", true, [0, 1, 1]), true).map(({ x }) => x)).toEqual([2021, 2022]);
    expect(differences(s1, run("z", true, [-10, 1, 1]), true)[0]!.y).toBe(200);
  });

  it("draw runs by name, where they part, and below their difference", async () => {
    const later = [run("current", true, [10, 12, 14, 16]), run("s1", false, [10, 12, 11, 10])];
    const { value, difference } = scenarioCharts(co2, later, false, null);
    const above = await draw({ ...value, width: 400 });
    expect(above.warnings).toEqual([]);
    for (const text of ["co2 [Mt]", "current", "s1", "paths part in 2021"]) expect(above.svg).toContain(text);
    const below = await draw({ ...difference!, width: 400 });
    expect(below.warnings).toEqual([]);
    expect(below.svg).toContain("− current [Mt]");
    expect(below.svg).toContain("2023");
  });

  it("draw one run alone, with its time and the bands of a sensitivity", async () => {
    const points = [2020, 2021, 2022].map((x) => ({ x, low: 8, high: 16 }));
    const fan = { name: "doubt", of: null, bands: [{ share: "90 %", points }] };
    const { value, difference } = scenarioCharts(co2, [{ ...current, control: false }], false, fan);
    expect(difference).toBeNull();
    const { svg, warnings } = await draw({ ...value, width: 400 });
    expect(warnings).toEqual([]);
    expect(svg).toContain("2021");
    expect(svg).toContain("90 %");
  });

  it("leave names out where they find no room", () => {
    const many = Array.from({ length: 8 }, (_, i) => run(`s${i}`, false, [10, 11, 12 + i / 100]));
    const { difference } = scenarioCharts(co2, [current, ...many.slice(0, 7)], false, null);
    expect((difference!.datasets as { ends: unknown[] }).ends).toEqual([]);
  });

  it("take the width of their place", () => {
    const { value } = scenarioCharts(co2, [current, s1], true, null);
    expect("width" in value).toBe(false);
  });
});
