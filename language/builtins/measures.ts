/**
 * The catalogue of measures: what checker, hover, signature help, the reference manual and the tables read.
 */

import { graphMeasures } from "./graph-measures.ts";
import type { MeasureEntry, ResultColumn } from "./measure-parts.ts";
import {
  along,
  columns,
  orientation,
  priceRange,
  priceRangeFlag,
  slacks,
  superEfficiency,
  technology,
} from "./measure-parts.ts";
import { networkMeasures } from "./network-measures.ts";
import { slackMeasures } from "./slack-measures.ts";
import { valueMeasures } from "./value-measures.ts";

export type { MeasureEntry, Parameter, ResultColumn } from "./measure-parts.ts";

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
export const measures: ReadonlyMap<string, MeasureEntry> = new Map(
  [...entries, ...graphMeasures, ...slackMeasures, ...valueMeasures, ...networkMeasures].map((e) => [
    e.name,
    { ...e, parameters: [...e.parameters, priceRangeFlag] },
  ]),
);

/** The columns of a measure's table, those of its options included. */
export function measureColumns(spec: {
  readonly fn: string;
  readonly priceRange?: boolean;
}): readonly ResultColumn[] {
  const { columns } = measures.get(spec.fn)!;
  return spec.priceRange === true ? [...columns, ...priceRange] : columns;
}
