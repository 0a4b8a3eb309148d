/** The picture in the README is what the flagship shows; `npm run docs` draws it anew. */
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { gtfp } from "../helpers/memory-io.ts";
import { terminalPicture } from "./terminal-picture.ts";

const root = resolve(import.meta.dirname, "../..");

it("draws the flagship's run", async () => {
  const shown = await gtfp(["run", "examples/dual-carbon/dual-carbon.gtfp"], {
    cwd: root,
    env: { FORCE_COLOR: "1" },
  });
  const lines = shown.out.split("\n");
  const section = (name: string) => lines.findIndex((line) => line.includes(name));
  const productivity = lines.slice(
    section("Green total factor productivity, 2004"),
    section("The same by region"),
  );
  const scenarios = lines.slice(section("what the incentives change"), section("incentive_2"));
  const programs = lines.slice(section("linear programs:"), section("linear programs:") + 2);
  const claims = lines.slice(section("expectations,")).slice(0, 12);
  expect([productivity, scenarios, programs, claims].map((part) => part.length > 0)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  const text = [...productivity, ...scenarios, ...programs, "", ...claims].join("\n");
  const picture = terminalPicture("gtfp run examples/dual-carbon/dual-carbon.gtfp", text);
  await expect(picture).toMatchFileSnapshot(join(root, "docs/flagship.svg"));
});
