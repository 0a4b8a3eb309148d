/** Lines over time: a frame for each quantity; a few series in colour, many in grey behind what stands out of them. */
import {
  areNumbers,
  extent,
  framed,
  headingOf,
  once,
  quantityAxis,
  type Size,
  spread,
  thinned,
  timeAxis,
} from "./axes.ts";
import type { Json, VegaLite } from "./chart.ts";
import { type Fan, type FanLook, fanLayers, fanRows } from "./fan.ts";
import { dashes, shapes } from "./look.ts";
import { atEnd, meanSeries, neutral, type Panel, placesOf, type Series } from "./panel.ts";
import { partingTime } from "./parting.ts";

/** More series than that cannot be told apart by colour. */
export const mostInColour = 8;
/** More lines than that are no longer seen as lines: some are drawn for all. */
export const mostLines = 400;

export interface LinePanel extends Panel {
  readonly fan: Fan | null;
}

/**
 * @param xTitle the name of the time axis, with its unit
 * @param below whether frames stand below each other and share the axis, else beside each other
 */
export function lineChart(
  panels: readonly LinePanel[],
  xTitle: string,
  below: boolean,
  description: string,
): VegaLite {
  const size: Size =
    panels.length === 1
      ? { width: 560, height: 300 }
      : below
        ? { width: 560, height: 170 }
        : { width: 280, height: 210 };
  const datasets: { [name: string]: Json } = {};
  const names = [...new Set(panels.flatMap(({ series }) => coloured(series).map(({ name }) => name)))];
  const frames = panels.map((panel, i): VegaLite => {
    const title = below && i < panels.length - 1 ? null : xTitle;
    const many = panel.series.length > mostInColour;
    const own = frame(panel, names, title ?? "", size, (name, rows) => {
      const full = panels.length === 1 ? name : `${name}-${i + 1}`;
      datasets[full] = rows;
      return { name: full };
    });
    const x = timeAxis(placesOf(panel.series), title);
    const layer = many ? own.many() : own.few();
    return { ...size, ...headingOf(panel.heading), encoding: { x }, layer };
  });
  const many = panels.some(({ series }) => series.length > mostInColour);
  // What stands out of many is another one in each frame.
  const own: VegaLite =
    many && panels.length > 1 ? { resolve: { scale: { color: "independent", shape: "independent" } } } : {};
  return { ...framed(frames, below ? 1 : 2, datasets, description), ...own };
}

function coloured(series: readonly Series[]): readonly Series[] {
  return series.length > mostInColour ? [] : series.filter(({ base }) => !base);
}

type Keep = (name: string, rows: readonly Json[]) => VegaLite;

function frame(panel: LinePanel, names: readonly string[], xTitle: string, size: Size, keep: Keep) {
  const y = quantityAxis(panel);
  const named = panel.series.some(({ name }) => name !== "");
  const tooltip: Json[] = [
    ...(named ? [{ field: "series", type: "nominal", title: "of" }] : []),
    { field: "x", title: xTitle === "" ? "time" : xTitle },
    { field: "y", type: "quantitative", title: panel.title },
  ];
  const detail: VegaLite = { field: "series", type: "nominal" };
  const dash = { ...detail, scale: { domain: names, range: dashes.slice(0, names.length) }, legend: null };
  const colour = { ...detail, scale: { domain: names }, legend: null };
  const hasBase = panel.series.some(({ base }) => base);
  // The base keeps the first shape, as it keeps the grey.
  const marks = shapes.slice(hasBase ? 1 : 0).slice(0, names.length);
  const shape: VegaLite = { ...detail, scale: { domain: names, range: marks }, legend: null };
  const isBase = { filter: "datum.base" };
  const isOther = { filter: "!datum.base" };
  const hover: VegaLite = { mark: { type: "point", opacity: 0, size: 120 }, encoding: { y, tooltip } };
  const before = [...referenceLayers(panel), ...partingLayers(panel, size, keep)];
  return {
    few(): VegaLite[] {
      const data = keep("lines", lineRows(panel.series));
      const fan =
        panel.fan === null
          ? []
          : fanLayers(panel.fan, keep("fan", fanRows(panel.fan)), y, fanLook(panel, panel.fan, colour));
      const look = { color: colour, strokeDash: dash };
      return [
        ...before,
        ...fan,
        ...(hasBase
          ? [
              { data, transform: [isBase], mark: { type: "line", style: "base" }, encoding: { y, detail } },
              {
                data,
                transform: [{ filter: "datum.marked && datum.base" }],
                mark: { type: "point", style: "base" },
                encoding: { y },
              },
            ]
          : []),
        { data, transform: [isOther], mark: "line", encoding: { y, ...(named ? look : {}) } },
        ...(named
          ? [
              {
                data,
                transform: [{ filter: "datum.marked && !datum.base" }],
                mark: "point",
                encoding: { y, color: colour, shape },
              },
            ]
          : []),
        { data, ...hover },
        ...(named ? [labels(keep("ends", endRows(panel, panel.series, size)), y)] : []),
      ];
    },
    many(): VegaLite[] {
      const chosen = highlights(panel);
      const data = keep("lines", lineRows(thinned(panel.series, mostLines)));
      const summary = keep("summary", lineRows([chosen.mean]));
      const bright = keep("bright", lineRows(chosen.extremes));
      const ends = keep("ends", endRows(panel, [chosen.mean, ...chosen.extremes], size));
      const domain = chosen.extremes.map(({ name }) => name);
      const own: VegaLite = { ...detail, scale: { domain }, legend: null };
      return [
        ...before,
        { data, mark: { type: "line", style: "context" }, encoding: { y, detail } },
        { data: bright, mark: "line", encoding: { y, color: own } },
        {
          data: bright,
          transform: [{ filter: "datum.marked" }],
          mark: "point",
          encoding: { y, color: own, shape: own },
        },
        { data: summary, mark: { type: "line", style: "summary" }, encoding: { y } },
        { data, ...hover },
        labels(ends, y),
      ];
    },
  };
}

function fanLook({ series }: Panel, { of }: Fan, colour: VegaLite): FanLook {
  const around = series.find(({ name }) => name === of);
  if (around === undefined || around.name === "") return null;
  return around.base ? "base" : colour;
}

/** The mean of many, and what ends highest and lowest. */
export function highlights(panel: Panel): { readonly mean: Series; readonly extremes: readonly Series[] } {
  const ends = atEnd(panel.series);
  const extremes = [ends[0], ends.at(-1)].flatMap((end) => (end === undefined ? [] : [end.series]));
  return { mean: meanSeries(panel), extremes: [...new Set(extremes)] };
}

/** A row for each point; a few of each series, the last among them, carry its shape. */
function lineRows(series: readonly Series[]): Json[] {
  return series.flatMap(({ name, points, gaps = [], base }) => {
    const every = Math.max(1, Math.ceil((points.length - 1) / 6));
    const rows = points.map(({ x, y }, i) => ({
      x,
      y,
      series: name,
      base,
      marked: (points.length - 1 - i) % every === 0,
    }));
    return [...rows, ...gaps.map((x) => ({ x, y: null, series: name, base, marked: false }))];
  });
}

/** Where the names of series stand: at their last points, moved apart. */
function endRows(panel: Panel, series: readonly Series[], { height }: Size): Json[] {
  const { low, high } = extent(panel.series.flatMap(({ points }) => points.map(({ y }) => y)));
  const ends = series.flatMap((one) => {
    const last = one.points.at(-1);
    return last === undefined || one.name === "" ? [] : [{ ...last, series: one.name }];
  });
  const floor = low >= 0 && low < high / 2 ? 0 : low;
  const places = spread(
    ends.map(({ y }) => y),
    ((high - floor || 1) * 15) / height,
  );
  return ends.map((end, i) => ({ ...end, place: places[i]! }));
}

function labels(data: VegaLite, y: VegaLite): VegaLite {
  return {
    data,
    mark: { type: "text", style: "label", align: "left", baseline: "middle", dx: 9, limit: 260 },
    encoding: { y: { ...y, field: "place" }, text: { field: "series", type: "nominal" } },
  };
}

/** A thin line at the value that means no change, where the numbers lie around it. */
function referenceLayers(panel: Panel): VegaLite[] {
  const at = neutral(panel);
  if (at === null) return [];
  return [{ ...once, mark: { type: "rule", style: "reference" }, encoding: { y: { datum: at }, x: null } }];
}

/** Where policies begin to matter. */
function partingLayers(panel: Panel, { height }: Size, keep: Keep): VegaLite[] {
  const at = partingTime(panel.series);
  if (at === null || !areNumbers([at])) return [];
  const data = keep("parting", [{ x: at, text: `paths part in ${at}` }]);
  return [
    { data, mark: { type: "rule", style: "reference" } },
    {
      data,
      mark: {
        type: "text",
        style: "reference-label",
        align: "left",
        baseline: "bottom",
        dx: 4,
        y: height - 4,
      },
      encoding: { text: { field: "text", type: "nominal" } },
    },
  ];
}
