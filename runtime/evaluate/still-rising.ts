import type { Expr } from "../../language/model.ts";
import type { Environment } from "./environment.ts";
import { evaluate } from "./evaluate.ts";
import { orderedPeriods, timeKey } from "./series.ts";

/**
 * Why a `peak_time` in an expression may be empty, in words: its maximum lies at the last time ("still rising at
 * 2030"). Null where there is no `peak_time` or it has a value everywhere.
 */
export function stillRising(expr: Expr, env: Environment): string | null {
  const peak = peakIn(expr);
  if (!peak) return null;
  const peaks = evaluate(peak, env);
  if (peaks.cells.of === "label" || !peaks.cells.values.some(Number.isNaN)) return null;
  const last = orderedPeriods(timeKey(evaluate(peak.args[0]!, env)).labels).at(-1);
  return `still rising at ${last}`;
}

type Call = Extract<Expr, { op: "call" }>;

/** The first `peak_time` in an expression. */
function peakIn(node: unknown): Call | null {
  if (typeof node !== "object" || node === null) return null;
  if ("op" in node && node.op === "call" && (node as Call).fn === "peak_time") return node as Call;
  for (const child of Object.values(node)) {
    const found = peakIn(child);
    if (found) return found;
  }
  return null;
}
