/**
 * A Farkas ray in words. The ray weights the rows of an infeasible program into one contradiction; the rows that carry it are
 * what no mix of the reference units can do at once.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";

/** Rows whose part in the contradiction is smaller than this share of the largest one are rounding. */
const carried = 1e-6;

/**
 * Why a task has no solution.
 * @param reference the units compared with, in words: `2014`
 */
export function whyInfeasible(family: LpFamily, task: number, ray: Float64Array, reference: string): string {
  const n = family.columns.length;
  const { rhs, excluded } = family.tasks[task]!;
  const parts = family.rows.map((_, i) => {
    let size = Math.abs(rhs[i]!);
    for (let j = 0; j < n; j++) size = Math.max(size, Math.abs(family.matrix[i * n + j]!));
    return (ray[i] ?? 0) * size;
  });
  const largest = Math.max(...parts.map(Math.abs));
  const does: string[] = [];
  const makes: string[] = [];
  const uses: string[] = [];
  for (const [i, row] of family.rows.entries()) {
    if (Math.abs(parts[i]!) <= carried * largest || parts[i] === 0) continue;
    const much = parts[i]! > 0 ? "much" : "little";
    if (row.kind === "good") makes.push(`this much ${row.label}`);
    else if (row.kind === "bad") does.push(`this ${much} ${row.label}`);
    else if (row.kind === "input") uses.push(`this ${much} ${row.variable}`);
  }
  const predicates = [
    makes.length > 0 ? `makes ${joined(makes)}` : "",
    does.length > 0 ? `emits ${joined(does)}` : "",
  ].filter((one) => one !== "");
  const others = excluded.length > 0 ? "other " : "";
  const none = family.single === true ? `no single ${others}unit of` : `no mix of the ${others}units of`;
  if (predicates.length === 0) {
    return `${none} ${reference} gets by with ${uses.length > 0 ? joined(uses) : "so little"}`;
  }
  const using = uses.length > 0 ? ` with ${joined(uses)}` : "";
  return `${none} ${reference} ${predicates.join(" and ")}${using}`;
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
