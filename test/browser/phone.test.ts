/** A phone: a plain editor, one column at a time, fingers. */
import { expect } from "vitest";
import { inBrowser } from "./browser.ts";
import { everything } from "./models.ts";
import { inPlayground } from "./playground.ts";

inBrowser("on a phone", () => {
  inPlayground(
    "a model is written in a plain editor and run",
    { width: 390, height: 844, touch: true },
    async (playground) => {
      const { page } = playground;
      await playground.editor();
      expect(await page.locator(".monaco-editor").count()).toBe(0);
      await playground.setText(everything);
      await playground.settled();
      await playground.showPanel("results");
      await playground.panel().getByText("0.419").first().waitFor();
      expect(await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth)).toBe(0);
    },
  );
});
