import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const folders = ["language", "compiler", "runtime", "editor", "cli"] as const;
type Folder = (typeof folders)[number];

/** What each folder may import beside itself; packages by name, Node's modules as `node:`. */
const allowed: Record<Folder, readonly string[]> = {
  language: ["chevrotain"],
  compiler: ["language"],
  runtime: ["compiler", "language", "csv-parse", "fflate", "highs", "javascript-lp-solver"],
  editor: [
    "language",
    "compiler",
    "runtime",
    "vscode-languageserver",
    "vscode-languageserver-textdocument",
    "vscode-languageclient",
    "vscode",
    "node:",
    // The extension's and the page's builds.
    "rolldown",
    "rolldown.config.ts",
    "bundled-licences.ts",
    "vite",
    "preact",
    "@preact/signals",
    "monaco-editor",
    "monaco-lsp-client",
    "vega",
    "vega-lite",
    "@hpcc-js/wasm-graphviz",
    "highs",
  ],
  cli: [
    "editor",
    "runtime",
    "compiler",
    "language",
    "commander",
    "vega",
    "vega-lite",
    "@hpcc-js/wasm-graphviz",
    "node:",
  ],
};

/** What parts of `editor/` may import of that: a server that knows neither process nor page, a grammar that is only words. */
const editorParts: readonly (readonly [part: RegExp, without: readonly string[]])[] = [
  [
    /^editor\/grammar\//,
    ["compiler", "runtime", "vscode-languageserver", "vscode-languageclient", "vscode", "node:"],
  ],
  [/^editor\/server\/(?!stdio\.ts)/, ["vscode-languageclient", "vscode", "node:"]],
  // The page leaves parsing, checking and solving to its workers: of the core it knows types and words only.
  [
    /^editor\/playground\/(?!vite\.config\.ts|[\w-]+-plugin\.ts)/,
    ["vscode-languageclient", "vscode-languageserver", "vscode", "node:"],
  ],
  [/^editor\/vscode\/client\//, ["language", "compiler", "runtime", "vscode-languageserver"]],
];

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Where it leads: a folder of ours, `node:`, or a package. */
  readonly to: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path));
}

/** Static and dynamic imports and re-exports; comments are taken out first so that prose cannot count. */
function importsOf(path: string): Import[] {
  const text = readFileSync(join(root, path), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  return specifiers(text).map((specifier) => ({ from: path, specifier, to: target(path, specifier) }));
}

/** Relies on Biome's form: a statement, or the end of its braces, begins the line that holds `from`. */
function specifiers(text: string): string[] {
  const statement = /^(?:(?:import|export)\b[^"'\n;]*?|\}\s*)\bfrom\s*["']([^"'\n]+)["']/gm;
  const bare = /^import\s*["']([^"'\n]+)["']/gm;
  const call = /\bimport\s*\(\s*["']([^"'\n]+)["']/g;
  return [statement, bare, call].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!));
}

function target(path: string, specifier: string): string {
  if (specifier.startsWith("node:")) return "node:";
  if (!specifier.startsWith(".")) {
    return specifier.startsWith("@") ? specifier.split("/").slice(0, 2).join("/") : specifier.split("/")[0]!;
  }
  return relative(root, resolve(root, dirname(path), specifier)).split(/[\\/]/)[0]!;
}

/** The page without its workers, the checks of lessons and what builds it. */
function isPage(path: string): boolean {
  return (
    /^editor\/playground\//.test(path) &&
    !/\/(workers|lessons)\/|-plugin\.ts$|vite\.config\.ts$|service-worker\.ts$/.test(path)
  );
}
/** What makes the page heavy and slow: parsing, checking, compiling, solving, running. */
const workersPart =
  /^(language\/(parser|check|format|units|services)\/|compiler\/(lp|ode|diff)\/|runtime\/(solve|measure|index|dynamics|experiment|inference|panel|evaluate|explain|expect)\/|runtime\/run\.ts)/;

/** All files that are loaded with some, through imports of values. */
function reachedFrom(paths: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const open = [...paths];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const specifier of valueImports(path)) {
      const to = relative(root, resolve(root, dirname(path), specifier)).replaceAll("\\", "/");
      if (reached.has(to) || !/\.tsx?$/.test(to)) continue;
      reached.add(to);
      open.push(to);
    }
  }
  return reached;
}
/** Relative imports that are there when the program runs: not `import type`, not braces that hold types alone. */
function valueImports(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const values = text
    .replace(/^(?:import|export) type [^;]*;/gm, "")
    .replace(/^(?:import|export) \{(?:\s*type \w+(?: as \w+)?,?)+\s*\} from [^;]*;/gm, "");
  return specifiers(values).filter((specifier) => specifier.startsWith("."));
}

const files = folders.flatMap((folder) => sources(folder).map((path) => ({ folder, path })));
const imports = files.flatMap(({ folder, path }) => importsOf(path).map((i) => ({ folder, ...i })));

describe("architecture", () => {
  it("finds imports in every folder, so that the other tests cannot pass on nothing", () => {
    for (const folder of folders) {
      const own = files.filter((f) => f.folder === folder).length;
      const found = imports.filter((i) => i.folder === folder).length;
      expect(found, `imports in ${folder}/`).toBeGreaterThan(own / 2);
    }
    expect(imports.length).toBeGreaterThan(200);
    expect(imports.some((i) => i.folder === "runtime" && i.to === "language")).toBe(true);
    expect(imports.some((i) => i.folder === "cli" && i.to === "node:")).toBe(true);
  });

  it("has only the arrows language <- compiler <- runtime <- editor <- cli", () => {
    const wrong = imports.filter((i) => i.to !== i.folder && !allowed[i.folder].includes(i.to));
    expect(wrong.map((i) => `${i.from} imports ${i.specifier}`)).toEqual([]);
  });

  it("keeps the server apart from process and page, and the grammars from everything but the language", () => {
    const wrong = imports.filter((i) =>
      editorParts.some(([part, without]) => part.test(i.from) && without.includes(i.to)),
    );
    expect(wrong.map((i) => `${i.from} imports ${i.specifier}`)).toEqual([]);
    for (const [part] of editorParts) expect(imports.some((i) => part.test(i.from))).toBe(true);
  });

  it("leaves reading, checking and computing to the page's workers", () => {
    const page = files.map(({ path }) => path).filter((path) => isPage(path));
    const reached = reachedFrom(page);
    expect(page.length).toBeGreaterThan(20);
    // It does reach what makes numbers and charts readable.
    expect([...reached]).toContain("runtime/tables/number-text.ts");
    const wrong = [...reached].filter((path) => workersPart.test(path));
    expect(wrong).toEqual([]);
    // The pattern itself catches what the workers reach.
    const workers = [...reachedFrom(["editor/playground/workers/answers.ts"])];
    expect(workers.filter((path) => workersPart.test(path)).length).toBeGreaterThan(100);
  });

  it("loads the editor's side of the command only when it is called", () => {
    const loading = imports.filter((i) => i.folder === "cli" && i.to === "editor").map((i) => i.from);
    expect(loading).toEqual(["cli/commands/lsp.ts"]);
  });

  it("loads what draws, and what writes the files of --out, only where a run asks for it", () => {
    const heavy = /"[^"]*\/(?:(?:chart|diagram)-svg|output-files)\.ts"/;
    const loading = files
      .filter(({ folder }) => folder === "cli")
      .flatMap(({ path }) =>
        readFileSync(join(root, path), "utf8")
          .split("\n")
          .filter((line) => heavy.test(line))
          .map((line) => `${path}${/await import\(/.test(line) ? "" : " at once"}`),
      );
    expect(loading.sort()).toEqual(["cli/commands/run.ts", "cli/draw/pictures.ts", "cli/draw/pictures.ts"]);
  });

  it("names the file ending in relative imports, as Node's own type stripping needs", () => {
    const wrong = imports.filter(
      (i) => i.specifier.startsWith(".") && !/\.(tsx?|css)(\?\w+)?$/.test(i.specifier),
    );
    expect(wrong.map((i) => `${i.from} imports ${i.specifier}`)).toEqual([]);
  });

  it("keeps every file to one idea: 400 lines at most, named in kebab-case", () => {
    const lines = (path: string) => readFileSync(join(root, path), "utf8").split("\n").length - 1;
    const long = files.filter(({ path }) => lines(path) > 400).map(({ path }) => path);
    expect(long).toEqual([]);
    const misnamed = files
      .map(({ path }) => path)
      .filter((path) => !/^([a-z0-9-]+\/)+[a-z0-9-]+(\.(d|config))?\.tsx?$/.test(path));
    expect(misnamed).toEqual([]);
  });

  it("recognises every form of import", () => {
    const forms = [
      'import { a } from "a";',
      'import type * as b from "b";',
      'import "c";',
      'export * from "d";',
      'export {\n  x,\n} from "e";',
      'const f = await import("f");',
      'const prose = "not an import from ";',
    ];
    expect(specifiers(forms.join("\n")).sort()).toEqual(["a", "b", "c", "d", "e", "f"]);
  });
});
