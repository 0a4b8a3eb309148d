/** The README's model does what it says, and breaking it gives the message that stands there. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { gtfp } from "../helpers/memory-io.ts";

const readme = readFileSync(join(resolve(import.meta.dirname, "../.."), "README.md"), "utf8");
const model = /^```gtfp\n(.*?)^```$/ms.exec(readme)![1]!;

it("runs the README's model", async () => {
  const { code, err } = await gtfp(["test", "-"], { stdin: model });
  expect(err).toBe("");
  expect(code).toBe(0);
});

it("shows the message of its broken form", async () => {
  const broken = model.replace("bad -observed", "bad +observed");
  const { code, err } = await gtfp(["check", "-"], { stdin: broken });
  expect(code).toBe(2);
  const told = err.slice(0, err.indexOf("\n\n")).replace("--> -:", "--> mills.gtfp:");
  expect(readme).toContain(told);
});
