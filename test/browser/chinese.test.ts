/** The Chinese page: none of the English page's words stand on it. */
import { expect } from "vitest";
import { en, type WordKey } from "../../editor/playground/words/en.ts";
import { zh } from "../../editor/playground/words/zh.ts";
import { inBrowser } from "./browser.ts";
import { everything } from "./models.ts";
import { inPlayground } from "./playground.ts";
import { words } from "./words.ts";

const panels = ["results", "frontier", "program", "scenarios", "diagram", "report", "problems"] as const;

/**
 * The page's own text. None of it are the model's, the columns of tables, which are names of the language, and what the runtime says in
 * its own words: reports, which are the same everywhere, and what is marked as English.
 */
function ownText(): string[] {
  const found: string[] = [];
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT, (node) =>
    (node as Element).matches(
      ".editor, .monaco-aria-container, table.data thead, .report-document, [lang=en]",
    )
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  while (all.nextNode()) {
    const element = all.currentNode as Element;
    for (const name of ["aria-label", "title", "placeholder"]) found.push(element.getAttribute(name) ?? "");
    for (const child of element.childNodes) if (child.nodeType === 3) found.push(child.textContent ?? "");
  }
  return found.map((text) => text.trim()).filter((text) => /[a-z]{2}/.test(text));
}

/** What would stand there if it were not translated: words of our own, without those that are the same in both languages. */
const english = (Object.keys(en) as WordKey[])
  .filter((key) => en[key] !== zh[key] && /[a-z]{2}/.test(en[key].replace(/\{\w+\}/g, "")))
  .map((key) => {
    const pattern = en[key].split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${pattern.join(".*")}$`);
  });

inBrowser("in Chinese", () => {
  inPlayground("no word is left in English", { language: "zh" }, async (playground) => {
    const { page } = playground;
    await playground.setText(everything);
    await playground.settled();
    const found: object[] = [];
    for (const panel of panels) {
      await playground.showPanel(panel, "zh");
      await page.getByText(words("loading", {}, "zh")).waitFor({ state: "detached" });
      const read = await page.evaluate(ownText);
      const left = read.filter((text) => english.some((pattern) => pattern.test(text)));
      const sentences = read.filter((text) => /(?:[a-z]+,? ){4}/i.test(text) && !everything.includes(text));
      if (left.length + sentences.length > 0) found.push({ panel, left, sentences });
    }
    expect(found).toEqual([]);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("tab", { name: words("problems") }).waitFor();
  });
});
