/** What a reader downloads before the first letter can be typed, and what waits until it is needed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const page = resolve(import.meta.dirname, "../../../editor/playground");
let out: string;
let assets: readonly string[];
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), "gtfp-page-"));
  await build({
    configFile: join(page, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: out, emptyOutDir: true },
  });
  assets = readdirSync(join(out, "assets"));
}, 120_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(out, path));
/** The one file whose name begins so: what comes after the last hyphen is its hash. */
function asset(name: string): string {
  const found = assets.filter((file) => file.replace(/-[\w-]{8}(\.\w+)$/, "$1") === name);
  expect(found, name).toHaveLength(1);
  return `assets/${found[0]}`;
}

/** Scripts that are loaded with some: those which they import, not those which they load later. */
function withImports(paths: readonly string[]): Set<string> {
  const all = new Set<string>();
  const open = [...paths];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (all.has(path)) continue;
    all.add(path);
    if (!path.endsWith(".js")) continue;
    for (const [, file] of read(path)
      .toString()
      .matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g)) {
      open.push(`assets/${file}`);
    }
  }
  return all;
}

/** All that the page itself, its editor and its language server need. */
function initial(): Set<string> {
  const html = read("index.html").toString();
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map((match) => match[1]!);
  expect(named.length).toBeGreaterThan(1);
  const editor = ["create-editor.js", "monaco.js", "monaco.css", "worker.js", "browser.js"].map(asset);
  return withImports(["index.html", ...named, ...editor]);
}

describe("the page", () => {
  it("has the licences of what it bundles beside it, its workers' included, and never asks for them", () => {
    const licences = read("LICENCES.txt").toString();
    for (const name of ["monaco-editor", "preact", "vega", "@hpcc-js/wasm-graphviz", "chevrotain", "highs"])
      expect(licences).toMatch(new RegExp(`^${name} \\d`, "m"));
    expect(licences).toContain("Redistribution and use in source and binary forms");
    expect(read("service-worker.js").toString()).not.toContain("LICENCES.txt");
  });

  it("is below 1.3 MB before one can type", () => {
    const sizes = [...initial()].map((path) => [path, gzipSync(read(path)).length] as const);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    expect(total, sizes.map(([path, size]) => `${path} ${size}`).join("\n")).toBeLessThan(1_300_000);
    // Monaco is among it, so that nothing has been overlooked.
    expect(total).toBeGreaterThan(900_000);
  });

  it("loads solvers, charts, diagrams and data when they are needed", () => {
    const first = [...initial()].join("\n");
    const later = assets.filter((file) => /highs|vega|graphviz|workbook|\.csv|\.ttf/.test(file));
    expect(later.length).toBeGreaterThan(3);
    for (const file of later) expect(first).not.toContain(file);
  });

  it("names no place outside of its folder", () => {
    for (const path of ["index.html", ...initial()].filter((one) => /\.(html|css)$/.test(one))) {
      expect(read(path).toString()).not.toMatch(/(?:src|href)="\/|url\(["']?(?:\/|https?:)/);
    }
  });
});
