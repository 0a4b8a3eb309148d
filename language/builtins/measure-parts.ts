/** What the catalogue of measures is made of: its types, and the parameters and columns that many entries share. */

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

/** One column of a result table. `V` in its name stands for each variable of the technology, `S` for each stage, `L` for each link. */
export interface ResultColumn {
  readonly name: string;
  readonly of: "number" | "label";
  /** For numbers: a pure number, V's or L's own unit, score per unit of V, or the money of prices. */
  readonly unit?: "1" | "V" | "1/V" | "L" | "money";
  /** The field's sign, for readable tables. */
  readonly symbol?: string;
  /** The measure alone has it, and fills it by its name. */
  readonly own?: true;
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
export const superEfficiency: Parameter = {
  name: "super",
  kind: "super",
  default: "false",
  line: "`true` leaves the observation out of its own reference set, `dmu` leaves its DMU out in every period",
};
export const slacks: Parameter = {
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

export function weights(words: readonly string[], line: string): Parameter {
  return { name: "weights", kind: "weights", words, optional: true, line };
}
export function prices(of: string): Parameter {
  return {
    name: "prices",
    kind: "prices",
    line: `what a unit of each ${of} is worth, as columns or numbers`,
  };
}
export const model: ResultColumn = {
  name: "model",
  of: "label",
  line: "which program gave the score: the measure's own or its super-efficiency",
};
export const valueParts: readonly ResultColumn[] = [
  { name: "technical", of: "number", unit: "1", line: "the radial efficiency of the same technology" },
  {
    name: "allocative",
    of: "number",
    unit: "1",
    line: "score / technical: what the right mix would still give",
  },
];

export function columns(
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
export const priceRange: readonly ResultColumn[] = [
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
export const priceRangeFlag: Parameter = {
  name: "price_range",
  kind: "flag",
  default: "false",
  line: "adds the least and greatest price where the optimum leaves it open (`price.V.low`, `price.V.high`)",
};
