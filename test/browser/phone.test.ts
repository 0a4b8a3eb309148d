/** A phone: a plain editor, one column at a time, fingers. */
import { expect } from "vitest";
import { inBrowser } from "./browser.ts";
import { everything } from "./models.ts";
import { inPlayground } from "./playground.ts";
import { words } from "./words.ts";

inBrowser("on a phone", () => {
  inPlayground(
    "a model is written in a plain editor and run",
    { width: 390, height: 844, touch: true },
    async (playground) => {
      const { page } = playground;
      const editor = page.locator("textarea").first();
      await editor.waitFor();
      expect(await page.locator(".monaco-editor").count()).toBe(0);
      await editor.fill(everything);
      await playground.settled();
      await page
        .getByRole("tab", { name: words("meaning") })
        .or(page.getByRole("button", { name: words("meaning") }))
        .first()
        .tap();
      await playground.showPanel("results");
      await playground.panel().getByText("0.419").first().waitFor();
      expect(await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth)).toBe(0);
    },
  );
});
