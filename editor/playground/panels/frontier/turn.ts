/** The direction as an arrow on the page: where its tip and its handle stand, and which vector a turned arrow is. */
import type { ChosenUnit, SectionAxis } from "../../../../runtime/charts/section.ts";
import type { MeasureOutline, Outline } from "../../workers/outline.ts";
import { density, roundBelow, rounded, type Scale, toPixel } from "./scale.ts";

export interface Pixel {
  readonly x: number;
  readonly y: number;
}
export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}
/** In the axes' units, as it moves: (−50, 1000). */
export interface Vector {
  readonly dx: number;
  readonly dy: number;
}

/** Radians on the page from right, counterclockwise; null for a vector that moves neither axis. */
export function angleOf({ dx, dy }: Vector, { x, y }: Scales): number | null {
  return dx === 0 && dy === 0 ? null : Math.atan2(dy * density(y), dx * density(x));
}

/** The handle: beyond the tip, and never so near to the unit that it cannot be turned. */
export function handleAt(unit: Pixel, angle: number, reach: number): Pixel {
  const far = Math.max(reach + 26, 70);
  return { x: unit.x + far * Math.cos(angle), y: unit.y - far * Math.sin(angle) };
}

/** The angles that improve: both variables the way that is better, and at most one of them not at all. */
export function improving(x: SectionAxis, y: SectionAxis): readonly [number, number] {
  const quarter = Math.PI / 2;
  if (x.better === 1) return y.better === 1 ? [0, quarter] : [-quarter, 0];
  return y.better === 1 ? [quarter, Math.PI] : [-Math.PI, -quarter];
}
/** The nearest angle within two. */
export function clamped(angle: number, [low, high]: readonly [number, number]): number {
  const turns = [angle, angle + 2 * Math.PI, angle - 2 * Math.PI];
  const inside = turns.find((one) => one >= low && one <= high);
  if (inside !== undefined) return inside;
  const middle = (low + high) / 2;
  return Math.cos(angle - low) > Math.cos(angle - high) ? low : angle === middle ? middle : high;
}

/** Which way an arrow key turns: so that the tip goes where the key points. `middle` is the middle of the angles that improve. */
export function keyTurn(key: string, middle: number): 1 | -1 | null {
  const right = Math.sin(middle) > 0 ? -1 : 1;
  const up = Math.cos(middle) > 0 ? 1 : -1;
  switch (key) {
    case "ArrowRight":
      return right;
    case "ArrowLeft":
      return right === 1 ? -1 : 1;
    case "ArrowUp":
      return up;
    case "ArrowDown":
      return up === 1 ? -1 : 1;
    default:
      return null;
  }
}

/** The vector at an angle, as long on the page as the old one, in round numbers. */
export function turned(angle: number, old: Vector, { x, y }: Scales): Vector {
  const length = Math.hypot(old.dx * density(x), old.dy * density(y));
  const along = (part: number, scale: Scale) =>
    rounded((length * part) / density(scale), roundBelow(length / density(scale) / 90));
  return { dx: along(Math.cos(angle), x), dy: along(Math.sin(angle), y) };
}

/**
 * What the direction's block is asked to say. An entry for a role stays one where the variable is the only one of its role; what is
 * zero on both axes would be no direction.
 */
export function directionSizes(
  { dx, dy }: Vector,
  { x, y }: { readonly x: SectionAxis; readonly y: SectionAxis },
  measure: MeasureOutline,
  outline: Outline,
): Readonly<Record<string, number>> {
  const entries = outline.directions.find(({ name }) => name === measure.direction)?.entries ?? [];
  const key = ({ name, role }: SectionAxis) => {
    const alone = measure.variables.filter((v) => v.role === role).length === 1;
    const named = entries.some(({ target }) => target === name);
    return !named && alone && entries.some(({ target }) => target === role) ? role : name;
  };
  return { [key(x)]: Math.abs(dx), [key(y)]: Math.abs(dy) };
}

/** Measures with one β along one vector; others choose for each variable how far it goes. */
const alongOne: ReadonlySet<string> = new Set(["ddf", "network_ddf"]);
const along: ReadonlySet<string> = new Set(["radial", "hyperbolic", "order_m", "order_alpha"]);

/** Whether the arrow can be turned, or why not. */
export function turning(measure: MeasureOutline): "free" | "ray" | "each" {
  if (along.has(measure.fn)) return "ray";
  return alongOne.has(measure.fn) && measure.direction !== undefined ? "free" : "each";
}

/** The line on which a ray leads from the axes through the unit to the end of the picture. */
export function rayThrough(chosen: ChosenUnit, { x, y }: Scales): readonly [Pixel, Pixel] | null {
  const { dx, dy } = chosen.direction;
  if (dx === 0 && dy === 0) return null;
  const at = (t: number): Pixel => ({ x: toPixel(x, chosen.x + t * dx), y: toPixel(y, chosen.y + t * dy) });
  const bounds = (from: number, by: number, [low, high]: readonly [number, number]) =>
    by === 0 ? [-Infinity, Infinity] : [(low - from) / by, (high - from) / by].sort((a, b) => a - b);
  const [xs, ys] = [bounds(chosen.x, dx, x.domain), bounds(chosen.y, dy, y.domain)];
  const [from, to] = [Math.max(xs[0]!, ys[0]!), Math.min(xs[1]!, ys[1]!)];
  return from < to ? [at(from), at(to)] : null;
}
