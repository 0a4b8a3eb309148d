/** How a unit follows a pointer or keys: from pixels to amounts, and from amounts to edits of its row. */
import type { SectionUnit } from "../../../../runtime/charts/section.ts";
import type { Edit } from "../../workers/edits.ts";
import type { Grip } from "./choices.ts";
import type { Frame } from "./frame.ts";
import { density, handStep, roundBelow, rounded } from "./scale.ts";

/** A unit's own amounts of both variables. */
export interface Amounts {
  readonly x: number;
  readonly y: number;
}
type Axis = "x" | "y";
type Free = Pick<Grip, Axis>;

export function ownAmounts({ x, y, factor }: SectionUnit): Amounts {
  return { x: x / factor, y: y / factor };
}

/** The amounts under a pointer that has gone so many pixels right and up: round numbers within the picture. */
export function under(
  own: Amounts,
  frame: Frame,
  right: number,
  up: number,
  factor: number,
  free: Free,
): Amounts {
  const along = (axis: Axis, pixels: number) => {
    const step = roundBelow(handStep(frame[axis]) / factor);
    return inRange(rounded(own[axis] + pixels / density(frame[axis]) / factor, step), frame, axis, factor);
  };
  return {
    x: free.x === null ? own.x : along("x", right),
    y: free.y === null ? own.y : along("y", up),
  };
}

const ways: Readonly<Record<string, readonly [Axis, 1 | -1]>> = {
  ArrowLeft: ["x", -1],
  ArrowRight: ["x", 1],
  ArrowDown: ["y", -1],
  ArrowUp: ["y", 1],
};
/** The amounts after an arrow key, a hundredth of the picture further, ten times that with Shift; null for other keys. */
export function stepped(
  own: Amounts,
  frame: Frame,
  key: { readonly key: string; readonly shiftKey: boolean },
  factor: number,
  free: Free,
): Amounts | null {
  const way = ways[key.key];
  if (way === undefined || free[way[0]] === null) return null;
  const [axis, sign] = way;
  const { domain } = frame[axis];
  const step = roundBelow((domain[1] - domain[0]) / 100 / factor);
  const to = rounded(own[axis] + sign * step * (key.shiftKey ? 10 : 1), step);
  return { ...own, [axis]: inRange(to, frame, axis, factor) };
}

function inRange(amount: number, frame: Frame, axis: Axis, factor: number): number {
  const [low, high] = frame[axis].domain;
  return Math.min(high / factor, Math.max(Math.max(0, low) / factor, amount));
}

/** The edits that write amounts into a row of the panel's own table. */
export function cellEdits({ panel, ...columns }: Grip, row: number, to: Amounts): Edit[] {
  return (["x", "y"] as const).flatMap((axis) => {
    const column = columns[axis];
    return column === null ? [] : [{ of: "cell" as const, panel, row, column, value: to[axis] }];
  });
}
