/** The frontier under the hand: what is moved in the picture stands in the text, and one step undoes it. */
import { expect } from "vitest";
import { inBrowser } from "./browser.ts";
import { inPlayground, type Playground } from "./playground.ts";
import { words } from "./words.ts";

const model = `data mills {
  dmu mill
  | mill | labor [person] | paper [t] | bod [kg] |
  |------|---------------:|----------:|---------:|
  | A    |            100 |      1000 |       25 |
  | B    |            100 |      1300 |       45 |
  | C    |            100 |       800 |       50 |
}

technology green on mills {
  input labor
  good paper
  bad bod
}

direction win_win { good +observed; bad -observed }

measure inefficiency = ddf(green, along: win_win)
`;

async function frontierOfC(playground: Playground): Promise<void> {
  const { page } = playground;
  await playground.setText(model);
  await page.getByRole("tab", { name: words("frontier") }).click();
  await page.getByLabel(words("frontierUnit")).selectOption("C");
  await page.getByRole("slider", { name: words("frontierMove", { unit: "C" }) }).waitFor();
}
const score = ({ page }: Playground) => page.getByRole("tabpanel").getByText(/^β = /).first().textContent();
/** The lines that differ from the model's. */
async function changes(playground: Playground): Promise<string[]> {
  const before = model.split("\n");
  const now = (await playground.modelText()).split("\n");
  expect(now.length).toBe(before.length);
  return now.filter((line, i) => line !== before[i]);
}
inBrowser("the frontier", () => {
  inPlayground(
    "a unit is dragged: its row follows, the score moves, one undo brings both back",
    {},
    async (playground) => {
      await frontierOfC(playground);
      const before = await score(playground);
      const mark = playground.page.getByRole("slider", { name: words("frontierMove", { unit: "C" }) });
      const box = (await mark.boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const { page } = playground;
      const { mouse } = page;
      await mouse.move(x, y);
      await mouse.down();
      for (let step = 1; step <= 8; step++) await mouse.move(x - 12 * step, y - 2 * step);
      await mouse.up();
      await expect
        .poll(() => changes(playground))
        .toEqual([expect.stringMatching(/^ {2}\| C {4}\| +100 \| +[\d.]+ \| +[\d.]+ \|$/)]);
      await expect.poll(() => score(playground)).not.toBe(before);
      const [row] = await changes(playground);
      const [, , , paper, bod] = row!.split("|").map(Number) as number[];
      expect(paper).toBeGreaterThan(800);
      expect(bod).toBeLessThan(50);
      await playground.cursorBehind("data mills");
      await page.keyboard.press("Control+z");
      await expect.poll(() => playground.modelText()).toBe(model);
      await expect.poll(() => score(playground)).toBe(before);
    },
  );

  inPlayground(
    "the arrow is turned by keys: the direction follows, undoing brings it back",
    {},
    async (playground) => {
      const { page } = playground;
      await frontierOfC(playground);
      const before = await score(playground);
      const arrow = playground.page.getByRole("slider", { name: words("frontierTurn") });
      const told = await arrow.getAttribute("aria-valuetext");
      await arrow.focus();
      for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowUp");
      await expect
        .poll(() => changes(playground))
        .toEqual([expect.stringMatching(/^direction win_win \{ .*\}$/)]);
      await expect.poll(() => score(playground)).not.toBe(before);
      expect(await arrow.getAttribute("aria-valuetext")).not.toBe(told);
      await playground.cursorBehind("data mills");
      // Keys have no end as a drag has: the step may be closed a moment later, after the first undo.
      await expect
        .poll(async () => {
          if ((await playground.modelText()) !== model) await page.keyboard.press("Control+z");
          return score(playground);
        })
        .toBe(before);
    },
  );
});
