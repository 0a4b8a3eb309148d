/** Writing a model: it is checked while one types, completed, and mended. */
import { expect } from "vitest";
import { mills, put } from "../editor/server/cases/models.ts";
import { inBrowser } from "./browser.ts";
import { inPlayground } from "./playground.ts";
import { words } from "./words.ts";

inBrowser("the editor", () => {
  inPlayground("tells while one types what is wrong, and that it no longer is", {}, async (playground) => {
    await playground.setText(mills);
    await playground.cursorBehind("input labor");
    await playground.page.keyboard.type("x");
    await expect.poll(() => playground.marks()).toEqual([expect.stringContaining("laborx")]);
    await playground.page.keyboard.press("Backspace");
    await expect.poll(() => playground.marks()).toEqual([]);
    expect(await playground.modelText()).toBe(mills);
  });

  inPlayground("completes a name and takes the one that is chosen", {}, async (playground) => {
    await playground.setText(put(mills, "ddf(green, along: win_win)", "ddf(green, along: )"));
    // The server is there as soon as it has something to say.
    await expect.poll(() => playground.marks()).not.toEqual([]);
    await playground.cursorBehind("along: ");
    await playground.page.keyboard.type("wi");
    const offered = playground.page.getByRole("option", { name: /win_win/ });
    await offered.waitFor();
    await playground.page.keyboard.press("Enter");
    await expect.poll(() => playground.modelText()).toBe(mills);
    await expect.poll(() => playground.marks()).toEqual([]);
  });

  inPlayground("mends an error with its quick fix", {}, async (playground) => {
    await playground.setText(put(mills, "bad bod", "bad bodd"));
    await expect.poll(() => playground.marks()).toEqual([expect.stringContaining("bodd")]);
    await playground.cursorBehind("bad bod");
    await playground.page.keyboard.press("Control+.");
    await playground.page.locator(".action-widget").getByText("bod").first().waitFor();
    await playground.page.keyboard.press("Enter");
    await expect.poll(() => playground.modelText()).toBe(mills);
    await expect.poll(() => playground.marks()).toEqual([]);
  });

  inPlayground("explains an error among the problems and mends it there", {}, async (playground) => {
    await playground.setText(put(mills, "bad bod", "bad bodd"));
    await playground.showPanel("problems");
    const problem = playground.panel().getByRole("listitem").filter({ hasText: "bodd" });
    await problem.getByText(words("problemsExplain")).click();
    // The code's own page, with a model that fails and one that is mended.
    await expect.poll(() => problem.textContent()).toMatch(/GTFP\d{4}[\s\S]{300}/);
    await problem.getByRole("button", { name: "Write bod" }).click();
    await expect.poll(() => playground.modelText()).toBe(mills);
    await playground.panel().getByText(words("problemsNone")).waitFor();
  });

  inPlayground("hovers with unit and role", {}, async (playground) => {
    await playground.setText(mills);
    // Lenses move the lines when they come.
    await playground.settled();
    await playground.page.locator(".codelens-decoration").first().waitFor();
    await playground.page.locator(".view-line span", { hasText: /^bod$/ }).last().hover();
    await playground.page.locator(".monaco-hover", { hasText: "kg" }).first().waitFor();
  });
});
