/** A parameter under the hand: what is slid stands in the text, and the runs are drawn again. */
import { expect } from "vitest";
import { inBrowser } from "./browser.ts";
import { everything } from "./models.ts";
import { inPlayground } from "./playground.ts";

inBrowser("scenarios", () => {
  inPlayground("a slider moves the scenario's parameter in the text, and its run", {}, async (playground) => {
    const { page } = playground;
    await playground.setText(everything);
    await playground.settled();
    await playground.showPanel("scenarios");
    const chart = playground
      .panel()
      .getByRole("img", { name: /^capital/ })
      .first();
    const lines = () => chart.locator("svg").innerHTML();
    await chart.locator("svg").waitFor();
    const [told, drawn] = [await chart.getAttribute("aria-label"), await lines()];
    const slider = playground.panel().getByRole("slider", { name: "growth" });
    await slider.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press("PageUp");
    await expect
      .poll(() => playground.modelText())
      .toMatch(/scenario fast of economy \{ growth = (?!annual\(8%\))/);
    await expect.poll(() => chart.getAttribute("aria-label")).not.toBe(told);
    await expect.poll(lines).not.toBe(drawn);
    // Only the number changed.
    const number = /growth = \S+ \}/;
    expect((await playground.modelText()).replace(number, "")).toBe(everything.replace(number, ""));
  });
});
