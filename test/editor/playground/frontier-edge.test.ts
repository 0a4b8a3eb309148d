/** What a kept, wider view draws of a section that was computed for a narrower one. */
import { describe, expect, it } from "vitest";
import { toEdges } from "../../../editor/playground/panels/frontier/edge.ts";
import { frameOf } from "../../../editor/playground/panels/frontier/frame.ts";
import type { FrontierSection } from "../../../runtime/charts/section.ts";

type Drawn = Pick<FrontierSection, "frontier" | "area" | "reach" | "view">;
const section = (part: Drawn) => part as FrontierSection;
const frame = frameOf(600, [0, 20], [0, 12]);

describe("a section in a wider view", () => {
  it("goes on to the right along its last stretch, and up where it is open above", () => {
    // Two inputs: more of both is always possible.
    const drawn = toEdges(
      section({
        frontier: [
          { x: 2, y: 10 },
          { x: 2, y: 8 },
          { x: 10, y: 2 },
          { x: 11, y: 2 },
        ],
        area: [
          { x: 2, low: 8, high: 10 },
          { x: 10, low: 2, high: 10 },
          { x: 11, low: 2, high: 10 },
        ],
        reach: { low: 2, high: null },
        view: { x: [0, 11], y: [0, 10], outside: 0 },
      }),
      frame,
    );
    expect(drawn.frontier[0]).toEqual({ x: 2, y: 12 });
    expect(drawn.frontier.at(-1)).toEqual({ x: 20, y: 2 });
    expect(drawn.area.at(-1)).toEqual({ x: 20, low: 2, high: 12 });
    expect(drawn.area[0]).toEqual({ x: 2, low: 8, high: 12 });
  });

  it("ends where the set ends", () => {
    const closed: Drawn = {
      frontier: [
        { x: 0, y: 0 },
        { x: 8, y: 9 },
        { x: 8, y: 0 },
      ],
      area: [
        { x: 0, low: 0, high: 0 },
        { x: 8, low: 0, high: 9 },
      ],
      reach: { low: 0, high: 8 },
      view: { x: [0, 11], y: [0, 10], outside: 0 },
    };
    const { frontier, area } = toEdges(section(closed), frame);
    expect({ frontier, area }).toEqual({ frontier: closed.frontier, area: closed.area });
  });
});
