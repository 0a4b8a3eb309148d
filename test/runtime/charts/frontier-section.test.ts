import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frontierSection, type SectionAsked } from "../../../runtime/charts/frontier-section.ts";
import type { FrontierSection, SectionPoint } from "../../../runtime/charts/section.ts";
import { heldSentence, sectionSentence } from "../../../runtime/charts/section-facts.ts";
import { families } from "../../helpers/families.ts";
import { openedModel } from "../../helpers/opened-model.ts";

async function section(model: string, asked: SectionAsked): Promise<FrontierSection> {
  const { model: checked, env, sink, measure } = await openedModel(model);
  const found = frontierSection(measure("m"), checked, env, sink, asked);
  if (found === null || "wrong" in found) throw new Error(JSON.stringify(found));
  return found;
}

/** Vertices to twelve digits. */
function vertices({ frontier }: FrontierSection): number[][] {
  return frontier.map(({ x, y }) => [x, y].map((value) => Number(value.toPrecision(12))));
}

/** One input, one output: Cooper, Seiford & Tone's kind of shop, small enough to draw by hand. */
const shops = (technology: string, measure = "radial(t, orientation: input)") => `data shops {
  dmu shop
  | shop | staff [person] | sale [k CNY] |
  | A | 2 | 1 |
  | B | 3 | 3 |
  | C | 6 | 5 |
  | D | 9 | 6 |
  | E | 5 | 2 |
}
technology t on shops { input staff; good sale; ${technology} }
direction d { good +observed; input -observed }
measure m = ${measure}`;

const mills = (technology: string, measure = "ddf(t, along: g)") => `data mills {
  dmu mill
  | mill | labor [person] | paper [t] | bod [kg] |
  | A | 10 | 100 | 20 |
  | B | 10 |  60 |  5 |
  | C | 10 |  50 | 25 |
  | D | 20 | 160 | 40 |
}
technology t on mills { input labor; good paper; bad bod; ${technology} }
direction g { good +observed; bad -observed }
measure m = ${measure}`;

describe("sections that can be drawn by hand", () => {
  const asked = { x: "staff", y: "sale" };

  it("draws constant returns as the ray through the best unit", async () => {
    const s = await section(shops("returns crs"), asked);
    const end = s.view.x[1];
    expect(vertices(s)).toEqual([[0, 0], [end, end].map((value) => Number(value.toPrecision(12)))]);
    expect(s.reach).toEqual({ low: 0, high: null });
    expect(s.chosen).toMatchObject({ name: "A", score: 0.5, projection: { x: 1, y: 1 }, inPlane: true });
  });

  it("draws variable returns as the hull, with its upright beginning", async () => {
    const s = await section(shops("returns vrs"), { ...asked, dmu: "E" });
    expect(vertices(s)).toEqual([
      [2, 0],
      [2, 1],
      [3, 3],
      [6, 5],
      [9, 6],
      [9.9, 6],
    ]);
    expect(s.chosen).toMatchObject({
      direction: { dx: -5, dy: 0 },
      projection: { x: 2.5, y: 2 },
      target: { x: 2.5, y: 2 },
    });
    expect(
      s.units.filter(({ kind }) => kind === "peer").map(({ name, peer }) => [name, peer!.weight]),
    ).toEqual([
      ["A", 0.5],
      ["B", 0.5],
    ]);
    expect(sectionSentence(s)).toBe("E could use 50 % less staff, as A and B together do.");
    expect(heldSentence(s)).toBe("");
    expect(s.facts).toMatchObject({
      kind: "could",
      moves: [{ variable: "staff", from: 5, to: 2.5, share: -0.5 }],
    });
  });

  it("draws neither increasing nor decreasing returns where they are ruled out", async () => {
    expect(vertices(await section(shops("returns nirs"), asked))).toEqual([
      [0, 0],
      [3, 3],
      [6, 5],
      [9, 6],
      [9.9, 6],
    ]);
    const ndrs = await section(shops("returns ndrs"), asked);
    expect(vertices(ndrs)).toEqual([
      [2, 0],
      [2, 1],
      [3, 3],
      [9.9, 9.9],
    ]);
  });

  it("draws the free disposal hull as steps, forwards and across", async () => {
    const up = await section(shops("returns fdh"), { ...asked, dmu: "E" });
    expect(vertices(up)).toEqual([
      [2, 0],
      [2, 1],
      [3, 1],
      [3, 3],
      [6, 3],
      [6, 5],
      [9, 5],
      [9, 6],
      [9.9, 6],
    ]);
    const across = await section(shops("returns fdh"), { x: "sale", y: "staff", dmu: "E" });
    expect(vertices(across)).toEqual([
      [0, 2],
      [1, 2],
      [1, 3],
      [3, 3],
      [3, 6],
      [5, 6],
      [5, 9],
      [6, 9],
      [6, 9.9],
    ]);
    expect(across.y.better).toBe(-1);
  });

  it("turns the axes: the least input for each output", async () => {
    const s = await section(shops("returns vrs"), { x: "sale", y: "staff", dmu: "E" });
    expect(vertices(s)).toEqual([
      [0, 2],
      [1, 2],
      [3, 3],
      [5, 6],
      [6, 9],
      [6, 9.9],
    ]);
    expect(s.reach).toEqual({ low: null, high: 6 });
  });

  it("lets bads be cut at no price, only with goods, or one unit at a time", async () => {
    const plane = { x: "bod", y: "paper", dmu: "C" };
    const weak = await section(mills("returns vrs; where labor == 10"), plane);
    expect(vertices(weak)).toEqual([
      [0, 0],
      [5, 60],
      [20, 100],
      [25, 50],
      [25, 0],
    ]);
    const strong = await section(mills("returns vrs; disposability strong; where labor == 10"), plane);
    expect(vertices(strong)).toEqual([
      [5, 0],
      [5, 60],
      [20, 100],
      [44, 100],
    ]);
    // With one λ for all, nothing lies to the left of the cleanest unit, though it could be abated.
    const equality = await section(mills("returns vrs; disposability equality; where labor == 10"), plane);
    expect(vertices(equality)).toEqual([
      [5, 0],
      [5, 60],
      [20, 100],
      [25, 50],
      [25, 0],
    ]);
    // Shephard's factor is the hull with the origin.
    const shephard = await section(mills("returns vrs; disposability shephard; where labor == 10"), plane);
    expect(vertices(shephard)).toEqual(vertices(weak));
  });

  it("brings all units to one size under constant returns with a single held variable", async () => {
    const s = await section(mills("returns crs"), { x: "bod", y: "paper", dmu: "C" });
    expect(s.scaledBy).toBe("labor");
    expect(s.units.map(({ name, x, y, factor }) => [name, x, y, factor])).toEqual([
      ["A", 20, 100, 1],
      ["B", 5, 60, 1],
      ["C", 25, 50, 1],
      ["D", 20, 80, 0.5],
    ]);
    expect(vertices(s)).toEqual([
      [0, 0],
      [5, 60],
      [20, 100],
      [25, 50],
      [25, 0],
    ]);
    expect(heldSentence(s)).toBe(
      "The section holds labor at 10 person, as C has them. All units are drawn at that amount of labor.",
    );
  });

  it("draws the least bad for a good, and what is possible above it", async () => {
    const s = await section(mills("returns crs"), { x: "paper", y: "bod", dmu: "C" });
    expect(vertices(s)).toEqual([
      [0, 0],
      [60, 5],
      [100, 20],
    ]);
    expect(s.area.map(({ x, low, high }) => [x, low, high].map((v) => Number(v.toPrecision(12))))).toEqual([
      [0, 0, 25],
      [50, Number((25 / 6).toPrecision(12)), 25],
      [60, 5, 24],
      [100, 20, 20],
    ]);
  });

  it("draws the isoquant of two inputs", async () => {
    const s = await section(
      `data d {
  dmu u
  | u | x1 | x2 | y |
  | A | 4 | 3 | 1 |
  | B | 7 | 3 | 1 |
  | C | 8 | 1 | 1 |
  | D | 8 | 4 | 2 |
  | E | 2 | 4 | 1 |
}
technology t on d { input x1, x2; good y }
measure m = radial(t, orientation: input)`,
      { x: "x1", y: "x2", dmu: "B" },
    );
    // D makes two, and stands at half its size.
    expect(s.scaledBy).toBe("y");
    expect(vertices(s)).toEqual([
      [2, 4.4],
      [2, 4],
      [4, 2],
      [8, 1],
      [8.8, 1],
    ]);
    expect(s.units.find(({ name }) => name === "D")).toMatchObject({ x: 4, y: 2, factor: 0.5, kind: "peer" });
  });
});

describe("what else a section tells", () => {
  it("takes the first inefficient unit of the last period, and names units of others with theirs", async () => {
    const s = await section(
      `data d {
  dmu u
  period year
  | u | year | x | y |
  | A | 1 | 1 | 1 |
  | B | 1 | 2 | 3 |
  | A | 2 | 1 | 2 |
  | B | 2 | 4 | 4 |
}
technology t on d { input x; good y; reference global }
measure m = radial(t, orientation: output)`,
      { x: "x", y: "y" },
    );
    expect(s.chosen).toMatchObject({ name: "B 2", dmu: "B", period: 2, row: 3 });
    expect(s.period).toBe(2);
    expect(s.units.map(({ name, row, kind }) => [name, row, kind])).toEqual([
      ["A 1", 0, "inefficient"],
      ["A 2", 2, "peer"],
      ["B 1", 1, "inefficient"],
      ["B 2", 3, "chosen"],
    ]);
  });

  it("leaves a super-efficient unit out of its own frontier", async () => {
    const s = await section(shops("returns vrs", "radial(t, orientation: output, super: true)"), {
      x: "staff",
      y: "sale",
      dmu: "C",
    });
    expect(vertices(s)).toEqual([
      [2, 0],
      [2, 1],
      [3, 3],
      [9, 6],
      [9.9, 6],
    ]);
    expect(s.facts.kind).toBe("beyond");
    expect(s.units.find(({ name }) => name === "C")!.reference).toBe(false);
    expect(s.chosen.projection!.y).toBeCloseTo(4.5, 12);
  });

  it("shows a unit that has nothing of a variable, and amounts below zero", async () => {
    const none = await section(mills("returns vrs").replace("| D | 20 | 160 | 40 |", "| D | 10 | 40 | 0 |"), {
      x: "bod",
      y: "paper",
      dmu: "D",
    });
    expect(none.view.x).toEqual([0, 27.5]);
    expect(vertices(none)).toEqual([
      [0, 0],
      [0, 40],
      [5, 60],
      [20, 100],
      [25, 50],
      [25, 0],
    ]);
    const below = await section(
      shops("returns vrs", "ddf(t, along: d)")
        .replace("| E | 5 | 2 |", "| E | 5 | -2 |")
        .replace("good +observed; ", ""),
      { x: "staff", y: "sale", dmu: "E" },
    );
    expect(below.view.y[0]).toBeLessThan(-2);
    expect(below.chosen.projection).toEqual({ x: 2, y: -2 });
    expect(distance(below.frontier, below.chosen.projection!, below)).toBeLessThan(1e-9);
  });

  it("says why there is none", async () => {
    const { model, env, sink, measure } = await openedModel(mills("returns vrs; disposability shephard"));
    const ask = (asked: SectionAsked) => frontierSection(measure("m"), model, env, sink, asked);
    expect(ask({ x: "labour", y: "paper" })).toEqual({
      wrong: "`t` has no variable `labour`; did you mean `labor`?",
    });
    expect(ask({ x: "paper", y: "paper" })).toEqual({
      wrong: "a section needs two variables, and `paper` is one",
    });
    expect(ask({ x: "labor", y: "paper" })).toEqual({
      wrong: "with a common abatement factor `t` is not convex in `labor`; take two outputs",
    });
    expect(ask({ x: "bod", y: "paper", dmu: "Z" })).toHaveProperty("wrong");
    expect(ask({ x: "bod", y: "paper", period: "3" })).toEqual({ wrong: "`mills` has no period 3" });
  });

  it("is plain data", async () => {
    const s = await section(mills("returns vrs"), { x: "bod", y: "paper" });
    expect(structuredClone(s)).toEqual(s);
    expect(JSON.parse(JSON.stringify(s))).toEqual(s);
  });
});

describe("sections of every family of programs", () => {
  it("hold the chosen unit, whatever two variables are drawn", async () => {
    const { model, env, sink, measure } = await openedModel(families);
    let drawn = 0;
    for (const declared of model.declarations) {
      if (declared.kind !== "measure") continue;
      const names =
        declared.spec.technology === "green" || declared.spec.technology === "common" ? ["bod"] : [];
      for (const [x, y] of pairs(["labor", "energy", "paper", ...names])) {
        for (const dmu of ["A", "B", "C"]) {
          const s = frontierSection(measure(declared.name), model, env, sink, { x, y, dmu });
          if (s === null) throw new Error("errors");
          if ("wrong" in s) {
            expect(s.wrong).toContain("common abatement factor");
            continue;
          }
          drawn++;
          const what = `${declared.name}: ${y} against ${x} of ${dmu}`;
          expect(
            s.frontier.every((p) => Number.isFinite(p.x) && Number.isFinite(p.y)),
            what,
          ).toBe(true);
          if (s.facts.kind === "beyond" || s.chosen.status !== "optimal") continue;
          expect(s.frontier.length, what).toBeGreaterThan(0);
          if (declared.spec.super === false) expect(inside(s, s.chosen), what).toBe(true);
        }
      }
    }
    expect(drawn).toBeGreaterThan(400);
  });
});

function pairs(names: readonly string[]): (readonly [string, string])[] {
  return names.flatMap((x) => names.flatMap((y) => (x === y ? [] : [[x, y] as const])));
}

describe("sections of random technologies", () => {
  const amount = fc.integer({ min: 1, max: 60 });
  const technology = fc.record({
    rows: fc.array(fc.tuple(amount, amount, amount, amount), { minLength: 3, maxLength: 8 }),
    returns: fc.constantFrom("crs", "vrs", "nirs", "ndrs"),
    disposability: fc.constantFrom("weak", "strong", "equality"),
    measure: fc.constantFrom("ddf(t, along: g)", "radial(t, orientation: output)"),
    plane: fc.constantFrom(
      ["bad", "good"],
      ["input", "good"],
      ["good", "bad"],
      ["input", "more"],
      ["input", "bad"],
    ),
  });

  it("hold every unit that has no more of what is held, and the projection on their boundary", async () => {
    await fc.assert(
      fc.asyncProperty(technology, async ({ rows, returns, disposability, measure, plane }) => {
        const table = rows.map((row, i) => `  | U${i} | ${row.join(" | ")} |`).join("\n");
        const [x, y] = plane.map((name) =>
          name === "input" ? "i1" : name === "more" ? "i2" : name === "bad" ? "b" : "y",
        );
        const s = await section(
          `data d {\n  dmu u\n  | u | i1 | i2 | y | b |\n${table}\n}
technology t on d { input i1, i2; good y; bad b; returns ${returns}; disposability ${disposability} }
direction g { good +observed; bad -observed }
measure m = ${measure}`,
          { x: x!, y: y! },
        );
        if (s.chosen.status !== "optimal") return;
        expect(s.frontier.length).toBeGreaterThan(0);
        concave(s);
        const within = (p: SectionPoint) => inside(s, p);
        expect(within(s.chosen)).toBe(true);
        // What the measure moves in another plane lies in another section.
        if (!s.chosen.inPlane || s.held.some(({ moves }) => moves)) return;
        expect(within(s.chosen.projection!)).toBe(true);
        // A weakly disposable bad has a greatest amount too, and a unit may meet that instead of the least.
        if (s.x.moves || s.y.moves) expect(distance(border(s), s.chosen.projection!, s)).toBeLessThan(1e-6);
        if (s.y.role === "good" && s.y.moves)
          expect(distance(s.frontier, s.chosen.projection!, s)).toBeLessThan(1e-6);
      }),
      { numRuns: 120, seed: 11 },
    );
  });
});

/** The function bends one way only. */
function concave(s: FrontierSection): void {
  const way = s.y.better;
  const points = s.frontier.filter((p, i, all) => i === 0 || p.x > all[i - 1]!.x || i === 1);
  for (let i = 2; i < points.length; i++) {
    const [a, b, c] = [points[i - 2]!, points[i - 1]!, points[i]!];
    if (b.x === a.x || c.x === b.x) continue;
    const bend = (c.y - b.y) / (c.x - b.x) - (b.y - a.y) / (b.x - a.x);
    expect(way * bend).toBeLessThan(1e-6 * (s.view.y[1] / s.view.x[1]));
  }
}

/** Whether a point lies in the area, within rounding; outside of the view nothing is said. */
function inside({ area, view }: FrontierSection, { x, y }: SectionPoint): boolean {
  if (x > view.x[1] || y > view.y[1]) return true;
  const off = 1e-7 * view.y[1];
  // A step has two entries at its x.
  const here = area.filter((one) => Math.abs(one.x - x) <= 1e-9 * view.x[1]);
  if (here.some(({ low, high }) => y >= low - off && y <= high + off)) return true;
  const after = area.findIndex((one) => one.x >= x - 1e-9 * view.x[1]);
  if (after < 0) return false;
  const [left, right] = [area[Math.max(0, after - 1)]!, area[after]!];
  const share = right.x === left.x ? 1 : Math.min(1, Math.max(0, (x - left.x) / (right.x - left.x)));
  const between = (a: number, b: number) => a + share * (b - a);
  return y >= between(left.low, right.low) - off && y <= between(left.high, right.high) + off;
}

/** Around the area. */
function border({ area }: FrontierSection): SectionPoint[] {
  const lows = area.map(({ x, low }) => ({ x, y: low }));
  return [...lows, ...area.map(({ x, high }) => ({ x, y: high })).reverse(), lows[0]!];
}

/** From the polyline, in shares of the view. */
function distance(line: readonly SectionPoint[], p: SectionPoint, { view }: FrontierSection): number {
  const scaled = line.map(({ x, y }) => ({ x: x / view.x[1], y: y / view.y[1] }));
  const q = { x: p.x / view.x[1], y: p.y / view.y[1] };
  let least = Math.hypot(scaled[0]!.x - q.x, scaled[0]!.y - q.y);
  for (let i = 1; i < scaled.length; i++) {
    const [a, b] = [scaled[i - 1]!, scaled[i]!];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((q.x - a.x) * dx + (q.y - a.y) * dy) / length));
    least = Math.min(least, Math.hypot(a.x + t * dx - q.x, a.y + t * dy - q.y));
  }
  return least;
}
