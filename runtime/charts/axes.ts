/** The axes of a frame, and the sizes of frames. */
import type { Json, VegaLite } from "./chart.ts";
import type { Panel } from "./panel.ts";

export const schema = "https://vega.github.io/schema/vega-lite/v6.json";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whether all places are numbers, which then lie in proportion; texts lie in their order. */
export function areNumbers(places: readonly (string | number)[]): places is readonly number[] {
  return places.every((x) => typeof x === "number");
}

/** Time to the right: whole numbers without a comma, as years are written. */
export function timeAxis(places: readonly (string | number)[], title: string | null): VegaLite {
  if (!areNumbers(places)) {
    return { field: "x", type: "ordinal", sort: places, title, axis: { labelAngle: 0, labelOverlap: true } };
  }
  const whole = places.every((x) => Number.isInteger(x));
  return {
    field: "x",
    type: "quantitative",
    title,
    scale: { zero: false, nice: false, ...domainIfEmpty(places) },
    axis: whole ? { format: "d", tickMinStep: 1 } : { format: "~g" },
  };
}

/** A quantity upwards. It begins at zero where that hides nothing: where the numbers reach down to half of their greatest. */
export function quantityAxis(panel: Pick<Panel, "title" | "series">, field = "y"): VegaLite {
  const ys = panel.series.flatMap(({ points }) => points.map(({ y }) => y));
  const { low, high } = extent(ys);
  const scale = { zero: low >= 0 && low < high / 2, ...domainIfEmpty(ys) };
  return { field, type: "quantitative", title: panel.title, scale, axis: { ...titleAbove } };
}

/** The data of a mark that stands once. */
export const once: VegaLite = { data: { values: [{}] } };

/** The name of an axis stands level above it, where it is read without turning the head. */
export const titleAbove: VegaLite = {
  titleAngle: 0,
  titleAlign: "left",
  titleBaseline: "bottom",
  titleX: 0,
  titleY: -10,
};

/** The heading of a frame, above the name of its axis. */
export function headingOf(text: string | undefined): VegaLite {
  return text === undefined ? {} : { title: { text, offset: 22 } };
}

/** An axis without numbers still has ends. */
export function domainIfEmpty(numbers: readonly unknown[]): VegaLite {
  return numbers.length === 0 ? { domain: [0, 1] } : {};
}

export function extent(ys: readonly number[]): { readonly low: number; readonly high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const y of ys) {
    if (y < low) low = y;
    if (y > high) high = y;
  }
  return { low, high };
}

/** One frame as it is; several below or beside each other. */
export function framed(
  frames: readonly VegaLite[],
  columns: number,
  datasets: { readonly [name: string]: Json },
  description: string,
): VegaLite {
  const head = { $schema: schema, description, datasets };
  if (frames.length === 1) return { ...head, ...frames[0] };
  return { ...head, spacing: 28, columns, concat: frames };
}

/** Evenly chosen ones where there are more than can be drawn; the first and the last always. */
export function thinned<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.round((i * (all.length - 1)) / (most - 1))]!);
}

/** Moves labels apart that would stand on each other; the order stays. */
export function spread(wanted: readonly number[], gap: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  // Neighbours that are too close share what is lacking; a few rounds settle the few labels that there are.
  for (let round = 0; round < 60; round++) {
    for (let k = 1; k < order.length; k++) {
      const [below, above] = [order[k - 1]!, order[k]!];
      const lack = gap - (placed[above]! - placed[below]!);
      if (lack <= 0) continue;
      placed[below] = placed[below]! - lack / 2;
      placed[above] = placed[above]! + lack / 2;
    }
  }
  return placed;
}
