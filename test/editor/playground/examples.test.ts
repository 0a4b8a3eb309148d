/** The small models of the page's menu run without a mistake, keep their claims, and are written in the canonical form. */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { gtfp } from "../../helpers/memory-io.ts";

const folder = resolve(import.meta.dirname, "../../../editor/playground/examples");
const models = readdirSync(folder).filter((name) => name.endsWith(".gtfp"));

test("there are some", () => {
  expect(models).toContain("mills.gtfp");
});

test.each(models)("%s", async (model) => {
  const ran = await gtfp(["run", model], { cwd: folder });
  expect(ran.err).toBe("");
  expect(ran.code).toBe(0);
  expect((await gtfp(["fmt", "--check", model], { cwd: folder })).code).toBe(0);
});
