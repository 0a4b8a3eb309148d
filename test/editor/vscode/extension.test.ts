/** The extension: its manifest names what is there, and one script packs it into a `.vsix` that holds a working server. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textMateGrammar } from "../../../editor/grammar/textmate.ts";
import { packVsix } from "../../../editor/vscode/pack/vsix.ts";
import { parse } from "../../../language/parser/parse.ts";
import { version } from "../../../language/version.ts";
import { unzip } from "./unzip.ts";

const root = resolve(import.meta.dirname, "../../..");
const folder = join(root, "editor/vscode");
const json = (path: string) => JSON.parse(readFileSync(join(folder, path), "utf8"));

describe("the manifest", () => {
  const manifest = json("package.json");

  it("has the version of the language and of the types it is checked with", () => {
    expect(manifest.version).toBe(version);
    const types = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).devDependencies[
      "@types/vscode"
    ];
    expect(manifest.engines.vscode).toBe(`^${types}`);
  });
  it("names files that are there", () => {
    const { languages, grammars, snippets } = manifest.contributes;
    const paths = [
      ...languages.map((one: { configuration: string }) => one.configuration),
      ...[...grammars, ...snippets].map((one: { path: string }) => one.path),
    ];
    expect(paths).toHaveLength(4);
    // The grammar is made when the extension is packed.
    const missing = paths.filter((path) => !existsSync(join(folder, path)));
    expect(missing).toEqual(["./syntaxes/gtfp.tmLanguage.json"]);
  });
  it("declares each command that its menus, its keys and the lenses name", () => {
    const { commands, menus, keybindings } = manifest.contributes;
    const declared = new Set(commands.map((one: { command: string }) => one.command));
    const used = [...Object.values(menus).flat(), ...keybindings] as { command: string }[];
    const lenses = ["gtfp.run", "gtfp.test", "gtfp.explain", "gtfp.openReport"];
    for (const command of [...used.map((one) => one.command), ...lenses]) expect(declared).toContain(command);
  });
});

it("has a word pattern that takes names of all scripts and in backticks", () => {
  const { pattern, flags } = json("language-configuration.json").wordPattern;
  const words = "data 省份表 { `CO2 (Mt)` [10k t] = co₂ }".match(new RegExp(pattern, `${flags}g`));
  expect(words).toEqual(["data", "省份表", "`CO2 (Mt)`", "10", "k", "t", "co₂"]);
});

describe("the snippets", () => {
  const snippets = Object.entries(json("snippets/gtfp.json") as Record<string, { body: string[] }>);
  it.each(snippets)("parse once they are filled in: %s", (_, { body }) => {
    const text = body
      .join("\n")
      .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
      .replace(/\$\{\d+:([^}]*)\}/g, "$1");
    expect(parse({ path: "", text }).diagnostics).toEqual([]);
  });
});

describe("a packed extension", () => {
  const files = new Map([
    ["package.json", Buffer.from(JSON.stringify({ ...json("package.json"), description: 'a "b" & <c>' }))],
    ["README.md", Buffer.from("# 省份\n")],
    ["server/LICENSE", Buffer.from("")],
  ]);

  it("holds every file, and is the same each time", () => {
    const packed = packVsix(files);
    expect(packVsix(files)).toEqual(packed);
    const inside = unzip(packed);
    expect([...inside.keys()]).toEqual([
      "extension.vsixmanifest",
      "[Content_Types].xml",
      "extension/package.json",
      "extension/README.md",
      "extension/server/LICENSE",
    ]);
    expect(inside.get("extension/README.md")!.toString()).toBe("# 省份\n");
  });
  it("has manifests that name what is inside", () => {
    const inside = unzip(packVsix(files));
    const manifest = inside.get("extension.vsixmanifest")!.toString();
    expect(manifest).toContain('Id="gtfp" Version="0.1.0" Publisher="gtfp"');
    expect(manifest).toContain("a &#34;b&#34; &#38; &#60;c&#62;");
    expect(manifest).toContain('Path="extension/README.md"');
    expect(manifest).not.toContain("LICENSE.txt");
    const types = inside.get("[Content_Types].xml")!.toString();
    expect(types).toContain('Extension=".md"');
    expect(types).toContain('PartName="/extension/server/LICENSE"');
  });
});

describe("npm run vsix", () => {
  const out = join(root, "node_modules/.cache/gtfp-vsix-test");
  beforeAll(() => {
    rmSync(out, { recursive: true, force: true });
    const rolldown = join(root, "node_modules/rolldown/bin/cli.mjs");
    execFileSync(process.execPath, [rolldown, "-c", "editor/vscode/rolldown-config.ts"], {
      cwd: root,
      env: { ...process.env, GTFP_VSIX_DIR: out },
      stdio: "pipe",
    });
  }, 60_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("packs an extension whose command runs from where it is unpacked", () => {
    const inside = unzip(readFileSync(join(out, `gtfp-${version}.vsix`)));
    const manifest = JSON.parse(inside.get("extension/package.json")!.toString());
    for (const path of [manifest.main, manifest.browser]) {
      expect(inside.has(join("extension", path)), path).toBe(true);
    }
    const { grammars } = manifest.contributes;
    const grammar = inside.get(join("extension", grammars[0].path))!.toString();
    expect(JSON.parse(grammar)).toEqual(JSON.parse(JSON.stringify(textMateGrammar())));
    // The clients are scripts, so that the manifest must not call them modules.
    expect(manifest.type).toBeUndefined();
    expect(inside.has("extension/dist/worker.js")).toBe(true);
    expect(/["'`]node:/.test(inside.get("extension/dist/worker.js")!.toString())).toBe(false);
    const unpacked = join(out, "unpacked");
    for (const [path, content] of inside) {
      mkdirSync(dirname(join(unpacked, path)), { recursive: true });
      writeFileSync(join(unpacked, path), content);
    }
    const command = join(unpacked, "extension/server/gtfp.js");
    const output = execFileSync(process.execPath, [command, "--version"], { encoding: "utf8" });
    expect(output.trim()).toBe(version);
  });
});
