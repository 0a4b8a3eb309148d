/** Builds the service worker beside the page, with the names of all its files. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { licencesFile } from "../../bundled-licences.ts";

const source = fileURLToPath(new URL("shell/service-worker.ts", import.meta.url));
const fileName = "service-worker.js";
/** What the page itself never asks for. */
const unasked = [fileName, licencesFile];

export function serviceWorker(): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    enforce: "post",
    buildStart() {
      this.emitFile({ type: "chunk", id: source, fileName });
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const chunk = bundle[fileName];
        if (chunk?.type !== "chunk") throw new Error("the service worker has not been built");
        if (chunk.imports.length > 0) throw new Error("the service worker must stand alone");
        const files = Object.values(bundle).filter((file) => !unasked.includes(file.fileName));
        const hash = createHash("sha256");
        for (const file of files) hash.update(file.type === "chunk" ? file.code : file.source);
        const names = files.map((file) => (file.fileName === "index.html" ? "./" : file.fileName)).sort();
        const version = hash.digest("hex").slice(0, 16);
        chunk.code = chunk.code
          .replace("__FILES__", () => JSON.stringify(names))
          .replaceAll("__VERSION__", () => JSON.stringify(version));
      },
    },
  };
}
