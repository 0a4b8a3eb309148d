/**
 * Where published tools disagree, with a model for each. What a tool does was read in its own source or documentation, in the versions
 * that the page names. Numbers are computed by running the model; what a tool prints where its answer cannot be computed here is quoted.
 */
import { abate, dmus, env5, env5years, green, growth, simple, winWin, years } from "../traps/panels.ts";

export interface Disagreement {
  /** The number of the trap in test/traps. */
  readonly trap: string;
  readonly question: string;
  readonly model: string;
  /** Two answers: what is done, by whom, and what shows it; the first is right. */
  readonly answers: readonly [Answer, Answer];
  readonly why: string;
}
export interface Answer {
  readonly says: string;
  readonly who: string;
  /** The cell that is computed, or what the tool prints. */
  readonly shows: Cell | { readonly prints: string };
}
/** A cell of a result table by the unit's label (and year), or a diagnostic's code. */
export type Cell =
  | { readonly table: string; readonly column: string; readonly unit: string; readonly year?: number }
  | { readonly refused: string };

const at = (table: string, unit: string, column = "score", year?: number): Cell => ({
  table,
  column,
  unit,
  ...(year === undefined ? {} : { year }),
});
const here = "this tool";
/** Grifell-Tatjé & Lovell (1999). */
const lovell = years(
  "x | y",
  "A | 1 | 40 | 37",
  "B | 1 | 150 | 170",
  "C | 1 | 300 | 330",
  "D | 1 | 380 | 370",
  "E | 1 | 380 | 370",
  "F | 1 | 430 | 360",
  "G | 1 | 480 | 380",
  "H | 1 | 380 | 333",
  "A | 2 | 40 | 100",
  "B | 2 | 150 | 250",
  "C | 2 | 300 | 330",
  "D | 2 | 380 | 370",
  "E | 2 | 480 | 410",
  "F | 2 | 515 | 410",
  "G | 2 | 550 | 420",
  "H | 2 | 300 | 297",
);

export const disagreements: readonly Disagreement[] = [
  {
    trap: "1",
    question: "What is weak disposability under variable returns?",
    model: `${abate}${winWin}technology weak on p { input x; good y; bad b; returns vrs }
technology printed from weak { disposability equality }
measure kuosmanen = ddf(weak, along: win)
measure single = ddf(printed, along: win)
`,
    answers: [
      { says: "intensities λ and μ, Σ(λ+μ) = 1 (`weak`)", who: `${here}, DJL`, shows: at("kuosmanen", "C") },
      { says: "one λ, Σλb = b, Σλ = 1 (`equality`)", who: "Stata teddf, pyStoNED", shows: at("single", "C") },
    ],
    why: "Abating goods and bads together must stay possible. With one λ that sums to one nobody can emit less than the cleanest unit, so the set is not weakly disposable (Kuosmanen 2005). C can go down to 1.6 of b with 3.2 of y, at A's ratio; with one λ it stops at A's own 2 of b.",
  },
  {
    trap: "4",
    question: "Are bads in rows `≤` weakly disposable?",
    model: `${env5}${winWin}${green}technology s from g { disposability strong }
measure weak = ddf(g, along: win)
measure strong = ddf(s, along: win)
`,
    answers: [
      { says: "no: equations", who: `${here}, DJL, nonparaeff, Stata, pyStoNED`, shows: at("weak", "B") },
      { says: "yes, called environmental", who: "DataEnvelopmentAnalysis.jl", shows: at("strong", "B") },
    ],
    why: "`≤` lets a bad be cut while all else stays, which is strong disposability: the bad is an input. B is on the frontier of what can be emitted with its input, and 0.4 below that of inputs. Both questions are good ones; they have different names.",
  },
  {
    trap: "3",
    question: "What does a direction of −1 for a bad mean?",
    model: `${env5}${green}direction expands { good +observed; bad +observed }
measure m = ddf(g, along: expands)
`,
    answers: [
      {
        says: "the sign tells the way; a bad that grows is refused",
        who: here,
        shows: { refused: "GTFP5014" },
      },
      {
        says: "added (Stata: gb = −b), or subtracted (JL, pyStoNED), by a number without a role",
        who: "Stata, DataEnvelopmentAnalysis.jl, pyStoNED",
        shows: { prints: "a number" },
      },
    ],
    why: "Where a signed number is passed, the same −1 shrinks the bad in one tool and expands it in the other; pyStoNED's own notebook expands. Sizes here are never negative, and the role decides what improves.",
  },
  {
    trap: "6",
    question: "What is a Malmquist–Luenberger index where 1 + D is zero or negative?",
    model: `${years("x | y | b", "A | 1 | 1 | 4 | 1", "B | 1 | 1 | 2 | 1", "A | 2 | 1 | 10 | 1", "B | 2 | 1 | 2 | 1")}${green}direction fixed { y +1 }
index i = malmquist_luenberger(g, along: fixed)
`,
    answers: [
      { says: "undefined, and the row says so", who: here, shows: at("i", "A", "status", 2) },
      { says: "Inf", who: "DataEnvelopmentAnalysis.jl", shows: { prints: "Inf" } },
    ],
    why: "D ≥ −1 is not guaranteed across periods for directions in fixed units. A ratio to zero is no growth rate, and an infinity in a column spoils every mean of it.",
  },
  {
    trap: "7",
    question: "What is an index whose cross-period program has no solution?",
    model: `${env5years}${winWin}${green}index i = malmquist_luenberger(g, along: win)
index g2 = malmquist_luenberger(g, along: win, reference: global)
`,
    answers: [
      {
        says: "empty, `infeasible`, EC kept; the global reference gives",
        who: here,
        shows: at("g2", "B", "change", 2),
      },
      {
        says: "a missing value (gtfpch), a dropped row (deaR), −1e30 (DJL), 0, which reads as efficient (nonparaeff)",
        who: "Stata, deaR, DJL, nonparaeff",
        shows: { prints: ". · no row · −1e30 · 0" },
      },
    ],
    why: "In the second year B emits more than any mix of the first year's units does, so no distance exists. Efficiency change needs only the own periods' programs and is still 1. Other references always hold both observations; they answer another question and stand beside the index, never in its place.",
  },
  {
    trap: "13",
    question: "What is the Ray–Desli decomposition?",
    model: `${lovell}${simple}index r = malmquist(t, orientation: output, decomposition: ray_desli)
index l = malmquist(t, orientation: output, decomposition: grifell_lovell)
`,
    answers: [
      {
        says: "TC is the geometric mean of both bases under vrs (Ray & Desli 1997)",
        who: `${here}, Stata malmq2`,
        shows: at("r", "E", "technical_change", 2),
      },
      {
        says: "base t alone (Grifell-Tatjé & Lovell 1999), under the name `rd`",
        who: "deaR",
        shows: at("l", "E", "technical_change", 2),
      },
    ],
    why: "Three decompositions share the pure efficiency change and differ in what they call technical change. Each has its own name here.",
  },
  {
    trap: "14",
    question: "Is a Malmquist index of vrs distances one of total factor productivity?",
    model: `${lovell}${simple}technology v from t { returns vrs }
index c = malmquist(t, orientation: output)
index i = malmquist(v, orientation: output)
`,
    answers: [
      {
        says: "crs distances for the index, vrs inside decompositions only",
        who: here,
        shows: at("c", "E", "change", 2),
      },
      {
        says: "vrs distances, where `rts` is set to vrs",
        who: "packages that take one `rts` for the whole index",
        shows: at("i", "E", "change", 2),
      },
    ],
    why: "Under vrs a unit's distance says nothing of its scale, so output per input can rise while the index falls. It is computed where it is asked for, with the note that it is not a TFP index.",
  },
  {
    trap: "10",
    question: "Does a window see the future?",
    model: `${growth}technology back on p { input x; good y; reference window 3 }
technology both from back { reference window 3 centered }
measure b = radial(back)
measure f = radial(both)
`,
    answers: [
      { says: "`window 3` ends with the period itself", who: here, shows: at("b", "A", "score", 1) },
      {
        says: "window(1) is t−1 to t+1 (`window 3 centered`)",
        who: "Stata gtfpch",
        shows: at("f", "A", "score", 1),
      },
    ],
    why: "Both are used in the literature. A measure of a year that changes when the next year's data arrive should say so.",
  },
  {
    trap: "16",
    question: "What is super-efficiency without a solution?",
    model: `${dmus("x | y", "A | 1 | 1", "B | 2 | 4")}technology v on p { input x; good y; returns vrs }
measure s = radial(v, super: true)
`,
    answers: [
      { says: "`infeasible`, with what no other unit does", who: here, shows: at("s", "B", "status") },
      {
        says: "Inf (Benchmarking), a dropped row (deaR), −1e30 (DJL)",
        who: "Benchmarking, deaR, DJL",
        shows: { prints: "Inf · no row · −1e30" },
      },
    ],
    why: "Nobody else makes as much as B at any input, so no share of its input would do. That is a fact about B and worth telling; a number would enter averages.",
  },
  {
    trap: "22",
    question: "Whose peers are a unit's peers?",
    model: `${dmus("a | b | y", "A | 2 | 4 | 1", "B | 4 | 2 | 1", "C | 2 | 8 | 1")}technology t on p { input a, b; good y }
measure r = radial(t)
`,
    answers: [
      {
        says: "those of the second phase, after slacks",
        who: here,
        shows: at("r.peers", "C", "peer_u"),
      },
      {
        says: "those of the first phase, which may be the unit itself",
        who: "DataEnvelopmentAnalysis.jl",
        shows: { prints: "C itself" },
      },
    ],
    why: "C's radial score is 1, but A does the same with 4 less of b. Slacks from the second phase and intensities from the first contradict each other.",
  },
  {
    trap: "24",
    question: "What is the shadow price of an efficient unit?",
    model: `${env5}${winWin}${green}measure d = ddf(g, along: win, price_range: true)
`,
    answers: [
      { says: "a range, from this on", who: here, shows: at("d", "A", "price.y.low") },
      {
        says: "the price of one vertex, without a word",
        who: "DJL",
        shows: at("d", "A", "price.y"),
      },
    ],
    why: "At a corner of the frontier many prices support the unit. An average of arbitrary ones is arbitrary; `price_range: true` gives the least and greatest.",
  },
  {
    trap: "26",
    question: "What is a distance along a direction of zero?",
    model: `${dmus("x | y", "A | 1 | 2", "B | 1 | 0")}${simple}direction up { good +observed }
measure d = ddf(t, along: up)
`,
    answers: [
      { says: "undefined, with the reason", who: here, shows: at("d", "B", "status") },
      { says: "0, which reads as efficient", who: "DataEnvelopmentAnalysis.jl", shows: { prints: "0" } },
    ],
    why: "A unit that does not move can move any distance. B makes nothing, and 0 would put it on the frontier.",
  },
  {
    trap: "29",
    question: "What do a non-radial measure's weights sum to?",
    model: `${env5}${winWin}technology s on p { input x; good y; bad b; disposability strong }
measure thirds = nddf(s, along: win)
measure ones = nddf(s, along: win, weights: { y: 1, b: 1 })
`,
    answers: [
      {
        says: "one, in equal parts for the blocks that move (Zhou, Ang & Wang 2012)",
        who: here,
        shows: at("thirds", "C"),
      },
      { says: "all one, so that the score is a sum", who: "Stata teddf", shows: at("ones", "C") },
    ],
    why: "Neither is wrong, but 1/(1 + score) and every index of it depend on the choice. Weights count as they are given, and the default is stated.",
  },
  {
    trap: "37",
    question: "What is the mean of a productivity index?",
    model: `${growth}${simple}index i = malmquist(t)
expect mean(i.change) > 1
`,
    answers: [
      { says: "geometric; the arithmetic one is refused", who: here, shows: { refused: "GTFP2044" } },
      {
        says: "arithmetic, where a table of means is printed",
        who: "any plain average",
        shows: { prints: "a number" },
      },
    ],
    why: "Growth by a half and decline by a third cancel; their arithmetic mean says growth of a twelfth. Indicators, which are differences, have an arithmetic mean and no geometric one.",
  },
];
