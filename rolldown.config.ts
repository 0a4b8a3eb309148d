/**
 * Builds the command into a few files: Chevrotain's lodash alone is hundreds of modules, and opening them takes
 * longer than everything else that `gtfp check` does. Solvers that load files of their own stay packages.
 */
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "rolldown";
import { BundledLicences } from "./bundled-licences.ts";

const licences = new BundledLicences();

export default defineConfig({
  input: { gtfp: "cli/main.ts", worker: "cli/worker.ts" },
  platform: "node",
  external: ["highs", "javascript-lp-solver"],
  // Charts are drawn without a canvas, whether or not the machine has one: the same everywhere.
  resolve: {
    alias: {
      "vega-canvas": join(import.meta.dirname, "node_modules/vega-canvas/build/vega-canvas.browser.js"),
    },
  },
  output: { dir: "dist", format: "esm", chunkFileNames: "[name].js", cleanDir: true },
  plugins: [
    licences.note(),
    licences.write(),
    // npm makes a command executable when it links it, which is before a rebuild.
    { name: "executable", writeBundle: ({ dir }) => chmodSync(join(dir!, "gtfp.js"), 0o755) },
  ],
});
