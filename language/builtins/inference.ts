/**
 * The catalogue of measures that are made of other measures or of no linear program: intervals, partial frontiers,
 * comparisons, cross-efficiency; and of the studies `influence` and `robustness`. Their tables have these columns after
 * the panel's keys.
 */
import type { MeasureEntry, Parameter, ResultColumn } from "./measure-parts.ts";
import { orientation, technology } from "./measure-parts.ts";

const score = (symbol: string, line: string): ResultColumn => ({
  name: "score",
  of: "number",
  unit: "1",
  symbol,
  line,
});
const number = (name: string, line: string, symbol?: string): ResultColumn => ({
  name,
  of: "number",
  unit: "1",
  ...(symbol === undefined ? {} : { symbol }),
  line,
});
const label = (name: string, line: string): ResultColumn => ({ name, of: "label", line });

const efficiency = (line: string) => number("efficiency", line);
const byScore = label("class", "`efficient` from an efficiency of 1 on, else `inefficient`");
const rank = number(
  "rank",
  "place by efficiency among the units of the same period and frontier group; ties share the better place",
);
const status = label("status", "`optimal`, `infeasible`, `unbounded` or `undefined`");

const measure = (name: string, line: string): Parameter => ({ name, kind: "measure", line });
const seed: Parameter = {
  name: "seed",
  kind: "number",
  default: "1",
  line: "the whole number that every draw follows from; the same seed gives the same result, on any number of threads",
};

const replications: Parameter = {
  name: "replications",
  kind: "number",
  default: "2000",
  line: "how many samples are drawn, from 100 on",
};

const entries: readonly MeasureEntry[] = [
  {
    name: "bootstrap",
    line: "bias and confidence interval of each score of a measure",
    parameters: [
      measure("measure", "a `radial` or `ddf` measure without `super`"),
      replications,
      { name: "alpha", kind: "number", default: "5%", line: "one less the confidence level of the interval" },
      seed,
    ],
    columns: [
      score("θ̂", "the measure's own score"),
      number("bias", "score − corrected"),
      number("corrected", "the score less its bias"),
      number("lower", "lower end of the interval"),
      number("upper", "upper end of the interval"),
      efficiency("that of the measure's own score"),
      rank,
      status,
      number("replications", "samples in which the unit's program had a solution"),
    ],
    formula:
      "radial, in distances δ = 1/θ or φ ≥ 1: δ* drawn from the δ̂ and 2 − δ̂, smoothed with h, rescaled to their variance, reflected at 1; reference x·δ*/δ̂ or y·δ̂/δ*; corrected δ = 2δ̂ − mean δ̂*, interval [δ̂ − q(1 − α/2), δ̂ − q(α/2)] of δ̂* − δ̂. ddf: subsamples of m = n^0.6 DMUs; β̂ − (m/n)^κ (β̂* − β̂) with κ = 2/(p + q + 1), 2/(p + q) under crs",
    source:
      "Simar & Wilson (1998, 2000), drawn as in Daraio & Simar (2007, pp. 61-62); h: Silverman (1986, eq. 3.31) on the reflected sample, rescaled by Daraio & Simar (2007, eq. 3.26); subsampling: Kneip, Simar & Wilson (2008), directional: Simar, Vanhems & Wilson (2012)",
  },
  {
    name: "order_m",
    line: "efficiency against the best of m units drawn at random from those that make at least as much",
    parameters: [
      technology,
      orientation,
      { name: "m", kind: "number", line: "how many units are drawn, a whole number from 1 on" },
      {
        ...seed,
        line: "taken for the sake of other tools: the expectation is computed exactly and nothing is drawn",
      },
    ],
    columns: [
      score("θm", "θm or φm; beyond 1 for a unit that m units drawn at random do not reach"),
      efficiency("θm, or 1/φm: bigger is better"),
      byScore,
      rank,
      status,
      number("peers", "units that make at least as much (input) or use at most as much (output)"),
      { name: "target.V", of: "number", unit: "V", line: "V at the unit's target on the partial frontier" },
    ],
    formula:
      "input: θm = Σ_j τ(j) [((N−j+1)/N)^m − ((N−j)/N)^m], τ(1) ≤ … ≤ τ(N) the max_i x_ij/x_i of the N units with y_j ≥ y; output: φm = Σ_j τ(j) [(j/N)^m − ((j−1)/N)^m] with min_r y_rj/y_r of those with x_j ≤ x",
    source: "Cazals, Florens & Simar (2002); the exact expectation over the empirical distribution",
  },
  {
    name: "order_alpha",
    line: "efficiency against the frontier that a share 1 − α of the units that make at least as much lies beyond",
    parameters: [
      technology,
      orientation,
      {
        name: "alpha",
        kind: "number",
        line: "the share, above 0 and at most 1; 1 is the free-disposal hull",
      },
      { ...seed, line: "taken for the sake of other tools: nothing is drawn" },
    ],
    columns: [
      score("θα", "θα or φα; beyond 1 for a unit beyond the partial frontier"),
      efficiency("θα, or 1/φα: bigger is better"),
      byScore,
      rank,
      status,
      number("peers", "units that make at least as much (input) or use at most as much (output)"),
      { name: "target.V", of: "number", unit: "V", line: "V at the unit's target on the partial frontier" },
    ],
    formula: "input: θα = τ(⌈(1 − α)N⌉), at least τ(1); output: φα = τ(⌈αN⌉); τ as for `order_m`",
    source: "Aragon, Daouia & Thomas-Agnan (2005); several inputs and outputs: Daouia & Simar (2007)",
  },
  {
    name: "technology_gap",
    line: "how near the frontier of a unit's own group comes to that of all groups",
    parameters: [
      measure("measure", "the measure against the group's own frontier"),
      measure("meta", "the same measure against the metafrontier"),
    ],
    columns: [
      score(
        "TGR",
        "efficiency of `meta` / efficiency of `measure`; for `ddf` and `nddf` the difference of β",
      ),
      efficiency("the ratio; 1/(1 + difference)"),
      byScore,
      rank,
      status,
    ],
    formula: "TGR = E_meta / E_group ≤ 1; directional: β_meta − β_group ≥ 0",
    source: "Battese, Rao & O'Donnell (2004); O'Donnell, Rao & Battese (2008)",
  },
  {
    name: "scale_efficiency",
    line: "what a unit loses by its size",
    parameters: [
      measure("crs", "the measure under constant returns"),
      measure("vrs", "the same measure under variable returns"),
    ],
    columns: [
      score("SE", "efficiency of `crs` / efficiency of `vrs`; for `ddf` and `nddf` the difference of β"),
      efficiency("the ratio; 1/(1 + difference)"),
      byScore,
      rank,
      status,
    ],
    formula: "SE = E_crs / E_vrs ≤ 1; directional: β_crs − β_vrs ≥ 0",
    source: "Färe, Grosskopf & Lovell (1985); Banker, Charnes & Cooper (1984)",
  },
  {
    name: "returns_test",
    line: "whether constant returns to scale fit the data, one row for each frontier",
    parameters: [
      measure("crs", "a `radial` measure under constant returns"),
      measure("vrs", "the same measure under variable returns"),
      replications,
      {
        name: "alpha",
        kind: "number",
        default: "5%",
        line: "the level at which constant returns are rejected",
      },
      seed,
    ],
    columns: [
      number("n", "units with both scores"),
      number("statistic", "mean of E_crs / E_vrs; 1 where size costs nobody anything"),
      number(
        "p_value",
        "share of samples under constant returns with a statistic as small, (1 + count) / (1 + replications)",
      ),
      number("critical", "the statistic below which constant returns are rejected at `alpha`"),
      label("rejected", "`yes` where constant returns are rejected"),
    ],
    formula:
      "H0: the technology has constant returns; ω = 1/n Σ E_crs/E_vrs; ω* from samples whose distances are drawn from the smoothed crs distances, as in `bootstrap`; p = (1 + #{ω* ≤ ω}) / (1 + B)",
    source: "Simar & Wilson (2002, eq. 4.5)",
  },
  {
    name: "cross_efficiency",
    line: "the mean efficiency that the prices of all units of the same frontier give a unit",
    parameters: [
      technology,
      {
        name: "secondary",
        kind: "word",
        words: ["none", "benevolent", "aggressive"],
        default: "none",
        line: "which of a unit's optimal prices count: those of the first program, or those that make the others together look best or worst",
      },
    ],
    columns: [
      score("Ē", "the mean over all units' prices, its own included"),
      efficiency("the score: bigger is better"),
      number("self", "the unit's efficiency at its own prices, θ"),
      number(
        "maverick",
        "how far self-appraisal exceeds the mean of the others': (θ − Ē of others) / Ē of others",
      ),
      byScore,
      rank,
      status,
      {
        name: "price.V",
        of: "number",
        unit: "1/V",
        line: "the unit's own price of V: inputs sum to 1 at its amounts",
      },
    ],
    formula:
      "E_dj = u_d·y_j / v_d·x_j, score_j = mean over d; secondary: max or min u·Σ_{j≠d} y_j : v·Σ_{j≠d} x_j = 1, u·y_d = θ_d v·x_d, u·y_j ≤ v·x_j",
    source: "Sexton, Silkman & Hogan (1986); secondary goals and maverick index: Doyle & Green (1994)",
  },
];

/** The derived measures of this version, by name. */
export const derivedMeasures: ReadonlyMap<string, MeasureEntry> = new Map(entries.map((e) => [e.name, e]));

const studies: readonly MeasureEntry[] = [
  {
    name: "influence",
    line: "who owns the frontier: each of its units left out of the reference set in turn, all others scored again",
    parameters: [measure("of", "a measure of one technology")],
    columns: [
      label("frontier", "the periods that span the technology"),
      number("n", "other units with a score before and after"),
      number("mean_before", "their mean score before"),
      number("mean_after", "their mean score after"),
      number("moved", "how many of them move by more than 1e-9"),
      number("largest_move", "the largest move of a score, with its sign"),
      label("largest_move_unit", "whose it is"),
      number("new_efficient", "units that become efficient"),
      label("new_efficient_units", "which"),
      number("infeasible", "units whose program has no solution any more"),
    ],
    formula: "for each frontier unit k: score_i(k) over the reference set without k, for all i ≠ k",
    source:
      "Wilson (1995); leave-one-out, as super-efficiency asks of the unit itself (Andersen & Petersen 1993)",
  },
  {
    name: "robustness",
    line: "a measure or index again under other choices, and how far its ranking agrees",
    parameters: [measure("of", "a measure or an index")],
    columns: [
      label("returns", "the choice's returns to scale"),
      label("disposability", "the choice's disposability of bads"),
      label("reference", "the choice's reference"),
      label("without", "the variable that is left out"),
      number("n", "rows with a value"),
      number("infeasible", "rows whose program has no solution"),
      number("mean", "mean score; of an index its change, geometric for ratios"),
      number("efficient", "efficient units; of an index rows with progress"),
      number(
        "spearman",
        "rank correlation with the base choice over the rows that both score, ties sharing ranks",
      ),
      number("kendall", "Kendall's τ-b with the base choice"),
      number("largest_move", "the largest difference from the base choice, with its sign"),
      label("largest_move_unit", "whose it is"),
    ],
    formula:
      "ρ = correlation of mid-ranks; τb = (C − D) / √((P − Tx)(P − Ty)), P = n(n−1)/2 pairs, Tx and Ty the tied ones",
    source: "Spearman (1904); Kendall (1945); in n log n steps: Knight (1966)",
  },
];

/** The studies of this version, by the word that declares them. */
export const studyEntries: ReadonlyMap<string, MeasureEntry> = new Map(studies.map((e) => [e.name, e]));
