/** The bands of a sensitivity around a line: in how wide a range how many of the runs lie. */
import type { Table } from "../tables/table.ts";
import type { Json, VegaLite } from "./chart.ts";

export interface Fan {
  /** The experiment. */
  readonly name: string;
  /** The series around which it lies; null where there is but one. */
  readonly of: string | null;
  /** Widest first. */
  readonly bands: readonly {
    /** `90 %` */
    readonly share: string;
    readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  }[];
}

/** The bands of one output out of a sensitivity's table; null where it has none over time. */
export function fanOf(table: Table, output: string, of: string | null): Fan | null {
  const column = (name: string) => table.columns.find((c) => c.name === name)?.cells.values;
  const [outputs, times] = [column("output"), column("time")];
  if (outputs === undefined || times === undefined) return null;
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => outputs[row] === output && times[row] !== null,
  );
  const lows = table.columns
    .map(({ name }) => /^p([\d.]+)$/.exec(name))
    .flatMap((found) => (found !== null && Number(found[1]) < 50 ? [Number(found[1])] : []))
    .sort((a, b) => a - b);
  const bands = lows.map((low) => {
    const high = Number((100 - low).toPrecision(12));
    const [from, to] = [column(`p${low}`), column(`p${high}`)];
    const points = rows.flatMap((row) =>
      from === undefined || to === undefined
        ? []
        : [{ x: Number(times[row]), low: Number(from[row]), high: Number(to[row]) }],
    );
    return { share: `${Number((high - low).toPrecision(12))} %`, points };
  });
  const drawn = bands.filter(({ points }) => points.length > 0);
  return drawn.length === 0 ? null : { name: table.name.replace(/\.bands$/, ""), of, bands: drawn };
}

export function fanRows({ bands, of }: Fan): Json[] {
  return bands.flatMap(({ share, points }) =>
    points.map((point) => ({ ...point, band: share, ...(of === null ? {} : { series: of }) })),
  );
}

/** The colours of the series; that of the run which others are compared with; null for the only colour there is. */
export type FanLook = VegaLite | "base" | null;

/** An area for each band, the narrower ones darker. */
export function fanLayers({ bands, name }: Fan, data: VegaLite, y: VegaLite, look: FanLook): VegaLite[] {
  const domain = bands.map(({ share }) => share);
  const range = bands.map((_, i) => Number((0.14 + 0.12 * i).toFixed(2)));
  return [
    {
      data,
      mark: look === "base" ? { type: "area", style: "base" } : "area",
      encoding: {
        ...(look === null || look === "base" ? {} : { color: look }),
        y: { ...y, field: "low" },
        y2: { field: "high" },
        opacity: {
          field: "band",
          type: "nominal",
          sort: domain,
          scale: { type: "ordinal", domain, range },
          legend: { title: `runs of ${name}`, orient: "bottom", symbolType: "square", symbolSize: 180 },
        },
        tooltip: [
          { field: "band", type: "nominal", title: `runs of ${name}` },
          { field: "x", type: "quantitative", title: "time" },
          { field: "low", type: "quantitative", title: "from" },
          { field: "high", type: "quantitative", title: "to" },
        ],
      },
    },
  ];
}
