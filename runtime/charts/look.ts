/**
 * How charts look: a Vega-Lite configuration for each theme, to which specifications leave colours, fonts and sizes. Whoever
 * draws a chart gives it as `config`.
 */
import type { Json, VegaLite } from "./chart.ts";

export type Theme = "light" | "dark";

/**
 * The colours of Okabe & Ito (2008), "Color Universal Design", beginning with the blue. Against a dark page the dark blue
 * and the black change places with the sky blue and the white.
 */
const palettes: Readonly<Record<Theme, readonly string[]>> = {
  light: ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#8A7D00"],
  dark: ["#56B4E9", "#E69F00", "#2DBE91", "#CC79A7", "#F0E442", "#D55E00", "#FFFFFF", "#3D9BD1"],
};

/** Ink for what is read, soft ink for what explains it, lines that hold it, and what stands behind all. */
const inks = {
  light: {
    ink: "#1f2328",
    soft: "#57606a",
    grid: "#e6e8eb",
    line: "#b6bdc5",
    context: "#a8b0b8",
    paper: "#ffffff",
  },
  dark: {
    ink: "#e8eaed",
    soft: "#a9b1ba",
    grid: "#2e343b",
    line: "#57606a",
    context: "#66707a",
    paper: "#15181c",
  },
} as const;

/** Distinguish series where colours fail: for printing in grey, and for eyes that see few colours. */
export const shapes: readonly string[] = [
  "circle",
  "square",
  "triangle-up",
  "diamond",
  "cross",
  "triangle-down",
  "triangle-right",
  "triangle-left",
];
export const dashes: readonly (readonly number[])[] = [
  [1, 0],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
  [4, 2],
  [1, 3],
  [12, 4],
  [6, 2, 1, 2, 1, 2],
];

const font =
  "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', sans-serif";

/** The Vega-Lite `config` of a theme; the background is the page's own. */
export function chartLook(theme: Theme): VegaLite {
  const { ink, soft, grid, line, context, paper } = inks[theme];
  const palette = palettes[theme];
  const styles: { readonly [style: string]: Json } = {
    /** The run that others are compared with. */
    base: { color: soft },
    /** Many lines that together are the surroundings of a few. */
    context: { color: context, strokeWidth: 1, strokeOpacity: 0.6 },
    /** A mean of many. */
    summary: { color: ink, strokeWidth: 3 },
    /** A value that means no change, an instant at which something begins. */
    reference: { color: soft, strokeWidth: 1, strokeDash: [3, 3] },
    "reference-label": { color: soft, fontSize: 11, fontStyle: "italic" },
    label: { color: ink, fontSize: 12 },
    value: { color: soft, fontSize: 11 },
    place: { stroke: paper, strokeWidth: 2 },
    "empty-place": { stroke: line, strokeWidth: 1, fillOpacity: 0 },
    "empty-label": { color: soft, fontSize: 10 },
    "on-dark": { color: "#ffffff", fontSize: 10 },
    // No ink of a theme: it stays where a drawn chart changes from light to dark.
    "on-light": { color: "#101418", fontSize: 10 },
    /** A section of a technology: what is possible, its boundary, the way and the end of the chosen unit. */
    possible: { fill: palette[0]!, color: palette[0]! },
    frontier: { stroke: ink, color: ink },
    direction: { stroke: soft, fill: soft, color: soft },
    projection: { stroke: ink, color: ink },
  };
  return {
    background: "transparent",
    font,
    padding: 6,
    view: { stroke: null },
    axis: {
      labelColor: soft,
      labelFontSize: 12,
      titleColor: ink,
      titleFontSize: 12,
      titleFontWeight: "normal",
      titlePadding: 8,
      titleLimit: 420,
      gridColor: grid,
      domainColor: line,
      tickColor: line,
      labelLimit: 260,
    },
    axisX: { grid: false, labelFlush: false },
    axisY: { domain: false, ticks: false, labelPadding: 6 },
    legend: {
      labelColor: ink,
      labelFontSize: 12,
      titleColor: soft,
      titleFontSize: 12,
      titleFontWeight: "normal",
      labelLimit: 260,
      titleLimit: 320,
      symbolSize: 80,
      gradientStrokeColor: line,
    },
    title: { color: ink, subtitleColor: soft, fontSize: 13, fontWeight: 600, anchor: "start", offset: 8 },
    header: { labelColor: ink, titleColor: soft, labelFontSize: 12, labelFontWeight: 600 },
    line: { color: palette[0]!, strokeWidth: 2.25, strokeJoin: "round" },
    point: { color: palette[0]!, size: 60, filled: true, opacity: 1 },
    bar: { color: palette[0]!, cornerRadiusEnd: 2 },
    area: { color: palette[0]! },
    rule: { color: soft },
    text: { color: ink, fontSize: 12 },
    range: {
      category: palette,
      symbol: shapes,
      ramp: { scheme: "viridis" },
      heatmap: { scheme: "viridis" },
      diverging: { scheme: "blueorange" },
    },
    style: styles,
  };
}

/**
 * What a chart drawn in the light look needs to stand on a dark page: for each light colour the dark one, as CSS for the elements below
 * `scope`. Colours of maps and of what stands on them are the same in both.
 */
export function darkChartStyle(scope: string): string {
  const { paper, ...own } = inks.light;
  const pairs = [
    ...Object.keys(own).map(
      (key) => [own[key as keyof typeof own], inks.dark[key as keyof typeof own]] as const,
    ),
    ...palettes.light.map((colour, i) => [colour, palettes.dark[i]!] as const),
  ];
  const rules = pairs.flatMap(([light, dark]) =>
    ["fill", "stroke"].map((property) => `${scope} [${property}="${light}"] { ${property}: ${dark}; }`),
  );
  return `${rules.join("\n")}\n${scope} [stroke="${paper}"] { stroke: ${inks.dark.paper}; }\n`;
}
