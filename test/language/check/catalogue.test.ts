import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../../language/check/check.ts";
import { catalogue } from "../../../language/diagnostics/catalogue.ts";
import type { Entry, Example } from "../../../language/diagnostics/entry.ts";
import { expressions } from "../../../language/diagnostics/expressions.ts";
import { names } from "../../../language/diagnostics/names.ts";
import { panels } from "../../../language/diagnostics/panels.ts";
import { reports } from "../../../language/diagnostics/reports.ts";
import { units } from "../../../language/diagnostics/units.ts";

type Row = Pick<Entry<never>, "code" | "title" | "failing" | "mended">;
const rows = [names, expressions, panels, reports, units].flatMap((area) => Object.values<Row>(area));

function codes(example: Example): string[] {
  const files = typeof example === "string" ? { "model.gtfp": example } : example;
  const read = (path: string) => (path in files ? files[path]! : null);
  return check("model.gtfp", read).diagnostics.map((d) => d.code);
}

test("every code that stands in a catalogue file is in the whole catalogue", () => {
  const folder = join(import.meta.dirname, "../../../language/diagnostics");
  const written = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/code: "(GTFP\d+)"/g)].map((match) => match[1]!),
  );
  expect(written.length).toBeGreaterThan(150);
  expect(catalogue.map((row) => row.code)).toEqual(written.sort());
});

describe("the catalogue of the checker", () => {
  test("has a code of its own for each row", () => {
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(60);
  });
  test.each(rows.map((row) => [row.code, row.title, row] as const))("%s %s", (code, _title, row) => {
    expect(codes(row.failing)).toEqual([code]);
    expect(codes(row.mended)).toEqual([]);
  });
});
