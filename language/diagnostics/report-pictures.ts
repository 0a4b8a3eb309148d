/** GTFP2077–2088: charts, maps, frontiers, programs and diagrams as they are written. */
import { entry } from "./entry.ts";
import { mills, network, plain, years } from "./frontier-examples.ts";
import { listed, panelExample } from "./words.ts";

const report = (item: string) => `report r {\n  ${item}\n}\n`;
const measured = (item: string) =>
  mills(
    `${plain}direction d { good +observed; bad -observed }\nmeasure m = ddf(green, along: d)\n${report(item)}`,
  );
const overYears = (item: string) =>
  years(`${plain}measure m = radial(green, orientation: input)\nindex i = malmquist(m)\n${report(item)}`);
const staged = (item: string) =>
  network(
    "link pulp: boiling -> drying free",
    `measure m = network_sbm(chain)\nmeasure whole = sbm(flat)\ntechnology flat on mills { input wood, energy; good paper }\n${report(item)}`,
  );
const tank = (item: string) => `system tank {
  time [day] = 0 .. 10
  stock water [t] = 10
  flow rain: cloud -> water = 3 [t/day]
}
${report(item)}`;
const tiles = { "tiles.csv": "mill,row,col\nA,1,1\nB,1,2\n" };

export const pictures = {
  nothingToChoose: entry<{ label: string }>({
    code: "GTFP2077",
    severity: "error",
    title: "Labels chosen from a value without any",
    message: ({ label }) => `There is nothing to choose \`${label}\` from: the value has no labels.`,
    help: () => "leave `for` out, or draw a value that still has scenarios or DMUs",
    page: "`for` chooses scenarios, or labels of another key, from what a chart draws. A value of one scenario (`current.co2`), or one with all its labels aggregated away, leaves nothing to choose from.",
    failing: `${panelExample("", true)}${report('chart mean(plants.labor by year) over year for "A"')}`,
    mended: `${panelExample("", true)}${report('chart plants.labor over year for "A"')}`,
  }),
  describeForm: entry({
    code: "GTFP2078",
    severity: "error",
    title: "Description of no table",
    message: () => "`describe` needs one table before the colon.",
    help: () => "write `describe china: labor, capital`",
    page: "`describe` names a panel, measure, index or system and, after a colon, its columns; without a colon all its numbers are described.",
    failing: measured("describe green: labor"),
    mended: measured("describe mills: labor"),
  }),
  needsSystem: entry({
    code: "GTFP2079",
    severity: "error",
    title: "Diagram of something else than a system",
    message: () => "`diagram` needs one system.",
    help: () => "write `diagram economy`",
    page: "A diagram shows the stocks of a system, the flows between them, and what they depend on. A scenario stands for its system.",
    failing: tank("diagram tank.water"),
    mended: tank("diagram tank"),
  }),
  frontierForm: entry<{ measure: string }>({
    code: "GTFP2080",
    severity: "error",
    title: "Frontier without its two axes",
    message: () => "A frontier is drawn in two variables of its technology.",
    help: ({ measure }) => `write \`frontier ${measure}: value against carbon\``,
    page: "`frontier M: y against x` shows the section of the frontier in two variables: `y` upwards, `x` to the right. `at` picks the period and `for` the DMU through which the section goes.",
    failing: measured("frontier m: paper"),
    mended: measured("frontier m: paper against bod"),
  }),
  frontierOfStages: entry<{ measure: string }>({
    code: "GTFP2081",
    severity: "error",
    title: "Frontier of a network",
    message: ({ measure }) =>
      `\`${measure}\` has a frontier for each of its stages, and a section can show only one.`,
    help: () => "draw the frontier of a measure on a technology without stages",
    page: "The stages of a network share no frontier in two variables. Declare a technology for the stage that you want to see, and a measure on it.",
    failing: staged("frontier m: paper against energy"),
    mended: staged("frontier whole: paper against energy"),
  }),
  notAVariable: entry<{ name: string; technology: string }>({
    code: "GTFP2082",
    severity: "error",
    title: "Axis that is no variable of the technology",
    message: ({ name, technology }) => `\`${name}\` is no input or output of \`${technology}\`.`,
    page: "The axes of a frontier are inputs, goods and bads of the measure's technology.",
    failing: measured("frontier m: papre against bod"),
    mended: measured("frontier m: paper against bod"),
  }),
  sameAxes: entry<{ name: string }>({
    code: "GTFP2083",
    severity: "error",
    title: "Frontier in one variable",
    message: ({ name }) => `Both axes of this frontier are \`${name}\`.`,
    page: "A section of the frontier needs two different variables.",
    failing: measured("frontier m: paper against paper"),
    mended: measured("frontier m: paper against labor"),
  }),
  needsMeasure: entry<{ item: string; found: string }>({
    code: "GTFP2084",
    severity: "error",
    title: "No measure with a linear program of its own",
    message: ({ item, found }) =>
      `\`${item}\` needs a measure that is one linear program for each DMU, but this is ${found}.`,
    help: () => "name a measure such as one of `radial(…)`, `ddf(…)` or `sbm(…)`",
    page: "`frontier` and `program` look at one linear program. An index is made of several for each DMU, a bootstrap or an order-m frontier of many, a ratio of two measures of none of its own: name the measure that it is made of.",
    failing: overYears('program i for "A" at 2020'),
    mended: overYears('program m for "A" at 2020'),
  }),
  programOfWhom: entry<{ panel: string; keys: readonly string[] }>({
    code: "GTFP2085",
    severity: "error",
    title: "Program of no DMU",
    message: () => "This does not say whose program is shown.",
    help: ({ keys }) => `add \`for\` and a label of ${listed(keys)}`,
    page: 'Each DMU has a linear program of its own, in each period: `program M for "Beijing" at 2017`.',
    failing: measured("program m"),
    mended: measured('program m for "A"'),
  }),
  dmuLabels: entry<{ panel: string; keys: readonly string[]; given: number }>({
    code: "GTFP2086",
    severity: "error",
    title: "Labels that name no single DMU",
    message: ({ panel, keys, given }) =>
      `A DMU of \`${panel}\` is named by ${keys.length === 1 ? "one label" : `${keys.length} labels`}, of ${listed(keys)}, but ${given === 1 ? "there is one" : `there are ${given}`} here.`,
    page: "After `for` stands one label for each column that names the DMU, in the order of the panel's `dmu` line, or as many as it takes to tell it from others. A program or a section of the frontier is that of one DMU; write the item again for another one.",
    failing: measured('program m for "A", "B"'),
    mended: measured('program m for "A"'),
  }),
  needsUsing: entry({
    code: "GTFP2087",
    severity: "error",
    title: "Map without places",
    message: () => "`map` needs a file that says where the places are.",
    help: () => 'add `using "tiles.csv"`',
    page: "A map is drawn from a table of tiles (a column with the names, one with rows and one with columns, from the north-west on) or from outlines in GeoJSON, whose file stands after `using`.",
    failing: { "model.gtfp": measured("map m.score key mill"), ...tiles },
    mended: { "model.gtfp": measured('map m.score using "tiles.csv" key mill'), ...tiles },
  }),
  mapKey: entry<{ keys: string }>({
    code: "GTFP2088",
    severity: "error",
    title: "Map that does not say which labels are its places",
    message: ({ keys }) => `It is not clear what names the places: the value ${keys}.`,
    help: () => "add `key` and the key or group that names them",
    page: "Each place of a map is a label of one key of the values, which stands after `key`. Where the values have a single key beside time it is that one.",
    failing: { "model.gtfp": overYears('map mean(m.score by year) using "tiles.csv"'), ...tiles },
    mended: { "model.gtfp": overYears('map m.score at 2020 using "tiles.csv"'), ...tiles },
  }),
};
