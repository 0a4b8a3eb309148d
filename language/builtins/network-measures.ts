/** The catalogue of measures of technologies in stages. */
import type { MeasureEntry, ResultColumn } from "./measure-parts.ts";
import { along, columns, orientation, slacks, technology, weights } from "./measure-parts.ts";

const network = { ...technology, line: "the technology in stages" };
const stageWeights = weights(
  [],
  "what each stage counts, as a map such as `{services: 2, manufacturing: 1}`, scaled to sum to one; equal unless given",
);
const efficiency: ResultColumn = {
  name: "efficiency",
  of: "number",
  unit: "1",
  line: "the score: bigger is better",
};
function stageColumns(line: string): readonly ResultColumn[] {
  return [
    { name: "score.S", of: "number", unit: "1", own: true, line },
    {
      name: "target.L",
      of: "number",
      unit: "L",
      own: true,
      line: "how much of link L passes at the unit's targets",
    },
  ];
}

export const networkMeasures: readonly MeasureEntry[] = [
  {
    name: "network_sbm",
    line: "the slacks-based measure of a network: its stages' slacks, weighed",
    parameters: [
      network,
      {
        ...orientation,
        words: ["none", "input", "output"],
        default: "none",
        line: "`input` counts slacks of inputs, `output` those of goods and bads, `none` both",
      },
      stageWeights,
      slacks,
    ],
    columns: columns(
      { name: "score", of: "number", unit: "1", symbol: "ρ", line: "the overall ρ ≤ 1" },
      efficiency,
      stageColumns("ρ of stage S alone, with the slacks of the overall optimum"),
    ),
    formula:
      "min Σ w (1 − 1/m Σ sx/x) / Σ w (1 + 1/r Σ sy/y) over stages : Σλ(s)x + sx = x, Σλ(s)y − sy = y; links: free Σλ(from)z = Σλ(to)z, fixed Σλ(from)z = z = Σλ(to)z; input: the numerator; output: 1/max of the denominator",
    source: "Tone & Tsutsui (2009)",
  },
  {
    name: "network_ddf",
    line: "how far the stages of a network can move along a direction, each by itself",
    parameters: [network, along, stageWeights, slacks],
    columns: columns(
      {
        name: "score",
        of: "number",
        unit: "1",
        symbol: "Σwβ",
        line: "the weighted sum of the stages' β, 0 on the frontier",
      },
      { name: "efficiency", of: "number", unit: "1", line: "1/(1 + score): bigger is better" },
      stageColumns("β ≥ 0 of stage S; empty where the direction moves nothing of it"),
    ),
    formula:
      "max Σ wβ over stages : Σλ(s)x ≤ x − βgx, Σλ(s)y ≥ y + βgy, Σλ(s)b (= | ≤) b − βgb, β ≥ 0; links: free Σλ(from)z = Σλ(to)z, fixed Σλ(from)z = z = Σλ(to)z",
    source: "Fukuyama & Weber (2010); Akther, Fukuyama & Weber (2013); links: Tone & Tsutsui (2009)",
  },
  {
    name: "relational",
    line: "the efficiency of a network in which a factor has one price in all stages",
    parameters: [network, slacks],
    columns: columns(
      {
        name: "score",
        of: "number",
        unit: "1",
        symbol: "E",
        line: "the overall efficiency; in a plain chain the product of the stages'",
      },
      efficiency,
      stageColumns(
        "the greatest efficiency of stage S that the overall one, and those of the stages before it, allow",
      ),
    ),
    formula:
      "max Σuy : Σvx = 1, Σ outputs − Σ inputs ≤ 0 for each stage of each unit, links at one price in both; as min θ : Σλ(s)x ≤ θx, Σλ(s)y ≥ y, Σλ(from)z ≥ Σλ(to)z",
    source: "Kao & Hwang (2008); Kao (2009)",
  },
];

export const networkMeasureNames: ReadonlySet<string> = new Set(networkMeasures.map((entry) => entry.name));
