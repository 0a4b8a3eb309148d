/**
 * The output-based index of Murty, Russell & Levkoff (2012, section 5): the mean of what a unit makes of what it could make of goods, and
 * of what it could get by with of what it emits,
 *
 *     E = ½ (1/φ + 1/k Σ γ) : Σλx ≤ x, Σλy ≥ φy;  Σνx₂ ≥ x₂, Σνb ≤ γb
 *
 * Inputs stay, so both sets are searched at once and each as far as it goes. With one good 1/φ is least where φ is greatest; with
 * several their mean would be no linear program, and the checker refuses them.
 */
import { slackFamily } from "../../compiler/lp/slack-programs.ts";
import type { Method, Solution } from "./method.ts";
import { relativeToOwn } from "./worth.ts";

const outputs = (variables: readonly { readonly role: string }[]) =>
  variables.flatMap(({ role }, i) => (role === "input" ? [] : [i]));

export const byProduction: Method = {
  family: (name, form, reference, points) =>
    slackFamily(name, form, reference, points, outputs(form.variables)),
  worth: (input) => relativeToOwn(input, outputs(input.variables)),
  score: (solution) => {
    const { good, bad } = parts(solution);
    return (good + bad) / 2;
  },
  // The score is no function of the objective.
  slope: () => Number.NaN,
  efficiency: (score) => score,
  symbol: () => "E",
  columns: (solution) => {
    const { good, bad } = parts(solution);
    return { goods: good, emissions: bad };
  },
};

/** 1/φ and the mean γ. */
function parts({ family, point, solved }: Solution): { good: number; bad: number } {
  const shares = { good: [] as number[], bad: [] as number[] };
  for (const [i, { kind, variable }] of family.rows.entries()) {
    if (kind !== "good" && kind !== "bad") continue;
    const k = family.own.findIndex((one) => one.variable === variable);
    const share = solved.solution.own[k]! / point.at[i]!;
    shares[kind].push(kind === "good" ? 1 / (1 + share) : 1 - share);
  }
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  return { good: mean(shares.good), bad: mean(shares.bad) };
}
