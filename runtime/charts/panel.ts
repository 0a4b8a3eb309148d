/** What is drawn in one frame: one quantity, as some series of numbers. */
import type { Unit } from "../../language/units/unit.ts";
import type { Label } from "../evaluate/value.ts";
import type { TableColumn } from "../tables/table.ts";

export interface Panel {
  /** Above the frame, where several stand beside each other. */
  readonly heading?: string;
  /** The quantity in sentences. */
  readonly label: string;
  /** The quantity on its axis, with its unit. */
  readonly title: string;
  readonly unit: Unit | null;
  /** A ratio has 1, a difference 0 as the value that means no change. */
  readonly scale: NonNullable<TableColumn["scale"]>;
  readonly series: readonly Series[];
}
export interface Series {
  /** Its labels, joined; empty where there is but one series. */
  readonly name: string;
  readonly labels: readonly Label[];
  readonly points: readonly Point[];
  /** Places between its first and its last point where it has none: there a line breaks. */
  readonly gaps?: readonly Point["x"][];
  /** The run that others are compared with. */
  readonly base: boolean;
}
export interface Point {
  /** A period, a time, or a label. */
  readonly x: string | number;
  readonly y: number;
}

/** The value that means no change. */
export function neutral({ scale }: Pick<Panel, "scale">): number | null {
  return scale === "ratio" ? 1 : scale === "difference" ? 0 : null;
}

/** The distinct places along the axis in the order in which they are first met; numbers ascend. */
export function placesOf(series: readonly Series[]): (string | number)[] {
  const found = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))];
  if (found.every((x) => typeof x === "number")) return found.sort((a, b) => Number(a) - Number(b));
  return found;
}

/** The mean of several series at each place, the geometric one of ratios. */
export function meanSeries(panel: Panel): Series {
  const at = new Map<string | number, number[]>();
  for (const { points } of panel.series) {
    for (const { x, y } of points) {
      const ys = at.get(x);
      if (ys === undefined) at.set(x, [y]);
      else ys.push(y);
    }
  }
  const geometric = panel.scale === "ratio";
  const mean = (ys: readonly number[]) => {
    const total = ys.reduce((sum, y) => sum + (geometric ? Math.log(y) : y), 0) / ys.length;
    return geometric ? Math.exp(total) : total;
  };
  const points = placesOf(panel.series).map((x) => ({ x, y: mean(at.get(x)!) }));
  return { name: geometric ? "geometric mean" : "mean", labels: [], points, base: false };
}

/** The series that have a value at the last place, highest first. */
export function atEnd(series: readonly Series[]): { readonly series: Series; readonly y: number }[] {
  const last = placesOf(series).at(-1);
  return series
    .flatMap((one) => {
      const point = one.points.find(({ x }) => x === last);
      return point === undefined ? [] : [{ series: one, y: point.y }];
    })
    .sort((a, b) => b.y - a.y);
}
