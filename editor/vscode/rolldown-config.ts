/** Builds the extension and packs it: `npm run vsix` writes `editor/vscode/dist/gtfp-VERSION.vsix`. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { defineConfig } from "rolldown";
import { BundledLicences } from "../../bundled-licences.ts";
import command from "../../rolldown.config.ts";
import { extensionFiles } from "./pack/extension-files.ts";
import { packVsix } from "./pack/vsix.ts";

const licences = new BundledLicences();
const root = process.cwd();
const out = resolve(root, process.env.GTFP_VSIX_DIR ?? "editor/vscode/dist");
const built = join(out, "build");
rmSync(built, { recursive: true, force: true });

export default defineConfig([
  {
    input: "editor/vscode/client/node.ts",
    platform: "node",
    external: ["vscode"],
    output: { file: join(built, "dist/node.js"), format: "cjs", codeSplitting: false, minify: true },
    plugins: [licences.note()],
  },
  {
    input: "editor/vscode/client/browser.ts",
    platform: "browser",
    external: ["vscode"],
    output: { file: join(built, "dist/browser.js"), format: "cjs", codeSplitting: false, minify: true },
    plugins: [licences.note()],
  },
  {
    input: "editor/server/browser.ts",
    platform: "browser",
    output: { file: join(built, "dist/worker.js"), format: "iife", codeSplitting: false, minify: true },
    plugins: [licences.note()],
  },
  {
    input: command.input,
    platform: "node",
    external: command.external,
    resolve: command.resolve,
    output: { dir: join(built, "server"), format: "esm", chunkFileNames: "[name].js", minify: true },
    plugins: [
      licences.note(),
      licences.write(),
      {
        name: "pack",
        closeBundle() {
          const { version } = JSON.parse(readFileSync(join(root, "editor/vscode/package.json"), "utf8")) as {
            version: string;
          };
          mkdirSync(out, { recursive: true });
          writeFileSync(join(out, `gtfp-${version}.vsix`), packVsix(extensionFiles(root, built)));
        },
      },
    ],
  },
]);
