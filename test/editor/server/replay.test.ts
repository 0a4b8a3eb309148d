/** Every case, in memory and over the standard input and output of the real process. */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cases } from "./cases/all.ts";
import { Session } from "./session.ts";
import { asProcess, inMemory } from "./transports.ts";

const root = resolve(import.meta.dirname, "../../..");
// Below node_modules, so that the built files find the packages.
const built = join(root, "node_modules/.cache/gtfp-lsp-test");

describe("in memory", () => {
  let session: Session;
  beforeAll(async () => {
    session = await Session.start(inMemory());
  });
  afterAll(() => session.close());

  it.each(cases.map((c) => [c.name, c] as const))("%s", async (_, { files, run }) => {
    await run(await session.open(files));
  });
});

describe("over stdio", () => {
  let session: Session;
  beforeAll(async () => {
    rmSync(built, { recursive: true, force: true });
    const rolldown = join(root, "node_modules/rolldown/bin/cli.mjs");
    execFileSync(process.execPath, [rolldown, "-c", "-d", built], { cwd: root, stdio: "pipe" });
    session = await Session.start(asProcess(join(built, "gtfp.js")));
  }, 60_000);
  afterAll(async () => {
    await session?.close();
    rmSync(built, { recursive: true, force: true });
  });

  it.each(cases.map((c) => [c.name, c] as const))("%s", async (_, { files, run }) => {
    await run(await session.open(files));
  });
});

it("has cases of every kind of request", () => {
  expect(cases.length).toBeGreaterThan(40);
});
