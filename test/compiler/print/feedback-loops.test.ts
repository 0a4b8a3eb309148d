import { describe, expect, it } from "vitest";
import type { OdeSystem } from "../../../compiler/ode/ode-system.ts";
import type { Link } from "../../../compiler/print/causal-graph.ts";
import { feedbackLoops } from "../../../compiler/print/feedback-loops.ts";

const span = { file: "model.gtfp", start: 0, end: 0 };

/** A system with nothing but names; a name with `#` is a part of an equation. */
function systemOf(...names: readonly string[]): Pick<OdeSystem, "slots"> {
  return {
    slots: names.map((name) => ({
      variable: name.split("#")[0]!,
      labels: [],
      name,
      role: name.includes("#") ? "internal" : "aux",
      span,
    })),
  };
}
const link = (from: number, to: number, polarity: Link["polarity"] = 1, delayed = false): Link => ({
  from,
  to,
  polarity,
  delayed,
});
const complete = (n: number): Link[] =>
  Array.from({ length: n * n }, (_, i) => [Math.floor(i / n), i % n] as const)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => link(a, b));
const letters = [..."abcdefghij"];

describe("feedback loops", () => {
  it.each([
    [2, 1],
    [3, 5],
    [4, 20],
    [5, 84],
    [6, 409],
  ])("of %i variables that all drive each other are %i", (n, count) => {
    const { loops, limited } = feedbackLoops(systemOf(...letters.slice(0, n)), complete(n));
    expect(loops).toHaveLength(count);
    expect(limited).toBe(false);
    const paths = loops.map(({ members }) => members.map((m) => m.name).join(""));
    expect(new Set(paths).size).toBe(count);
  });

  it("that are too many are said to be so", () => {
    const { loops, limited } = feedbackLoops(systemOf(...letters), complete(10));
    expect(limited).toBe(true);
    expect(loops.length).toBeGreaterThan(1000);
  });

  it("balance with an odd number of negative links, reinforce with an even one, and stay open with an unknown one", () => {
    const of = (...signs: readonly Link["polarity"][]) =>
      feedbackLoops(
        systemOf("a", "b", "c"),
        signs.map((sign, i) => link(i, (i + 1) % 3, sign)),
      ).loops.map((loop) => loop.polarity);
    expect(of(1, 1, 1)).toEqual([1]);
    expect(of(-1, 1, 1)).toEqual([-1]);
    expect(of(-1, 1, -1)).toEqual([1]);
    expect(of(-1, "?", -1)).toEqual(["?"]);
  });

  it("go through the parts of equations without naming them, and mark delays", () => {
    const system = systemOf("a", "b#level", "b");
    const { loops } = feedbackLoops(system, [link(0, 1, 1, true), link(1, 2, -1), link(2, 0)]);
    expect(loops).toEqual([
      {
        members: [
          { name: "a", variable: "a" },
          { name: "b", variable: "b" },
        ],
        links: [
          { polarity: -1, delayed: true },
          { polarity: 1, delayed: false },
        ],
        polarity: -1,
      },
    ]);
  });

  it("within a delay are its own affair", () => {
    const { loops } = feedbackLoops(systemOf("a#level", "a#out"), [link(0, 1), link(1, 0, -1)]);
    expect(loops).toEqual([]);
  });

  it("by two ways through one equation are one loop, open if the ways disagree", () => {
    const system = systemOf("a", "b#x", "b#y", "b");
    const ways = [link(0, 1), link(0, 2), link(1, 3), link(2, 3, -1), link(3, 0)];
    expect(feedbackLoops(system, ways).loops.map((loop) => loop.polarity)).toEqual(["?"]);
  });
});
