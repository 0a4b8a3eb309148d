/** What the model means leads back to its text, and out of the page. */
import { text } from "node:stream/consumers";
import { expect } from "vitest";
import { inBrowser } from "./browser.ts";
import { everything } from "./models.ts";
import { inPlayground, type Playground } from "./playground.ts";
import { words } from "./words.ts";

async function shown(playground: Playground, panel: Parameters<Playground["showPanel"]>[0]): Promise<void> {
  await playground.setText(everything);
  await playground.settled();
  await playground.showPanel(panel);
}

async function downloaded(playground: Playground, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([playground.page.waitForEvent("download"), press()]);
  return text(await file.createReadStream());
}

inBrowser("what the model means", () => {
  inPlayground("a unit that is pointed at lights its line up", {}, async (playground) => {
    const { page } = playground;
    await shown(playground, "frontier");
    const lit = page.locator(".monaco-editor .pointed-line");
    expect(await lit.count()).toBe(0);
    await playground.panel().locator("[aria-label^='A:']").hover();
    await lit.first().waitFor();
  });

  inPlayground("the simplex method goes step by step", {}, async (playground) => {
    await shown(playground, "program");
    const panel = playground.panel();
    await panel.getByRole("combobox", { name: words("frontierUnit") }).selectOption("C");
    const step = (n: number) => panel.getByText(new RegExp(words("programStepOf", { n, all: "\\d+" })));
    await step(1).first().waitFor();
    await panel.getByRole("button", { name: words("programNext") }).click();
    await step(2).first().waitFor();
    await panel.getByRole("button", { name: words("programLast") }).click();
    await panel
      .getByText(new RegExp(words("programGreatest", { value: "0\\.419\\d*" })))
      .first()
      .waitFor();
  });

  inPlayground("a row of the program shows where it comes from", {}, async (playground) => {
    await shown(playground, "program");
    await playground
      .panel()
      .getByRole("button", { name: words("programToSource", { row: "energy" }) })
      .click();
    await expect.poll(() => playground.selected()).toBe("energy");
  });

  inPlayground("a name of the diagram shows its equation", {}, async (playground) => {
    await shown(playground, "diagram");
    await playground
      .panel()
      .getByRole("button", { name: words("diagramVariable", { name: "gain" }) })
      .first()
      .click();
    await expect.poll(() => playground.selected()).toContain("gain");
  });

  inPlayground("tables and reports are saved as files", {}, async (playground) => {
    await shown(playground, "results");
    const panel = playground.panel();
    await panel.getByText(words("resultsMore")).click();
    const csv = await downloaded(playground, () =>
      panel.getByRole("button", { name: words("resultsCsv") }).click(),
    );
    expect(csv).toContain("mill,score,efficiency");
    await playground.showPanel("report");
    const html = await downloaded(playground, () =>
      panel.getByRole("button", { name: words("reportSave") }).click(),
    );
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toContain("The mills and what they own");
    expect(html.match(/<svg/g)!.length).toBeGreaterThanOrEqual(3);
    // It stands alone.
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
  });
});
