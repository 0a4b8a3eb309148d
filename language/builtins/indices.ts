/** The catalogue of indices: change over time, made of the distances of a measure. */
import type { MeasureEntry, Parameter, ResultColumn } from "./measure-parts.ts";
import { along, orientation } from "./measure-parts.ts";

export interface IndexEntry extends Omit<MeasureEntry, "columns"> {
  /** Ratios (1 is no change) multiply and average geometrically; differences (0 is no change) add. */
  readonly scale: "ratio" | "difference";
  /** The measure that gives the distances where the index stands on a technology. */
  readonly measure: "radial" | "ddf";
  readonly columns: readonly ResultColumn[];
  /** Columns that only a decomposition adds. */
  readonly decomposed: readonly ResultColumn[];
}

const base: Parameter = {
  name: "technology",
  kind: "technology-or-measure",
  line: "the technology, or a measure whose scores are the distances",
};
const reference: Parameter = {
  name: "reference",
  kind: "reference",
  optional: true,
  line: "`contemporaneous`, `global`, `sequential`, `window(3)`, `window(3, centered)` or `biennial`; the technology's unless given",
};
const decomposition: Parameter = {
  name: "decomposition",
  kind: "word",
  words: ["fgnz", "ray_desli", "grifell_lovell"],
  optional: true,
  line: "how change falls into pure efficiency, scale and technology; distances are then taken under crs and vrs",
};
const rebase: Parameter = {
  name: "rebase",
  kind: "flag",
  default: "false",
  line: "starts `cumulative` anew after a missing link instead of leaving it empty",
};

function columns(symbol: string, none: string): readonly ResultColumn[] {
  return [
    {
      name: "change",
      of: "number",
      unit: "1",
      symbol,
      line: `the index from the period before; ${none} is no change`,
    },
    {
      name: "efficiency_change",
      of: "number",
      unit: "1",
      symbol: "EC",
      line: "catching up: how the distance to the own period's frontier changed",
    },
    {
      name: "technical_change",
      of: "number",
      unit: "1",
      symbol: "TC",
      line: "how the frontier itself moved",
    },
    {
      name: "cumulative",
      of: "number",
      unit: "1",
      line: `chained from ${none} in the first period; empty after a missing link unless \`rebase: true\``,
    },
    {
      name: "status",
      of: "label",
      line: "`optimal`, `first_period`, `gap`, `infeasible`, `unbounded` or `undefined`",
    },
  ];
}
/** Indices of output over input growth have no efficiency part of their own. */
function aggregated(symbol: string): readonly ResultColumn[] {
  const [change, , , ...rest] = columns(symbol, "1");
  return [
    change!,
    { name: "output_change", of: "number", unit: "1", symbol: "Q", line: "growth of aggregate output" },
    { name: "input_change", of: "number", unit: "1", symbol: "X", line: "growth of aggregate input" },
    ...rest,
  ];
}
const decomposed: readonly ResultColumn[] = [
  {
    name: "pure_efficiency_change",
    of: "number",
    unit: "1",
    symbol: "PEC",
    line: "change of efficiency under variable returns to scale",
  },
  { name: "scale_change", of: "number", unit: "1", symbol: "SEC", line: "the part of scale" },
];

const entries: readonly IndexEntry[] = [
  {
    name: "malmquist",
    line: "the Malmquist productivity index: a ratio of efficiencies, above 1 is progress",
    parameters: [base, { ...orientation }, decomposition, reference, rebase],
    scale: "ratio",
    measure: "radial",
    columns: columns("M", "1"),
    decomposed,
    formula:
      "M = {E^t(t+1)/E^t(t) · E^{t+1}(t+1)/E^{t+1}(t)}^½, EC = E^{t+1}(t+1)/E^t(t), TC = M/EC; E = θ or 1/φ",
    source:
      "Caves, Christensen & Diewert (1982); Färe, Grosskopf, Norris & Zhang (1994); global: Pastor & Lovell (2005); biennial: Pastor, Asmild & Lovell (2011); ray_desli: Ray & Desli (1997); grifell_lovell: Grifell-Tatjé & Lovell (1999)",
  },
  {
    name: "malmquist_luenberger",
    line: "the Malmquist–Luenberger index: more good and less bad output at once, above 1 is progress",
    parameters: [base, { ...along, optional: true }, decomposition, reference, rebase],
    scale: "ratio",
    measure: "ddf",
    columns: columns("ML", "1"),
    decomposed,
    formula:
      "ML = {(1+D^t(t))/(1+D^t(t+1)) · (1+D^{t+1}(t))/(1+D^{t+1}(t+1))}^½, EC = (1+D^t(t))/(1+D^{t+1}(t+1)), TC = ML/EC",
    source: "Chung, Färe & Grosskopf (1997); global: Oh (2010)",
  },
  {
    name: "luenberger",
    line: "the Luenberger indicator: a difference of distances, above 0 is progress",
    parameters: [base, { ...along, optional: true }, decomposition, reference, rebase],
    scale: "difference",
    measure: "ddf",
    columns: columns("L", "0"),
    decomposed,
    formula: "L = ½{D^t(t) − D^t(t+1) + D^{t+1}(t) − D^{t+1}(t+1)}, EC = D^t(t) − D^{t+1}(t+1), TC = L − EC",
    source: "Chambers, Färe & Grosskopf (1996)",
  },
  {
    name: "hicks_moorsteen",
    line: "the Hicks–Moorsteen index: growth of outputs over growth of inputs, both by distance functions",
    parameters: [{ ...base, kind: "technology", line: "the technology, without bads" }, reference, rebase],
    scale: "ratio",
    measure: "radial",
    columns: aggregated("HM"),
    decomposed: [],
    formula:
      "HM = {Q^t Q^{t+1}/(X^t X^{t+1})}^½, Q^t = Do^t(x_t, y_{t+1})/Do^t(x_t, y_t), X^t = Di^t(x_{t+1}, y_t)/Di^t(x_t, y_t), base t+1 likewise",
    source: "Bjurek (1996); Nemoto & Goto (2005)",
  },
  {
    name: "fare_primont",
    line: "the Färe–Primont index: outputs over inputs as the sample's mean unit and the frontier of all periods weigh them; transitive",
    parameters: [{ ...base, kind: "technology", line: "the technology, without bads" }, rebase],
    scale: "ratio",
    measure: "radial",
    columns: aggregated("FP"),
    decomposed: [],
    formula: "FP = {Do(x0, y_{t+1})/Do(x0, y_t)} / {Di(x_{t+1}, y0)/Di(x_t, y0)}, (x0, y0) the sample mean",
    source: "O'Donnell (2011)",
  },
];

/** The indices of this version, by name. */
export const indices: ReadonlyMap<string, IndexEntry> = new Map(entries.map((e) => [e.name, e]));
