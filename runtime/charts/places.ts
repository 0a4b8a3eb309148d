/** Where the places of a map lie: tiles of a table, or outlines of a GeoJSON file. */

import { data } from "../../language/diagnostics/data.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { mapFiles } from "../../language/diagnostics/map-files.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { TileMap } from "../../language/model.ts";
import { cellLabel } from "../panel/join.ts";
import type { Host } from "../results.ts";
import { decodeText } from "../tables/decode-text.ts";
import { readTable } from "../tables/read-table.ts";
import type { Json } from "./chart.ts";

export type Places =
  | { readonly kind: "tiles"; readonly tiles: readonly Tile[] }
  | { readonly kind: "outlines"; readonly outlines: readonly Outline[] };
export interface Tile {
  readonly name: string;
  /** Counted from the north and from the west. */
  readonly row: number;
  readonly column: number;
}
export interface Outline {
  readonly name: string;
  /** A GeoJSON geometry, made flat: degrees to the east are as long as those to the north in the middle of the map. */
  readonly geometry: { readonly type: string; readonly coordinates: Json };
}

const rowWords = ["row", "y", "r"];
const columnWords = ["col", "column", "x", "c"];

/** Reads a map's file; null after a reported error. */
export function readPlaces(
  item: Pick<TileMap, "file" | "column">,
  host: Pick<Host, "read">,
  sink: Diagnostics,
): Places | null {
  const outlines = readOutlines(item, host, sink);
  if (outlines !== undefined) return outlines && { kind: "outlines", outlines };
  const { path, span } = item.file;
  const table = readTable(path, host, span, sink);
  if (table === null) return null;
  const { header, source } = table;
  const named = (words: readonly string[]) =>
    header.findIndex((name) => words.includes(name.trim().toLowerCase()));
  const [name, row, column] = [header.indexOf(item.column), named(rowWords), named(columnWords)];
  if (name < 0) {
    const help = didYouMean(item.column, header);
    report(sink, data.unknownHeader, span, { source, header: item.column }, help ? { help } : {});
    return null;
  }
  if (row < 0 || column < 0) {
    report(sink, mapFiles.tileColumns, span, { path, lacks: row < 0 ? "row" : "col", header });
    return null;
  }
  const tiles: Tile[] = [];
  for (const { cells, line } of table.rows) {
    const [r, c] = [Number(cells[row]), Number(cells[column])];
    const whole = Number.isInteger(r) && Number.isInteger(c) && cells[row] !== "" && cells[column] !== "";
    if (!whole) {
      report(sink, mapFiles.tilePlace, span, {
        path,
        line,
        row: String(cells[row]),
        column: String(cells[column]),
      });
      return null;
    }
    tiles.push({ name: cellLabel(cells[name]!), row: r, column: c });
  }
  return { kind: "tiles", tiles };
}

/** The outlines of a GeoJSON file; undefined where the file is none, null after a reported error. */
function readOutlines(
  { file: { path, span }, column }: Pick<TileMap, "file" | "column">,
  host: Pick<Host, "read">,
  sink: Diagnostics,
): readonly Outline[] | null | undefined {
  if (!/\.(geo)?json$/i.test(path)) return undefined;
  const bytes = host.read(path);
  const decoded = bytes === null ? null : decodeText(bytes);
  if (decoded === null || !("text" in decoded)) return undefined;
  if (!/"(FeatureCollection|Topology)"/.test(decoded.text) && !/\.geojson$/i.test(path)) return undefined;
  const features = featuresOf(decoded.text);
  if (features === null) {
    report(sink, mapFiles.outlines, span, { path });
    return null;
  }
  const named = features.flatMap(({ properties, geometry }): Outline[] => {
    const name = properties[column];
    return typeof name === "string" || typeof name === "number" ? [{ name: cellLabel(name), geometry }] : [];
  });
  if (named.length > 0) return flattened(named);
  const known = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const help = didYouMean(column, known);
  report(sink, data.unknownHeader, span, { source: `\`${path}\``, header: column }, help ? { help } : {});
  return null;
}

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Outline["geometry"];
}

function featuresOf(text: string): readonly Feature[] | null {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return null;
  }
  const list = isObject(whole) && Array.isArray(whole.features) ? (whole.features as unknown[]) : [];
  const features = list.flatMap((feature): Feature[] => {
    if (!isObject(feature) || !isObject(feature.geometry)) return [];
    const { type, coordinates } = feature.geometry;
    if ((type !== "Polygon" && type !== "MultiPolygon") || !Array.isArray(coordinates)) return [];
    const properties = isObject(feature.properties) ? feature.properties : {};
    return [{ properties, geometry: { type, coordinates: coordinates as Json } }];
  });
  return features.length === 0 ? null : features;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** An equirectangular map that is true in its middle: x is shortened by the cosine of the middle latitude. */
function flattened(outlines: readonly Outline[]): readonly Outline[] {
  let [south, north] = [90, -90];
  for (const { geometry } of outlines) {
    onPositions(geometry.coordinates, ([x, y]) => {
      south = Math.min(south, y);
      north = Math.max(north, y);
      return [x, y];
    });
  }
  const factor = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return outlines.map(({ name, geometry }) => ({
    name,
    geometry: { ...geometry, coordinates: onPositions(geometry.coordinates, ([x, y]) => [x * factor, y]) },
  }));
}

function onPositions(
  coordinates: Json,
  change: (position: readonly [number, number]) => readonly [number, number],
): Json {
  if (!Array.isArray(coordinates)) return coordinates;
  const [x, y] = coordinates as readonly Json[];
  if (typeof x === "number" && typeof y === "number") return change([x, y]);
  return (coordinates as readonly Json[]).map((part) => onPositions(part, change));
}
