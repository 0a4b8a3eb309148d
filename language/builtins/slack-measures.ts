/** The catalogue of measures in which each variable moves on its own. */
import type { MeasureEntry } from "./measure-parts.ts";
import {
  along,
  columns,
  model,
  orientation,
  slacks,
  superEfficiency,
  technology,
  weights,
} from "./measure-parts.ts";

export const slackMeasures: readonly MeasureEntry[] = [
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
    source:
      "Tone (2001); with bads Tone (2004); super: Tone (2002), with bads Li, Fang, Yang, Wang & Hong (2013)",
  },
  {
    name: "additive",
    line: "the greatest weighted sum of slacks",
    parameters: [
      technology,
      superEfficiency,
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
        line: "the weighted slack sum, 0 for efficient units; with `super` those have a ratio from 1 on, see `model`",
      },
      {
        name: "efficiency",
        of: "number",
        unit: "1",
        line: "1/(1 + score), or the ratio of super-efficiency: bigger is better",
      },
      [model],
    ),
    formula:
      "max Σ w s : Σλx + sx = x, Σλy − sy = y, Σλb + sb = b; super: min Σ w s : Σλx − sx ≤ x, Σλy + sy ≥ y, Σλb − sb ≤ b without the unit, reported as (1 + 1/m Σ sx/x)/(1 − 1/(s1+s2) (Σ sy/y + Σ sb/b))",
    source:
      "Charnes, Cooper, Golany, Seiford & Stutz (1985); normalized: Lovell & Pastor (1995); super: Du, Liang & Zhu (2010)",
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
    parameters: [
      technology,
      {
        ...orientation,
        words: ["none", "input", "output"],
        line: "`input` shrinks inputs, `output` expands good outputs, `none` does both (the enhanced graph measure)",
      },
    ],
    columns: columns(
      {
        name: "score",
        of: "number",
        unit: "1",
        symbol: "R",
        line: "mean θ ≤ 1 (input), mean φ ≥ 1 (output) or their ratio ≤ 1 (none)",
      },
      { name: "efficiency", of: "number", unit: "1", line: "the score, or 1/score: bigger is better" },
    ),
    formula:
      "input: min 1/m Σ θi : Σλx ≤ θi x, Σλy ≥ y, θi ≤ 1; output: max 1/s Σ φr : Σλy ≥ φr y, φr ≥ 1; none: min (1/m Σ θi)/(1/s Σ φr), which is the slacks-based measure",
    source: "Färe & Lovell (1978); none: Pastor, Ruiz & Sirvent (1999)",
  },
];
