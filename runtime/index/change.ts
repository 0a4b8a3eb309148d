/** The change over one link and its parts, as each index and decomposition defines them. */
import type { Index } from "../../language/model.ts";
import type { Answer } from "../measure/score-requests.ts";
import type { Distance, LinkDistances } from "./distances.ts";
import type { Scale } from "./scale.ts";

export interface Change {
  /** By column of the index: `change`, `efficiency_change`, … */
  readonly values: Readonly<Record<string, number>>;
  /** That of `change`. */
  readonly status: Answer["status"];
}

/** What changes are computed with. */
export interface ChangeRules {
  readonly scale: Scale;
  readonly decomposition: Index["decomposition"];
  /** How near an observation is to a frontier, bigger is nearer; NaN where that is undefined. */
  readonly nearness: (distance: Distance) => number;
  readonly answer: (distance: Distance) => Answer;
}

/**
 * With e the nearness, e.g. E, 1/(1+D) or −D, and r(a, b) = a/b or a − b, over the bases of the reference:
 *
 *     change = mean over bases of r(e(t+1), e(t));   EC = r(e^{t+1}(t+1), e^t(t));   TC = r(change, EC)
 *
 * Decompositions, c under crs and v under vrs: PEC = r(v^{t+1}(t+1), v^t(t)) always;
 * - `fgnz` (Färe, Grosskopf, Norris & Zhang 1994): scale = r(EC, PEC), TC under crs;
 * - `ray_desli` (Ray & Desli 1997): TC = r(change under vrs, PEC), scale = the rest of change;
 * - `grifell_lovell` (Grifell-Tatjé & Lovell 1999): base t alone, change = r(c^t(t+1), c^t(t)), TC = r(v^t(t+1), v^{t+1}(t+1)),
 *   scale = the rest of change.
 *
 * @param main the distances of `change`, under crs where there is a decomposition
 * @param pure the same under vrs, for a decomposition
 */
export function changeOf(rules: ChangeRules, main: LinkDistances, pure: LinkDistances | null): Change {
  const { scale, decomposition, nearness } = rules;
  const over = (link: LinkDistances) => {
    const [first, second] = usedBases(rules, link).map(({ before, now }) =>
      scale.change(nearness(now), nearness(before)),
    );
    return second === undefined ? first! : scale.mean(first!, second);
  };
  const change = over(main);
  const efficiency = scale.change(nearness(main.ownNow), nearness(main.ownBefore));
  const status = statusOf(rules, main, change);
  const technical = scale.change(change, efficiency);
  const whole = { change, efficiency_change: efficiency, technical_change: technical };
  if (pure === null) return { values: whole, status };
  const own = scale.change(nearness(pure.ownNow), nearness(pure.ownBefore));
  const withOwn = { ...whole, pure_efficiency_change: own };
  if (decomposition === "fgnz") {
    return { values: { ...withOwn, scale_change: scale.change(efficiency, own) }, status };
  }
  const shift =
    decomposition === "grifell_lovell"
      ? scale.change(nearness(pure.bases[0]!.now), nearness(pure.ownNow))
      : scale.change(over(pure), own);
  const rest = scale.change(scale.change(change, own), shift);
  return { values: { ...withOwn, technical_change: shift, scale_change: rest }, status };
}

function statusOf(rules: ChangeRules, link: LinkDistances, change: number): Answer["status"] {
  const statuses = usedBases(rules, link).flatMap(({ before, now }) => [
    rules.answer(before).status,
    rules.answer(now).status,
  ]);
  for (const status of ["infeasible", "unbounded", "undefined"] as const) {
    if (statuses.includes(status)) return status;
  }
  return Number.isNaN(change) ? "undefined" : "optimal";
}

/** The bases of `change`: both, the common one, or t alone. */
export function usedBases(
  { decomposition }: Pick<Index, "decomposition">,
  link: LinkDistances,
): LinkDistances["bases"] {
  return decomposition === "grifell_lovell" ? link.bases.slice(0, 1) : link.bases;
}
