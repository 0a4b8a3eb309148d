/** GTFP203x–206x: what is wrong with an expression although its names are known: kinds, keys, calls. */
import { entry } from "./entry.ts";
import { listed, panelExample } from "./words.ts";

const plants = panelExample;
const industries = (claim: string) => `data plants {
  dmu plant, industry
  | plant | industry | labor [person] |
  |-------|----------|---------------:|
  | A     | paper    |            100 |
  | A     | power    |             20 |
}
${claim}`;

export const expressions = {
  notAValue: entry<{ name: string; what: string }>({
    code: "GTFP2030",
    severity: "error",
    title: "Declaration where a value is needed",
    message: ({ name, what }) => `\`${name}\` is ${what}, not a value.`,
    page: "A panel, measure, index, system or scenario is a table; a value is one of its columns, written after a point: `china.labor`, `efficiency.score`, `gtfp.change`, `s3.co2`. Technologies, directions and reports have no values.",
    failing: plants("expect plants > 0\n"),
    mended: plants("expect plants.labor > 0\n"),
  }),
  notAFunction: entry<{ name: string }>({
    code: "GTFP2031",
    severity: "error",
    title: "Value that is called",
    message: ({ name }) => `\`${name}\` is not a function and takes no parentheses.`,
    help: ({ name }) => `to multiply, write \`${name} * (…)\`; to pick a label, \`${name}[…]\``,
    page: "Parentheses after a name call a function (or a lookup of a system). A column or variable is used by its name alone; one of its elements is picked with brackets.",
    failing: plants("  twice = labor(2)\n", true),
    mended: plants("  twice = labor * 2\n", true),
  }),
  missingArgument: entry<{ fn: string; argument: string; doc: string }>({
    code: "GTFP2032",
    severity: "error",
    title: "Missing argument",
    message: ({ fn, argument, doc }) =>
      `\`${fn}\` needs \`${argument}\`: ${doc[0]!.toLowerCase()}${doc.slice(1)}.`,
    page: "The function cannot do without this argument. Hovering over the function, or the reference of functions in the manual, shows all arguments and which have defaults.",
    failing: plants("  rest = mod(labor)\n", true),
    mended: plants("  rest = mod(labor, 7)\n", true),
  }),
  tooManyArguments: entry<{ fn: string; most: number; given: number }>({
    code: "GTFP2033",
    severity: "error",
    title: "Too many arguments",
    message: ({ fn, most, given }) =>
      `\`${fn}\` takes ${most === 1 ? "one argument" : `${most} arguments`} without a name, and ${given} are given.`,
    page: "More arguments are given than the function has places. Arguments that are given by name (`weights: w`) do not count here.",
    failing: plants("  root = sqrt(labor, 2)\n", true),
    mended: plants("  root = sqrt(labor)\n", true),
  }),
  argumentTwice: entry<{ fn: string; argument: string }>({
    code: "GTFP2034",
    severity: "error",
    title: "Argument given twice",
    message: ({ fn, argument }) => `\`${argument}\` of \`${fn}\` is given twice.`,
    page: "An argument is given by its place or by its name, not by both. Leave one of them out.",
    failing: plants("  rest = mod(labor, 7, y: 8)\n", true),
    mended: plants("  rest = mod(labor, y: 8)\n", true),
  }),
  badWord: entry<{ fn: string; argument: string; words: readonly string[] }>({
    code: "GTFP2035",
    severity: "error",
    title: "Argument that is none of the words",
    message: ({ fn, argument, words }) => `\`${argument}\` of \`${fn}\` must be ${listed(words, "or")}.`,
    page: "This argument takes one of a few words. They are listed in the message and in the reference of functions.",
    failing:
      "system s {\n  time [year] = 2020 .. 2022 step 1\n  aux x = linear(2020: 1, 2022: 2, beyond: loop)\n}\n",
    mended:
      "system s {\n  time [year] = 2020 .. 2022 step 1\n  aux x = linear(2020: 1, 2022: 2, beyond: hold)\n}\n",
  }),
  notConstant: entry<{ what: string }>({
    code: "GTFP2036",
    severity: "error",
    title: "Number that must stand in the text",
    message: ({ what }) =>
      `${what[0]!.toUpperCase()}${what.slice(1)} must be a number written in the text, not a computed one.`,
    page: "This number decides the shape of the computation (how far to look back, which period is the base, where a table has its points), so it must be known before the run: a literal such as `2`, `2004` or `1/8`.",
    failing: plants("  before = lag(labor, labor)\n", true),
    mended: plants("  before = lag(labor, 2)\n", true),
  }),
  keysDiffer: entry<{ operator: string; left: string; right: string }>({
    code: "GTFP2037",
    severity: "error",
    title: "Values that cannot be aligned",
    message: ({ operator, left, right }) =>
      `\`${operator}\` cannot align its sides: the left one has a value for each ${left}, the right one for each ${right}.`,
    help: () => "aggregate one side (`sum(x by …)`), fix a period (`x at 2017`) or pick a label (`x[…]`)",
    page: "Values are aligned by their labels, so the keys of one side must include those of the other. Bring both to common keys: aggregate away a key with `sum(x by province)`, fix the period with `at 2017`, or pick one label with `x[services]`.",
    failing: `${industries("")}data firms {
  dmu firm
  | firm | jobs [person] |
  |------|--------------:|
  | B    |           120 |
}
expect plants.labor < firms.jobs
`,
    mended: `${industries("")}data firms {
  dmu firm
  | firm | jobs [person] |
  |------|--------------:|
  | B    |           120 |
}
expect plants.labor < sum(firms.jobs)
`,
  }),
  keysNotAccepted: entry<{ what: string; extra: string; accepts: string }>({
    code: "GTFP2038",
    severity: "error",
    title: "Value with keys that the place cannot take",
    message: ({ what, extra, accepts }) =>
      `${what[0]!.toUpperCase()}${what.slice(1)} takes ${accepts}, but this has a value for each ${extra}.`,
    help: () => "aggregate (`sum(x by …)`), fix a period (`x at 2017`) or pick a label (`x[…]`)",
    page: "Every value has keys, and each place says which it accepts: a column those of its panel, a parameter none. Aggregate the rest away, fix the period with `at`, or pick one label with `[…]`.",
    failing: industries("data sites from plants {\n  dmu plant\n  labor = plants.labor\n}\n"),
    mended: industries("data sites from plants {\n  dmu plant\n  labor = sum(plants.labor)\n}\n"),
  }),
  noTime: entry<{ what: string; keys: string }>({
    code: "GTFP2039",
    severity: "error",
    title: "Value without a period or time",
    message: ({ what, keys }) => `${what} needs a value over time, but this one ${keys}.`,
    page: "`at`, `always` and the functions along the period (`lag`, `growth`, `cumulate`, …) work on values that have a period or a time among their keys. This one has none: its panel states no `period`, or the period was already fixed or aggregated away.",
    failing: plants("  before = lag(labor)\n", false),
    mended: plants("  before = lag(labor)\n", true),
  }),
  nothingToPick: entry<{ label: string }>({
    code: "GTFP2040",
    severity: "error",
    title: "No key left to pick from",
    message: ({ label }) =>
      `There is no key left from which \`${label}\` could be picked: this is a single value.`,
    page: "Each label in brackets fixes one key. Here are more labels than keys, or the value has none.",
    failing: plants('expect sum(plants.labor)["A"] > 0\n'),
    mended: plants('expect sum(plants.labor by plant)["A"] > 0\n'),
  }),
  nothingToAggregate: entry<{ fn: string }>({
    code: "GTFP2041",
    severity: "error",
    title: "Aggregate of a single value",
    message: ({ fn }) => `\`${fn}\` runs over rows, but this is a single value.`,
    page: "Aggregates (`sum`, `mean`, `count`, …) turn the rows of a column into one value, or one for each of the keys after `by`. A single number has no rows.",
    failing: plants("expect sum(5) > 0\n"),
    mended: plants("expect sum(plants.labor) > 0\n"),
  }),
  clauseOutsideAggregate: entry<{ fn: string; clause: string }>({
    code: "GTFP2042",
    severity: "error",
    title: "`by` or `where` outside an aggregate",
    message: ({ fn, clause }) => `\`${fn}\` works row by row and takes no \`${clause}\`.`,
    page: "`by` and `where` belong to aggregates: `sum(x where c by region)`. Other functions work row by row.",
    failing: plants("  root = sqrt(labor by plant)\n", true),
    mended: plants("  root = sqrt(sum(labor by plant))\n", true),
  }),
  needsBy: entry<{ fn: string; keys: string }>({
    code: "GTFP2043",
    severity: "error",
    title: "Missing `by`",
    message: ({ fn, keys }) =>
      `\`${fn}\` needs \`by\` with the key of the activities, and another key beside it (this has ${keys}).`,
    help: ({ fn }) => `for instance \`${fn}(labor by industry)\``,
    page: "A location quotient compares the share of an activity in a unit with its share in all units, so it must know which key tells activities apart: `location_quotient(labor by industry)`.",
    failing: industries("expect location_quotient(plants.labor) > 0\n"),
    mended: industries("expect location_quotient(plants.labor by industry) > 0\n"),
  }),
  meanOfRatio: entry<{ fn: string }>({
    code: "GTFP2044",
    severity: "error",
    title: "Arithmetic mean of a ratio index",
    message: ({ fn }) => `\`${fn}\` of an index that is a ratio: the mean of ratios is geometric.`,
    help: () => "write `geomean(…)`",
    page: "A productivity index is a ratio of two periods: 2 and 1/2 cancel out. Their arithmetic mean, 1.25, would tell of growth that never was; their geometric mean is 1. So `mean` and `sum` of a ratio index are refused, and `geomean` is what you want.",
    failing: ratioIndex("mean"),
    mended: ratioIndex("geomean"),
  }),
  geomeanOfDifference: entry({
    code: "GTFP2045",
    severity: "error",
    title: "Geometric mean of an indicator",
    message: () => "This indicator is a difference, around zero: it has no geometric mean.",
    help: () => "write `mean(…)`",
    page: "Indicators such as Luenberger's are differences: 0 means no change and they may be negative. Their mean is arithmetic: `mean(…)`.",
    failing: luenberger("geomean"),
    mended: luenberger("mean"),
  }),
  wrongKind: entry<{ what: string; expected: string; found: string }>({
    code: "GTFP2046",
    severity: "error",
    title: "Value of another kind",
    message: ({ what, expected, found }) =>
      `${what.startsWith("`") ? what : what[0]!.toUpperCase() + what.slice(1)} must be ${expected}, but this is ${found}.`,
    page: "Values are numbers, labels (texts such as names of provinces) or conditions (true or false). Arithmetic needs numbers, `and`, `or`, `not`, `where` and `expect` need conditions.",
    failing: plants("expect sum(plants.labor)\n"),
    mended: plants("expect sum(plants.labor) > 0\n"),
  }),
  unlikeCompared: entry<{ left: string; right: string }>({
    code: "GTFP2047",
    severity: "error",
    title: "Comparison of unlike kinds",
    message: ({ left, right }) => `This compares ${left} with ${right}.`,
    help: () => "labels stand in quotation marks; a `dmu` of digits is a label too",
    page: 'Numbers compare with numbers and labels with labels. A `dmu` stays a label even where it consists of digits, so it is compared with a text: `mill == "12"`. Labels have no order: they compare with `==` and `!=` only.',
    failing: plants("expect count(plants.plant == 1) == 0\n"),
    mended: plants('expect count(plants.plant == "1") == 0\n'),
  }),
  rangePlace: entry({
    code: "GTFP2048",
    severity: "error",
    title: "Range in the wrong place",
    message: () => "A range has a meaning only after `in`, without a step here.",
    help: () => "write `x in 2004 .. 2014`",
    page: "In an expression a range stands after `in` and gives bounds, both included: `year in 2004 .. 2014`. A range with a step belongs to a `sweep` or to a system's `time`.",
    failing: plants("expect sum(plants.labor) == 1 .. 500\n"),
    mended: plants("expect sum(plants.labor) in 1 .. 500\n"),
  }),
  withinPlace: entry({
    code: "GTFP2049",
    severity: "error",
    title: "`within` without a comparison of numbers",
    message: () => "`within` gives the tolerance of a comparison of numbers: `a == b within 0.5%`.",
    page: "`within` follows a comparison of two numbers: `a == b within 0.5%` is relative to the right side, `a == b within 5 [t]` absolute.",
    failing: plants("expect sum(plants.labor) within 1%\n"),
    mended: plants("expect sum(plants.labor) == 220 [person] within 1%\n"),
  }),
  mapPlace: entry({
    code: "GTFP2050",
    severity: "error",
    title: "Map in the wrong place",
    message: () =>
      "A map `{a: 1, b: 2}` gives one value for each label of a dimension, and there is no such dimension here.",
    page: "A map fills a variable that has a dimension: `stock value by industry = {manufacturing: 300, services: 200}`. Elsewhere there is nothing that its labels could belong to.",
    failing: plants("expect {a: 1} > 0\n"),
    mended: plants("expect 1 > 0\n"),
  }),
  mapLabels: entry<{ dimension: string; missing: readonly string[]; extra: readonly string[] }>({
    code: "GTFP2051",
    severity: "error",
    title: "Map that does not fit its dimension",
    message: ({ dimension, missing, extra }) =>
      extra.length > 0
        ? `${listed(extra)} ${extra.length === 1 ? "is not a label" : "are not labels"} of the dimension \`${dimension}\`.`
        : `The map has no value for ${listed(missing)} of the dimension \`${dimension}\`.`,
    page: "A map over a dimension names each of its labels once. The labels are those of the `dimension` declaration.",
    failing:
      "dimension kind = a, b\nsystem s {\n  time [year] = 2020 .. 2022 step 1\n  param x by kind = {a: 1}\n}\n",
    mended:
      "dimension kind = a, b\nsystem s {\n  time [year] = 2020 .. 2022 step 1\n  param x by kind = {a: 1, b: 2}\n}\n",
  }),
  tablePlace: entry<{ fn: string }>({
    code: "GTFP2052",
    severity: "error",
    title: "Table over time outside a system",
    message: ({ fn }) => `\`${fn}\` is a table over time and has a meaning only in a system or a scenario.`,
    page: "`linear`, `schedule` and `spline` give a value for each moment of a simulation (or each argument of a lookup). A panel has its own periods and needs no such table.",
    failing: plants("expect linear(2020: 1, 2022: 2) > 0\n"),
    mended: plants("expect 2 > 0\n"),
  }),
  tablePoints: entry<{ fn: string; why: string }>({
    code: "GTFP2053",
    severity: "error",
    title: "Table over time without proper points",
    message: ({ fn, why }) => `\`${fn}\` ${why}.`,
    help: ({ fn }) => `write the points in order: \`${fn}(2017: 1, 2030: 2)\``,
    page: "A table over time lists its points as `moment: value`, in increasing order, each moment once. `linear` and `spline` need at least two of them, `schedule` one.",
    failing: "system s {\n  time [year] = 2020 .. 2022 step 1\n  aux x = linear(2022: 1, 2020: 2)\n}\n",
    mended: "system s {\n  time [year] = 2020 .. 2022 step 1\n  aux x = linear(2020: 2, 2022: 1)\n}\n",
  }),
  pointArgument: entry<{ fn: string }>({
    code: "GTFP2054",
    severity: "error",
    title: "Points outside a table over time",
    message: ({ fn }) => `\`${fn}\` takes no points such as \`2017: 5\`.`,
    page: "Points `moment: value` belong to the tables over time `linear`, `schedule` and `spline`. Other functions take values, or arguments by name.",
    failing: plants("expect max(2017: 1, 2018: 2) > 0\n"),
    mended: plants("expect max(1, 2) > 0\n"),
  }),
  wholePeriods: entry<{ fn: string; value: number; other?: string | undefined }>({
    code: "GTFP2055",
    severity: "error",
    title: "Part of a period",
    message: ({ fn, value }) => `\`${fn}\` moves by whole periods, 1 or more, not by ${value}.`,
    help: ({ other, value }) =>
      other === undefined ? undefined : `\`${other}\` looks the other way: \`${other}(x, ${-value})\``,
    page: "`lag(x, 2)` is the value two periods before, `lead(x, 2)` two periods later. There is nothing between one period and the next, and which way to look is told by the function, not by a sign.",
    failing: plants("  before = lag(labor, 1.5)\n", true),
    mended: plants("  before = lag(labor, 2)\n", true),
  }),
  backwards: entry<{ from: number; to: number }>({
    code: "GTFP2056",
    severity: "error",
    title: "Range that runs backwards",
    message: ({ from, to }) => `Nothing lies between ${from} and ${to}: this range runs backwards.`,
    page: "A range runs from the smaller to the greater bound, both included: `year in 2004 .. 2014`. The other way round it holds nothing.",
    failing: plants("  where labor in 200 .. 50\n"),
    mended: plants("  where labor in 50 .. 200\n"),
  }),
};

function ratioIndex(mean: string): string {
  return index("malmquist(t, orientation: output)", mean, "> 0");
}

function luenberger(mean: string): string {
  return index("luenberger(t, along: d)", mean, "> 0 - 9", "direction d { good +observed }\n");
}

function index(call: string, mean: string, claim: string, before = ""): string {
  return `data firms {
  dmu firm
  period year
  | firm | year | labor [person] | value [t] |
  |------|-----:|---------------:|----------:|
  | A    | 2020 |             10 |        20 |
  | A    | 2021 |             10 |        22 |
  | B    | 2020 |             12 |        20 |
  | B    | 2021 |             12 |        21 |
}
technology t on firms { input labor; good value }
${before}index change = ${call}
expect ${mean}(change.change) ${claim}
`;
}
