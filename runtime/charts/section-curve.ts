/** What a section draws: its boundary within a view that suits the chosen unit. */
import { grows } from "../../compiler/lp/technology-matrix.ts";
import { tidy } from "./concave-curve.ts";
import type { ChosenUnit, FrontierSection, SectionPoint } from "./section.ts";
import {
  betterWay,
  boundary,
  disposable,
  type Plane,
  type Reach,
  reachOf,
  stepBoundary,
} from "./section-boundary.ts";

type Interval = readonly [number, number];

/** What lies so many times beyond what matters more is left outside of the view; a few units one likes to see all. */
const far = { units: 3, fewUnits: 12, boundary: 3 } as const;
const few = 15;
const margin = 1.1;

export function drawn(
  plane: Plane,
  chosen: ChosenUnit,
  units: readonly SectionPoint[],
): Pick<FrontierSection, "frontier" | "area" | "reach" | "view"> {
  const fdh = plane.form.returns === "fdh";
  const found = fdh ? null : reachOf(plane);
  const own = [chosen, chosen.projection, chosen.target].flatMap((one) => one ?? []);
  const across = view(
    own.map((p) => p.x),
    units.map((p) => p.x),
    found === null ? [] : [found.low, found.high].flatMap((end) => end ?? []),
  );
  const low = found?.low ?? across[0];
  const high = Math.min(found?.high ?? across[1], across[1]);
  const better = betterWay(plane);
  const curve = fdh
    ? stepBoundary(plane, low, high)
    : found === null || low > high
      ? null
      : boundary(plane, better, low, high);
  const up = view(
    own.map((p) => p.y),
    units.map((p) => p.y),
    (curve ?? []).map((p) => p.y),
  );
  const outside = units.filter((p) => !inside(p.x, across) || !inside(p.y, up)).length;
  const shown = { x: across, y: up, outside };
  if (curve === null) return { frontier: [], area: [], reach: { low: null, high: null }, view: shown };
  const reach = found ?? stepReach(plane, curve);
  const free = disposable(plane, plane.y);
  const ends = fdh || (better === 1 ? free.less : free.more);
  const other = ends ? null : boundary(plane, better === 1 ? -1 : 1, low, high);
  const area = between(curve, other, better, up);
  return { frontier: closed(curve, area, better, reach, high), area, reach, view: shown };
}

/** A hull of single units ends where the last of them is, and is open where more can always be had. */
function stepReach({ form, x }: Plane, curve: readonly SectionPoint[]): Reach {
  return grows(form, x) ? { low: null, high: curve.at(-1)!.x } : { low: curve[0]!.x, high: null };
}

function inside(value: number, [low, high]: Interval): boolean {
  return value >= low && value <= high;
}

/**
 * From 0, or from the least where amounts are negative, to what matters: the chosen unit's own points, then the others where they are
 * not far, then the boundary where it does not go far beyond them.
 */
function view(own: readonly number[], units: readonly number[], boundary: readonly number[]): Interval {
  const reaching = (top: number, values: readonly number[], times: number) =>
    Math.max(top, ...values.filter((value) => top <= 0 || value <= times * top));
  const high = reaching(
    reaching(Math.max(...own, 0), units, units.length > few ? far.units : far.fewUnits),
    boundary,
    far.boundary,
  );
  const least = Math.min(...own, ...units, 0);
  const span = high - least || 1;
  return [least < 0 ? tidy(least - (margin - 1) * span) : 0, tidy(least + margin * span)];
}

/** All y that each x allows, to the edge of the view or beyond. */
function between(
  curve: readonly SectionPoint[],
  other: readonly SectionPoint[] | null,
  better: 1 | -1,
  [bottom, top]: Interval,
): FrontierSection["area"] {
  const ys = curve.map((p) => p.y);
  const edge = better === 1 ? Math.min(bottom, ...ys) : Math.max(top, ...ys);
  const xs = [...new Set([...curve, ...(other ?? [])].map((p) => p.x))].sort((a, b) => a - b);
  const steps = curve.length > xs.length ? curve.map((p) => p.x) : xs;
  return steps.map((x, i) => {
    const best = curve.length === steps.length ? curve[i]!.y : at(curve, x);
    const end = other === null ? edge : at(other, x);
    return { x, low: Math.min(best, end), high: Math.max(best, end) };
  });
}

/** On the straight line between neighbours. */
function at(curve: readonly SectionPoint[], x: number): number {
  const after = curve.findIndex((p) => p.x >= x);
  const right = curve[after < 0 ? curve.length - 1 : after]!;
  const left = curve[Math.max(0, after - 1)]!;
  if (right.x === left.x) return right.y;
  return left.y + ((right.y - left.y) * (x - left.x)) / (right.x - left.x);
}

/** With the straight ends of the set, where it has them: there x cannot go further, whatever y. */
function closed(
  curve: readonly SectionPoint[],
  area: FrontierSection["area"],
  better: 1 | -1,
  { low, high }: Reach,
  shown: number,
): SectionPoint[] {
  const first = area[0]!;
  const last = area.at(-1)!;
  const end = (one: typeof first) => ({ x: one.x, y: better === 1 ? one.low : one.high });
  const differs = (a: SectionPoint, b: SectionPoint) => a.y !== b.y;
  const start = low !== null && differs(end(first), curve[0]!) ? [end(first)] : [];
  const stop = high !== null && high <= shown && differs(end(last), curve.at(-1)!) ? [end(last)] : [];
  return [...start, ...curve, ...stop];
}
