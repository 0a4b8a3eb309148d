/** How a Chromium is found, installed or missed, on machines that a folder and an environment pretend to be. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { afterEach, expect, inject, it } from "vitest";
import { type Machine, provideChromium } from "./chromium.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A machine whose PATH holds these scripts of `sh` only. */
function machine(
  scripts: Readonly<Record<string, string>>,
  more: Partial<Machine> = {},
): Machine & { bin: string } {
  const bin = mkdtempSync(join(tmpdir(), "gtfp-bin-"));
  folders.push(bin);
  for (const [name, script] of Object.entries(scripts)) program(join(bin, name), script);
  return {
    bin,
    env: { PATH: bin },
    platform: "linux",
    root: true,
    downloaded: join(bin, "never/downloaded"),
    tell: () => {},
    ...more,
  };
}
function program(path: string, script = ""): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

it.runIf(process.env.CI !== undefined)("is there on CI, where tests fail rather than be left out", () => {
  const ground = inject("ground");
  expect("missing" in ground ? ground.missing : "").toBe("");
});

it("takes the one that is named, and no other", () => {
  const { bin, ...linux } = machine({ chromium: "", mine: "" });
  const named = join(bin, "mine");
  expect(provideChromium({ ...linux, env: { ...linux.env, CHROME_PATH: named } })).toEqual({ path: named });
  expect(provideChromium({ ...linux, env: { ...linux.env, CHROME_PATH: `${named}x` } })).toEqual({
    missing: `CHROME_PATH names no program: ${named}x`,
  });
});

it("finds browsers by their names on the PATH, in order, then the one that playwright downloaded", () => {
  const { bin, ...linux } = machine({ "microsoft-edge": "", "google-chrome": "" });
  expect(provideChromium(linux)).toEqual({ path: join(bin, "google-chrome") });
  const bare = machine({}, { root: false });
  program(bare.downloaded);
  expect(provideChromium(bare)).toEqual({ path: bare.downloaded });
});

it("knows where Windows keeps its browsers", () => {
  const windows = machine({}, { platform: "win32" });
  const edge = `${windows.bin}\\Microsoft\\Edge\\Application\\msedge.exe`;
  program(edge);
  folders.push(edge);
  expect(provideChromium({ ...windows, env: { "ProgramFiles(x86)": windows.bin } })).toEqual({ path: edge });
});

it("installs Debian's package where it may", () => {
  const told: string[] = [];
  const { bin, ...linux } = machine({}, { tell: (message) => told.push(message) });
  const log = join(bin, "log");
  program(
    join(bin, "apt-get"),
    `echo "$DEBIAN_FRONTEND $*" >> ${log}; case "$*" in *install*) : > ${bin}/chromium; /bin/chmod +x ${bin}/chromium;; esac`,
  );
  expect(provideChromium(linux)).toEqual({ path: join(bin, "chromium") });
  expect(told).toEqual([expect.stringContaining("installing Debian's package chromium")]);
});

it("says why there is none", () => {
  const noRights = machine({}, { root: false });
  expect(provideChromium(noRights)).toEqual({ missing: expect.stringContaining("only the super-user") });
  const noApt = machine({});
  expect(provideChromium(noApt)).toEqual({ missing: expect.stringMatching(/apt-get .*ENOENT.*CHROME_PATH/) });
  const offline = machine({ "apt-get": 'echo "E: Unable to locate package chromium" >&2; exit 100' });
  expect(provideChromium(offline)).toEqual({
    missing: expect.stringContaining("apt-get install: E: Unable to locate package chromium"),
  });
  const useless = machine({ "apt-get": "" });
  expect(provideChromium(useless)).toEqual({ missing: expect.stringContaining("gives no program") });
});

it("waits for no answer", () => {
  // A question finds the end of the input at once.
  const asking = machine({ "apt-get": 'read answer || { echo "no answer" >&2; exit 1; }' });
  expect(provideChromium(asking)).toEqual({ missing: expect.stringContaining("no answer") });
});
