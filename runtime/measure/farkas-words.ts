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
  const { rhs, excluded } = family.tasks[task]!;
  const largestOf = largestAmounts(family);
  const parts = family.rows.map((_, i) => (ray[i] ?? 0) * Math.max(Math.abs(rhs[i]!), largestOf[i]!));
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

const known = new WeakMap<LpFamily, Float64Array>();

/** The largest coefficient of each row. */
function largestAmounts(family: LpFamily): Float64Array {
  let largest = known.get(family);
  if (largest === undefined) {
    const n = family.columns.length;
    largest = Float64Array.from(family.rows, (_, i) => {
      let most = 0;
      for (let j = 0; j < n; j++) most = Math.max(most, Math.abs(family.matrix[i * n + j]!));
      return most;
    });
    known.set(family, largest);
  }
  return largest;
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
