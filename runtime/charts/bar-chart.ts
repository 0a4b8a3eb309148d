/** Bars over the labels of a key: one quantity in a frame, highest first, several series beside each other. */
import { domainIfEmpty, framed, headingOf, once, titleAbove } from "./axes.ts";
import type { Json, VegaLite } from "./chart.ts";
import { neutral, type Panel, type Series } from "./panel.ts";

/** More bars than that are not read; the ones in the middle are left out. */
export const mostBars = 60;

export interface BarPanel extends Panel {
  /** The labels along the axis, from the top. */
  readonly order: readonly string[];
}

/** @param labelTitle what the labels are: the key's name */
export function barChart(panels: readonly BarPanel[], labelTitle: string, description: string): VegaLite {
  const datasets: { [name: string]: Json } = {};
  const frames = panels.map((panel, i): VegaLite => {
    const name = panels.length === 1 ? "bars" : `bars-${i + 1}`;
    const { data, shown } = rowsOf(panel);
    datasets[name] = data;
    return { ...headingOf(panel.heading), ...frame(panel, shown, labelTitle, name, panels.length) };
  });
  return framed(frames, Math.min(panels.length, 2), datasets, description);
}

/** How many bars of the middle are left out. */
export function hiddenBars({ order }: BarPanel): number {
  return Math.max(0, order.length - mostBars);
}

function rowsOf(panel: BarPanel): { readonly data: Json[]; readonly shown: readonly string[] } {
  const hidden = hiddenBars(panel);
  const half = mostBars / 2;
  const shown = hidden === 0 ? panel.order : [...panel.order.slice(0, half), ...panel.order.slice(-half)];
  const data = panel.series.flatMap(({ name, points }) =>
    points
      .filter(({ x }) => shown.includes(String(x)))
      .map(({ x, y }): Json => ({ label: String(x), y, series: name })),
  );
  return { data, shown };
}

function frame(
  panel: BarPanel,
  shown: readonly string[],
  labelTitle: string,
  data: string,
  frames: number,
): VegaLite {
  const { series, title } = panel;
  const names = series.map(({ name }) => name);
  const several = names.length > 1;
  const start = neutral(panel) ?? 0;
  const label: VegaLite = { field: "label", type: "nominal", sort: shown, title: labelTitle };
  const tooltip: Json[] = [
    { field: "label", type: "nominal", title: labelTitle },
    ...(several ? [{ field: "series", type: "nominal", title: "of" }] : []),
    { field: "y", type: "quantitative", title },
  ];
  const legend = { title: null, orient: "top", symbolType: "square" };
  const colour: VegaLite = {
    field: "series",
    type: "nominal",
    sort: names,
    scale: { domain: names },
    legend,
  };
  const offset: VegaLite = { field: "series", type: "nominal", sort: names };
  const length: VegaLite = {
    field: "y",
    type: "quantitative",
    title,
    scale: { zero: start === 0, ...domainIfEmpty(series.flatMap(({ points }) => points)) },
  };
  const y = {
    ...label,
    axis: { ...titleAbove, grid: false, domain: true, titleAlign: "right", titleX: -6 },
  };
  const from: VegaLite = start === 0 ? {} : { x2: { datum: start } };
  const coloured: VegaLite = several ? { color: colour } : {};
  const beside: VegaLite = several ? { yOffset: offset } : {};
  return {
    width: frames === 1 ? 520 : 260,
    height: { step: several ? Math.max(9, 26 / names.length) : shown.length > 25 ? 16 : 22 },
    data: { name: data },
    encoding: { y },
    layer: [
      {
        mark: "bar",
        encoding: {
          x: { ...length, axis: { grid: true } },
          ...from,
          ...beside,
          ...coloured,
          tooltip,
        },
      },
      ...(start === 0
        ? []
        : [
            {
              ...once,
              mark: { type: "rule", style: "reference" },
              encoding: { x: { datum: start }, y: null },
            },
          ]),
      ...numbersAtEnds(panel, start, length, beside),
    ],
  };
}

/** Few bars carry their numbers, in three digits. */
function numbersAtEnds(panel: BarPanel, start: number, x: VegaLite, beside: VegaLite): VegaLite[] {
  if (panel.order.length * panel.series.length > 40) return [];
  const side = (beyond: boolean): VegaLite => ({
    transform: [{ filter: `datum.y ${beyond ? ">=" : "<"} ${start}` }],
    mark: {
      type: "text",
      style: "value",
      baseline: "middle",
      align: beyond ? "left" : "right",
      dx: beyond ? 4 : -4,
    },
    encoding: {
      x,
      ...beside,
      text: { field: "y", type: "quantitative", format: panel.scale === "ratio" ? ".3f" : ",.3~r" },
    },
  });
  const falls = panel.series.some(({ points }) => points.some(({ y }) => y < start));
  return falls ? [side(true), side(false)] : [side(true)];
}

/** Labels from the highest to the lowest value of the first series that has them; those of a key in time or of scenarios stay in order. */
export function barOrder(
  series: readonly Series[],
  keep: boolean,
  sort: "ascending" | "descending" | undefined,
): string[] {
  const value = new Map<string, number>();
  for (const { points } of series) {
    for (const { x, y } of points) if (!value.has(String(x))) value.set(String(x), y);
  }
  const labels = [...value.keys()];
  if (keep && sort === undefined) return labels;
  const sign = sort === "ascending" ? 1 : -1;
  return labels.sort((a, b) => sign * (value.get(a)! - value.get(b)!));
}
