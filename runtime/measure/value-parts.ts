/** What cost and revenue efficiency fall into: technical efficiency, and what the right mix would still give (Farrell 1957). */
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
  const orientation = data.spec.fn === "cost" ? "input" : "output";
  const spec = { ...data.spec, fn: "radial", orientation } as const;
  const radial = scoreRequests({ ...data, spec }, requests, options);
  const technical = Float64Array.from(radial, ({ status, score }, i) =>
    status === "optimal" && answers[i]!.status === "optimal"
      ? methods.radial!.efficiency(score, spec)
      : Number.NaN,
  );
  return {
    technical,
    allocative: technical.map((value, i) => answers[i]!.score / value),
    optimum: Float64Array.from(answers, ({ status, program }) =>
      status === "optimal" ? program!.solved.solution.objective : Number.NaN,
    ),
  };
}
