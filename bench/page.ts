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
  /** Kilobytes fetched before the editor took keys, as a server sends them; what checks and runs models follows it. */
  readonly weight: number;
}

/** Monaco's place for input; it is there as soon as it takes keys. */
const INPUT = ".monaco-editor .native-edit-context, .monaco-editor textarea";

/** Runs in the page: marks the moment at which the place for input appears. */
function noteInput(place: string): void {
  const watch = new MutationObserver(() => {
    if (document.querySelector(place) === null) return;
    performance.mark("input");
    watch.disconnect();
  });
  watch.observe(document, { childList: true, subtree: true });
}

async function visit(browser: Browser, url: string, folder: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  /** When each part was first asked for, in milliseconds of the clock. */
  const asked = new Map<string, number>();
  // What the service worker puts by for later is not waited for.
  context.on("requestfinished", (request) => {
    const { pathname } = new URL(request.url());
    const { startTime } = request.timing();
    if (request.serviceWorker() === null)
      asked.set(pathname, Math.min(startTime, asked.get(pathname) ?? startTime));
  });
  await page.addInitScript(noteInput, INPUT);
  await page.goto(url);
  const input = page.locator(INPUT).first();
  await input.waitFor({ state: "attached" });
  const [ready, clock] = await page.evaluate(() => {
    const [mark] = performance.getEntriesByName("input");
    return [mark!.startTime, performance.timeOrigin + mark!.startTime];
  });
  await input.focus();
  const typed = Date.now();
  await page.keyboard.type("!");
  await page.locator(".squiggly-error").first().waitFor();
  const answered = Date.now() - typed;
  const painted = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]!.startTime,
  );
  await context.close();
  const before = [...asked].filter(([, at]) => at <= clock).map(([path]) => path);
  const weight = before.reduce((sum, path) => sum + packed(path, url, folder), 0) / 1000;
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
    `  asked for until one can type, gzipped ${Math.max(...visits.map((v) => v.weight)).toFixed(0)} kB`,
  );
}
