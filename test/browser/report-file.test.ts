/** The page that `gtfp run --out` writes, as a reader opens it: from the disk, wide and narrow, by day and by night. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { gtfp } from "../helpers/memory-io.ts";
import { browser, inBrowser } from "./browser.ts";
import { everything } from "./models.ts";

const axeScript = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

inBrowser("the page of --out", () => {
  let folder: string;
  let address: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "gtfp-report-"));
    writeFileSync(join(folder, "all.gtfp"), everything);
    const { code, err } = await gtfp(["run", "all.gtfp", "--out", "out"], { cwd: folder });
    expect(code, err).toBe(0);
    address = pathToFileURL(join(folder, "out/all.html")).href;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  for (const width of [1440, 390]) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`asks for nothing, and is readable for all, ${width} wide, ${colorScheme}`, async () => {
        const page = await browser().newPage({ viewport: { width, height: 900 }, colorScheme });
        const told: string[] = [];
        page.on("console", (message) => told.push(message.text()));
        page.on("pageerror", (error) => told.push(error.message));
        page.on("request", (request) => told.push(request.url()));
        await page.goto(address);
        expect(told).toEqual([address]);
        await page.evaluate(() => {
          for (const one of document.querySelectorAll("details")) one.open = true;
        });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        expect(await stumbles(page)).toEqual([]);
        expect(await cut(page)).toEqual([]);
        await page.close();
      });
    }
  }
});

async function stumbles(page: Page): Promise<string[]> {
  await page.evaluate(axeScript);
  const { violations } = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({ resultTypes: ["violations"] });
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

/** Words of pictures that reach beyond their picture. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("svg")].flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      return [...svg.querySelectorAll("text:not([opacity='0'])")].flatMap((text) => {
        const own = text.getBoundingClientRect();
        const beyond = own.left < frame.left - 1 || own.right > frame.right + 1;
        return own.width > 0 && beyond ? [text.textContent ?? ""] : [];
      });
    }),
  );
}
