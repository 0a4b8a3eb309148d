import { join } from "node:path";
import { build } from "vite";

/** Builds the page as `npm run page` does, into another folder. */
export async function buildPage(root: string, folder: string): Promise<void> {
  await build({
    configFile: join(root, "editor/playground/vite.config.ts"),
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  });
}
