/** The built command with a page beside it, and without. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
// Below node_modules, so that the built files find the packages.
const built = join(root, "node_modules/.cache/gtfp-playground-test");
const main = join(built, "gtfp.js");
const env = { PATH: process.env.PATH! };

beforeAll(() => {
  rmSync(built, { recursive: true, force: true });
  const rolldown = join(root, "node_modules/rolldown/bin/cli.mjs");
  execFileSync(process.execPath, [rolldown, "-c", "-d", built], { cwd: root, stdio: "pipe" });
}, 60_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

test("without a page it says how to build one", () => {
  const { status, stderr } = spawnSync(process.execPath, [main, "playground", "--no-open"], {
    encoding: "utf8",
    env,
  });
  expect(stderr).toBe("error: the page has not been built; in a clone `npm run page` builds it\n");
  expect(status).toBe(2);
});

test("with a page it prints the address, serves until it is interrupted, and tells a taken port", async () => {
  mkdirSync(join(built, "playground"));
  writeFileSync(join(built, "playground/index.html"), "<title>page</title>");
  const model = join(root, "editor/playground/examples/mills.gtfp");
  const child = spawn(process.execPath, [main, "playground", model, "--no-open"], { env });
  try {
    const address = await new Promise<string>((tell) => {
      child.stdout.once("data", (text) => tell(String(text).trim()));
    });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#served$/);
    const { origin, port } = new URL(address);
    expect(await (await fetch(`${origin}/`)).text()).toContain("<title>page</title>");
    expect(await (await fetch(`${origin}/files/`)).json()).toEqual({
      entry: "mills.gtfp",
      files: ["mills.gtfp"],
    });
    const second = spawnSync(process.execPath, [main, "playground", "--no-open", "--port", port], {
      encoding: "utf8",
      env,
    });
    expect(second.stderr).toBe(`error: port ${port} is in use; without --port a free one is taken\n`);
    expect(second.status).toBe(2);
  } finally {
    const ended = new Promise((tell) => {
      child.once("exit", tell);
    });
    child.kill("SIGINT");
    await ended;
  }
});
