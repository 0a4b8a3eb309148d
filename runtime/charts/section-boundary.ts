/** The boundary of what is possible in the plane of two variables while all others keep a unit's amounts. */
import { boundaryFamily, reachFamily } from "../../compiler/lp/section.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "../../compiler/lp/technology-matrix.ts";
import { grows, technologyMatrix } from "../../compiler/lp/technology-matrix.ts";
import { solveFamily } from "../solve/solve-family.ts";
import { concaveVertices, type Support, tidy } from "./concave-curve.ts";
import type { SectionPoint } from "./section.ts";

/** A technology's section through a point, in the variables with these numbers. */
export interface Plane {
  readonly form: TechnologyForm;
  readonly reference: ReferenceUnits;
  readonly point: Point;
  readonly x: number;
  readonly y: number;
}
export interface Reach {
  readonly low: number | null;
  readonly high: number | null;
}

/** Whether nothing but its own rows keeps one from having more, or less, of a variable. */
export function disposable(
  { form, reference }: Pick<Plane, "form" | "reference">,
  variable: number,
): { readonly more: boolean; readonly less: boolean } {
  const { rows, rowsOf } = technologyMatrix(form, reference);
  const all = (relation: "<=" | ">=") => rowsOf[variable]!.every((row) => rows[row]!.relation === relation);
  return { more: all("<="), less: all(">=") };
}

/** The x for which there is any y; null where there is none at all. */
export function reachOf(plane: Plane): Reach | null {
  const { form, reference, point, x, y } = plane;
  const free = disposable(plane, x);
  const end = (sense: "min" | "max"): number | null | undefined => {
    const family = reachFamily(form, reference, [point], x, y, sense);
    const { status, objective } = solveFamily(family)[0]!.solution;
    return status === "optimal" ? objective : status === "unbounded" ? null : undefined;
  };
  const low = free.less ? null : end("min");
  const high = free.more ? null : end("max");
  return low === undefined || high === undefined ? null : { low, high };
}

/** Whether more of y, or less of it, is better. */
export function betterWay({ form, y }: Pick<Plane, "form" | "y">): 1 | -1 {
  return grows(form, y) ? 1 : -1;
}

/**
 * The greatest (1) or least (−1) y for x between two bounds, vertex by vertex; null where there is none or no end to it.
 */
export function boundary(plane: Plane, way: 1 | -1, low: number, high: number): SectionPoint[] | null {
  const { form, reference, point, x, y } = plane;
  const places = technologyMatrix(form, reference).rowsOf[x]!;
  // Upside down the least is a concave function too.
  const evaluate = (xs: readonly number[]): (Support | null)[] => {
    if (xs.length === 0) return [];
    const points = xs.map((amount) => ({ ...point, at: point.at.with(x, amount) }));
    const family = boundaryFamily(form, reference, points, y, way === 1 ? "max" : "min");
    return solveFamily(family).map(({ solution }, i) => {
      if (solution.status !== "optimal") return null;
      const slope = places.reduce((sum, row) => sum + solution.dual[row]!, 0);
      return { x: xs[i]!, y: way * solution.objective, slope: way * slope };
    });
  };
  const ends = [low, high].map((amount, i) => {
    const at = evaluate([amount])[0] ?? null;
    if (at !== null || high === low) return at;
    // The end of a set may lie outside of it by rounding.
    const inside = evaluate([amount + (i === 0 ? 1 : -1) * 1e-9 * (high - low)])[0] ?? null;
    return inside === null ? null : { ...inside, x: amount };
  });
  const [left, right] = ends;
  if (left === null || left === undefined || right === null || right === undefined) return null;
  const vertices = high > low ? concaveVertices([left, right], evaluate) : [left];
  return vertices.map((vertex) => ({ x: tidy(vertex.x), y: tidy(way * vertex.y) + 0 }));
}

/**
 * The free disposal hull's boundary: the best y among single units that use no more and make no less of everything else
 * (Deprins, Simar & Tulkens 1984), a step at each.
 * @returns the boundary from the first such unit to `high` (x where less is better) or from `low` to the last (where more is)
 */
export function stepBoundary(plane: Plane, low: number, high: number): SectionPoint[] | null {
  const { form, reference, point, x, y } = plane;
  const left = new Set(point.without);
  const wayX = grows(form, x) ? -1 : 1;
  const wayY = betterWay(plane);
  const dominating = reference.observations.filter((j) => {
    if (left.has(j)) return false;
    return form.variables.every((_, i) => {
      if (i === x || i === y) return true;
      const [amount, own] = [reference.values[i]![j]!, point.at[i]!];
      return grows(form, i) ? amount >= own : amount <= own;
    });
  });
  // As if less x and more y were better: x′ = ±x, y′ = ±y.
  const turned = dominating
    .map((j) => ({ x: wayX * reference.values[x]![j]!, y: wayY * reference.values[y]![j]! }))
    .sort((a, b) => a.x - b.x || b.y - a.y);
  const end = wayX === 1 ? high : -low;
  const steps: SectionPoint[] = [];
  for (const one of turned) {
    const before = steps.at(-1);
    if (one.x > end || (before !== undefined && one.y <= before.y)) continue;
    if (before !== undefined) steps.push({ x: one.x, y: before.y });
    steps.push(one);
  }
  const last = steps.at(-1);
  if (last === undefined) return null;
  if (last.x < end) steps.push({ x: end, y: last.y });
  const back = steps.map((one) => ({ x: wayX * one.x + 0, y: wayY * one.y + 0 }));
  return wayX === 1 ? back : back.reverse();
}
