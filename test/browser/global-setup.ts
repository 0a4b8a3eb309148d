/** Once for all browser tests: a Chromium, the page as it is published, and a server that has it in a sub-folder. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { buildPage } from "./build-page.ts";
import { FLAGS, provideChromium, thisMachine } from "./chromium.ts";
import { serveFolder } from "./static-server.ts";

/** What every test file is given. */
export type Ground =
  | { readonly missing: string }
  | { readonly broken: string }
  | {
      /** Where playwright connects to the browser that all share. */
      readonly endpoint: string;
      /** The page's address, with a slash at its end. */
      readonly url: string;
      /** The built page. */
      readonly folder: string;
    };

declare module "vitest" {
  export interface ProvidedContext {
    ground: Ground;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const found = provideChromium(thisMachine());
  if ("missing" in found) {
    project.provide("ground", found);
    // After the summary, where it is read.
    return async () => console.warn(`\nBrowser tests not run: ${found.missing}.\n`);
  }
  const folder = mkdtempSync(join(tmpdir(), "gtfp-page-"));
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true })];
  try {
    await buildPage(project.config.root, folder);
    const server = await serveFolder(folder, "/deep/sub/");
    undo.unshift(() => server.close());
    const browser = await chromium.launchServer({ executablePath: found.path, args: [...FLAGS] });
    undo.unshift(() => browser.close());
    project.provide("ground", { endpoint: browser.wsEndpoint(), url: server.url, folder });
  } catch (error) {
    // The other tests go on; those of the page tell.
    project.provide("ground", { broken: `the page cannot be built, or ${found.path} not started: ${error}` });
  }
  return async () => {
    for (const step of undo) await step();
  };
}
