import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, it } from "vitest";
import type { Chart } from "../../../runtime/charts/chart.ts";
import type { ReportDocument } from "../../../runtime/results.ts";
import { pipeline } from "../../helpers/pipeline.ts";
import { labelsOf, numbersOf } from "../measure/frontier-model.ts";

const model = (items: string, rest = "") => `data mills {
  dmu mill, line
  period year
  | mill | line | year | labor [person] | paper [t] | bod [kg] |
  | A    | x    | 2020 |             10 |       100 |       20 |
  | B    | x    | 2020 |             10 |        60 |        5 |
  | C    | y    | 2020 |             10 |        50 |       25 |
  | A    | x    | 2021 |             10 |       110 |       20 |
  | B    | x    | 2021 |             10 |        60 |        5 |
  | C    | y    | 2021 |             10 |        50 |       25 |
}
technology green on mills { input labor; good paper; bad bod; returns vrs }
direction g { good +observed; bad -observed }
measure inefficiency = ddf(green, along: g)
system tank {
  time [day] = 0 .. 10
  stock water [t] = 10
  flow rain: cloud -> water = 3 [t/day]
}
${rest}
report r {
  ${items}
}`;

async function items(text: string): Promise<ReportDocument["items"]> {
  const { results, diagnostics } = await pipeline(text);
  if (results === null) throw new Error(diagnostics.map((d) => d.message).join("\n"));
  return results.reports[0]!.items;
}
async function codes(text: string): Promise<string[]> {
  return (await pipeline(text)).diagnostics.map(({ code }) => code);
}
/** The picture by Vega, without a browser. */
async function view({ spec }: Chart): Promise<View> {
  const drawn = new View(parse(compile(spec as unknown as TopLevelSpec).spec), { renderer: "none" });
  await drawn.runAsync();
  return drawn;
}

describe("frontier items", () => {
  it("draw the section of the last period through the first inefficient unit", async () => {
    const [item] = await items(model("/// Where it could go\n frontier inefficiency: paper against bod"));
    if (item?.kind !== "chart") throw new Error("no chart");
    expect(item.title).toBe("Where it could go");
    // On the line through B (5, 60) and A (20, 110): 50 + 50β = 60 + 10/3 (20 − 25β), so β = 0.575.
    expect(item.chart.sentence).toBe(
      "C, y could make 57 % more paper and emit 57 % less bod, as A, x and B, x together do. The section holds labor at 10 person, as C, y has them.",
    );
    const { table } = item.chart;
    expect(table.name).toBe("r.1");
    expect(table.columns.map(({ name, role, unit }) => [name, role, unit?.text ?? null])).toEqual([
      ["part", "label", null],
      ["mill", "dmu", null],
      ["line", "dmu", null],
      ["year", "period", null],
      ["bod", "value", "kg"],
      ["paper", "value", "t"],
      ["score", "value", "1"],
      ["class", "label", null],
      ["weight", "value", "1"],
    ]);
    const parts = labelsOf(table, "part");
    expect(parts.filter((part) => part === "unit")).toHaveLength(3);
    const vertices = parts.flatMap((part, i) =>
      part === "frontier" ? [[numbersOf(table, "bod")[i], numbersOf(table, "paper")[i]]] : [],
    );
    expect(vertices).toEqual([
      [0, 0],
      [5, 60],
      [20, 110],
      [25, 50],
      [25, 0],
    ]);
  });

  it("are drawn by Vega, and redrawn by the names of their data", async () => {
    const [item] = await items(model('frontier inefficiency: paper against bod for "C", "y" at 2020'));
    if (item?.kind !== "chart") throw new Error("no chart");
    const drawn = await view(item.chart);
    expect(drawn.data("frontier")).toHaveLength(5);
    expect(drawn.data("units").map(({ name, kind }) => [name, kind])).toEqual([
      ["A, x", "peer"],
      ["B, x", "peer"],
    ]);
    // Scales have their names, so that a place on the page can be told as an amount.
    const x = drawn.scale("x");
    expect(x.invert(x(20))).toBeCloseTo(20, 9);
    expect(drawn.signal("xHigh")).toBeCloseTo(27.5, 9);
    drawn.signal("xHigh", 55);
    drawn.data("chosen", [{ ...drawn.data("chosen")[0], x: 30 }]);
    await drawn.runAsync();
    expect(drawn.scale("x").domain()).toEqual([0, 55]);
    const svg = await drawn.toSVG();
    expect(svg).toContain(">C, y<");
    expect(svg).toContain("bod [kg]");
    drawn.finalize();
  });

  it("say what is not there", async () => {
    expect(await codes(model("frontier inefficiency: paper against bod at 2022"))).toEqual(["GTFP7001"]);
    expect(await codes(model('frontier inefficiency: paper against bod for "A", "y"'))).toEqual(["GTFP7002"]);
    const common =
      "technology common from green { disposability shephard }\nmeasure m = ddf(common, along: g)";
    expect(await codes(model("frontier m: paper against labor", common))).toEqual(["GTFP7007"]);
  });
});

describe("program items", () => {
  it("print one unit's program as explain does, with its rows as a table", async () => {
    const [item] = await items(model('program inefficiency for "C", "y"'));
    if (item?.kind !== "program") throw new Error("no program");
    expect(item.explanation.blocks[0]).toMatchObject({ is: "title", text: "inefficiency of C, y 2021" });
    expect(item.explanation.blocks.some(({ is }) => is === "tableau")).toBe(true);
    expect(labelsOf(item.table, "row")).toEqual(["labor", "paper", "bod", "Σ(λ+μ)"]);
    expect(labelsOf(item.table, "relation")).toEqual(["<=", ">=", "=", "="]);
    expect(labelsOf(item.table, "binding")).toEqual(["yes", "yes", "yes", "yes"]);
    expect(numbersOf(item.table, "rhs")).toEqual([10, 50, 25, 1]);
    expect(numbersOf(item.table, "dual")[1]).toBeLessThan(0);
  });

  it("say what is not there", async () => {
    expect(await codes(model('program inefficiency for "C", "y" at 2019'))).toEqual(["GTFP7001"]);
    expect(await codes(model('program inefficiency for "C", "x" at 2020'))).toEqual(["GTFP7002"]);
  });
});

describe("diagram items", () => {
  it("hold a graph, a sentence and the links", async () => {
    const [item] = await items(model("diagram tank"));
    if (item?.kind !== "diagram") throw new Error("no diagram");
    expect(item.dot).toMatch(/^digraph "tank" \{/);
    expect(item.sentence).toBe("tank has 1 stock (water), 1 flow and no feedback loop.");
    expect(item.table.columns.map(({ name, cells }) => [name, ...cells.values])).toEqual([
      ["from", "cloud", "rain"],
      ["to", "rain", "water"],
      ["kind", "outflow", "inflow"],
      ["polarity", null, "+"],
    ]);
  });
});
