import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { describe, expect, it } from "vitest";
import { endsOf, runsAlong } from "../../../editor/playground/panels/diagram/loop-links.ts";
import { fitted, moved, zoomed } from "../../../editor/playground/panels/diagram/zoom.ts";
import { answer, pond } from "./panel-models.ts";

describe("loops in the drawn picture", () => {
  it("run along a line for each of their steps", async () => {
    const { dot, loops } = await answer(pond, { ask: "diagram", system: "pond" });
    const svg = (await Graphviz.load()).dot(dot, "svg");
    const lines = [...svg.matchAll(/<g id="[^"]*" class="edge ([^"]*)">\s*<title>([^<]*)<\/title>/g)].map(
      ([, classes, title]) => ({
        pipe: classes!.includes("pipe"),
        ends: endsOf(title!.replaceAll("&#45;", "-").replaceAll("&gt;", ">"))!,
      }),
    );
    expect(lines.length).toBeGreaterThan(8);
    expect(loops.map(({ variables, polarity }) => `${polarity} ${variables.join(" ")}`)).toEqual(
      expect.arrayContaining(["+ fish births", "− fish deaths", "+ value gain"]),
    );
    for (const { variables } of loops) {
      const along = lines.filter(({ ends, pipe }) => runsAlong(variables, ends, pipe));
      expect(along.length, variables.join(" ")).toBe(variables.length);
    }
  });

  it("read titles with and without ports", () => {
    expect(endsOf("births:valve:e->fish")).toEqual(["births", "fish"]);
    expect(endsOf("a.b:n->a.c:valve:n")).toEqual(["a.b", "a.c"]);
    expect(endsOf("fish")).toBeNull();
  });
});

describe("zoom", () => {
  const frame = { width: 600, height: 400 };

  it("fits the picture into the middle, never larger than it reads well", () => {
    const zoom = fitted({ width: 1200, height: 300 }, frame);
    expect(zoom.scale).toBeCloseTo(584 / 1200, 9);
    expect(zoom.x).toBeCloseTo(8, 9);
    expect(fitted({ width: 50, height: 50 }, frame).scale).toBe(1.4);
  });

  it("keeps in place what the pointer is on", () => {
    const before = { x: 10, y: 20, scale: 1 };
    const at = { x: 110, y: 70 };
    const after = zoomed(before, 1.5, at);
    const place = ({ x, y, scale }: typeof before) => [(at.x - x) / scale, (at.y - y) / scale];
    expect(place(after)[0]).toBeCloseTo(place(before)[0]!, 9);
    expect(place(after)[1]).toBeCloseTo(place(before)[1]!, 9);
    expect(zoomed(before, 1000, at).scale).toBe(6);
    expect(moved(before, 1, -1)).toEqual({ x: 11, y: 19, scale: 1 });
  });
});
