/**
 * Proof that a program has no optimum because its costs improve without end: it has a point, and a direction that
 * every row tolerates and that improves the costs. Both are programs of their own, solved by the kernel and
 * certified like any other.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { type Certificate, certify } from "./certificate.ts";
import { kernel } from "./kernel/kernel.ts";

/** `primal` is the larger violation of the two programs' rows. */
export function proveUnbounded(family: LpFamily, index: number): Certificate {
  const proofs = [pointOf(family, index), directionOf(family, index)].map((program) =>
    certify(program, 0, kernel.open(program).solve(0)),
  );
  const holds = proofs.every((proof) => proof.kind === "optimal" && proof.holds);
  const primal = Math.max(...proofs.map((proof) => proof.primal));
  return { kind: holds ? "unbounded" : "none", primal, dual: 0, gap: 0, holds };
}

/** Any feasible point: the program without costs. */
function pointOf(family: LpFamily, index: number): LpFamily {
  const task = family.tasks[index];
  return { ...family, tasks: [{ ...task, costs: new Float64Array(task.costs.length) }] };
}

/** A direction: right-hand side 0 and one more row, by which the costs must improve by 1. */
function directionOf(family: LpFamily, index: number): LpFamily {
  const task = family.tasks[index];
  const m = family.rows.length;
  const matrix = new Float64Array(family.matrix.length + family.columns.length);
  matrix.set(family.matrix);
  const own = new Float64Array(family.own.length * (m + 1));
  for (let k = 0; k < family.own.length; k++) {
    own.set(task.own.subarray(k * m, (k + 1) * m), k * (m + 1));
    own[k * (m + 1) + m] = task.costs[k];
  }
  const rhs = new Float64Array(m + 1);
  rhs[m] = family.sense === "max" ? 1 : -1;
  return {
    ...family,
    rows: [...family.rows, { relation: family.sense === "max" ? ">=" : "<=", kind: "bound", label: "costs" }],
    matrix,
    tasks: [{ ...task, rhs, own, costs: new Float64Array(task.costs.length) }],
  };
}
