import { describe, expect, it } from "vitest";
import { chart, records, rowsOf } from "../../helpers/charts.ts";
import { draw } from "../../helpers/draw.ts";
import { pipeline } from "../../helpers/pipeline.ts";
import { economy, many, mills } from "./models.ts";

describe("lines", () => {
  it("are one for each scenario, with the run's own numbers", async () => {
    const made = await chart(economy, "chart economy.total over time for current, fast");
    // Euler: 400 · 1.1^n; from 2020 on 1.2.
    const fast = rowsOf(made, "lines").filter(({ series }) => series === "fast");
    expect(fast.map(({ x }) => x)).toEqual([2018, 2019, 2020, 2021, 2022]);
    expect(fast.map(({ y }) => y)).toEqual([400, 440, 484, 580.8, 696.96].map((y) => expect.closeTo(y, 9)));
    expect(
      records(made)
        .filter(({ scenario }) => scenario === "current")
        .map((row) => row["economy.total"]),
    ).toEqual([400, 440, 484, 532.4, 585.64].map((y) => expect.closeTo(y, 9)));
    expect(made.table.columns.map(({ name }) => name)).toEqual(["scenario", "time", "economy.total"]);
  });

  it("compare with the run from which the others come, or with the one after `against`", async () => {
    const derived = await chart(economy, "chart total over time for fast, current");
    expect(derived.sentence).toMatch(/^In 2022 total is 19 % higher in fast than in current\./);
    const asked = await chart(economy, "chart total over time for current against fast");
    expect(asked.sentence).toMatch(/^In 2022 total is 16 % lower in current than in fast\./);
    expect(
      rowsOf(asked, "lines")
        .filter(({ base }) => base === true)
        .every(({ series }) => series === "fast"),
    ).toBe(true);
  });

  it("tell of many scenarios the highest and the lowest", async () => {
    const rates = [2, 4, 6, 8, 12].map((rate) => `scenario s${rate} from current { growth = ${rate}% }\n`);
    const made = await chart(
      `${economy}${rates.join("")}`,
      "chart total over time for current, s2, s4, s6, s8, s12",
    );
    // 1.12^4 and 1.02^4 to 1.1^4.
    expect(made.sentence).toBe(
      "In 2022 total is 7.47 % higher in s12 and 26.1 % lower in s2 than in current; the other 3 lie between.",
    );
  });

  it("say of one that ends as it began so", async () => {
    const made = await chart(mills, "chart min(mills.labor by year) over year");
    expect(made.sentence).toBe("min(mills.labor by year) is 10 h both in 2020 and in 2022.");
  });

  it("are of all scenarios where none is named, and find a variable by its bare name", async () => {
    const made = await chart(economy, "chart total over time");
    expect(new Set(rowsOf(made, "lines").map(({ series }) => series))).toEqual(
      new Set(["current", "fast", "slow"]),
    );
  });

  it("mark where paths part, unless they part at once", async () => {
    const late = await chart(economy, "chart total over time for current, fast");
    expect(rowsOf(late, "parting")).toEqual([{ x: 2020, text: "paths part in 2020" }]);
    const early = await chart(economy, "chart total over time for current, slow");
    expect(Object.keys(early.spec.datasets as object)).not.toContain("parting");
  });

  it("stand in frames below each other for several units, and in one for one unit", async () => {
    const two = await chart(economy, "chart total, workers over time for current, fast");
    expect((two.spec.concat as unknown[]).length).toBe(2);
    const one = await chart(mills, "chart mean(mills.paper by year), max(mills.paper by year) over year");
    expect(one.spec.concat).toBeUndefined();
    expect(new Set(rowsOf(one, "lines").map(({ series }) => series)).size).toBe(2);
  });

  it("break where a unit has no number", async () => {
    const made = await chart(mills, "chart mills.paper over year");
    const c = rowsOf(made, "lines").filter(({ series }) => series === "C");
    expect(c.find(({ x }) => x === 2021)?.y).toBeNull();
    expect(c.filter(({ y }) => y !== null).map(({ x }) => x)).toEqual([2020, 2022]);
  });

  it("go grey where they are many, behind the mean, the highest and the lowest", async () => {
    const made = await chart(many(12), "chart plants.output over year");
    expect(rowsOf(made, "lines").length).toBe(36);
    // Units 0 … 11 end at i + 2 (i mod 3): the mean is 5.5 + 2.
    expect(rowsOf(made, "summary").at(-1)).toMatchObject({ x: 2022, y: 7.5 });
    expect(new Set(rowsOf(made, "bright").map(({ series }) => series))).toEqual(new Set(["U11", "U0"]));
    expect(made.sentence).toBe(
      "In 2022 plants.output is highest in U11 (15 t) and lowest in U0 (0 t); the mean of 12 is 7.5 t.",
    );
  });

  it("are some for all where they are very many", async () => {
    const made = await chart(many(500), "chart plants.output over year");
    expect(rowsOf(made, "lines").length).toBe(1200);
    expect(made.table.rows).toBe(1500);
    expect(made.sentence).toContain("The picture shows 400 of the 500 lines.");
  });

  it("average over the units of a group, geometrically for ratios, and say so", async () => {
    const made = await chart(mills, "chart gtfp.change over year by region");
    expect(made.table.notes).toContain("Geometric means: gtfp.change.");
    const north = records(made).filter(({ region }) => region === "north");
    expect(north.map((row) => row["gtfp.change"])).toEqual([
      Number.NaN,
      expect.closeTo(1.1, 9),
      expect.closeTo(120 / 110, 9),
    ]);
  });

  it("take only the labels after `for`", async () => {
    const made = await chart(mills, 'chart mills.paper over year for "A", B');
    expect(new Set(rowsOf(made, "lines").map(({ series }) => series))).toEqual(new Set(["A", "B"]));
  });

  it("put data beside a run, whatever each calls its time", async () => {
    const data = `data seen {\n  period year\n  | year | total [Mt] |\n  |---|---:|\n  | 2018 | 400 |\n  | 2019 | 450 |\n}\n`;
    const made = await chart(`${economy}${data}`, "chart seen.total, fast.total over year");
    const lines = rowsOf(made, "lines");
    expect(lines.filter(({ series }) => series === "seen.total").map(({ y }) => y)).toEqual([400, 450]);
    expect(lines.filter(({ series }) => series === "fast.total").length).toBe(5);
    expect(made.table.columns.map(({ name }) => name)).toEqual(["year", "seen.total", "fast.total"]);
  });
});

describe("values of unlike keys", () => {
  const past = `data past {
  dmu country
  period year
  | country | year | total [Mt] |
  |---------|-----:|-----------:|
  | China   | 2016 |        300 |
  | China   | 2017 |        350 |
}
`;
  it("share a frame, and stand below each other in the table", async () => {
    const made = await chart(
      `${economy}${past}`,
      "chart past.total, economy.total over time for current, fast",
    );
    expect(made.spec.concat).toBeUndefined();
    expect(new Set(rowsOf(made, "lines").map(({ series }) => series))).toEqual(
      new Set(["China", "current", "fast"]),
    );
    expect(made.table.columns.map(({ name }) => name)).toEqual([
      "country",
      "year",
      "scenario",
      "past.total",
      "economy.total",
    ]);
    expect(made.table.rows).toBe(12);
    expect(records(made)[0]).toEqual({
      country: "China",
      year: 2016,
      scenario: null,
      "past.total": 300,
      "economy.total": Number.NaN,
    });
  });
});

describe("bands", () => {
  it("lie around the scenario that a sensitivity varied, as its table has them", async () => {
    const text = `${economy}report r { chart total over time for current, fast }\n`;
    const { results } = await pipeline(text);
    const bands = results!.tables.find(({ name }) => name === "doubt.bands")!;
    const p5 = bands.columns.find(({ name }) => name === "p5")!.cells.values;
    const [item] = results!.reports[0]!.items;
    if (item?.kind !== "chart") throw new Error("no chart");
    const wide = rowsOf(item.chart, "fan").filter(({ band }) => band === "90 %");
    expect(wide.map(({ low }) => low)).toEqual([...p5]);
    expect(item.chart.sentence).toContain("90 % of the runs of doubt lie between");
  });

  it("are not drawn for a scenario that it did not vary", async () => {
    const made = await chart(economy, "chart total over time for current, slow");
    expect(Object.keys(made.spec.datasets as object)).not.toContain("fan");
  });
});

describe("bars", () => {
  it("stand highest first, or as `sort` says", async () => {
    const order = async (item: string) => {
      const { spec } = await chart(mills, item);
      return (spec.encoding as { y: { sort: string[] } }).y.sort;
    };
    expect(await order("chart mills.paper at 2022")).toEqual(["B", "C", "A"]);
    expect(await order("chart mills.paper at 2022 sort ascending")).toEqual(["A", "C", "B"]);
  });

  it("are means over what is not named, and of a run its end", async () => {
    const south = await chart(mills, "chart mills.paper by region at 2020");
    expect(records(south)).toEqual([
      { region: "north", "mills.paper": 100 },
      { region: "south", "mills.paper": 160 },
    ]);
    const end = await chart(economy, "chart total over scenario");
    expect(records(end)[0]).toEqual({ scenario: "current", total: expect.closeTo(585.64, 9) });
    expect(end.sentence).toContain("total in 2022 is highest in fast");
  });

  it("show single values beside each other, in a frame for each unit", async () => {
    const made = await chart(mills, "chart mean(mills.paper), max(mills.paper), mean(mills.labor)");
    expect((made.spec.concat as unknown[]).length).toBe(2);
    expect(rowsOf(made, "bars-1").map(({ y }) => y)).toEqual([expect.closeTo(138.125, 9), 170]);
  });

  it("leave out the middle of very many and say so", async () => {
    const made = await chart(many(80), "chart plants.output at 2020");
    expect(rowsOf(made, "bars").length).toBe(60);
    expect(made.table.rows).toBe(80);
    expect(made.sentence).toContain("leaves out the 20 in the middle");
  });
});

describe("charts without a number", () => {
  const none = "only(mills.paper where mills.paper < 0 by mill, year)";
  it.each([
    `chart ${none} over year`,
    `chart ${none} at 2020`,
    `chart ${none} against mills.labor`,
    `map ${none} at 2020 using "tiles.csv"`,
  ])("say so and are drawn all the same: %s", async (item) => {
    const made = await chart(mills, item, { "tiles.csv": "mill,row,col\nA,1,1\n" });
    expect(made.sentence).toMatch(/has no values|No row has both/);
    expect((await draw(made.spec)).warnings).toEqual([]);
  });
});

describe("points", () => {
  it("have both numbers of a row and its name", async () => {
    const made = await chart(mills, "chart mills.paper against mills.labor by region at 2022");
    expect(rowsOf(made, "points")).toContainEqual(
      expect.objectContaining({ x: 18, y: 155, name: "B", series: "south" }),
    );
    expect(made.sentence).toContain("their correlation is 0.92");
    expect(made.table.columns.map(({ name }) => name)).toEqual(["mill", "mills.paper", "mills.labor"]);
  });
});

describe("maps", () => {
  const tiles = (rows: string) => ({ "tiles.csv": `place,Y,X\n${rows}` });

  it("put values on the tiles of their labels and tell which do not meet", async () => {
    const item = 'map mills.paper at 2022 using "tiles.csv" key place';
    const made = await chart(mills, item, tiles("A,1,3\nB,2,3\nD,2,2\n"));
    expect(rowsOf(made, "places").map(({ name, y, row, column }) => [name, y, row, column])).toEqual([
      ["A", 120, 1, 3],
      ["B", 155, 2, 3],
      ["D", null, 2, 2],
    ]);
    expect(made.table.notes).toEqual(["Not on the map: C.", "Without a value: D."]);
    expect(made.sentence).toContain("Not on the map: C.");
  });

  it("reach equally far to both sides of what means no change", async () => {
    const made = await chart(
      mills,
      'map gtfp.change at 2022 using "tiles.csv" key place',
      tiles("A,1,1\nB,1,2\n"),
    );
    const text = JSON.stringify(made.spec);
    const [, low, high] = /"domain":\[([\d.]+),([\d.]+)\],"domainMid":1/.exec(text) ?? [];
    expect(1 - Number(low)).toBeCloseTo(Number(high) - 1, 9);
    const placed = rowsOf(made, "places").map(({ y }) => Math.abs(Number(y) - 1));
    expect(Number(high) - 1).toBeCloseTo(Math.max(...placed), 9);
  });

  it("have a frame for each of few periods", async () => {
    const made = await chart(
      mills,
      'map mills.paper at 2020, 2022 using "tiles.csv" key place',
      tiles("A,1,1\nB,1,2\n"),
    );
    expect((made.spec.concat as { title: { text: string } }[]).map(({ title }) => title.text)).toEqual([
      "2020",
      "2022",
    ]);
  });

  it("know GeoJSON outlines by a property, drawn flat around the middle latitude", async () => {
    const feature = (name: string, y: number) =>
      `{"type":"Feature","properties":{"id":"${name}"},"geometry":{"type":"Polygon","coordinates":[[[10,${y}],[10,${y + 20}],[20,${y + 20}],[10,${y}]]]}}`;
    const file = `{"type":"FeatureCollection","features":[${feature("A", 40)},${feature("B", 60)}]}`;
    const made = await chart(mills, 'map mills.paper at 2022 using "m.geojson" key id', {
      "m.geojson": file,
    });
    const [a] = rowsOf(made, "places") as unknown as {
      properties: unknown;
      geometry: { coordinates: number[][][] };
    }[];
    expect(a!.properties).toEqual({ name: "A", y: 120 });
    expect(a!.geometry.coordinates[0]![0]![0]).toBeCloseTo(10 * Math.cos(Math.PI / 3), 9);
    expect(a!.geometry.coordinates[0]![0]![1]).toBe(40);
  });
});
