/** What is too much, and what breaks: the page says so and goes on. */
import { expect } from "vitest";
import { inBrowser } from "./browser.ts";
import { everything } from "./models.ts";
import { inPlayground } from "./playground.ts";
import { words } from "./words.ts";

/** A pattern of words with holes. */
const said = (key: Parameters<typeof words>[0]) =>
  new RegExp(
    words(key)
      .replace(/\{\w+\}/g, ".+")
      .replace(/[()]/g, "\\$&"),
  );

inBrowser("trouble", () => {
  inPlayground("a long run waits for the reader's word, and can be cancelled", {}, async (playground) => {
    const { page } = playground;
    await playground.setText(everything.replace("step 1/8", "step 1/10000"));
    const foot = page.locator("footer");
    await foot.getByText(said("statusLong")).waitFor();
    await foot.getByRole("button", { name: words("run") }).click();
    await page.getByRole("button", { name: words("cancel") }).click();
    await foot.getByText(said("statusLong")).waitFor();
    // The page was never stuck.
    await playground.setText(everything);
    await playground.settled();
  });

  inPlayground("data that a page cannot hold are told, not loaded", {}, async (playground) => {
    const { page } = playground;
    await playground.setText(everything);
    await playground.settled();
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["farm,labor\n", "north,12345678\n".repeat(7e6)], "vast.csv"));
      const drop = { dataTransfer, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent("drop", drop));
    });
    await page.getByText(said("statusTooLarge")).first().waitFor();
  });

  inPlayground("a worker that breaks is told, and the next text has another", {}, async (playground) => {
    const { page } = playground;
    await playground.setText(everything);
    await playground.settled();
    // The first is the one that is asked; another may stand ready.
    for (const worker of page.workers()) {
      if ((await worker.evaluate(() => self.name)) !== "models") continue;
      await worker.evaluate(() =>
        self.addEventListener("message", () => {
          throw new Error("broken on purpose");
        }),
      );
      break;
    }
    await playground.setText(everything.replace("annual(6%)", "annual(5%)"));
    await page.locator("footer").getByText("broken on purpose").waitFor();
    await playground.setText(everything);
    await playground.settled();
    await playground.showPanel("results");
    await playground.panel().getByText("0.419").first().waitFor();
    const { faults } = playground;
    expect(faults.filter((fault) => !fault.includes("broken on purpose"))).toEqual([]);
    faults.length = 0;
  });
});
