/** What stays: a link that holds the model, files that are dropped, everything after a reload. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { inBrowser } from "./browser.ts";
import { everything } from "./models.ts";
import { inPlayground, Playground } from "./playground.ts";
import { words } from "./words.ts";

const workbooks = join(import.meta.dirname, "../fixtures/workbooks");

const provinces = `data provinces from "openpyxl.xlsx" {
  dmu province
  period year
  labor [person]
  energy [t] = \`Energy use\`
  missing values ".."
  missing drop row
}
technology use on provinces { input labor; good energy }
measure thrift = radial(use, orientation: input)
`;

/** Lets go of a file over the page, as from a folder's window. */
async function drop({ page }: Playground, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    ({ name, content }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(content)], name));
      for (const type of ["dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    { name, content: [...bytes] },
  );
}

inBrowser("the study", () => {
  inPlayground("is held by its link, which another browser opens", {}, async (playground) => {
    const { page } = playground;
    await playground.setText(everything);
    await page.getByRole("button", { name: words("share") }).click();
    const link = await page.getByRole("textbox", { name: words("shareLink") }).inputValue();
    expect(link).toContain("#m=");
    const other = await Playground.open({ at: link.slice(link.indexOf("#")) });
    await other.editor();
    await expect.poll(() => other.modelText()).toBe(everything);
    await other.settled();
    await other.context.close();
    expect(other.faults).toEqual([]);
  });

  inPlayground(
    "tells of a damaged link and opens all the same",
    { at: "#m=1.broken" },
    async (playground) => {
      await playground.page.getByRole("alert").getByText(words("noticeLinkBroken")).waitFor();
      await playground.editor();
    },
  );

  inPlayground("takes a dropped CSV in, and the model counts with it", {}, async (playground) => {
    const { page } = playground;
    await playground.setText("");
    await drop(
      playground,
      "farms.csv",
      new TextEncoder().encode("farm,labor,rice\nnorth,10,50\nsouth,20,40\n"),
    );
    await page.getByText(words("noticeSkeleton", { path: "farms.csv" })).waitFor();
    await expect.poll(() => playground.modelText()).toContain('data farms from "farms.csv"');
    const text = await playground.modelText();
    await playground.setText(
      `${text}technology paddy on farms { input labor; good rice }\nmeasure thrift = radial(paddy, orientation: input)\n`,
    );
    await playground.showPanel("results");
    await playground.panel().getByRole("row", { name: /south/ }).getByText("0.4").first().waitFor();
    await page.getByRole("tab", { name: "farms.csv" }).click();
    await page.getByRole("cell", { name: "south" }).first().waitFor();
  });

  inPlayground("takes a dropped workbook in where the model names it", {}, async (playground) => {
    await playground.setText(provinces);
    await expect.poll(() => playground.marks()).not.toEqual([]);
    await drop(playground, "openpyxl.xlsx", readFileSync(join(workbooks, "openpyxl.xlsx")));
    await playground.page.getByText(words("noticeAdded", { path: "openpyxl.xlsx" })).waitFor();
    await playground.showPanel("results");
    await playground.panel().getByText("北京").first().waitFor();
    await expect.poll(() => playground.marks()).toEqual([]);
  });

  inPlayground("is all there again after a reload", {}, async (playground) => {
    const { page } = playground;
    await playground.setText(everything);
    await playground.showPanel("report");
    await page.getByRole("button", { name: words("otherLanguage") }).click();
    await page.getByRole("button", { name: words("theme", {}, "zh") }).click();
    await page.getByRole("menuitemradio", { name: words("themeDark", {}, "zh") }).click();
    await playground.settled();
    await page.reload();
    await playground.editor();
    await expect.poll(() => playground.modelText()).toBe(everything);
    await page.getByRole("tab", { name: words("report", {}, "zh"), selected: true }).waitFor();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  });
});
