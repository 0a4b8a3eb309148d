/** The catalogue of measures that need prices. */
import type { MeasureEntry } from "./measure-parts.ts";
import { along, columns, prices, technology, valueParts } from "./measure-parts.ts";

export const valueMeasures: readonly MeasureEntry[] = [
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
  // Profit inefficiency is a sum, so its parts are differences.
  {
    name: "profit",
    line: "the profit that is missed, per unit of the direction's worth (Nerlovian)",
    parameters: [technology, along, prices("input and good output")],
    columns: columns(
      { name: "score", of: "number", unit: "1", symbol: "NPI", line: "profit inefficiency ≥ 0" },
      { name: "efficiency", of: "number", unit: "1", line: "1/(1 + score): bigger is better" },
      [
        {
          name: "technical",
          of: "number",
          unit: "1",
          line: "β of the directional distance along the same direction",
        },
        {
          name: "allocative",
          of: "number",
          unit: "1",
          line: "score − technical: what the right mix would still give",
        },
        { name: "optimum", of: "number", unit: "money", line: "greatest profit, in the prices' money" },
      ],
    ),
    formula: "(max(p ŷ − w x̂) − (p y − w x)) / (p gy + w gx) : Σλx ≤ x̂, Σλy ≥ ŷ; technical = ddf",
    source: "Chambers, Chung & Färe (1998)",
  },
];
