/** The page without a mouse. */
import { expect } from "vitest";
import { inBrowser } from "./browser.ts";
import { everything } from "./models.ts";
import { inPlayground } from "./playground.ts";
import { words } from "./words.ts";

inBrowser("by keys alone", () => {
  inPlayground("one comes from the top to the results, and runs the model", {}, async (playground) => {
    const { page } = playground;
    const { keyboard } = page;
    await playground.setText(everything);
    await playground.settled();
    const focused = () => page.evaluate(() => document.activeElement!.textContent?.trim() ?? "");
    // The top of the page, as after loading it.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await keyboard.press("Tab");
    expect(await focused()).toBe(words("toModel"));
    await keyboard.press("Tab");
    expect(await focused()).toBe(words("toMeaning"));
    await keyboard.press("Enter");
    await keyboard.press("Tab");
    expect(await focused()).toBe(words("frontier"));
    await keyboard.press("Home");
    expect(await focused()).toBe(words("results"));
    await keyboard.press("Tab");
    await playground.panel().and(page.locator(":focus")).waitFor();
    await playground.panel().getByText("0.419").first().waitFor();
    await keyboard.press("Control+Enter");
    await playground.settled();
  });

  inPlayground("menus open, move and close", {}, async (playground) => {
    const { page } = playground;
    await playground.editor();
    const button = page.getByRole("button", { name: words("examples") });
    await button.focus();
    await page.keyboard.press("ArrowDown");
    await page
      .getByRole("menuitem", { name: words("exampleMills") })
      .and(page.locator(":focus"))
      .waitFor();
    await page.keyboard.press("End");
    await page.getByRole("menuitem").last().and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Escape");
    await button.and(page.locator(":focus")).waitFor();
    expect(await page.getByRole("menu").count()).toBe(0);
  });
});
