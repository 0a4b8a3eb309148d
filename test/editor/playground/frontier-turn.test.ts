import { describe, expect, it } from "vitest";
import {
  angleOf,
  clamped,
  directionSizes,
  improving,
  keyTurn,
  rayThrough,
  turned,
  turning,
} from "../../../editor/playground/panels/frontier/turn.ts";
import type { MeasureOutline, Outline } from "../../../editor/playground/workers/outline.ts";
import type { ChosenUnit, SectionAxis } from "../../../runtime/charts/section.ts";

const axis = (name: string, role: SectionAxis["role"]): SectionAxis => ({
  name,
  role,
  unit: "t",
  better: role === "good" ? 1 : -1,
  moves: true,
});
const bad = axis("bod", "bad");
const good = axis("paper", "good");
/** Ten pixels for a kilogramme, a quarter of one for a ton. */
const scales = {
  x: { domain: [0, 50], range: [0, 500] },
  y: { domain: [0, 1200], range: [300, 0] },
} as const;
const degrees = (angle: number) => (angle * 180) / Math.PI;

describe("the direction as an arrow", () => {
  it("has an angle on the page", () => {
    expect(degrees(angleOf({ dx: -10, dy: 400 }, scales)!)).toBeCloseTo(135);
    expect(angleOf({ dx: 0, dy: 0 }, scales)).toBeNull();
  });

  it("can be turned between the two ways that improve", () => {
    expect(improving(bad, good).map(degrees)).toEqual([90, 180]);
    expect(improving(axis("labor", "input"), good).map(degrees)).toEqual([90, 180]);
    expect(improving(axis("labor", "input"), axis("energy", "input")).map(degrees)).toEqual([-180, -90]);
    expect(improving(good, bad).map(degrees)).toEqual([-90, 0]);
    const range = improving(bad, good);
    expect(degrees(clamped(Math.PI / 4, range))).toBe(90);
    expect(degrees(clamped(-2.9, range))).toBe(180);
    expect(clamped(2, range)).toBe(2);
    expect(degrees(clamped(2.2 + 2 * Math.PI, range))).toBeCloseTo(degrees(2.2));
  });

  it("keeps its length on the page, in round numbers", () => {
    const next = turned((3 * Math.PI) / 4, { dx: 0, dy: 400 }, scales);
    expect(next.dy / -next.dx).toBeCloseTo(40, 0);
    expect(Math.hypot(next.dx * 10, next.dy / 4)).toBeCloseTo(100, -1);
    expect(turned(Math.PI / 2, { dx: -10, dy: 0 }, scales)).toEqual({ dx: 0, dy: 400 });
  });

  it("turns by keys so that the tip goes where the key points", () => {
    const middle = (3 * Math.PI) / 4;
    expect([keyTurn("ArrowRight", middle), keyTurn("ArrowUp", middle)]).toEqual([-1, -1]);
    expect([keyTurn("ArrowLeft", middle), keyTurn("ArrowDown", middle)]).toEqual([1, 1]);
    expect(keyTurn("Enter", middle)).toBeNull();
  });

  const outline = (targets: readonly string[]) =>
    ({
      directions: [{ name: "g", entries: targets.map((target) => ({ target, sign: 1, size: "observed" })) }],
    }) as unknown as Outline;
  const measure = (fn: string, direction?: string): MeasureOutline => ({
    name: "m",
    fn,
    technology: "t",
    panel: "p",
    ...(direction === undefined ? {} : { direction }),
    variables: [
      { name: "labor", role: "input" },
      { name: "energy", role: "input" },
      { name: "paper", role: "good" },
      { name: "bod", role: "bad" },
    ],
  });

  it("is written by role where it was and the variable stands alone in it", () => {
    const vector = { dx: -12, dy: 300 };
    expect(
      directionSizes(vector, { x: bad, y: good }, measure("ddf", "g"), outline(["good", "bad"])),
    ).toEqual({
      bad: 12,
      good: 300,
    });
    expect(
      directionSizes(vector, { x: bad, y: good }, measure("ddf", "g"), outline(["good", "bod"])),
    ).toEqual({
      bod: 12,
      good: 300,
    });
    const labor = axis("labor", "input");
    expect(directionSizes(vector, { x: labor, y: good }, measure("ddf", "g"), outline(["input"]))).toEqual({
      labor: 12,
      paper: 300,
    });
  });

  it("turns for measures with one β along one vector", () => {
    expect(turning(measure("ddf", "g"))).toBe("free");
    expect(turning(measure("radial"))).toBe("ray");
    expect(turning(measure("nddf", "g"))).toBe("each");
    expect(turning(measure("sbm"))).toBe("each");
  });

  it("is a ray from the axes to the edge for a radial measure", () => {
    const chosen = { x: 20, y: 480, direction: { dx: -20, dy: -480 } } as ChosenUnit;
    const [from, to] = rayThrough(chosen, scales)!;
    const ends = [from, to].sort((a, b) => a.x - b.x);
    expect(ends[0]!.x).toBeCloseTo(0);
    expect(ends[0]!.y).toBeCloseTo(300);
    expect(ends[1]).toEqual({ x: 500, y: 0 });
  });
});
