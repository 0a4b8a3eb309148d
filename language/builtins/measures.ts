/**
 * The catalogue of measures: what checker, hover, signature help, the reference manual and the tables read. A measure that
 * is not here is not part of this version; `planned` knows the language's other ones by name.
 */

/** One argument of a measure or index. */
export interface Parameter {
  readonly name: string;
  readonly kind:
    | "technology"
    | "technology-or-measure"
    /** The name of a measure; may stand without its parameter's name. */
    | "measure"
    | "number"
    | "direction"
    | "word"
    | "super"
    | "flag"
    | "reference"
    /** One of its words, or a map of variables to numbers. */
    | "weights"
    /** A map of variables to columns or numbers. */
    | "prices";
  /** The words it takes, for `word` and `weights`. */
  readonly words?: readonly string[];
  /** What stands where it is left out; absent: it must be given (or, where `optional`, nothing stands). */
  readonly default?: string;
  readonly optional?: boolean;
  readonly line: string;
}

/** One column of a result table. `V` in its name stands for each variable of the technology. */
export interface ResultColumn {
  readonly name: string;
  readonly of: "number" | "label";
  /** For numbers: a pure number, V's own unit, score per unit of V, or the money of prices. */
  readonly unit?: "1" | "V" | "1/V" | "money";
  /** The field's sign, for readable tables. */
  readonly symbol?: string;
  readonly line: string;
}

export interface MeasureEntry {
  readonly name: string;
  readonly line: string;
  readonly parameters: readonly Parameter[];
  readonly columns: readonly ResultColumn[];
  /** The program in one or a few lines of plain mathematics. */
  readonly formula: string;
  readonly source: string;
}

/** What a measure measures with. */
export const technology: Parameter = {
  name: "technology",
  kind: "technology",
  line: "the technology whose frontier measures",
};
const superEfficiency: Parameter = {
  name: "super",
  kind: "super",
  default: "false",
  line: "`true` leaves the observation out of its own reference set, `dmu` leaves its DMU out in every period",
};
const slacks: Parameter = {
  name: "slacks",
  kind: "word",
  words: ["plain", "normalized"],
  default: "plain",
  line: "what the second phase maximises: the plain sum of slacks, or each divided by its column's mean",
};
/** The direction that a directional measure or index follows. */
export const along: Parameter = {
  name: "along",
  kind: "direction",
  line: "the direction in which units are moved",
};
/** Input or output orientation. */
export const orientation: Parameter = {
  name: "orientation",
  kind: "word",
  words: ["input", "output"],
  default: "input",
  line: "`input` shrinks inputs, `output` expands good outputs",
};

function weights(words: readonly string[], line: string): Parameter {
  return { name: "weights", kind: "weights", words, optional: true, line };
}
function prices(of: string): Parameter {
  return {
    name: "prices",
    kind: "prices",
    line: `what a unit of each ${of} is worth, as columns or numbers`,
  };
}
const model: ResultColumn = {
  name: "model",
  of: "label",
  line: "which program gave the score: the measure's own or its super-efficiency",
};
const valueParts: readonly ResultColumn[] = [
  { name: "technical", of: "number", unit: "1", line: "the radial efficiency of the same technology" },
  {
    name: "allocative",
    of: "number",
    unit: "1",
    line: "score / technical: what the right mix would still give",
  },
];

function columns(
  score: ResultColumn,
  efficiency: ResultColumn,
  more: readonly ResultColumn[] = [],
): readonly ResultColumn[] {
  return [
    score,
    efficiency,
    ...more,
    {
      name: "class",
      of: "label",
      line: "`efficient`, `weakly_efficient` (on the frontier, but with slack) or `inefficient`",
    },
    {
      name: "rank",
      of: "number",
      unit: "1",
      line: "place by efficiency among the units of the same period and frontier group; ties share the better place",
    },
    { name: "status", of: "label", line: "`optimal`, `infeasible`, `unbounded` or `undefined`" },
    {
      name: "returns_to_scale",
      of: "label",
      line: "`increasing`, `constant` or `decreasing`, by comparing crs, nirs and vrs scores (Färe, Grosskopf & Lovell 1985)",
    },
    {
      name: "slack.V",
      of: "number",
      unit: "V",
      line: "what V could still give after the score's movement (second phase)",
    },
    { name: "target.V", of: "number", unit: "V", line: "V at the unit's target on the frontier" },
    {
      name: "price.V",
      of: "number",
      unit: "1/V",
      line: "shadow price: the dual of V's row, positive where using less of an input or bad, or making more of a good, is worth something",
    },
  ];
}

/** What `price_range: true` adds: the least and greatest price that the optimum allows. */
const priceRange: readonly ResultColumn[] = [
  {
    name: "price.V.low",
    of: "number",
    unit: "1/V",
    line: "the least shadow price of V that the optimum allows; empty where it has no bound",
  },
  {
    name: "price.V.high",
    of: "number",
    unit: "1/V",
    line: "the greatest shadow price of V that the optimum allows; empty where it has no bound",
  },
];
const priceRangeFlag: Parameter = {
  name: "price_range",
  kind: "flag",
  default: "false",
  line: "adds the least and greatest price where the optimum leaves it open (`price.V.low`, `price.V.high`)",
};

const entries: readonly MeasureEntry[] = [
  {
    name: "radial",
    line: "the share to which all inputs can shrink, or the factor by which all good outputs can grow",
    parameters: [technology, orientation, superEfficiency, slacks],
    columns: columns(
      {
        name: "score",
        of: "number",
        unit: "1",
        symbol: "θ",
        line: "θ ≤ 1 (input) or φ ≥ 1 (output); beyond 1 with `super`",
      },
      { name: "efficiency", of: "number", unit: "1", line: "θ, or 1/φ: bigger is better" },
    ),
    formula:
      "input: min θ : Σλx ≤ θx, Σλy ≥ y; output: max φ : Σλx ≤ x, Σλy ≥ φy; bads keep their amount and the rows of the technology's disposability; fixed inputs keep theirs",
    source:
      "Charnes, Cooper & Rhodes (1978); Banker, Charnes & Cooper (1984); super: Andersen & Petersen (1993)",
  },
  {
    name: "ddf",
    line: "how far a unit can move along a direction before it meets the frontier",
    parameters: [technology, along, superEfficiency, slacks],
    columns: columns(
      {
        name: "score",
        of: "number",
        unit: "1",
        symbol: "β",
        line: "β, 0 on the frontier, negative beyond it",
      },
      { name: "efficiency", of: "number", unit: "1", line: "1/(1 + β): bigger is better" },
    ),
    formula: "max β : Σλx ≤ x − βgx, Σλy ≥ y + βgy, Σλb (= | ≤) b − βgb",
    source: "Chambers, Chung & Färe (1996); Chung, Färe & Grosskopf (1997)",
  },
  {
    name: "nddf",
    line: "how far each variable on its own can move along a direction",
    parameters: [
      technology,
      along,
      weights(
        [],
        "what each β counts, as given; equal over the moving blocks (inputs, goods, bads), then within them",
      ),
      slacks,
    ],
    columns: columns(
      {
        name: "score",
        of: "number",
        unit: "1",
        symbol: "Σwβ",
        line: "the weighted sum of the β, 0 on the frontier",
      },
      { name: "efficiency", of: "number", unit: "1", line: "1/(1 + score): bigger is better" },
      [
        {
          name: "beta.V",
          of: "number",
          unit: "1",
          symbol: "β",
          line: "how far V can move, in sizes of the direction",
        },
      ],
    ),
    formula: "max Σ wβ : Σλx ≤ x − βx gx, Σλy ≥ y + βy gy, Σλb (= | ≤) b − βb gb, β ≥ 0",
    source: "Zhou, Ang & Wang (2012)",
  },
  {
    name: "sbm",
    line: "the slacks-based measure: the mean share that inputs can still give over the mean factor that outputs can grow",
    parameters: [
      technology,
      { ...orientation, words: ["none", "input", "output"], default: "none" },
      superEfficiency,
      weights(
        [],
        "what each slack counts within inputs and within outputs (scaled to sum to 1); equal unless given",
      ),
    ],
    columns: columns(
      {
        name: "score",
        of: "number",
        unit: "1",
        symbol: "ρ",
        line: "ρ ≤ 1; with `super` at least 1 for efficient units",
      },
      { name: "efficiency", of: "number", unit: "1", line: "ρ: bigger is better" },
      [model],
    ),
    formula:
      "min (1 − 1/m Σ sx/x) / (1 + 1/(s1+s2) (Σ sy/y + Σ sb/b)) : Σλx + sx = x, Σλy − sy = y, Σλb + sb = b; super: min (1 + 1/m Σ sx/x) / (1 − 1/(s1+s2) (Σ sy/y + Σ sb/b)) : Σλx − sx ≤ x, Σλy + sy ≥ y, Σλb − sb ≤ b without the unit",
    source: "Tone (2001); with bads Tone (2004); super: Tone (2002)",
  },
  {
    name: "additive",
    line: "the greatest weighted sum of slacks",
    parameters: [
      technology,
      weights(
        ["ones", "mip", "normalized"],
        "`ones` (default), `mip` (1/x, 1/y), `normalized` (1/sample sd) or a map",
      ),
    ],
    columns: columns(
      {
        name: "score",
        of: "number",
        unit: "1",
        symbol: "Σws",
        line: "the weighted slack sum, 0 for efficient units",
      },
      { name: "efficiency", of: "number", unit: "1", line: "1/(1 + score): bigger is better" },
    ),
    formula: "max Σ w s : Σλx + sx = x, Σλy − sy = y, Σλb + sb = b",
    source: "Charnes, Cooper, Golany, Seiford & Stutz (1985); normalized: Lovell & Pastor (1995)",
  },
  {
    name: "ram",
    line: "the range-adjusted measure: slacks as shares of their columns' ranges",
    parameters: [technology],
    columns: columns(
      { name: "score", of: "number", unit: "1", symbol: "Γ", line: "the mean share, 0 for efficient units" },
      { name: "efficiency", of: "number", unit: "1", line: "1 − score: bigger is better" },
    ),
    formula:
      "max 1/(m+s) (Σ sx/Rx + Σ sy/Ry) : Σλx + sx = x, Σλy − sy = y; R the range over the reference set",
    source: "Cooper, Park & Pastor (1999)",
  },
  {
    name: "bam",
    line: "the bounded-adjusted measure: slacks as shares of what the reference set's bounds leave",
    parameters: [technology],
    columns: columns(
      { name: "score", of: "number", unit: "1", symbol: "Γ", line: "the mean share, 0 for efficient units" },
      { name: "efficiency", of: "number", unit: "1", line: "1 − score: bigger is better" },
    ),
    formula:
      "max 1/(m+s) (Σ sx/(x − min x) + Σ sy/(max y − y)); unless under vrs also Σλx ≥ min x, Σλy ≤ max y",
    source: "Cooper, Pastor, Borras, Aparicio & Pastor (2011)",
  },
  {
    name: "russell",
    line: "the mean share to which each input, or the mean factor by which each good, can move on its own",
    parameters: [technology, orientation],
    columns: columns(
      {
        name: "score",
        of: "number",
        unit: "1",
        symbol: "R",
        line: "mean θ ≤ 1 (input) or mean φ ≥ 1 (output)",
      },
      { name: "efficiency", of: "number", unit: "1", line: "the score, or 1/score: bigger is better" },
    ),
    formula: "input: min 1/m Σ θi : Σλx ≤ θi x, Σλy ≥ y, θi ≤ 1; output: max 1/s Σ φr : Σλy ≥ φr y, φr ≥ 1",
    source: "Färe & Lovell (1978)",
  },
  {
    name: "cost",
    line: "least cost over actual cost",
    parameters: [technology, prices("input")],
    columns: columns(
      { name: "score", of: "number", unit: "1", symbol: "CE", line: "cost efficiency ≤ 1" },
      { name: "efficiency", of: "number", unit: "1", line: "the score: bigger is better" },
      [
        ...valueParts,
        { name: "optimum", of: "number", unit: "money", line: "least cost, in the prices' money" },
      ],
    ),
    formula: "min Σ w x̂ : Σλx ≤ x̂, Σλy ≥ y; score = least / actual cost; technical = radial(input)",
    source: "Farrell (1957); Färe, Grosskopf & Lovell (1985)",
  },
  {
    name: "revenue",
    line: "actual over greatest revenue",
    parameters: [technology, prices("good output")],
    columns: columns(
      { name: "score", of: "number", unit: "1", symbol: "RE", line: "revenue efficiency ≤ 1" },
      { name: "efficiency", of: "number", unit: "1", line: "the score: bigger is better" },
      [
        ...valueParts,
        { name: "optimum", of: "number", unit: "money", line: "greatest revenue, in the prices' money" },
      ],
    ),
    formula:
      "max Σ p ŷ : Σλx ≤ x, Σλy ≥ ŷ; score = actual / greatest revenue; technical = 1/φ of radial(output)",
    source: "Farrell (1957); Färe, Grosskopf & Lovell (1985)",
  },
];

/** The measures of this version, by name. */
export const measures: ReadonlyMap<string, MeasureEntry> = new Map(
  entries.map((e) => [e.name, { ...e, parameters: [...e.parameters, priceRangeFlag] }]),
);

/** The columns of a measure's table, those of its options included. */
export function measureColumns(spec: {
  readonly fn: string;
  readonly priceRange?: boolean;
}): readonly ResultColumn[] {
  const { columns } = measures.get(spec.fn)!;
  return spec.priceRange === true ? [...columns, ...priceRange] : columns;
}

/** Measures of the language that this version cannot compute yet, with what they are. */
export const plannedMeasures: ReadonlyMap<string, string> = new Map([
  ["network_sbm", "the slacks-based measure of a network"],
  ["network_ddf", "the directional distance function of a network"],
  ["relational", "the relational network measure"],
  ["ebm", "the epsilon-based measure"],
  ["hyperbolic", "the hyperbolic measure"],
  ["profit", "profit inefficiency"],
]);
