/** Counts programs that leave no answer of their own: replications, secondary goals. */
import type { ProgramCount } from "../results.ts";
import type { Solved } from "../solve/solve-family.ts";

export class Tally {
  private readonly counts = {
    optimal: 0,
    infeasible: 0,
    unbounded: 0,
    undefined: 0,
    certified: 0,
    retried: 0,
  };

  add({ solution, certificate, retried }: Solved): void {
    const { counts } = this;
    const { status } = solution;
    counts[status === "failed" ? "undefined" : status]++;
    if ((status === "optimal" || status === "infeasible") && certificate.holds) counts.certified++;
    if (retried) counts.retried++;
  }

  /** A count with these programs beside its own. */
  with(count: ProgramCount): ProgramCount {
    const { counts } = this;
    return {
      name: count.name,
      optimal: count.optimal + counts.optimal,
      infeasible: count.infeasible + counts.infeasible,
      unbounded: count.unbounded + counts.unbounded,
      undefined: count.undefined + counts.undefined,
      certified: count.certified + counts.certified,
      retried: count.retried + counts.retried,
    };
  }
}
