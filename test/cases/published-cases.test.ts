/**
 * Published results: each case becomes the model that a user would write, runs through every phase, and is
 * compared with the numbers in the literature or of the tool named in the fixture. `"*"` is not compared,
 * null must be a row without a number. Traps reproduce a published mistake: there the score must be empty.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check } from "../../language/check/check.ts";
import { run } from "../../runtime/run.ts";
import type { Table } from "../../runtime/tables/table.ts";
import { type CaseFile, isIndex, modelOf, type PublishedCase } from "./case-to-gtfp.ts";

const folder = new URL("../fixtures/dea/", import.meta.url);
const files: CaseFile[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), "utf8")),
);

/** Columns of our tables by the fixtures' words. */
const columns: Record<string, string> = {
  index: "change",
  ec: "efficiency_change",
  tc: "technical_change",
  pec: "pure_efficiency_change",
  sec: "scale_change",
};

describe("published cases", () => {
  it("finds the fixtures", () => {
    expect(files.flatMap((file) => file.cases).length).toBeGreaterThan(40);
  });
  for (const file of files) {
    for (const published of file.cases) {
      it(`${file.id}: ${published.id}`, () => compare(file, published));
    }
  }
});

async function compare(file: CaseFile, published: PublishedCase): Promise<void> {
  const text = modelOf(file, published.spec);
  const checked = check("case.gtfp", (path) => (path === "case.gtfp" ? text : null));
  expect(checked.diagnostics.filter((d) => d.severity === "error").map((d) => d.message)).toEqual([]);
  const results = await run(checked.model!, { read: () => null });
  expect(results.diagnostics.filter((d) => d.severity === "error").map((d) => d.message)).toEqual([]);
  const table = results.tables.find((t) => t.name === "result")!;
  const rows = isIndex(published.spec) ? rowsByDmu(file, table) : file.data.dmu.map((_, i) => i);
  for (const [key, values] of Object.entries(published.expected)) {
    if (published.kind === "trap") {
      expect(numbers(table, "score")).toEqual(values.map(() => null));
      continue;
    }
    for (const [name, expected] of expand(file, published, key, values)) {
      const actual = rows.map((row) => cell(table, name, row));
      expected.forEach((want, i) => {
        if (want === "*") return;
        const place = `${key} (${name}), row ${i}`;
        if (want === null || typeof want === "string") expect(actual[i], place).toBe(want);
        else
          expect(Math.abs((actual[i] as number) - (want as number)), place).toBeLessThan(published.tolerance);
      });
    }
  }
}

/** One expected list may stand for several columns: slacks, prices and optimal inputs have one for each variable. */
function expand(
  file: CaseFile,
  { spec }: PublishedCase,
  key: string,
  values: unknown[],
): [string, unknown[]][] {
  const group = /^(slack|shadow)_(inputs|goods|outputs|bads)$/.exec(key);
  const prefix = group ? (group[1] === "slack" ? "slack" : "price") : key === "xopt" ? "target" : undefined;
  if (prefix === undefined) return [[columns[key] ?? key, values]];
  const names =
    group?.[2] === "bads" ? spec.bads! : group && group[2] !== "inputs" ? spec.outputs : spec.inputs;
  expect(values).toHaveLength(file.data.dmu.length);
  return names.map((name, v) => [
    `${prefix}.${name}`,
    values.map((row) => (Array.isArray(row) ? row[v] : row)),
  ]);
}

/** Index fixtures run over DMUs in order of first appearance, then consecutive periods, without the first. */
function rowsByDmu(file: CaseFile, table: Table): number[] {
  const dmus = [...new Set(file.data.dmu)];
  const periods = [...new Set(file.data.period)].sort((a, b) => a! - b!).slice(1);
  const labels = Array.from(
    { length: table.rows },
    (_, row) => `${cell(table, "dmu", row)} ${cell(table, "t", row)}`,
  );
  return dmus.flatMap((dmu) => periods.map((period) => labels.indexOf(`${dmu} ${period}`)));
}

function cell(table: Table, name: string, row: number): number | string | null {
  const column = table.columns.find((c) => c.name === name);
  if (!column) throw new Error(`no column ${name} in ${table.columns.map((c) => c.name).join(", ")}`);
  const value = column.cells.values[row]!;
  return typeof value === "number" && Number.isNaN(value) ? null : value;
}

function numbers(table: Table, name: string): (number | string | null)[] {
  return Array.from({ length: table.rows }, (_, row) => cell(table, name, row));
}
