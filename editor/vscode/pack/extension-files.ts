/** What an extension's folder holds: its own files, the bundles, and the packages that the command loads as files. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { textMateGrammar } from "../../grammar/textmate.ts";

const GRAMMAR = "syntaxes/gtfp.tmLanguage.json";
const OWN = ["language-configuration.json", "README.md", "snippets", "syntaxes"];
/** Solvers that load files of their own beside them. */
const PACKAGES = ["highs", "javascript-lp-solver"];
/** Of a package what runs, and its licence. */
const NEEDED = /\.(?:[cm]?js|json|wasm)$|\/LICENSE/;

/**
 * @param root the repository
 * @param built where the bundles are: `dist/` of the clients and the worker, `server/` of the command
 */
export function extensionFiles(root: string, built: string): Map<string, Uint8Array> {
  const source = join(root, "editor/vscode");
  const files = new Map<string, Uint8Array>();
  files.set("package.json", packageJson(join(source, "package.json")));
  for (const path of OWN) add(files, path, join(source, path));
  // Made from the token table, so that it can never be another one's.
  files.set(GRAMMAR, Buffer.from(`${JSON.stringify(textMateGrammar(), null, 2)}\n`));
  add(files, "LICENSE.txt", join(root, "LICENSE"));
  for (const folder of ["dist", "server"]) add(files, folder, join(built, folder));
  // The command is made of modules, whatever the extension is made of.
  files.set("server/package.json", Buffer.from('{ "type": "module" }\n'));
  for (const name of PACKAGES) {
    add(files, `server/node_modules/${name}`, join(root, "node_modules", name), NEEDED);
  }
  return files;
}

/** The bundles are scripts, not modules. */
function packageJson(path: string): Uint8Array {
  const { type: _, ...manifest } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}

function add(files: Map<string, Uint8Array>, path: string, from: string, needed = /./): void {
  if (!statSync(from).isDirectory()) {
    if (needed.test(path)) files.set(path, readFileSync(from));
    return;
  }
  for (const name of readdirSync(from).sort()) add(files, `${path}/${name}`, join(from, name), needed);
}
