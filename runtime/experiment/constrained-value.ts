import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import type { Output } from "../../language/model.ts";
import type { Run } from "../dynamics/run.ts";
import type { Environment } from "../evaluate/environment.ts";
import { type Comparison, comparisonsIn } from "./constraints.ts";
import { RunOutputs } from "./run-outputs.ts";

/** What a point is worth: how far it is from satisfying all constraints, and what is to be small. */
export interface Worth {
  /** 0 where all constraints hold; infinite where the run broke off. */
  readonly violation: number;
  /** What is minimised. */
  readonly cost: number;
}

/** Deb (2000): what satisfies the constraints is better than what does not; then the cost, or the distance, decides. */
export function compareWorth(a: Worth, b: Worth): number {
  if (a.violation === 0 && b.violation === 0) return a.cost - b.cost;
  if (a.violation === 0 || b.violation === 0) return a.violation === 0 ? -1 : 1;
  return a.violation === b.violation ? 0 : a.violation - b.violation;
}

/** How one constraint stands at a point. */
export interface Standing {
  readonly violation: number;
  /** The least distance to the bound, over time and elements; negative where it is broken, NaN where there is none to tell. */
  readonly slack: number;
  readonly met: boolean;
  /** Why a slack has no number: "still rising at 2030". */
  readonly reason?: string;
}

/** Reads how a condition stands in runs of one compiled system. */
export class ConstraintReader {
  readonly #parts: readonly (Comparison & { readonly outputs: RunOutputs })[] | null;
  readonly #truth: RunOutputs;

  constructor(constraint: Output, system: string, ode: OdeSystem, sample: Run, env: Environment) {
    const parts = comparisonsIn(constraint.expr);
    this.#parts =
      parts?.map((part) => {
        const list = [part.excess, part.bound, ...(part.rising ? [part.rising] : [])];
        return { ...part, outputs: new RunOutputs(list, system, ode, sample, env) };
      }) ?? null;
    this.#truth = new RunOutputs([constraint], system, ode, sample, env);
  }

  read(run: Run): Standing {
    if (this.#parts === null) {
      const truth = this.#truth.read(run).flatMap((column) => [...column]);
      const met = truth.every((t) => t === 1);
      const wrong = truth.filter((t) => t !== 1).length / truth.length;
      return { violation: wrong, slack: Number.NaN, met };
    }
    const all = this.#parts.map((part) => standing(part, part.outputs, run));
    return {
      violation: all.reduce((sum, one) => sum + one.violation, 0),
      slack: all.reduce(
        (least, one) => (one.slack < least || Number.isNaN(one.slack) ? one.slack : least),
        Number.POSITIVE_INFINITY,
      ),
      met: all.every((one) => one.met),
      ...all.find((one) => one.reason !== undefined),
    };
  }
}

function standing({ relation }: Comparison, outputs: RunOutputs, run: Run): Standing {
  const values = outputs.read(run);
  const of = (output: number) => values.filter((_, i) => outputs.columns[i].output === output);
  const { times } = outputs;
  const span = times[times.length - 1] - times[0];
  const strict = relation === "<" || relation === ">";
  const bounds = of(1).flatMap((column) => [...column]);
  const size = Math.max(...bounds.map(Math.abs), 0) || 1;
  let violation = 0;
  let slack = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const excess of of(0).flatMap((column) => [...column])) {
    count++;
    if (Number.isNaN(excess)) {
      slack = Number.NaN;
      violation += 1;
      continue;
    }
    slack = Math.min(slack, -excess);
    if (excess > 0 || (strict && excess === 0)) violation += Math.max(excess / size, 1e-12);
  }
  const rising = of(2)[0];
  if (rising !== undefined && Number.isNaN(slack)) {
    // No peak yet: the faster it still rises at the end, the farther away it is.
    const [before, last] = rising.slice(-2);
    const pace = Math.max(0, (last - before) / Math.abs(before || 1));
    const reason = `still rising at ${times[times.length - 1]}`;
    return { violation: 1 + pace, slack: Number.NaN, met: false, reason };
  }
  // A peak's distance is measured by the length of the run, not by the size of its year.
  const scale = rising === undefined ? 1 / count : size / span;
  return { violation: violation * scale, slack, met: violation === 0 };
}
