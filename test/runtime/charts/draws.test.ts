import { describe, expect, it } from "vitest";
import { toDocument } from "../../../cli/reporters/document.ts";
import { chart } from "../../helpers/charts.ts";
import { draw } from "../../helpers/draw.ts";
import { economy, many, mills } from "./models.ts";

const tiles = { "tiles.csv": "mill,row,col\nA,1,1\nB,1,2\nC,2,2\nD,2,1\n" };
const square = (name: string, x: number) =>
  `{"type": "Feature", "properties": {"mill": "${name}"}, "geometry": {"type": "Polygon", "coordinates": [[[${x},0],[${x},1],[${x + 1},1],[${x + 1},0],[${x},0]]]}}`;
const outlines = {
  "mills.geojson": `{"type": "FeatureCollection", "features": [${square("A", 0)}, ${square("B", 2)}]}`,
};

/** Every form, with what must be read in its picture. */
const forms: readonly (readonly [
  string,
  string,
  string,
  readonly string[],
  Readonly<Record<string, string>>?,
])[] = [
  [
    "scenarios",
    economy,
    "chart total over time for current, fast",
    ["total [Mt]", "time [year]", "current", "fast", "paths part in 2020"],
  ],
  ["frames", economy, "chart total, workers over time for current, fast", ["total [Mt]", "workers [person]"]],
  [
    "dimension",
    economy,
    "chart economy.value over time for current, fast",
    ["services", "manufacturing", "value [Mt]"],
  ],
  ["fan", economy, "chart doubt", ["median of total [Mt]", "runs of doubt", "90 %", "50 %"]],
  ["units", mills, "chart mills.paper over year", ["mills.paper [t]", "year", ">A<", ">B<", ">C<"]],
  ["many", many(12), "chart plants.output over year", ["plants.output [t]", ">U11<", ">U0<", ">mean<"]],
  ["bars", mills, "chart mills.paper at 2022", ["mills.paper [t]", "mill", ">155<"]],
  ["grouped-bars", mills, "chart mills.paper by region at 2020, 2022", ["north", "south", "2020", "2022"]],
  ["ratio-bars", mills, "chart gtfp.change by mill", ["gtfp.change (geometric mean)", "1.095"]],
  [
    "points",
    mills,
    "chart mills.paper against mills.labor by region at 2022",
    ["mills.paper [t]", "mills.labor [h]", "north", "south", ">A<"],
  ],
  [
    "paths",
    economy,
    "chart total against workers for current, fast",
    ["total [Mt]", "workers [person]", "scenario"],
  ],
  [
    "tiles",
    mills,
    'map mills.paper at 2022 using "tiles.csv" key mill',
    ["mills.paper [t]", ">A<", ">120<", ">D<", ">–<"],
    tiles,
  ],
  [
    "tiles-around-one",
    mills,
    'map gtfp.change at 2022 using "tiles.csv"',
    ["gtfp.change, M [1]", "1.091"],
    tiles,
  ],
  [
    "outlines",
    mills,
    'map mills.paper at 2022 using "mills.geojson" key mill',
    ["mills.paper [t]"],
    outlines,
  ],
];

describe.each(forms.map((form) => ({ name: form[0], form })))("$name", ({ name, form }) => {
  const [, model, item, words, files = {}] = form;

  it("is drawn without a warning in both themes, with its axes and labels", async () => {
    const made = await chart(model, item, files);
    for (const theme of ["light", "dark"] as const) {
      const { svg, warnings } = await draw(made.spec, theme);
      expect(warnings).toEqual([]);
      for (const word of words) expect(svg).toContain(word);
      // No value came out as no number.
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it("tells what it shows, to those who do not see it too", async () => {
    const { spec, sentence, table } = await chart(model, item, files);
    expect(sentence).toMatch(/^.{15,}\.$/);
    expect(spec.description).toBe(sentence);
    expect(JSON.stringify(spec)).toContain('"tooltip"');
    expect(table.name).toBe("pictures.1");
    expect(table.rows).toBeGreaterThan(0);
  });

  it("names its data and leaves colours and fetching to whoever draws it", async () => {
    const { spec } = await chart(model, item, files);
    expect(Object.keys(spec.datasets as object).length).toBeGreaterThan(0);
    const { $schema: _, ...rest } = spec;
    expect(JSON.stringify(rest)).not.toMatch(/#[0-9a-f]{3,6}\b|https?:|"url"/i);
  });

  it("is the specification that it was", async () => {
    const { spec } = await chart(model, item, files);
    const { datasets = {}, ...drawn } = spec;
    for (const name of Object.keys(datasets as object))
      expect(JSON.stringify(drawn)).toContain(`"name":"${name}"`);
    const text = `# ${item}\n\n\`\`\`json\n${toDocument(spec)}\`\`\`\n`;
    await expect(text).toMatchFileSnapshot(`specs/${name}.md`);
  });
});
