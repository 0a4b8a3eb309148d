import type { Expr, System } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { children } from "./expression-children.ts";
import { labelsOf } from "./system-entries.ts";

/**
 * The labels that the graph of equations needs of each dimension. Where they come from data, all those that the system names and
 * one, `…`, for all others: elements that no equation tells apart depend on each other alike.
 */
export function graphLabels(system: System, ctx: CheckContext): (dimension: string) => readonly string[] {
  const named = new Map<string, Set<string>>();
  const name = (dimension: string, label: string) => {
    named.set(dimension, (named.get(dimension) ?? new Set()).add(label));
  };
  const see = (expr: Expr): void => {
    if (expr.op === "pick") name(expr.key, String(expr.label));
    if (expr.op === "map") for (const label of Object.keys(expr.entries)) name(expr.dimension, label);
    for (const child of children(expr)) see(child);
  };
  for (const { dimensions, equations, solve } of system.variables) {
    if (solve !== undefined) for (const bound of [solve.low, solve.high]) see(bound);
    for (const { labels, expr } of equations) {
      labels?.forEach((label, i) => {
        name(dimensions[i], label);
      });
      see(expr);
    }
  }
  return (dimension) => labelsOf(dimension, ctx) ?? [...(named.get(dimension) ?? []), "…"];
}
