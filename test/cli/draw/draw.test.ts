import { describe, expect, it } from "vitest";
import { chartSvg } from "../../../cli/draw/chart-svg.ts";
import { diagramSvg } from "../../../cli/draw/diagram-svg.ts";
import { textWidth } from "../../../cli/draw/text-width.ts";

const bars = (names: readonly string[]) => ({
  datasets: { bars: names.map((name, i) => ({ name, size: i + 1 })) },
  data: { name: "bars" },
  mark: "bar",
  encoding: { y: { field: "name", type: "nominal" }, x: { field: "size", type: "quantitative" } },
});
const widthOf = (svg: string) => Number(/ width="(\d+)"/.exec(svg)![1]);

describe("a chart without a screen", () => {
  it("is drawn in the light look, and anew alike", async () => {
    const spec = bars(["A < B", "C & D"]);
    const svg = await chartSvg(spec);
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect(svg).toContain('fill="#0072B2"');
    expect(svg).toContain("A &lt; B");
    expect(await chartSvg(spec)).toBe(svg);
  });

  it("leaves room for labels as wide as their script", async () => {
    const latin = widthOf(await chartSvg(bars(["mmmmmmmm"])));
    expect(widthOf(await chartSvg(bars(["iiiiiiii"])))).toBeLessThan(latin - 40);
    expect(widthOf(await chartSvg(bars(["北京天津河北山西"])))).toBeGreaterThan(latin);
  });

  it("fetches nothing", async () => {
    const { data: _, datasets: __, ...rest } = bars([]);
    const svg = await chartSvg({ ...rest, data: { url: "file:///etc/hostname" } });
    expect(svg).not.toContain('mark-rect role-mark marks"><path');
  });
});

describe("the width of a text", () => {
  it("is that of the widest common fonts", () => {
    expect(textWidth("北京", 10)).toBe(20);
    expect(textWidth("e\u0301", 10)).toBe(textWidth("e", 10));
    expect(textWidth("Efficiency 2020", 12, true)).toBeGreaterThan(textWidth("Efficiency 2020", 12));
    // Measured in DejaVu Sans, 12 px: 111 px.
    expect(textWidth("inefficiency.score", 12)).toBeGreaterThan(106);
    expect(textWidth("inefficiency.score", 12)).toBeLessThan(130);
  });
});

it("a diagram is drawn without the prologue of a file", async () => {
  const svg = await diagramSvg('digraph g { a -> b [label="<&>"] }');
  expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
  expect(svg).toContain("&lt;&amp;&gt;");
  expect(await diagramSvg('digraph g { a -> b [label="<&>"] }')).toBe(svg);
});
