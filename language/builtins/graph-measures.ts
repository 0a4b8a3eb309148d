/** The catalogue of measures that move inputs and outputs at once. */
import type { MeasureEntry } from "./measure-parts.ts";
import { columns, orientation, slacks, superEfficiency, technology } from "./measure-parts.ts";

export const graphMeasures: readonly MeasureEntry[] = [
  {
    name: "hyperbolic",
    line: "the share to which inputs and bads shrink while goods grow by its inverse",
    parameters: [
      technology,
      {
        ...orientation,
        words: ["none", "output"],
        default: "none",
        line: "`none` shrinks inputs too, `output` leaves them as they are",
      },
      superEfficiency,
      slacks,
    ],
    columns: columns(
      { name: "score", of: "number", unit: "1", symbol: "θ", line: "θ ≤ 1; beyond 1 with `super`" },
      { name: "efficiency", of: "number", unit: "1", line: "θ: bigger is better" },
    ),
    formula:
      "min θ : Σλx ≤ θx, Σλy ≥ y/θ, Σλb (= | ≤) θb; by Newton's method on linear programs with the tangent of 1/θ, Σλy ≥ (2/u − θ/u²)y, until θ = u",
    source: "Färe, Grosskopf & Lovell (1985); with bads Färe, Grosskopf, Lovell & Pasurka (1989)",
  },
  {
    name: "ebm",
    line: "the epsilon-based measure: a radial share less slacks that count as much as the inputs or goods differ in their mix",
    parameters: [
      technology,
      {
        ...orientation,
        words: ["none", "input", "output"],
        default: "none",
        line: "`input` shrinks inputs, `output` expands goods, `none` does both",
      },
    ],
    columns: columns(
      {
        name: "score",
        of: "number",
        unit: "1",
        symbol: "K",
        line: "γ (input), τ (output) or K (none), all ≤ 1",
      },
      { name: "efficiency", of: "number", unit: "1", line: "the score: bigger is better" },
      [
        {
          name: "epsilon.input",
          of: "number",
          unit: "1",
          symbol: "ε",
          own: true,
          line: "what the slacks of inputs count, from 0 (radial) to 1; 0 for one input, and where only goods move",
        },
        {
          name: "epsilon.good",
          of: "number",
          unit: "1",
          symbol: "ε",
          own: true,
          line: "what the slacks of goods count, from 0 to 1; 0 for one good, and where only inputs move",
        },
        {
          name: "weight.V",
          of: "number",
          unit: "1",
          symbol: "w",
          own: true,
          line: "V's weight among the slacks of its role",
        },
      ],
    ),
    formula:
      "input: min θ − ε Σ w s/x : Σλx + s = θx, Σλy ≥ y; output: 1/max(η + ε Σ w s/y) : Σλy − s = ηy; none: min (θ − εx Σ w s/x)/(η + εy Σ w s/y), θ ≤ 1, η ≥ 1; ε = (m − ρ)/(m − 1) with ρ the largest eigenvalue of the affinity matrix of the units' slacks-based targets under vrs, w its eigenvector",
    source: "Tone & Tsutsui (2010)",
  },
  {
    name: "by_production",
    line: "the mean of how far goods stay below what the inputs could make, and emissions above what they need to cause",
    parameters: [technology],
    columns: columns(
      {
        name: "score",
        of: "number",
        unit: "1",
        symbol: "E",
        line: "the mean of `goods` and `emissions`, ≤ 1",
      },
      { name: "efficiency", of: "number", unit: "1", line: "the score: bigger is better" },
      [
        {
          name: "goods",
          of: "number",
          unit: "1",
          own: true,
          line: "1/φ: the share that is made of what could be",
        },
        {
          name: "emissions",
          of: "number",
          unit: "1",
          own: true,
          line: "mean γ: the share of the emissions that would do",
        },
      ],
    ),
    formula: "½ (1/φ + 1/k Σ γ) : Σλx ≤ x, Σλy ≥ φy; Σνx₂ ≥ x₂, Σνb ≤ γb",
    source: "Murty, Russell & Levkoff (2012)",
  },
];
