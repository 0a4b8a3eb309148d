import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { endTable, peakOf, runFact } from "../../../editor/playground/panels/scenarios/comparison-facts.ts";
import { parameterValue } from "../../../editor/playground/panels/scenarios/parameter-value.ts";
import {
  firstControl,
  firstVariables,
  type Runs,
  runsOf,
} from "../../../editor/playground/panels/scenarios/runs-of.ts";
import {
  placeOf,
  places,
  sliderRange,
  valueAt,
} from "../../../editor/playground/panels/scenarios/slider-range.ts";
import type { SystemOutline } from "../../../editor/playground/workers/outline.ts";
import { outlineOf, pond, runOf } from "./panel-models.ts";

let system: SystemOutline;
let runs: Runs;
beforeAll(async () => {
  system = (await outlineOf(pond)).systems[0]!;
  const { tables } = await runOf(pond);
  runs = runsOf(tables.find(({ name }) => name === "pond")!, system)!;
});

describe("runs", () => {
  it("hold stocks first, each element by its name", () => {
    expect(runs.scenarios).toEqual(["slow", "fast", "faster"]);
    expect(runs.variables.map(({ name }) => name)).toEqual([
      "fish",
      "value[industry]",
      "value[services]",
      "density",
      "births",
      "deaths",
      "gain[industry]",
      "gain[services]",
    ]);
    expect([runs.from, runs.to]).toEqual([2020, 2030]);
    const [slow, fast] = runs.of(runs.variables[0]!, "slow");
    expect(slow).toMatchObject({ name: "slow", control: true });
    expect(fast!.control).toBe(false);
    expect(slow!.points.length).toBe(11);
    expect(slow!.points[0]).toEqual({ x: 2020, y: 100 });
  });

  it("are first shown in what they differ in, against the one that others are made from", () => {
    expect(firstControl(runs, system)).toBe("slow");
    expect(firstVariables(runs, "slow")).toEqual(["fish", "density", "births", "deaths"]);
    expect(firstVariables(runs, null)[0]).toBe("fish");
  });

  it("take a parameter from the scenario, or from what that is made from, or from the system", () => {
    const [rate] = system.parameters;
    expect(parameterValue(system, "faster", rate!)).toBe(0.25);
    expect(parameterValue(system, "slow", rate!)).toBe(0.1);
    expect(parameterValue(system, null, rate!)).toBe(0.1);
    expect(parameterValue(system, "faster", { name: "other", value: null })).toBeNull();
  });
});

it("reads the runs of a sweep by what each sets", async () => {
  const text = `${pond}sweep rates of pond { rate in 5% .. 20% step 5% }\n`;
  const [outline] = (await outlineOf(text)).systems;
  expect(outline!.sweeps).toEqual(["rates"]);
  const { tables } = await runOf(text);
  const swept = runsOf(tables.find(({ name }) => name === "rates")!, outline!)!;
  expect(swept.scenarios).toEqual(["rate 0.05", "rate 0.1", "rate 0.15", "rate 0.2"]);
  expect(swept.variables[0]!.name).toBe("fish");
});

describe("what runs come to", () => {
  it("names the asked-for run, else the one that differs most", () => {
    const shown = runs.variables.slice(0, 1);
    const asked = runFact(runs, shown, "slow", "fast")!;
    const most = runFact(runs, shown, "slow", null)!;
    expect(asked).toMatchObject({ variable: "fish", run: "fast", control: "slow", time: 2030, peak: null });
    expect(most.run).toBe("faster");
    expect(most.percent).toBeGreaterThan(asked.percent);
    expect(runFact(runs, shown, null, "fast")).toBeNull();
  });

  it("knows a peak from an end", () => {
    const run = (ys: number[]) => ({ name: "a", control: false, points: ys.map((y, x) => ({ x, y })) });
    expect(peakOf(run([1, 3, 2]))).toEqual({ y: 3, inside: 1 });
    expect(peakOf(run([1, 2, 3]))).toEqual({ y: 3, inside: null });
    expect(peakOf(run([3, 2, 1]))).toEqual({ y: 3, inside: null });
    expect(peakOf(run([]))).toBeNull();
  });

  it("tells ends and differences in a table", () => {
    const words = { end: "2030", peak: "peak", peakTime: "at" };
    const ends = endTable("ends", runs, runs.variables.slice(0, 1), "slow", words);
    expect(ends.columns.map(({ name }) => name)).toEqual([
      "variable",
      "unit",
      "slow.2030",
      "fast.2030",
      "fast.%",
      "faster.2030",
      "faster.%",
    ]);
    const value = (name: string) => Number(ends.columns.find((c) => c.name === name)!.cells.values[0]);
    const [slow, fast] = [value("slow.2030"), value("fast.2030")];
    expect(value("fast.%")).toBeCloseTo((100 * (fast - slow)) / slow, 9);
  });
});

describe("sliders", () => {
  it("range as `in` says, else around the value", () => {
    expect(sliderRange(0.1, 0, 0.3)).toEqual({ low: 0, high: 0.3, logarithmic: false });
    expect(sliderRange(1, 0.001, 100).logarithmic).toBe(true);
    expect(sliderRange(20)).toEqual({ low: 0, high: 50, logarithmic: false });
    expect(sliderRange(-3)).toEqual({ low: -10, high: 0, logarithmic: false });
    expect(sliderRange(0)).toEqual({ low: 0, high: 1, logarithmic: false });
  });

  it("come back to the place of their value", () => {
    const ranges = [sliderRange(0.1, 0, 0.3), sliderRange(1, 0.001, 100), sliderRange(20), sliderRange(-3)];
    fc.assert(
      fc.property(fc.constantFrom(...ranges), fc.integer({ min: 0, max: places }), (range, place) => {
        const value = valueAt(place, range);
        expect(value).toBeGreaterThanOrEqual(range.low);
        expect(value).toBeLessThanOrEqual(range.high);
        expect(Math.abs(placeOf(value, range) - place)).toBeLessThanOrEqual(1);
      }),
    );
    expect(valueAt(places / 2, sliderRange(0.1, 0, 0.3))).toBe(0.15);
  });
});
