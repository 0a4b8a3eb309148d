/**
 * Models as a sceptical user would write them, with results that were found in another way: see README.md.
 * Each runs through the checker and the runtime with a host that reads its folder.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { check } from "../../language/check/check.ts";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import { format } from "../../language/format/format.ts";
import type { Model } from "../../language/model.ts";
import { positions } from "../../language/source.ts";
import { allTables, resultsToJson } from "../../runtime/report/results-json.ts";
import type { Results } from "../../runtime/results.ts";
import { run } from "../../runtime/run.ts";
import type { Table } from "../../runtime/tables/table.ts";
import type { Expected, ExpectedDiagnostic, ExpectedTable } from "./expected.ts";

const root = dirname(fileURLToPath(import.meta.url));
const topics = ["data-panels", "frontiers", "indices", "inference", "systems", "reports", "bad-input"];

for (const topic of topics) {
  const folder = join(root, topic);
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith(".expected.json"))
    .map((name) => name.slice(0, -".expected.json".length));
  describe(topic, () => {
    it("has cases, and each model its expectation", () => {
      expect(cases.length).toBeGreaterThan(3);
      for (const name of cases) expect(existsSync(join(folder, `${name}.gtfp`)), name).toBe(true);
    });
    for (const name of cases) it(name, () => verify(folder, name));
  });
}

describe("every model that runs", () => {
  it("is the same model after formatting, and formatting again changes nothing", async () => {
    let count = 0;
    for (const { folder, name, expected } of all().filter(
      (c) => c.expected.tables || c.expected.expectations,
    )) {
      const text = readFileSync(join(folder, `${name}.gtfp`), "utf8");
      const formatted = format(text, `${name}.gtfp`);
      expect(formatted.diagnostics, name).toEqual([]);
      expect(format(formatted.text, `${name}.gtfp`).text, name).toBe(formatted.text);
      const read = (path: string) =>
        path === `${name}.gtfp` ? Buffer.from(formatted.text) : fileIn(folder, path);
      const checked = check(`${name}.gtfp`, (path) => read(path)?.toString("utf8") ?? null);
      expect(checked.model, name).not.toBeNull();
      expect(shapeOf(checked.model!), name).toEqual(shapeOf(modelOf(folder, name)));
      expect(
        Object.keys(expected.tables ?? {}).length + (expected.expectations ?? []).length,
        name,
      ).toBeGreaterThan(0);
      count++;
    }
    expect(count).toBeGreaterThan(50);
  });

  it("gives the JSON document of the contract", async () => {
    const folder = join(root, "reports");
    const name = "expectations-that-fail";
    const model = modelOf(folder, name);
    const results = await run(model, { read: (path) => fileIn(folder, path) });
    const document = JSON.parse(JSON.stringify(resultsToJson(name, [], results, () => undefined)));
    expect(Object.keys(document)).toEqual(["gtfp", "model", "diagnostics", "tables", "expectations"]);
    expect(document.model).toBe(name);
    expect(document.tables.firms).toEqual({
      columns: [
        { name: "firm", role: "dmu" },
        { name: "year", role: "period" },
        { name: "region", role: "group" },
        { name: "x", unit: "h" },
        { name: "y", unit: "t" },
      ],
      rows: [
        ["A", 2000, "east", 10, 20],
        ["B", 2000, "east", 10, 10],
        ["C", 2000, "west", 20, 10],
        ["A", 2001, "east", 10, 40],
        ["B", 2001, "east", 10, 30],
        ["C", 2001, "west", 20, 20],
      ],
    });
    expect(document.tables.m.rows[0].slice(0, 4)).toEqual(["A", 2000, "east", null]);
    expect(document.expectations[1]).toMatchObject({ text: "theta.score > 0.2", line: 19, pass: true });
    expect(document.expectations[4]).toMatchObject({ pass: false, actual: 0.25 });
    const failed = resultsToJson(name, [], null, () => undefined);
    expect(Object.keys(failed)).toEqual(["gtfp", "model", "diagnostics"]);
  });
});

/** Every case of every topic. */
function all(): { folder: string; name: string; expected: Expected }[] {
  return topics.flatMap((topic) => {
    const folder = join(root, topic);
    return readdirSync(folder)
      .filter((file) => file.endsWith(".expected.json"))
      .map((file) => ({
        folder,
        name: file.slice(0, -".expected.json".length),
        expected: JSON.parse(readFileSync(join(folder, file), "utf8")),
      }));
  });
}

function fileIn(folder: string, path: string): Buffer | null {
  const place = join(folder, path);
  return existsSync(place) ? readFileSync(place) : null;
}

function modelOf(folder: string, name: string): Model {
  return check(`${name}.gtfp`, (path) => fileIn(folder, path)?.toString("utf8") ?? null).model!;
}

/** The model without places in the text: what must survive the formatter. */
function shapeOf(model: Model): unknown {
  const drop = new Set(["span", "spans", "keySpans", "files", "text", "title"]);
  return JSON.parse(JSON.stringify({ ...model }, (key, value) => (drop.has(key) ? undefined : value)));
}

async function verify(folder: string, name: string): Promise<void> {
  const expected: Expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), "utf8"));
  const bytes = (path: string) => fileIn(folder, path);
  const checked = check(`${name}.gtfp`, (path) => bytes(path)?.toString("utf8") ?? null);
  const results = checked.model && (await run(checked.model, { read: bytes }));
  const diagnostics = [...checked.diagnostics, ...(results?.diagnostics ?? [])];
  checkDiagnostics(diagnostics, expected.diagnostics ?? [], bytes);
  if (!expected.tables && !expected.expectations) {
    expect(results?.tables ?? [], "a failing run gives no tables").toEqual([]);
    return;
  }
  const problems = Object.entries(expected.tables ?? {}).flatMap(([table, want]) =>
    compareTable(table, find(results!, table), want),
  );
  expect(problems.slice(0, 12), problems.slice(0, 12).join("\n")).toEqual([]);
  checkTexts(results!, expected);
  const said = [...results!.tables.flatMap((t) => t.notes ?? []), ...diagnostics.map((d) => d.message)].join(
    "\n",
  );
  for (const word of expected.notes ?? []) expect(said).toContain(word);
  expected.expectations?.forEach((want, i) => {
    const claim = results!.expectations[i]!;
    expect(claim, `expectation ${i + 1}`).toBeDefined();
    expect(claim.pass, `${claim.text}: ${claim.reason ?? ""}`).toBe(want.pass);
    if (typeof want.actual === "number")
      expect(off(claim.actual, want.actual), claim.text).toBeLessThan(1e-9);
    if (want.says) expect(claim.reason ?? "", claim.text).toContain(want.says);
  });
  if (expected.expectations) expect(results!.expectations.length).toBe(expected.expectations.length);
}

function find(results: Results, name: string): Table | undefined {
  return allTables(results).find((t) => t.name === name);
}

function checkTexts(results: Results, expected: Expected): void {
  for (const [report, texts] of Object.entries(expected.texts ?? {})) {
    const items = results.reports.find((r) => r.name === report)?.items ?? [];
    expect(items.flatMap((item) => (item.kind === "text" ? [item.text] : []))).toEqual(texts);
  }
}

function checkDiagnostics(
  actual: readonly Diagnostic[],
  wanted: readonly ExpectedDiagnostic[],
  bytes: (path: string) => Uint8Array | null,
): void {
  const shown = actual.map((d) => {
    const bytesOf = bytes(d.span.file);
    const at = positions(bytesOf ? Buffer.from(bytesOf).toString("utf8") : "")(d.span.start);
    const words = [d.message, d.help ?? "", ...d.related.map((r) => r.message)].join(" ");
    return { severity: d.severity, code: d.code, file: d.span.file, line: at.line, words };
  });
  const show = (d: (typeof shown)[number]) => `${d.severity} ${d.code} ${d.file}:${d.line} ${d.words}`;
  const matches = (d: (typeof shown)[number], want: ExpectedDiagnostic) =>
    d.severity === want.severity &&
    (!want.areas || want.areas.includes(Number(d.code.slice(4, 5)))) &&
    (want.line === undefined || [want.line].flat().includes(d.line)) &&
    (want.file === undefined || d.file.endsWith(want.file)) &&
    (want.says ?? []).every((word) => d.words.toLowerCase().includes(word.toLowerCase()));
  const lacking = wanted.filter((want) => !shown.some((d) => matches(d, want)));
  const surplus = shown.filter((d) => d.severity === "error" && !wanted.some((want) => matches(d, want)));
  const problems = [
    ...lacking.map((want) => `lacks ${JSON.stringify(want)}`),
    ...surplus.map((d) => `surplus ${show(d)}`),
  ];
  expect(
    problems,
    `diagnostics:\n${shown.map(show).join("\n")}\nproblems:\n${problems.join("\n")}\n`,
  ).toEqual([]);
}

function compareTable(name: string, table: Table | undefined, want: ExpectedTable): string[] {
  if (!table) return [`there is no table ${name}`];
  const names = table.columns.map((c) => c.name);
  const missing = want.columns.filter((c) => !names.includes(c));
  if (missing.length > 0) return [`${name} has no column ${missing.join(", ")}; it has ${names.join(", ")}`];
  const problems: string[] = [];
  const cell = (column: string, row: number) => {
    const value = table.columns[names.indexOf(column)]!.cells.values[row];
    return typeof value === "number" && Number.isNaN(value) ? null : (value ?? null);
  };
  const keyOf = (cells: readonly unknown[]) => JSON.stringify(cells.slice(0, want.keys));
  const found = Array.from({ length: table.rows }, (_, row) => keyOf(want.columns.map((c) => cell(c, row))));
  if (new Set(found).size !== found.length) problems.push(`${name}: the keys do not tell rows apart`);
  if ((want.complete ?? true) && table.rows !== want.rows.length)
    problems.push(`${name} has ${table.rows} rows, expected ${want.rows.length}`);
  if (want.exact && names.join("|") !== want.columns.join("|"))
    problems.push(`${name}: columns ${names.join("|")}, expected ${want.columns.join("|")}`);
  for (const [i, cells] of want.rows.entries()) {
    const row = want.exact ? i : found.indexOf(keyOf(cells));
    if (row < 0) {
      problems.push(`${name} has no row ${keyOf(cells)}`);
      continue;
    }
    for (const [c, wanted] of cells.entries()) {
      if (wanted === "*") continue;
      const actual = cell(want.columns[c]!, row);
      const same =
        typeof wanted === "number" ? off(actual, wanted) <= (want.tolerance ?? 1e-7) : actual === wanted;
      if (!same) problems.push(`${name} ${keyOf(cells)} ${want.columns[c]}: ${actual}, expected ${wanted}`);
    }
  }
  for (const [column, unit] of Object.entries(want.units ?? {})) {
    const actual = table.columns.find((c) => c.name === column)?.unit;
    if ((actual?.text ?? null) !== unit)
      problems.push(`${name} ${column}: unit ${actual?.text}, expected ${unit}`);
  }
  for (const [column, role] of Object.entries(want.roles ?? {})) {
    const actual = table.columns.find((c) => c.name === column)?.role;
    if (actual !== role) problems.push(`${name} ${column}: role ${actual}, expected ${role}`);
  }
  return problems;
}

/** Relative beyond 1, absolute below. */
function off(actual: unknown, wanted: number): number {
  return typeof actual === "number"
    ? Math.abs(actual - wanted) / Math.max(1, Math.abs(wanted))
    : Number.POSITIVE_INFINITY;
}
