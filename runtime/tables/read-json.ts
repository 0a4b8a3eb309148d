/** JSON tables: an array of objects, or `{"columns": […], "rows": [[…], …]}` as result tables have it. */
import type { BadGrid, Grid } from "./read-delimited.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Headers and records; a record's line is its number from 1. */
export function readJson(text: string): Grid | BadGrid | null {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch (error) {
    return { line: lineOf(text, (error as Error).message), reason: "it is not valid JSON" };
  }
  if (Array.isArray(json)) return fromObjects(json);
  if (isObject(json) && Array.isArray(json.columns) && Array.isArray(json.rows)) {
    return fromRows(json.columns, json.rows);
  }
  return { line: 1, reason: "it is neither an array of objects nor an object with `columns` and `rows`" };
}

function fromObjects(records: readonly Json[]): Grid | BadGrid | null {
  const header: string[] = [];
  const place = new Map<string, number>();
  for (const [i, record] of records.entries()) {
    if (!isObject(record)) return { line: 1, reason: `its record ${i + 1} is not an object` };
    for (const key of Object.keys(record)) {
      if (place.has(key)) continue;
      place.set(key, header.length);
      header.push(key);
    }
  }
  const rows = records.map((record) =>
    header.map((name) => (record as { [key: string]: Json })[name] ?? null),
  );
  return header.length === 0 ? null : fromRows(header, rows);
}

function fromRows(columns: readonly Json[], rows: readonly Json[]): Grid | BadGrid | null {
  const header = columns.map((c) => String(isObject(c) ? c.name : c).normalize("NFC"));
  const read: Grid["rows"][number][] = [];
  for (const [i, row] of rows.entries()) {
    if (!Array.isArray(row)) return { line: 1, reason: `its row ${i + 1} is not an array` };
    const nested = row.findIndex((cell) => typeof cell === "object" && cell !== null);
    if (nested >= 0) {
      return { line: 1, reason: `its record ${i + 1} has an object or array in \`${header[nested]}\`` };
    }
    const cells = row.map((cell) => (typeof cell === "number" ? cell : cell === null ? "" : String(cell)));
    read.push({ line: i + 1, cells });
  }
  return header.length === 0 ? null : { header, rows: read };
}

function isObject(json: Json): json is { readonly [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** The line of the position that the engine names, or the last one: most files break where they were cut. */
function lineOf(text: string, message: string): number {
  const position = /position (\d+)/.exec(message);
  const before = position ? text.slice(0, Number(position[1])) : text.trimEnd();
  return before.split("\n").length;
}
