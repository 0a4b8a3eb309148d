/** The browser that all tests of the page share; where there is none, the tests are left out. */
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, inject } from "vitest";
import type { Ground } from "./global-setup.ts";

const ground: Ground = inject("ground");

/** Tests that need a browser. */
export const inBrowser = describe.skipIf("missing" in ground);

let shared: Browser | undefined;
beforeAll(async () => {
  if ("broken" in ground) throw new Error(ground.broken);
  if ("endpoint" in ground) shared = await chromium.connect(ground.endpoint);
});
afterAll(() => shared?.close());

export function browser(): Browser {
  if (shared === undefined) throw new Error("no browser");
  return shared;
}

/** Where the page is served, and the folder that it was built into. */
export function published(): { readonly url: string; readonly folder: string } {
  if (!("url" in ground)) throw new Error("the page is not served");
  return ground;
}
