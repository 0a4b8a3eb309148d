/** Without a network, once the page was loaded: nothing of it is missed. The server is really gone. */
import { expect, it } from "vitest";
import { inBrowser, published } from "./browser.ts";
import { everything } from "./models.ts";
import { Playground } from "./playground.ts";
import { serveFolder } from "./static-server.ts";

inBrowser("without a network", () => {
  it("everything still loads, runs and comes back after a reload", async () => {
    const server = await serveFolder(published().folder, "/deep/sub/");
    const playground = await Playground.open({ url: server.url });
    try {
      const { page } = playground;
      await playground.setText(everything);
      await playground.settled();
      // It serves the page once everything is in its cache.
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await server.close();
      for (const panel of [
        "frontier",
        "program",
        "scenarios",
        "diagram",
        "report",
        "problems",
        "results",
      ] as const) {
        await playground.showPanel(panel);
        await expect.poll(async () => (await playground.panel().textContent())!.length).toBeGreaterThan(15);
      }
      await playground.setText(everything.replace("annual(6%)", "annual(7%)"));
      await playground.settled();
      await page.reload();
      await playground.editor();
      await expect.poll(() => playground.modelText()).toContain("annual(7%)");
      await playground.settled();
    } finally {
      await playground.context.close();
      await server.close();
    }
    // The service worker asks for a newer page first.
    expect(playground.faults.filter((fault) => !fault.startsWith(`failed: ${server.url} `))).toEqual([]);
  });
});
