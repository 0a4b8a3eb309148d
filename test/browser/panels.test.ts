/**
 * Every panel and a lesson, wide and narrow, light and dark: nothing that axe finds fault with, at the widest and the narrowest, and
 * nothing wider than the screen. A picture of each is left for people to look at.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { expect } from "vitest";
import { inBrowser } from "./browser.ts";
import { everything } from "./models.ts";
import { inPlayground, type Playground } from "./playground.ts";
import { words } from "./words.ts";

const axeScript = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const panels = ["results", "frontier", "program", "scenarios", "diagram", "report", "problems"] as const;

/** What a reader of a screen reader, or with weak eyes, would stumble over; Monaco answers for itself. */
async function stumbles({ page }: Playground): Promise<string[]> {
  const { violations } = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: object, options: object): Promise<AxeResults> };
    };
    return axe.run(
      { exclude: [[".monaco-editor"]] },
      { runOnly: ["wcag2a", "wcag2aa"], resultTypes: ["violations"] },
    );
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html.slice(0, 120)}`),
  );
}

async function faults(playground: Playground, asksAxe: boolean): Promise<string[]> {
  const { page } = playground;
  const wide = await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth);
  return [...(asksAxe ? await stumbles(playground) : []), ...(wide > 0 ? [`${wide} pixels too wide`] : [])];
}

/** Waits until nothing changes in the panel for a moment: parts of it are loaded one after the other. */
function drawn({ page }: Playground): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const rest = () => setTimeout(() => resolve(watch.disconnect()), 100);
        let timer = rest();
        const watch = new MutationObserver(() => {
          clearTimeout(timer);
          timer = rest();
        });
        watch.observe(document.querySelector("#panel")!, {
          subtree: true,
          childList: true,
          attributes: true,
        });
      }),
  );
}

/** What is still wrong when all is drawn: charts take their container's width once they stand in it. */
async function lastingFaults(playground: Playground, asksAxe: boolean): Promise<string[]> {
  const end = Date.now() + 4000;
  let told = await faults(playground, asksAxe);
  while (told.length > 0 && Date.now() < end) told = await faults(playground, asksAxe);
  return told;
}

inBrowser("every panel, and a lesson,", () => {
  for (const width of [1440, 1024, 390]) {
    for (const theme of ["light", "dark"] as const) {
      const reader = { width, height: width === 390 ? 844 : 900, theme, touch: width === 390 };
      inPlayground(`are readable for all, ${width} wide, ${theme}`, reader, async (playground) => {
        const { page } = playground;
        await playground.setText(everything);
        await playground.settled();
        await page.evaluate(axeScript);
        const found: Record<string, unknown> = {};
        const look = async (name: string) => {
          await drawn(playground);
          const told = await lastingFaults(playground, width !== 1024);
          if (told.length > 0) found[name] = told;
          await playground.picture(`${name}-${width}-${theme}`);
        };
        for (const panel of panels) {
          await playground.showPanel(panel);
          await look(panel);
        }
        await page.evaluate(() => {
          location.hash = "#lesson=08-bad-outputs";
        });
        await page
          .getByRole("region", { name: words("lesson") })
          .getByRole("heading")
          .first()
          .waitFor();
        await playground.settled();
        await look("lesson");
        expect(found).toEqual({});
      });
    }
  }
});
