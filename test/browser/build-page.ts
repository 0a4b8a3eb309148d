import { join } from "node:path";
import process from "node:process";
import { build } from "vite";

/** Builds the page as `npm run page` does, into another folder. */
export async function buildPage(root: string, folder: string): Promise<void> {
  // Vitest says `test` here, for which Vite would build a page that is still under development.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  try {
    await build({
      configFile: join(root, "editor/playground/vite.config.ts"),
      logLevel: "error",
      build: { outDir: folder, emptyOutDir: true },
    });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}
