/** The distributions that may stand after `~` in a `sensitivity`. Samples are drawn by their quantile functions. */
import type { FunctionEntry, Parameter } from "./functions.ts";

function value(name: string, unit: string, doc: string, more: Partial<Parameter> = {}): Parameter {
  return { name, unit, doc, kind: "value", ...more };
}
const low = value("low", "a", "The least value");
const high = value("high", "a", "The greatest value");
const mode = value("mode", "a", "The likeliest value");

function distribution(
  name: string,
  parameters: readonly Parameter[],
  line: string,
  formula: string,
  more: { readonly unit?: string; readonly source?: string } = {},
): FunctionEntry {
  const { unit = "a", source } = more;
  const row = { name, group: "distribution" as const, parameters, unit, line, formula };
  return source === undefined ? row : { ...row, source };
}

const rows: readonly FunctionEntry[] = [
  distribution(
    "normal",
    [
      value("mean", "a", "The mean"),
      value("sd", "a", "The standard deviation, before truncation"),
      { ...low, named: true, optional: true, default: "none" },
      { ...high, named: true, optional: true, default: "none" },
    ],
    "The normal distribution, truncated where `low` or `high` is given",
    "x = mean + sd · Φ⁻¹(p), p uniform between Φ((low − mean)/sd) and Φ((high − mean)/sd)",
    { source: "Φ⁻¹: Wichura (1988), algorithm AS 241" },
  ),
  distribution(
    "lognormal",
    [
      value("mean", "1", "The mean of the logarithm of the number"),
      value("sd", "1", "The standard deviation of that logarithm"),
    ],
    "A positive number whose logarithm is normal, as `random.lognormal` has it",
    "ln x is normal(mean, sd), x in the parameter's own unit; its median is exp(mean)",
    { unit: "*" },
  ),
  distribution(
    "uniform",
    [low, high],
    "Every value between two bounds is as likely",
    "x = low + (high − low) p",
  ),
  distribution(
    "loguniform",
    [low, high],
    "Every order of magnitude between two positive bounds is as likely",
    "x = low (high/low)^p",
  ),
  distribution(
    "triangular",
    [low, mode, high],
    "From the least over the likeliest to the greatest value, in straight lines",
    "density rising from low to mode, falling from mode to high",
  ),
  distribution(
    "pert",
    [low, mode, high],
    "Like `triangular`, with less weight on the ends",
    "beta(1 + 4 (mode − low)/(high − low), 1 + 4 (high − mode)/(high − low)) between low and high",
    { source: "Malcolm, Roseboom, Clark and Fazar (1959)" },
  ),
  distribution(
    "beta",
    [
      value("a", "1", "The first shape"),
      value("b", "1", "The second shape"),
      { ...low, unit: "c", optional: true, default: "0" },
      { ...high, unit: "c", optional: true, default: "1" },
    ],
    "The beta distribution, stretched between two bounds",
    "density ∝ z^(a − 1) (1 − z)^(b − 1), x = low + (high − low) z",
    { unit: "c" },
  ),
  distribution(
    "exponential",
    [value("mean", "a", "The mean")],
    "A positive number that forgets, with its mean",
    "x = −mean · ln(1 − p)",
  ),
];

/** The distributions by name. */
export const distributions: ReadonlyMap<string, FunctionEntry> = new Map(rows.map((row) => [row.name, row]));
