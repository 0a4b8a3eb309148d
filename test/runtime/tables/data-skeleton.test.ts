import { describe, expect, test } from "vitest";
import { check } from "../../../language/check/check.ts";
import { run } from "../../../runtime/run.ts";
import { dataSkeleton } from "../../../runtime/tables/data-skeleton.ts";
import { readHeaders } from "../../../runtime/tables/read-table.ts";

function skeleton(path: string, csv: string, text = ""): string {
  const [header, ...rows] = csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return dataSkeleton({ path, header: header!, rows }, text);
}

/** The block as a model, with its file: what is wrong with it. */
async function faults(block: string, path: string, csv: string) {
  const read = (name: string) => (name === path ? new TextEncoder().encode(csv) : null);
  const { model, diagnostics } = check("model.gtfp", (name) => (name === "model.gtfp" ? block : null), {
    headersOf: (name) => readHeaders(name, { read }),
  });
  const ran = model === null ? [] : (await run(model, { read })).diagnostics;
  return [...diagnostics, ...ran].filter((d) => d.severity === "error").map((d) => d.message);
}

describe("the data block of a dropped file", () => {
  test.each([
    [
      "a panel with a region",
      "Provinces 2020.csv",
      "province,region,year,labor,Energy use (10k tce)\nBeijing,north,2019,1,2\nHebei,north,2019,3,-\nBeijing,north,2020,4,5\nHebei,north,2020,4,5\n",
      `data provinces_2020 from "Provinces 2020.csv" {
  dmu    province
  period year
  group  region
  labor [1]
  energy_use [1] = \`Energy use (10k tce)\`
  missing values "-"
}
`,
    ],
    [
      "two columns that name a unit only together",
      "data/cells.csv",
      "year,country,industry,value\n2000,A,steel,1\n2000,A,paper,2\n2000,B,steel,3\n2000,B,paper,4\n",
      `data cells from "data/cells.csv" {
  dmu    country, industry
  period year
  value [1]
}
`,
    ],
    [
      "a time series",
      "china.csv",
      "year,gdp,co2\n1990,1,2\n1991,2,3\n",
      `data china from "china.csv" {\n  period year\n  gdp [1]\n  co2 [1]\n}\n`,
    ],
    [
      "codes beside names, and no period",
      "mills.csv",
      "code,mill,where,paper\n110,A,east,5\n120,B,west,6\n130,C,east,6\n",
      `data mills from "mills.csv" {\n  dmu    mill\n  group  \`where\`\n  paper [1]\n}\n`,
    ],
    [
      "units that are numbers",
      "dmus.csv",
      "dmu,x,y\n1,2,3\n2,3,4\n",
      `data dmus from "dmus.csv" {\n  dmu    dmu\n  x [1]\n  y [1]\n}\n`,
    ],
    [
      "Chinese headers",
      "省份.csv",
      "省份,年份,能源消费(万吨标准煤)\n北京,2019,7\n河北,2019,8\n",
      `data 省份_2 from "省份.csv" {\n  dmu    省份\n  period 年份\n  能源消费 [1] = \`能源消费(万吨标准煤)\`\n}\n`,
    ],
    [
      "a yearbook table",
      "gdp.csv",
      "country,2001,2002,2003\nA,1,2,3\nB,2,3,4\n",
      `data gdp from "gdp.csv" {\n  dmu    country\n  wide   year\n  value [1]\n}\n`,
    ],
  ])("%s", async (_, path, csv, block) => {
    expect(skeleton(path, csv)).toBe(block);
    const gaps = /missing values/.test(block)
      ? block.replace("missing values", "missing drop row\n  missing values")
      : block;
    expect(await faults(gaps, path, csv)).toEqual([]);
  });

  test("the panel's name is no word of the model", () => {
    expect(skeleton("mills.csv", "mill,x\nA,1\n", "data mills { }\nmills_2")).toMatch(/^data mills_3 from/);
  });
});
