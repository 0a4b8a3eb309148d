/**
 * What cost and revenue efficiency fall into: technical efficiency, and what the right mix would still give (Farrell 1957); profit
 * inefficiency falls into a sum of both (Chambers, Chung & Färe 1998).
 */
import type { SolveOptions } from "../solve/solve-family.ts";
import type { FrontierData } from "./frontier-data.ts";
import { methods } from "./methods.ts";
import type { Answer, Request } from "./score-requests.ts";
import { scoreRequests } from "./score-requests.ts";

/** The columns `technical`, `allocative` and `optimum` of answers to a value measure. */
export function valueParts(
  data: FrontierData,
  requests: readonly Request[],
  answers: readonly Answer[],
  options: SolveOptions,
): Readonly<Record<string, Float64Array>> {
  const { fn } = data.spec;
  const part = fn === "profit" ? "ddf" : "radial";
  const spec = { ...data.spec, fn: part, orientation: fn === "cost" ? "input" : "output" } as const;
  const solved = scoreRequests({ ...data, spec }, requests, options);
  const both = (i: number) => solved[i]!.status === "optimal" && answers[i]!.status === "optimal";
  const technical = Float64Array.from(solved, ({ score }, i) => {
    if (!both(i)) return Number.NaN;
    return fn === "profit" ? score : methods.radial!.efficiency(score, spec);
  });
  return {
    technical,
    allocative: technical.map((value, i) => {
      const { score } = answers[i]!;
      return fn === "profit" ? score - value : score / value;
    }),
    optimum: Float64Array.from(answers, ({ status, program }) =>
      status === "optimal" ? program!.solved.solution.objective : Number.NaN,
    ),
  };
}
