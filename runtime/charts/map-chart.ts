/** Maps: a colour for each place, on tiles of equal size or on outlines. */
import { extent, framed, headingOf } from "./axes.ts";
import type { Json, VegaLite } from "./chart.ts";
import { amount } from "./labels.ts";
import { neutral, type Panel } from "./panel.ts";
import type { Places, Tile } from "./places.ts";

export interface MapPanel extends Omit<Panel, "series"> {
  /** The value of each place that has one. */
  readonly values: ReadonlyMap<string, number>;
  /** Frames of one quantity share their colours. */
  readonly quantity: number;
}

export function mapChart(panels: readonly MapPanel[], places: Places, description: string): VegaLite {
  const datasets: { [name: string]: Json } = {};
  const frames = panels.map((panel, i): VegaLite => {
    const name = panels.length === 1 ? "places" : `places-${i + 1}`;
    const domain = domainOf(panels.filter(({ quantity }) => quantity === panel.quantity));
    const colour = colourOf(panel, domain);
    const step = panels.length === 1 ? 58 : 40;
    datasets[name] =
      places.kind === "tiles" ? tileRows(places.tiles, panel, domain) : outlineRows(places, panel);
    const drawn =
      places.kind === "tiles"
        ? tiles(places.tiles, colour, panel, step)
        : outlines(colour, panel, panels.length);
    return { ...headingOf(panel.heading), data: { name }, ...drawn };
  });
  const several = new Set(panels.map(({ quantity }) => quantity)).size > 1;
  const own: VegaLite = several
    ? { resolve: { scale: { color: "independent" }, legend: { color: "independent" } } }
    : {};
  return { ...framed(frames, 2, datasets, description), ...own };
}

interface Domain {
  readonly low: number;
  readonly high: number;
  readonly middle: number | null;
}

/** From the least to the greatest; around the value that means no change equally far to both sides. */
function domainOf(panels: readonly MapPanel[]): Domain {
  const { low, high } = extent(panels.flatMap(({ values }) => [...values.values()]));
  const middle = neutral(panels[0]!);
  if (!Number.isFinite(low)) return { low: 0, high: 1, middle: null };
  if (middle === null) return { low, high, middle };
  const reach = Math.max(high - middle, middle - low) || 1;
  return { low: middle - reach, high: middle + reach, middle };
}

function colourOf(panel: MapPanel, { low, high, middle }: Domain): VegaLite {
  const scale = { domain: [low, high], ...(middle === null ? {} : { domainMid: middle }) };
  const legend = { title: panel.title, orient: "bottom", gradientLength: 220 };
  return { field: "y", type: "quantitative", scale, legend };
}

function tileRows(tiles: readonly Tile[], panel: MapPanel, domain: Domain): Json[] {
  return tiles.map(({ name, row, column }) => {
    const y = panel.values.get(name) ?? null;
    const text = y === null ? "–" : panel.scale === "ratio" ? y.toFixed(3) : amount(y);
    return { name, row, column, y, text, ink: y === null ? "none" : inkOn(y, domain) };
  });
}

/** Which ink is read on a place's colour: dark colours lie low on the scale, or at both ends of one with a middle. */
function inkOn(y: number, { low, high, middle }: Domain): "dark" | "light" {
  const t = high === low ? 0.5 : (y - low) / (high - low);
  if (middle !== null) return Math.abs(t - 0.5) > 0.36 ? "light" : "dark";
  return t < 0.55 ? "light" : "dark";
}

function tiles(all: readonly Tile[], color: VegaLite, panel: MapPanel, step: number): VegaLite {
  const along = (field: string, numbers: readonly number[]): VegaLite => {
    const { low, high } = extent(numbers);
    const domain = Array.from({ length: high - low + 1 }, (_, i) => low + i);
    return { field, type: "ordinal", axis: null, scale: { domain, padding: 0 } };
  };
  const x = along(
    "column",
    all.map(({ column }) => column),
  );
  const y = along(
    "row",
    all.map(({ row }) => row),
  );
  const tooltip = tips(panel, "");
  const words = (ink: string, style: string): VegaLite[] => [
    {
      transform: [{ filter: `datum.ink === '${ink}'` }],
      mark: {
        type: "text",
        style,
        dy: step > 50 ? -7 : 0,
        lineBreak: " ",
        lineHeight: 10,
        limit: step,
        fontSize: step > 50 ? 9 : 8,
      },
      encoding: { text: { field: "name", type: "nominal" } },
    },
    ...(step > 50
      ? [
          {
            transform: [{ filter: `datum.ink === '${ink}'` }],
            mark: { type: "text", style, dy: 19 },
            encoding: { text: { field: "text", type: "nominal" } },
          },
        ]
      : []),
  ];
  return {
    width: { step },
    height: { step },
    encoding: { x, y },
    layer: [
      {
        transform: [{ filter: "datum.ink === 'none'" }],
        mark: { type: "rect", style: "empty-place" },
        encoding: { tooltip },
      },
      {
        transform: [{ filter: "datum.ink !== 'none'" }],
        mark: { type: "rect", style: "place" },
        encoding: { color, tooltip },
      },
      ...words("none", "empty-label"),
      ...words("light", "on-dark"),
      ...words("dark", "on-light"),
    ],
  };
}

function outlineRows(places: Extract<Places, { kind: "outlines" }>, panel: MapPanel): Json[] {
  return places.outlines.map(({ name, geometry }) => ({
    type: "Feature",
    properties: { name, y: panel.values.get(name) ?? null },
    geometry: { type: geometry.type, coordinates: geometry.coordinates },
  }));
}

function outlines(colour: VegaLite, panel: MapPanel, frames: number): VegaLite {
  const tooltip = tips(panel, "properties.");
  return {
    width: frames === 1 ? 560 : 300,
    height: frames === 1 ? 420 : 240,
    projection: { type: "identity", reflectY: true },
    layer: [
      {
        transform: [{ filter: "datum.properties.y === null" }],
        mark: { type: "geoshape", style: "empty-place" },
        encoding: { tooltip },
      },
      {
        transform: [{ filter: "datum.properties.y !== null" }],
        mark: { type: "geoshape", style: "place" },
        encoding: { color: { ...colour, field: "properties.y" }, tooltip },
      },
    ],
  };
}

function tips({ title }: MapPanel, before: string): Json[] {
  return [
    { field: `${before}name`, type: "nominal", title: "place" },
    { field: `${before}y`, type: "quantitative", title },
  ];
}
