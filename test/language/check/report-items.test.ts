import { describe, expect, test } from "vitest";
import type { ReportItem } from "../../../language/model.ts";
import { checkFiles, modelOf, plants, told } from "./checking.ts";

const frontier = `technology green on plants { input labor; good value }
measure m = radial(green, orientation: input)
index gtfp = malmquist(m)
`;
const economy = `dimension sector = steel, services
system economy {
  time [year] = 2020 .. 2030
  param growth [1/year] = annual(5%)
  stock value by sector [t] = 10 [t]
  flow gain by sector: cloud -> value = growth * value
  aux total = sum(value)
}
system other {
  time [year] = 2020 .. 2030
  stock water [t] = 1
  flow rain: cloud -> water = 1 [t/year]
}
scenario current of economy
scenario fast from current { growth = annual(7%) }
scenario dry of other
sensitivity doubt of fast { growth ~ annual(uniform(5%, 9%)); samples 16; seed 1; outputs total; bands 90 }
`;
const text = (item: string) => `${plants("", frontier)}${economy}report r { ${item} }\n`;
const line = text("").split("\n").length - 1;

function itemOf(item: string): ReportItem {
  return modelOf(text(item)).reports[0]!.items[0]!;
}
/** What is said of an item, without code and line. */
function said(item: string): string[] {
  return told(text(item)).map((one) => one.replace(/^(GTFP\d+) \d+: /, "$1 "));
}
function help(item: string): string | undefined {
  return checkFiles(text(item)).diagnostics[0]?.help;
}

describe("the form of a chart", () => {
  test.each([
    ["chart total over time for current, fast", { form: "lines", scenarios: ["current", "fast"] }],
    ["chart economy.total", { form: "lines" }],
    ["chart economy.total for fast against current", { scenarios: ["current", "fast"], base: "current" }],
    ["chart economy.total against current", { scenarios: ["current", "fast"], base: "current" }],
    ["chart economy.value over time by sector", { form: "lines", by: ["sector"] }],
    ["chart economy.value by sector", { form: "lines", by: ["sector"] }],
    ["chart gtfp.change over year by region", { form: "lines", by: ["region"] }],
    ["chart gtfp.change over period", { form: "lines" }],
    ["chart gtfp.change by region", { form: "bars", over: "region" }],
    ["chart m.score by plant at 2021", { form: "bars", over: "plant" }],
    ["chart m.score at 2021", { form: "bars", over: "plant" }],
    ["chart m.score over industry", { form: "bars", over: "industry" }],
    ["chart peak_value(economy.total)", { form: "bars", over: "scenario" }],
    ["chart mean(plants.labor), max(plants.labor)", { form: "bars" }],
    ["chart m.score against plants.value by region", { form: "points", by: ["region"] }],
    ["chart m.score over plants.value", { form: "points" }],
    ['chart m.score over year for "A"', { only: [expect.objectContaining({ label: "A" })] }],
  ])("%s", (item, expected) => {
    expect(itemOf(item)).toMatchObject({ kind: "chart", ...expected });
  });

  test("a sensitivity stands for the medians of its outputs, with their bands", () => {
    const item = itemOf("chart doubt over time");
    if (item.kind !== "chart") throw new Error(item.kind);
    expect(item.values.map(({ label }) => label)).toEqual(['doubt.bands.median["total"]']);
    expect(item.fans).toEqual([{ value: 0, table: "doubt.bands", output: "total" }]);
  });

  test("bands belong to the scenario that was varied alone", () => {
    const fansOf = (item: string) => {
      const found = itemOf(item);
      return found.kind === "chart" ? found.fans : null;
    };
    const fan = { value: 0, table: "doubt.bands", output: "total", scenario: "fast" };
    expect(fansOf("chart total over time for current, fast")).toEqual([fan]);
    expect(fansOf("chart fast.total over time")).toEqual([fan]);
    expect(fansOf("chart current.total over time")).toBeUndefined();
  });
});

describe("other items", () => {
  test.each([
    [
      "describe plants: labor, value / labor by region",
      { values: [{ label: "labor" }, { label: "value / labor" }] },
    ],
    ["describe m: score, slack.labor", { values: [{ label: "score" }, { label: "slack.labor" }] }],
    ["describe plants", { values: [{ label: "labor" }, { label: "value" }] }],
    ["describe current: total", { values: [{ expr: { op: "run", scenario: "current" } }] }],
    [
      'map m.score at 2021 using "t.csv" key plant',
      { key: "plant", column: "plant", file: { path: "t.csv" } },
    ],
    ['map mean(m.score by plant) using "t.csv" key place', { key: "plant", column: "place" }],
    ["frontier m: value against labor at 2021", { measure: "m", y: "value", x: "labor", at: 2021 }],
    ['frontier m: value against labor for "A", "paper"', { dmu: ["A", "paper"] }],
    ['program m for "A", paper at 2021', { measure: "m", dmu: ["A", "paper"], at: 2021 }],
    ['program m for "paper"', { dmu: ["paper"] }],
    ["diagram economy", { system: "economy" }],
    ["diagram fast", { system: "economy" }],
  ])("%s", (item, expected) => {
    expect(itemOf(item)).toMatchObject(expected);
  });
});

describe("what is refused, and what is meant", () => {
  test.each([
    ["describe plants: labour", "GTFP2011 The panel `plants` has no `labour`.", "did you mean `labor`?"],
    ["describe plnts: labor", "GTFP2010 Nothing here is called `plnts`.", "did you mean `plants`?"],
    [
      "chart mean(m.score by plant) over time",
      "GTFP2039 `over time` needs a value over time, but this one has the key `plant`.",
      undefined,
    ],
    [
      "chart economy.total over tim",
      "GTFP2012 `tim` is not a key of this value, which has the keys `scenario` and `time`.",
      "did you mean `time`?",
    ],
    ["chart total over time for current, dry", "GTFP2074 `dry` is not a scenario of `economy`.", undefined],
    [
      "chart total over time for curent",
      "GTFP2074 `curent` is not a scenario of `economy`.",
      "did you mean `current`?",
    ],
    [
      "chart current.total over time for fast",
      "GTFP2077 There is nothing to choose `fast` from: the value has no labels.",
      "leave `for` out, or draw a value that still has scenarios or DMUs",
    ],
    [
      "chart m.class by plant at 2021",
      "GTFP2046 A value of a chart must be a number, but this is a label.",
      undefined,
    ],
    [
      "chart total over time at 2025",
      "GTFP2071 `at` needs several periods where a chart goes over time.",
      undefined,
    ],
    [
      "chart m.score key plant",
      "GTFP2070 `chart` has no clause `key`; it takes `over`, `by`, `at`, `for`, `against`, `sort`, `digits`.",
      undefined,
    ],
    [
      "map m.score at 2021 key plant",
      "GTFP2087 `map` needs a file that says where the places are.",
      'add `using "tiles.csv"`',
    ],
    [
      "map m.score at 2021 using tiles key plant",
      "GTFP2071 `using` needs the path of a file in quotation marks.",
      undefined,
    ],
    [
      "frontier m: value against labour",
      "GTFP2082 `labour` is no input or output of `green`.",
      "did you mean `labor`?",
    ],
    [
      "frontier gtfp: value against labor",
      "GTFP2084 `frontier` needs a measure that is one linear program for each DMU, but this is an index.",
      "name a measure such as one of `radial(…)`, `ddf(…)` or `sbm(…)`",
    ],
    ["frontier mm: value against labor", "GTFP2010 Nothing here is called `mm`.", "did you mean `m`?"],
    [
      'program m for "A", "paper", "B" at 2021',
      "GTFP2086 A DMU of `plants` is named by 2 labels, of `plant` and `industry`, but there are 3 here.",
      undefined,
    ],
    [
      'program m for "A", "papr" at 2021',
      "GTFP2015 `industry` has no label `papr`.",
      "did you mean `paper`?",
    ],
    [
      "program m at 2021",
      "GTFP2085 This does not say whose program is shown.",
      "add `for` and a label of `plant` and `industry`",
    ],
    ["diagram econmy", "GTFP2010 Nothing here is called `econmy`.", "did you mean `economy`?"],
    ["diagram plants", "GTFP2079 `diagram` needs one system.", "write `diagram economy`"],
    ["diagram economy at 2021", "GTFP2070 `diagram` has no clause `at`; it takes none.", undefined],
  ])("%s", (item, message, mend) => {
    expect(said(item)).toEqual([message]);
    expect(help(item)).toBe(mend);
    expect(told(text(item))[0]).toContain(` ${line}: `);
  });

  test("an item of something that failed itself is not complained about again", () => {
    const broken = text("frontier m: value against labor").replace("input labor", "input labour");
    expect(told(broken).filter((one) => one.includes(`${line}:`))).toEqual([]);
  });
});
