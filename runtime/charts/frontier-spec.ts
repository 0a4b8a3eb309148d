/** The picture of a section as a Vega-Lite specification. */
import type { Json, VegaLite } from "./chart.ts";
import { frontierRows } from "./frontier-rows.ts";
import type { FrontierSection, SectionAxis, UnitKind } from "./section.ts";
import { sectionSentence } from "./section-facts.ts";

/** What the legend calls each kind. */
const kindWords: Readonly<Record<UnitKind, string>> = {
  chosen: "chosen unit",
  peer: "peer",
  efficient: "efficient",
  inefficient: "inefficient",
  none: "without score",
};

/** How each kind is drawn, beside its colour; the order is that of the legend and of the theme's colours. */
const shapes: readonly (readonly [UnitKind, string])[] = [
  ["inefficient", "circle"],
  ["chosen", "diamond"],
  ["efficient", "triangle-up"],
  ["peer", "square"],
  ["none", "cross"],
];
/** With more units than this only the chosen one and its peers are named. */
const mostNamed = 14;

/**
 * Data sets `area`, `frontier`, `units`, `chosen`, `projection`, `direction` (`frontierRows`); signals `xLow`, `xHigh`, `yLow`, `yHigh` are the
 * view, by which the arrow's head is turned. Colours come from the look of all charts;
 * a theme may set them for the styles `possible`, `frontier`, `unit`, `chosen`, `projection` and `direction`.
 */
export function frontierSpec(section: FrontierSection): VegaLite {
  const { view, x, y } = section;
  const rows = frontierRows(section);
  const along = axis(x, "x");
  const up = axis(y, "y");
  const place = { x: along, y: up };
  const kinds = [...new Set([...rows.chosen, ...rows.units].map(({ kind }) => kind))];
  const unit = { ...place, ...marks(kinds), tooltip: unitTooltip(section) };
  const named = rows.units.length <= mostNamed ? "true" : "datum.weight !== null";
  const end = { x2: { field: "x2" }, y2: { field: "y2" } };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: sectionSentence(section),
    width: 460,
    height: 340,
    params: [
      { name: "xLow", value: view.x[0] },
      { name: "xHigh", value: view.x[1] },
      { name: "yLow", value: view.y[0] },
      { name: "yHigh", value: view.y[1] },
    ],
    datasets: { ...rows } as unknown as VegaLite,
    layer: [
      {
        data: { name: "area" },
        mark: { type: "area", style: "possible", clip: true, opacity: 0.14, tooltip: false },
        encoding: { x: along, y: { ...up, field: "low" }, y2: { field: "high" } },
      },
      {
        data: { name: "frontier" },
        mark: { type: "line", style: "frontier", clip: true, strokeWidth: 2.5 },
        encoding: { ...place, order: { field: "step" } },
      },
      {
        data: { name: "units" },
        mark: { type: "point", style: "unit", clip: true, filled: true, size: 75, opacity: 0.9 },
        encoding: unit,
      },
      {
        data: { name: "units" },
        transform: [{ filter: named }],
        mark: { type: "text", style: ["label", "unit"], clip: true, dy: -10, fontSize: 11 },
        encoding: { ...place, text: { field: "name" } },
      },
      {
        data: { name: "direction" },
        mark: { type: "rule", style: "direction", clip: true, strokeWidth: 1.5 },
        encoding: { ...place, ...end },
      },
      {
        data: { name: "direction" },
        transform: [{ calculate: turned, as: "angle" }],
        mark: { type: "point", style: "direction", shape: "wedge", filled: true, size: 220 },
        encoding: {
          x: { ...along, field: "x2" },
          y: { ...up, field: "y2" },
          angle: { field: "angle", type: "quantitative", scale: null },
        },
      },
      {
        data: { name: "projection" },
        mark: {
          type: "point",
          style: "projection",
          clip: true,
          size: 150,
          strokeWidth: 2,
          filled: false,
        },
        encoding: {
          ...place,
          shape: { condition: { test: "datum.what === 'target'", value: "square" }, value: "circle" },
          tooltip: [{ field: "what", type: "nominal", title: "place" }, ...amounts(section, "x", "y")],
        },
      },
      {
        data: { name: "chosen" },
        mark: { type: "point", style: "chosen", filled: true, size: 170, opacity: 1 },
        encoding: unit,
      },
      {
        data: { name: "chosen" },
        mark: { type: "text", style: ["label", "chosen"], dy: -14, fontSize: 12, fontWeight: "bold" },
        encoding: { ...place, text: { field: "name" } },
      },
    ],
  };
}

/** The angle of the direction on the page, from straight up, clockwise. */
const turned =
  "180 / PI * atan2((datum.x2 - datum.x) / (xHigh - xLow) * width, (datum.y2 - datum.y) / (yHigh - yLow) * height)";

function axis({ name, unit }: SectionAxis, channel: "x" | "y"): VegaLite {
  return {
    field: channel,
    type: "quantitative",
    title: unit === null ? name : `${name} [${unit}]`,
    scale: {
      domainMin: { expr: `${channel}Low` },
      domainMax: { expr: `${channel}High` },
      nice: false,
      zero: false,
    },
  };
}

function marks(kinds: readonly UnitKind[]): VegaLite {
  const shown = shapes.filter(([kind]) => kinds.includes(kind));
  const labels = shown.map(([kind]) => `"${kind}": ${JSON.stringify(kindWords[kind])}`).join(", ");
  const legend = { title: null, orient: "bottom", labelExpr: `({${labels}})[datum.label]` };
  const field = { field: "kind", type: "nominal" };
  return {
    color: {
      ...field,
      scale: { domain: shapes.map(([kind]) => kind) },
      legend: { ...legend, values: shown.map(([kind]) => kind) },
    },
    shape: {
      ...field,
      scale: { domain: shapes.map(([kind]) => kind), range: shapes.map(([, shape]) => shape) },
      legend: { ...legend, values: shown.map(([kind]) => kind) },
    },
  };
}

function unitTooltip(section: FrontierSection): Json[] {
  const [ownX, ownY] = section.scaledBy === null ? ["x", "y"] : ["ownX", "ownY"];
  return [
    { field: "name", type: "nominal", title: "unit" },
    ...amounts(section, ownX!, ownY!),
    { field: "score", type: "quantitative", title: `score ${section.symbol}`, format: ".4~f" },
    { field: "weight", type: "quantitative", title: "weight", format: ".4~f" },
  ];
}

function amounts({ x, y }: FrontierSection, fieldX: string, fieldY: string): Json[] {
  return [x, y].map(({ name, unit }, i) => ({
    field: i === 0 ? fieldX : fieldY,
    type: "quantitative",
    title: unit === null ? name : `${name} [${unit}]`,
    format: ".5~g",
  }));
}
