/** GTFP61xx: the variables and equations of a system. */
import { entry } from "./entry.ts";

const system = (entries: string, before = "") => `${before}system economy {
  time [year] = 2020 .. 2030
${entries
  .split("\n")
  .map((line) => `  ${line}`)
  .join("\n")}
}
`;
const industries = "dimension industry = manufacturing, services\n";
const capital = (entries: string) => system(`stock capital [t] = 100\n${entries}`);
const byIndustry = (entries: string) => system(`stock value by industry [t] = 100\n${entries}`, industries);
const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
const subscripts = (names: readonly string[]) => (names.length === 0 ? "no dimension" : quoted(names));

const equations: Readonly<Record<string, string>> = {
  param: "a value",
  stock: "an initial value",
  flow: "an equation",
  aux: "an equation",
  lookup: "a table",
  series: "a column",
};

export const dynamicsVariables = {
  reservedName: entry<{ name: string }>({
    code: "GTFP6101",
    severity: "error",
    title: "Name with a meaning of its own",
    message: ({ name }) => `\`${name}\` has a meaning of its own in a system and cannot name a variable.`,
    page: "`time` is the current instant, `dt` the step, and `cloud` the outside from which flows come and into which they go.",
    failing: capital("aux dt = 1"),
    mended: capital("aux interval = 1"),
  }),
  duplicateVariable: entry<{ name: string }>({
    code: "GTFP6102",
    severity: "error",
    title: "Variable declared twice",
    message: ({ name }) => `\`${name}\` is declared twice in this system.`,
    help: ({ name }) =>
      `rename one of them, or, to override one element, write \`${name}[label] = …\` without a unit`,
    page: "Every variable has one entry. Further entries of the same name are allowed only where the variable is subscripted (`aux x by industry`) and the entry overrides one element of it (`aux x[services] = …`).",
    failing: capital("aux rate = 1\naux rate = 2"),
    mended: capital("aux rate = 1\naux ratio = 2"),
  }),
  unknownDimension: entry<{ name: string }>({
    code: "GTFP6103",
    severity: "error",
    title: "Unknown dimension",
    message: ({ name }) => `There is no dimension \`${name}\`.`,
    help: ({ name }) => `declare it: \`dimension ${name} = first, second\``,
    page: "`by` subscripts a variable with a declared dimension: a list of labels, written out or taken from a panel's key.",
    failing: system("stock value by sector [t] = 100", industries),
    mended: byIndustry("aux total = sum(value)"),
  }),
  unknownLabel: entry<{ label: string; dimension: string; known: readonly string[] }>({
    code: "GTFP6104",
    severity: "error",
    title: "Unknown label of a dimension",
    message: ({ label, dimension, known }) => {
      const some = quoted(known.slice(0, 8));
      return `The dimension \`${dimension}\` has no label \`${label}\`; it has ${some}${known.length > 8 ? ", …" : ""}.`;
    },
    page: "An element is picked or overridden by a label of the variable's dimension.",
    failing: byIndustry("aux rate by industry = 1\naux rate[farming] = 2"),
    mended: byIndustry("aux rate by industry = 1\naux rate[services] = 2"),
  }),
  labelCount: entry<{ name: string; dimensions: readonly string[]; count: number }>({
    code: "GTFP6105",
    severity: "error",
    title: "Wrong number of labels",
    message: ({ name, dimensions, count }) =>
      dimensions.length === 0
        ? `\`${name}\` has no dimension, so that it has no elements to name.`
        : `\`${name}\` has ${subscripts(dimensions)}, so that an element of it has ${dimensions.length} ${dimensions.length === 1 ? "label" : "labels"}, not ${count}.`,
    page: "An override names one label for each dimension of the variable, in the order in which they stand after `by`.",
    failing: byIndustry("aux rate by industry = 1\naux rate[services, services] = 2"),
    mended: byIndustry("aux rate by industry = 1\naux rate[services] = 2"),
  }),
  missingEquation: entry<{ name: string; role: string }>({
    code: "GTFP6106",
    severity: "error",
    title: "Variable without a value",
    message: ({ name, role }) =>
      `\`${name}\` has no value: ${role === "aux" ? "an" : "a"} ${role} needs ${equations[role] ?? "a value"}.`,
    page: "Parameters have a value, stocks an initial value, flows and auxiliaries an equation. Of a subscripted variable every element must have one, from the entry for all or from an override.",
    failing: capital("param rate [1/year]"),
    mended: capital("param rate [1/year] = 5%"),
  }),
  flowEnd: entry<{ flow: string; end: string; role?: string }>({
    code: "GTFP6107",
    severity: "error",
    title: "Flow that ends at no stock",
    message: ({ flow, end, role }) =>
      role === undefined
        ? `The flow \`${flow}\` joins \`${end}\`, but there is no stock of that name.`
        : `The flow \`${flow}\` joins \`${end}\`, which is a ${role}, not a stock.`,
    help: () => "a flow goes from a stock or `cloud` to a stock or `cloud`",
    page: "A flow is a pipe: what leaves one stock enters the other. Each end is a stock of the same system, or `cloud`, the outside.",
    failing: capital("flow growth: cloud -> capitol = 5 [t/year]"),
    mended: capital("flow growth: cloud -> capital = 5 [t/year]"),
  }),
  flowNowhere: entry<{ flow: string }>({
    code: "GTFP6108",
    severity: "error",
    title: "Flow without a stock",
    message: ({ flow }) => `The flow \`${flow}\` joins no stock.`,
    help: ({ flow }) => `say where it goes, e.g. \`flow ${flow}: cloud -> stock = …\`, or make it an \`aux\``,
    page: "A flow fills or drains at least one stock. A quantity per time that moves no stock is an auxiliary.",
    failing: capital("flow growth: cloud -> cloud = 5"),
    mended: capital("flow growth: cloud -> capital = 5 [t/year]"),
  }),
  flowInCircle: entry<{ flow: string; stock: string }>({
    code: "GTFP6109",
    severity: "error",
    title: "Flow from a stock to itself",
    message: ({ flow, stock }) =>
      `The flow \`${flow}\` leaves \`${stock}\` and enters it again, so that nothing changes.`,
    page: "What a flow takes from a stock it adds to the other one. With the same stock at both ends it has no effect, which is never meant.",
    failing: capital("flow growth: capital -> capital = 5 [t/year]"),
    mended: capital("flow growth: cloud -> capital = 5 [t/year]"),
  }),
  flowDimensions: entry<{ flow: string; stock: string; own: readonly string[]; other: readonly string[] }>({
    code: "GTFP6110",
    severity: "error",
    title: "Flow and stock with different dimensions",
    message: ({ flow, stock, own, other }) =>
      `The flow \`${flow}\` has ${subscripts(own)}, but the stock \`${stock}\` has ${subscripts(other)}.`,
    help: ({ other }) => (other.length === 0 ? "leave out its `by`" : `write \`by ${other.join(", ")}\``),
    page: "A flow runs between elements of stocks, so that it has the same dimensions as they have.",
    failing: byIndustry("flow gain: cloud -> value = 5 [t/year]"),
    mended: byIndustry("flow gain by industry: cloud -> value = 5 [t/year]"),
  }),
  flowUnit: entry<{ flow: string; stock: string; is: string; must: string }>({
    code: "GTFP6111",
    severity: "error",
    title: "Flow with another unit than its stock's per time",
    message: ({ flow, stock, is, must }) =>
      `The flow \`${flow}\` is in ${is}, but one that changes the stock \`${stock}\` is in ${must}.`,
    page: "A flow's unit is its stock's per unit of time. Leave the flow's unit out to have it inferred, or correct the stock's or the flow's.",
    failing: capital("flow growth [t]: cloud -> capital = 5 [t]"),
    mended: capital("flow growth [t/year]: cloud -> capital = 5 [t/year]"),
  }),
  flowScale: entry<{ flow: string; stock: string; is: string; must: string }>({
    code: "GTFP6112",
    severity: "error",
    title: "Flow on another scale than its stock",
    message: ({ flow, stock, is, must }) =>
      `The flow \`${flow}\` is in ${is}, while the stock \`${stock}\` changes in ${must}.`,
    help: ({ must }) => `write \`[${must}]\`, or leave the unit out; its equation is converted`,
    page: "What a flow moves is added to its stock as it is, so that both have the same scale: thousand tonnes a year cannot be added to tonnes. The equation may be in any scale: it is converted to the flow's.",
    failing: capital("flow growth [kt/year]: cloud -> capital = 5 [kt/year]"),
    mended: capital("flow growth [t/year]: cloud -> capital = 5 [kt/year]"),
  }),
  loop: entry<{ path: readonly string[]; stock?: string }>({
    code: "GTFP6113",
    severity: "error",
    title: "Loop of equations",
    message: ({ path }) =>
      path.length === 2
        ? `\`${path[0]}\` is needed to compute itself.`
        : `These equations need each other at the same instant: ${path.map((name) => `\`${name}\``).join(" → ")}.`,
    help: () =>
      "let a stock, a `smooth` or a `delay` stand between: what accumulates is known when the instant begins",
    page: "Each equation is computed from values that are known already. A loop of auxiliaries and flows has no first one. Loops are what stock-flow models are about, but each must pass through a stock, which is known at the beginning of the instant. The path shows who needs whom; elements of subscripted variables count one by one.",
    failing: capital("aux price = 2 * demand\naux demand = 100 / price"),
    mended: capital("aux price = 2 * demand\naux demand = 100 / smooth(price, 4, 10)"),
  }),
  initialLoop: entry<{ path: readonly string[]; stock?: string }>({
    code: "GTFP6114",
    severity: "error",
    title: "Loop of initial values",
    message: ({ path }) =>
      path.length === 2
        ? `The initial value of \`${path[0]}\` needs itself.`
        : `These initial values need each other: ${path.map((name) => `\`${name}\``).join(" → ")}.`,
    help: ({ stock }) =>
      stock === undefined
        ? "give one of them an initial value of its own"
        : `what stands after \`=\` in \`stock ${stock}\` is its initial value; what changes it are its flows`,
    page: "The value of a stock after `=` is its value at the start. It may be computed from other initial values, but not from itself; growth belongs into a flow. `active_initial(x, start)` gives an equation another value at the start.",
    failing: system("stock capital [t] = capital + 5 [t]"),
    mended: capital("flow growth: cloud -> capital = 5 [t/year]"),
  }),
  rangeNotConstant: entry<{ name: string }>({
    code: "GTFP6115",
    severity: "error",
    title: "Range not made of numbers",
    message: ({ name }) => `The range of \`${name}\` has two numbers as bounds.`,
    page: "A range tells which values a parameter may sensibly have; experiments and sliders use it, so that its bounds must be known from the text.",
    failing: capital("param low = 0\nparam rate in low .. 1 = 0.5"),
    mended: capital("param rate in 0 .. 1 = 0.5"),
  }),
  rangeReversed: entry<{ name: string; low: number; high: number }>({
    code: "GTFP6116",
    severity: "error",
    title: "Range with its bounds reversed",
    message: ({ name, low, high }) =>
      `The range of \`${name}\` begins at ${low} and ends below it, at ${high}.`,
    page: "A range is written from its lower to its upper bound.",
    failing: capital("param rate in 1 .. 0 = 0.5"),
    mended: capital("param rate in 0 .. 1 = 0.5"),
  }),
  outsideRange: entry<{ name: string; value: number; low: number; high: number }>({
    code: "GTFP6117",
    severity: "warning",
    title: "Value outside its range",
    message: ({ name, value, low, high }) =>
      `\`${name}\` is ${short(value)}, outside its range of ${short(low)} to ${short(high)}.`,
    page: "The parameter says itself which values make sense, and this one does not lie among them. The run uses it all the same.",
    failing: capital("param rate in 0 .. 1 = 1.5"),
    mended: capital("param rate in 0 .. 1 = 0.5"),
  }),
  seriesWithoutPeriod: entry<{ name: string }>({
    code: "GTFP6118",
    severity: "error",
    title: "Series without a period",
    message: ({ name }) => `The values of the series \`${name}\` have no period to follow over time.`,
    help: () => "name a column of a panel that has a `period`",
    page: "A series is a panel's column read along its period. A single number is a `param`.",
    failing: capital("series rain = 5"),
    mended: capital("param rain = 5"),
  }),
  seriesKey: entry<{ name: string; key: string }>({
    code: "GTFP6119",
    severity: "error",
    title: "Series with a key that is no dimension",
    message: ({ name, key }) =>
      `The values of the series \`${name}\` have the key \`${key}\`, which is no dimension, so that there are several at one instant.`,
    help: ({ key }) => `pick one label, aggregate over \`${key}\`, or declare \`dimension ${key} from …\``,
    page: "At one instant a series has one value, or one for each label of a dimension that bears the key's name.",
    failing: `data sites {
  dmu site
  period year
  | site | year | rain [mm] |
  |------|-----:|----------:|
  | A    | 2020 |         5 |
  | A    | 2030 |         6 |
}
${capital("series rain = sites.rain linear")}`,
    mended: `data sites {
  dmu site
  period year
  | site | year | rain [mm] |
  |------|-----:|----------:|
  | A    | 2020 |         5 |
  | A    | 2030 |         6 |
}
${capital('series rain = sites.rain["A"] linear')}`,
  }),
  unknownSeriesWord: entry<{ word: string; known: readonly string[] }>({
    code: "GTFP6120",
    severity: "error",
    title: "Unknown way to read a series",
    message: ({ word, known }) => `A series knows no \`${word}\` here; it knows ${quoted(known)}.`,
    page: "Between its points a series is `linear`, holds the last value (`hold`) or takes the next one (`next`). After its last point it is an error to read it, unless `after hold` keeps the last value.",
    failing: `data rains {
  period year
  | year | rain [mm] |
  |-----:|----------:|
  | 2020 |         5 |
  | 2030 |         6 |
}
${capital("series rain = rains.rain linear after hould")}`,
    mended: `data rains {
  period year
  | year | rain [mm] |
  |-----:|----------:|
  | 2020 |         5 |
  | 2030 |         6 |
}
${capital("series rain = rains.rain linear after hold")}`,
  }),
  badOrder: entry<{ name: string; fn: string }>({
    code: "GTFP6121",
    severity: "error",
    title: "Order that is no whole number",
    message: ({ name, fn }) => `The order of \`${fn}\` in \`${name}\` must be a whole number from 1 on.`,
    page: "`delayn` and `smoothn` are rows of n stocks, and n is fixed when the model is read.",
    failing: capital("aux late = delayn(capital, 8, 1.5)"),
    mended: capital("aux late = delayn(capital, 8, 2)"),
  }),
  notOne: entry<{ name: string }>({
    code: "GTFP6124",
    severity: "error",
    title: "More or fewer than one element",
    message: ({ name }) => `\`only\` in \`${name}\` does not leave exactly one element for the whole run.`,
    help: () =>
      'pick it by its label, `x[services]`, or compare its dimension\'s label: `only(x where industry == "services")`',
    page: "`only` gives the value of the one element that is left. In a system that must be known before the run, so that its `where` compares labels, not values that change.",
    failing: byIndustry("aux one = only(value)"),
    mended: byIndustry('aux one = only(value where industry == "services")'),
  }),
  nonnegativeAdaptive: entry<{ stock: string; method: string }>({
    code: "GTFP6123",
    severity: "error",
    title: "Non-negative stock under an adaptive method",
    message: ({ stock, method }) =>
      `The stock \`${stock}\` is non-negative, which \`${method}\` cannot keep.`,
    help: () => "use `rk4`",
    page: "A non-negative stock gives at most what it holds within a step, so that its flows depend on the step's length. A method that chooses its steps by their error cannot work with flows that depend on its choice; a method with fixed steps can.",
    failing: `system tank {
  time [year] = 2020 .. 2030 using rk45
  stock nonnegative water = 100
}
`,
    mended: `system tank {
  time [year] = 2020 .. 2030 using rk4
  stock nonnegative water = 100
}
`,
  }),
  bareRate: entry<{ percent: number; stock: string; name?: string }>({
    code: "GTFP6122",
    severity: "note",
    title: "Per cent rate applied to its own stock",
    message: ({ percent, stock, name }) =>
      `${name === undefined ? "A rate" : `\`${name}\``} of ${percent} % a year, applied at every instant, makes \`${stock}\` grow by ${percentText(Math.expm1(percent / 100))} % a year.`,
    help: ({ percent }) => `\`annual(${percent}%)\` makes it grow by ${percent} % from one year to the next`,
    page: "A rate that is applied at every instant compounds within the year: 6 % makes e^0.06 − 1 = 6.18 %. Growth rates in statistics compare one year with the year before; `annual(6%)`, which is ln(1.06) per year, makes exactly that growth.",
    failing: capital("param growth [1/year] = 6%\nflow gain: cloud -> capital = growth * capital"),
    mended: capital("param growth [1/year] = annual(6%)\nflow gain: cloud -> capital = growth * capital"),
  }),
};

function percentText(share: number): string {
  return (share * 100).toFixed(2);
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
