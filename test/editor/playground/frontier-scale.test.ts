import { describe, expect, it } from "vitest";
import { frameOf } from "../../../editor/playground/panels/frontier/frame.ts";
import { placeNames, pointsAlong } from "../../../editor/playground/panels/frontier/labels.ts";
import {
  handStep,
  roundBelow,
  rounded,
  type Scale,
  settled,
  ticks,
  toAmount,
  toPixel,
} from "../../../editor/playground/panels/frontier/scale.ts";
import { cellEdits, stepped, under } from "../../../editor/playground/panels/frontier/unit-hand.ts";

const across: Scale = { domain: [0, 55], range: [58, 608] };
const up: Scale = { domain: [200, 1400], range: [340, 40] };

describe("amounts and pixels", () => {
  it("are each other's inverse, on both axes", () => {
    expect(toPixel(across, 25)).toBe(308);
    expect(toPixel(up, 1400)).toBe(40);
    for (const scale of [across, up]) expect(toAmount(scale, toPixel(scale, 33.3))).toBeCloseTo(33.3, 10);
  });

  it("have round numbers between the ends", () => {
    expect(ticks(across, 6)).toEqual([0, 10, 20, 30, 40, 50]);
    expect(ticks(up, 6)).toEqual([200, 400, 600, 800, 1000, 1200, 1400]);
    expect(ticks({ domain: [0, 3.3], range: [0, 600] }, 7)).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3]);
    expect(ticks({ domain: [0, 0.35], range: [0, 100] }, 4)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it("move under a hand in round steps of about a pixel", () => {
    expect(roundBelow(0.16)).toBe(0.1);
    expect(roundBelow(7)).toBe(5);
    expect(roundBelow(5)).toBe(5);
    expect(handStep(across)).toBe(0.1);
    expect(handStep(up)).toBe(5);
    expect(rounded(41.2345, 0.1)).toBe(41.2);
    expect(Object.is(rounded(-0.01, 0.1), 0)).toBe(true);
  });
});

describe("what the picture shows", () => {
  it("stays while all is in sight and fills it", () => {
    expect(settled([0, 100], [0, 80])).toEqual([0, 100]);
  });
  it("follows what leaves it or grows small in it", () => {
    expect(settled([0, 100], [0, 120])).toEqual([0, 120]);
    expect(settled([0, 100], [0, 50])).toEqual([0, 50]);
    expect(settled(null, [0, 50])).toEqual([0, 50]);
  });
});

describe("names beside points", () => {
  const frame = { x: 0, y: 0, width: 200, height: 100 };
  it("stand right of their point, and left of it at the edge", () => {
    const [a, b] = placeNames(
      [
        { name: "A", x: 50, y: 50 },
        { name: "B", x: 195, y: 50 },
      ],
      frame,
    );
    expect(a).toMatchObject({ anchor: "start" });
    expect(a!.x).toBeGreaterThan(50);
    expect(b).toMatchObject({ anchor: "end" });
    expect(b!.x).toBeLessThan(195);
  });
  it("stand off a line where they can", () => {
    const line = pointsAlong([
      { x: 50, y: 50 },
      { x: 200, y: 50 },
    ]);
    expect(placeNames([{ name: "A", x: 50, y: 50 }], frame, line)[0]).toMatchObject({ anchor: "end" });
  });
  it("are left out where there is no room, the first ones last", () => {
    const crowd = Array.from({ length: 30 }, (_, i) => ({ name: `Unit ${i}`, x: 100 + (i % 3), y: 50 }));
    const labels = placeNames(crowd, frame);
    expect(labels.length).toBeLessThan(10);
    expect(labels[0]!.name).toBe("Unit 0");
    const unnamed = crowd.map(({ x, y }, i) => ({ name: i === 0 ? "Unit 0" : null, x, y }));
    expect(placeNames(unnamed, frame).map(({ name }) => name)).toEqual(["Unit 0"]);
  });
  it("never lie on one another", () => {
    const labels = placeNames(
      Array.from({ length: 12 }, (_, i) => ({ name: `省份${i}`, x: 20 + 14 * i, y: 40 + (i % 2) * 9 })),
      frame,
    );
    const boxes = labels.map(({ name, x, y, anchor }) => {
      const from = x - { start: 0, middle: name.length * 5, end: name.length * 10 }[anchor];
      return { from, to: from + name.length * 10, y };
    });
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        expect(a.to <= b.from || b.to <= a.from || Math.abs(a.y - b.y) >= 16).toBe(true);
  });
});

describe("a unit in hand", () => {
  const frame = frameOf(640, [0, 55], [0, 1400]);
  const both = { x: "bod", y: "paper" };
  const own = { x: 50, y: 1000 };
  it("goes with the pointer in round amounts, within the picture", () => {
    const to = under(own, frame, -100, -50, 1, both);
    expect(to.x).toBeCloseTo(50 - (100 * 55) / (frame.right - frame.left), 0);
    expect(to.y % 1).toBe(0);
    expect(to.y).toBeLessThan(1000);
    expect(under(own, frame, -5000, 5000, 1, both)).toEqual({ x: 0, y: 1400 });
  });
  it("goes only along a variable that stands in the table", () => {
    expect(under(own, frame, -100, -50, 1, { x: null, y: "paper" }).x).toBe(50);
    expect(stepped(own, frame, { key: "ArrowLeft", shiftKey: false }, 1, { x: null, y: "paper" })).toBeNull();
  });
  it("keeps its own amounts apart from those at which it is drawn", () => {
    const low = { x: 20, y: 500 };
    const moved = (factor: number) => 20 - under(low, frame, -100, 0, factor, both).x;
    expect(moved(1)).toBeCloseTo(9.9, 0);
    expect(moved(2)).toBeCloseTo(moved(1) / 2, 0);
  });
  it("goes by keys in hundredths of the picture, ten of them with Shift", () => {
    expect(stepped(own, frame, { key: "ArrowLeft", shiftKey: false }, 1, both)).toEqual({ x: 49.5, y: 1000 });
    expect(stepped(own, frame, { key: "ArrowUp", shiftKey: true }, 1, both)).toEqual({ x: 50, y: 1100 });
    expect(stepped(own, frame, { key: "Enter", shiftKey: false }, 1, both)).toBeNull();
  });
  it("is written into its row", () => {
    const grip = { panel: "mills", x: "bod", y: null, from: null };
    expect(cellEdits(grip, 2, own)).toEqual([
      { of: "cell", panel: "mills", row: 2, column: "bod", value: 50 },
    ]);
  });
});
