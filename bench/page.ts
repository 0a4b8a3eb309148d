/**
 * The playground in a real browser, from nothing: how soon it paints and takes what is typed, how soon that is answered, and what
 * all of it weighs. Every visit has a profile of its own, so that nothing comes out of a cache; the server is on this machine.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { buildPage } from "../test/browser/build-page.ts";
import { FLAGS, provideChromium, thisMachine } from "../test/browser/chromium.ts";
import { serveFolder } from "../test/browser/static-server.ts";

const VISITS = 9;

interface Visit {
  readonly painted: number;
  readonly ready: number;
  readonly answered: number;
  /** Kilobytes fetched before the editor was ready, as a server sends them; the first run loads its part at the same time. */
  readonly weight: number;
}

async function visit(browser: Browser, url: string, folder: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const fetched = new Set<string>();
  // What the service worker puts by for later is not waited for.
  context.on("request", (request) => {
    if (request.serviceWorker() === null) fetched.add(new URL(request.url()).pathname);
  });
  await page.goto(url);
  // Monaco's place for input is there as soon as it takes keys.
  const input = page.locator(".monaco-editor .native-edit-context, .monaco-editor textarea").first();
  await input.waitFor({ state: "attached" });
  const ready = await page.evaluate(() => performance.now());
  const weight = [...fetched].reduce((sum, path) => sum + packed(path, url, folder), 0) / 1000;
  await input.focus();
  const typed = Date.now();
  await page.keyboard.type("!");
  await page.locator(".squiggly-error").first().waitFor();
  const answered = Date.now() - typed;
  const painted = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]!.startTime,
  );
  await context.close();
  return { painted, ready, answered, weight };
}

function packed(path: string, url: string, folder: string): number {
  const inside = path.slice(new URL(url).pathname.length) || "index.html";
  try {
    return gzipSync(readFileSync(join(folder, inside))).length;
  } catch {
    return 0;
  }
}

const found = provideChromium(thisMachine());
if ("missing" in found) console.log(`page: ${found.missing}`);
else {
  const folder = mkdtempSync(join(tmpdir(), "gtfp-page-"));
  await buildPage(process.cwd(), folder);
  const server = await serveFolder(folder, "/");
  const browser = await chromium.launch({ executablePath: found.path, args: [...FLAGS] });
  const visits: Visit[] = [];
  for (let i = 0; i < VISITS; i++) visits.push(await visit(browser, server.url, folder));
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
  console.log(`page: ${VISITS} visits with an empty cache, best and median, wall ms`);
  for (const [what, pick] of [
    ["first contentful paint", (v: Visit) => v.painted],
    ["ready to type", (v: Visit) => v.ready],
    ["first key to its diagnostic", (v: Visit) => v.answered],
  ] as const) {
    const sorted = visits.map(pick).sort((a, b) => a - b);
    const [best, median] = [sorted[0]!, sorted[VISITS >> 1]!];
    console.log(`  ${what.padEnd(28)} ${best.toFixed(0).padStart(6)} ${median.toFixed(0).padStart(6)}`);
  }
  console.log(
    `  downloaded until one can type, what the first run needs included, gzipped ${Math.max(...visits.map((v) => v.weight)).toFixed(0)} kB`,
  );
}
