/** The playground as a static page that works from any folder of a server, without the network once it is loaded. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { BundledLicences } from "../../bundled-licences.ts";
import { chosenFeatures, noDifferences } from "./monaco-plugin.ts";
import { serviceWorker } from "./service-worker-plugin.ts";

const licences = new BundledLicences();
const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  root: `${root}editor/playground`,
  base: "./",
  plugins: [chosenFeatures(), noDifferences(), licences.note(), licences.write(), serviceWorker()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: {
    alias: {
      // Monaco's client of the language server protocol stands outside of what its package exports by name.
      "monaco-lsp-client": `${root}node_modules/monaco-editor/esm/external/monaco-lsp-client/out/index.js`,
    },
  },
  worker: { format: "es", plugins: () => [licences.note()] },
  build: {
    outDir: `${root}dist/playground`,
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 4500,
  },
});
