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
    | "direction"
    | "word"
    | "super"
    | "flag"
    | "reference";
  /** The words it takes, for `word`. */
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
  /** For numbers: a pure number, V's own unit, or score per unit of V. */
  readonly unit?: "1" | "V" | "1/V";
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

const technology: Parameter = {
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

function columns(score: ResultColumn, efficiency: ResultColumn): readonly ResultColumn[] {
  return [
    score,
    efficiency,
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
];

/** The measures of this version, by name. */
export const measures: ReadonlyMap<string, MeasureEntry> = new Map(entries.map((e) => [e.name, e]));

/** Measures of the language that this version cannot compute yet, with what they are. */
export const plannedMeasures: ReadonlyMap<string, string> = new Map([
  ["nddf", "the non-radial directional distance function"],
  ["sbm", "the slacks-based measure"],
  ["network_sbm", "the slacks-based measure of a network"],
  ["network_ddf", "the directional distance function of a network"],
  ["relational", "the relational network measure"],
  ["additive", "the additive measure"],
  ["ram", "the range-adjusted measure"],
  ["bam", "the bounded-adjusted measure"],
  ["russell", "the Russell measure"],
  ["ebm", "the epsilon-based measure"],
  ["hyperbolic", "the hyperbolic measure"],
  ["cross_efficiency", "cross-efficiency"],
  ["cost", "cost efficiency"],
  ["revenue", "revenue efficiency"],
  ["profit", "profit inefficiency"],
  ["order_m", "the order-m partial frontier"],
  ["order_alpha", "the order-α partial frontier"],
  ["technology_gap", "the technology gap of two measures"],
  ["scale_efficiency", "scale efficiency from two measures"],
  ["bootstrap", "bootstrapped confidence intervals of a measure"],
]);
