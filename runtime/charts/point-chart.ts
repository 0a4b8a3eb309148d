/** One quantity against another: a point for each row, a path in time for each run. */
import { domainIfEmpty, framed, thinned, titleAbove } from "./axes.ts";
import type { Json, VegaLite } from "./chart.ts";
import { dashes } from "./look.ts";

/** Points so few can carry their names. */
const mostNames = 24;
/** More points than that are a cloud: some are drawn for all. */
const mostPoints = 5000;
/** Series so few can be told apart. */
const mostSeries = 8;

export interface PointPanel {
  /** The quantities' axes, with their units. */
  readonly xTitle: string;
  readonly yTitle: string;
  readonly points: readonly DrawnPoint[];
  /** Whether the points of a series follow each other in time. */
  readonly path: boolean;
  /** Whether a unit has several points, in several periods. */
  readonly repeated: boolean;
  /** What the series are of: `region`; null where there is one. */
  readonly of: string | null;
}
export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
  readonly series: string;
  /** All its labels: `Beijing, 2017`. */
  readonly name: string;
  /** Its place in time, for paths. */
  readonly order: number;
}

export function pointChart(panels: readonly PointPanel[], description: string): VegaLite {
  const datasets: { [name: string]: Json } = {};
  const frames = panels.map((panel, i): VegaLite => {
    const name = panels.length === 1 ? "points" : `points-${i + 1}`;
    datasets[name] = drawnPoints(panel).map((point): Json => ({ ...point }));
    return frame(panel, name, panels.length);
  });
  return framed(frames, panels.length > 1 ? 2 : 1, datasets, description);
}

/** The points that are drawn; of a path all. */
export function drawnPoints({ path, points }: PointPanel): readonly DrawnPoint[] {
  return path ? points : thinned(points, mostPoints);
}

function frame(
  { xTitle, yTitle, points, path, repeated, of }: PointPanel,
  data: string,
  frames: number,
): VegaLite {
  const x: VegaLite = {
    field: "x",
    type: "quantitative",
    title: xTitle,
    scale: { zero: false, padding: 8, ...domainIfEmpty(points) },
    axis: { grid: true },
  };
  const y: VegaLite = {
    field: "y",
    type: "quantitative",
    title: yTitle,
    scale: { zero: false, padding: 8, ...domainIfEmpty(points) },
    axis: { ...titleAbove },
  };
  const names = [...new Set(points.map(({ series }) => series))];
  const told = of !== null && names.length <= mostSeries;
  const domain = { scale: { domain: names } };
  const legend = { title: of, orient: "right" };
  const series: VegaLite = { field: "series", type: "nominal", ...domain };
  const look: VegaLite = told ? { color: { ...series, legend }, shape: { ...series, legend } } : {};
  const tooltip: Json[] = [
    ...(points.some(({ name }) => name !== "") ? [{ field: "name", type: "nominal", title: "of" }] : []),
    { field: "x", type: "quantitative", title: xTitle },
    { field: "y", type: "quantitative", title: yTitle },
  ];
  const way: VegaLite = {
    mark: "line",
    encoding: {
      x,
      y,
      order: { field: "order", type: "quantitative" },
      ...(told
        ? {
            color: { ...series, legend },
            strokeDash: {
              ...series,
              scale: { domain: names, range: dashes.slice(0, names.length) },
              legend,
            },
          }
        : { detail: { field: "series", type: "nominal" } }),
    },
  };
  const named = !path && !repeated && points.length <= mostNames && points.some(({ name }) => name !== "");
  return {
    width: frames === 1 ? 520 : 260,
    height: frames === 1 ? 340 : 220,
    data: { name: data },
    layer: [
      ...(path ? [way] : []),
      {
        mark: { type: "point", ...(points.length > 200 ? { opacity: 0.6, size: 30 } : {}) },
        encoding: { x, y, ...look, tooltip },
      },
      ...(named
        ? [
            {
              mark: { type: "text", style: "value", align: "left", baseline: "middle", dx: 7 },
              encoding: { x, y, text: { field: "name", type: "nominal" } },
            },
          ]
        : []),
    ],
  };
}

/** Pearson's correlation; NaN for fewer than three points or where one side does not vary. */
export function correlation(points: readonly Pick<DrawnPoint, "x" | "y">[]): number {
  const n = points.length;
  if (n < 3) return Number.NaN;
  const mx = points.reduce((sum, { x }) => sum + x, 0) / n;
  const my = points.reduce((sum, { y }) => sum + y, 0) / n;
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
    xy += (x - mx) * (y - my);
  }
  return xx === 0 || yy === 0 ? Number.NaN : xy / Math.sqrt(xx * yy);
}
