/** Where scenarios begin to differ. */
import type { Series } from "./panel.ts";

/** Numbers that differ by less are the same but for rounding. */
const rounding = 1e-9;

/**
 * The last place at which all series still are what the base is, or null: without a base, where they differ from the very
 * beginning or after the first step, or never.
 */
export function partingTime(series: readonly Series[]): string | number | null {
  const base = series.find((one) => one.base);
  const others = series.filter((one) => !one.base);
  if (base === undefined || others.length === 0) return null;
  const same = (i: number) => {
    const { x, y } = base.points[i]!;
    return others.every(({ points }) => {
      const point = points[i];
      return point !== undefined && point.x === x && Math.abs(point.y - y) <= rounding * Math.abs(y);
    });
  };
  let at = 0;
  while (at < base.points.length && same(at)) at++;
  return at < 2 || at === base.points.length ? null : base.points[at - 1]!.x;
}
