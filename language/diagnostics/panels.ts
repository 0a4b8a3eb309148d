/** GTFP405x–406x: `data` and `dimension` blocks that do not fit together, whatever the data. */
import { entry } from "./entry.ts";
import { panelExample } from "./words.ts";

const twoKeys = `data plants {
  dmu plant, industry
  | plant | industry | labor [person] |
  |-------|----------|---------------:|
  | A     | paper    |            100 |
  | A     | power    |             20 |
}
`;
const file = (entries: string, more: Record<string, string> = {}) => ({
  "model.gtfp": `data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n${entries}}\n`,
  "mills.csv": "mill,labor\nA,120\n",
  ...more,
});

export const panels = {
  noKeys: entry<{ panel: string }>({
    code: "GTFP4050",
    severity: "error",
    title: "Panel without keys",
    message: ({ panel }) => `Nothing tells the rows of \`${panel}\` apart.`,
    help: () => "name the columns that do: `dmu province`, `period year`",
    page: "A panel needs `dmu` (whose row it is), `period` (when), or both; only a panel made from another one inherits them. Leave `dmu` out for a single time series and `period` out for a cross-section.",
    failing: "data mills {\n  | mill | labor [person] |\n  | A | 120 |\n}\n",
    mended: "data mills {\n  dmu mill\n  | mill | labor [person] |\n  | A | 120 |\n}\n",
  }),
  entryTwice: entry<{ entry: string; panel: string }>({
    code: "GTFP4051",
    severity: "error",
    title: "Entry that stands twice",
    message: ({ entry: name, panel }) => `\`${name}\` stands twice in \`${panel}\`.`,
    help: () => "keep one of them",
    page: "This entry may stand once in a block; two would contradict each other. Several DMU columns stand in one entry: `dmu province, industry`. `where` and `join` may be repeated.",
    failing: panelExample("  dmu plant\n"),
    mended: panelExample(""),
  }),
  notInSource: entry<{ name: string; source: string; has: string }>({
    code: "GTFP4052",
    severity: "error",
    title: "Key that the source does not have",
    message: ({ name, source, has }) =>
      `\`${name}\` is neither a key nor a group of \`${source}\`, which ${has}.`,
    page: "A panel made from another takes its keys and groups from those of the other: each row stands for all rows of the source that share its keys.",
    failing: `${twoKeys}data sites from plants {\n  dmu site\n  labor = sum(plants.labor)\n}\n`,
    mended: `${twoKeys}data sites from plants {\n  dmu plant\n  labor = sum(plants.labor)\n}\n`,
  }),
  notAmongHeaders: entry<{ name: string; panel: string }>({
    code: "GTFP4053",
    severity: "error",
    title: "Name that is not among the headers",
    message: ({ name, panel }) => `The table of \`${panel}\` has no column \`${name}\`.`,
    page: "In an inline table the keys and groups of the block must be among the headers of the table.",
    failing: "data mills {\n  dmu mil\n  | mill | labor [person] |\n  | A | 120 |\n}\n",
    mended: "data mills {\n  dmu mill\n  | mill | labor [person] |\n  | A | 120 |\n}\n",
  }),
  duplicateColumn: entry<{ name: string; panel: string }>({
    code: "GTFP4054",
    severity: "error",
    title: "Column declared twice",
    message: ({ name, panel }) => `\`${panel}\` has two columns called \`${name}\`.`,
    help: () => "rename one of them",
    page: "Each column, key and group of a panel has a name of its own. To read one header under two names, give each another name: `` energy_ktoe [ktoe] = `Energy use` ``.",
    failing: panelExample("  double = labor * 2\n  double = labor * 3\n"),
    mended: panelExample("  double = labor * 2\n  triple = labor * 3\n"),
  }),
  columnCycle: entry<{ path: readonly string[] }>({
    code: "GTFP4055",
    severity: "error",
    title: "Columns computed from each other",
    message: ({ path }) =>
      `These columns are computed from each other: ${path.map((name) => `\`${name}\``).join(" → ")}.`,
    help: () =>
      "compute one of them from given columns; for the value of the period before, write `lag(x)`, `cumulate(x)` or `perpetual_inventory(…)` of a given column",
    page: "Derived columns are computed one after the other, so they cannot need each other in a circle. Their order in the block does not matter.",
    failing: panelExample("  one = other + labor\n  other = one * 2\n"),
    mended: panelExample("  one = labor + labor\n  other = one * 2\n"),
  }),
  badMissing: entry<{ panel: string }>({
    code: "GTFP4056",
    severity: "error",
    title: "Rule for missing values that is none",
    message: () => "`missing` takes `error`, `drop row`, or `drop` with a key of the panel.",
    page: '`missing error` (the default) refuses missing values, `missing drop row` leaves out the observation, `missing drop province` every row of the province. Marks that count as empty are named with `missing values "-", ".."`.',
    failing: panelExample("  missing drop region\n"),
    mended: panelExample("  missing drop plant\n"),
  }),
  badDecimal: entry<{ value: string }>({
    code: "GTFP4057",
    severity: "error",
    title: "Decimal sign that is none",
    message: ({ value }) => `The decimal sign is \`"."\` or \`","\`, not \`"${value}"\`.`,
    page: '`decimal ","` says that 3,14 in the file is a number with decimals. The point is the default.',
    failing: file('  decimal ";"\n'),
    mended: file('  decimal "."\n'),
  }),
  stackDiffers: entry<{ first: string; other: string; difference: string }>({
    code: "GTFP4058",
    severity: "error",
    title: "Panels that do not stack",
    message: ({ first, other, difference }) =>
      `\`${first}\` and \`${other}\` cannot stand one below the other: ${difference}.`,
    page: "Stacked panels must have the same columns and as many keys of each kind (DMU and period); keys are matched by their place, columns by name. Units are converted where only the scale differs. Of the runs of a system, which hold all that it computes, those columns are taken that the other panel has.",
    failing: `${panelExample("")}data firms {\n  dmu firm\n  | firm | jobs [person] |\n  | C | 5 |\n}\ndata all = plants + firms\n`,
    mended: `${panelExample("")}data firms {\n  dmu firm\n  | firm | labor [person] |\n  | C | 5 |\n}\ndata all = plants + firms\n`,
  }),
  widePeriod: entry<{ wide: string; period: string }>({
    code: "GTFP4059",
    severity: "error",
    title: "Wide table with another period",
    message: ({ wide, period }) => `The headers hold \`${wide}\`, but the period is \`${period}\`.`,
    help: ({ wide }) => `write \`period ${wide}\`, or leave \`period\` out`,
    page: "`wide year` says that the table has a column for each year. The years become the period of the panel, so its name is the one after `wide`.",
    failing: {
      "model.gtfp":
        'data mills from "mills.csv" {\n  dmu mill\n  period date\n  wide year\n  labor [person]\n}\n',
      "mills.csv": "mill,2020,2021\nA,120,130\n",
    },
    mended: {
      "model.gtfp":
        'data mills from "mills.csv" {\n  dmu mill\n  period year\n  wide year\n  labor [person]\n}\n',
      "mills.csv": "mill,2020,2021\nA,120,130\n",
    },
  }),
  onlyForFiles: entry<{ entry: string; panel: string }>({
    code: "GTFP4060",
    severity: "error",
    title: "Entry that needs a file",
    message: ({ entry: name, panel }) =>
      `\`${name}\` says how a file is read, but \`${panel}\` is not read from a file.`,
    help: () => "leave it out",
    page: "`join`, `decimal`, `sheet` and `wide` belong to panels that are read from files. Inline tables have decimal points; panels made from panels take numbers as they are.",
    failing: panelExample('  decimal ","\n'),
    mended: panelExample(""),
  }),
  duplicateLabel: entry<{ label: string; dimension: string }>({
    code: "GTFP4061",
    severity: "error",
    title: "Label that stands twice",
    message: ({ label, dimension }) => `\`${label}\` stands twice in the dimension \`${dimension}\`.`,
    help: () => "keep one of them",
    page: "The labels of a dimension tell elements apart, so each stands once.",
    failing: "dimension kind = a, b, a\n",
    mended: "dimension kind = a, b\n",
  }),
  noSource: entry<{ panel: string }>({
    code: "GTFP4062",
    severity: "error",
    title: "Panel without data",
    message: ({ panel }) =>
      `\`${panel}\` has no data: neither a file, nor another panel, nor a table in its block.`,
    help: () => 'write `data NAME from "file.csv" { … }`, or put a table into the block',
    page: "A panel is read from a file, made from another panel, stacked from several, or written as a table in its block.",
    failing: "data mills {\n  dmu mill\n}\n",
    mended: "data mills {\n  dmu mill\n  | mill | labor [person] |\n  | A | 120 |\n}\n",
  }),
  dimensionFrom: entry<{ dimension: string }>({
    code: "GTFP4063",
    severity: "error",
    title: "Dimension from something else than labels",
    message: ({ dimension }) =>
      `\`${dimension}\` needs labels: a list of them, or a key or group of a panel.`,
    help: () => "write `dimension industry = a, b` or `dimension industry from china.industry`",
    page: "A dimension is a list of labels, or takes them from a `dmu` or `group` column of a panel, in the order in which they first appear. A column of numbers has no labels.",
    failing: `${panelExample("")}dimension kind from plants.labor\n`,
    mended: `${panelExample("")}dimension kind from plants.plant\n`,
  }),
  sheetOfText: entry<{ path: string }>({
    code: "GTFP4064",
    severity: "error",
    title: "Sheet of a file that has none",
    message: ({ path }) => `\`sheet\` names a sheet of a workbook (\`.xlsx\`), and \`${path}\` is none.`,
    help: () => "leave it out",
    page: "Only workbooks have sheets. In a text file such as CSV there is one table, which is read as it is.",
    failing: file('  sheet "2017"\n'),
    mended: file(""),
  }),
};
