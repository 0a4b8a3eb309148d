/**
 * A Chromium for the browser tests: one that is there, or Debian's own package where this process may install it. Everything is
 * looked up through the environment that is given, so that the ways it can go are tested without any of them.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { chromium } from "playwright-core";

export type Chromium = { readonly path: string } | { readonly missing: string };

/** Where to look, and what one may do. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Whether this process is the super-user. */
  readonly root: boolean;
  /** Where playwright would have put its own. */
  readonly downloaded: string;
  /** Tells the reader what takes long. */
  readonly tell: (message: string) => void;
}

export function thisMachine(): Machine {
  return {
    env: process.env,
    platform: process.platform,
    root: process.getuid?.() === 0,
    downloaded: chromium.executablePath(),
    tell: (message) => console.warn(message),
  };
}

/** Flags for a closed machine: no sandbox for the super-user, no graphics, no requests of the browser's own, no other host at all. */
export const FLAGS: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];
const ADVICE = "install Chromium, Chrome or Edge, or name one in CHROME_PATH";

/** Finds a Chromium, or installs it where none is there. Never waits for an answer, and no longer than a few minutes. */
export function provideChromium(machine: Machine): Chromium {
  const { CHROME_PATH: named } = machine.env;
  if (named !== undefined && named !== "") {
    return isProgram(named) ? { path: named } : { missing: `CHROME_PATH names no program: ${named}` };
  }
  const found = candidates(machine).find(isProgram);
  if (found !== undefined) return { path: found };
  const failure = install(machine);
  if (failure !== null) return { missing: `no Chromium found or installable (${failure}); ${ADVICE}` };
  const installed = candidates(machine).find(isProgram);
  return installed === undefined
    ? { missing: `the package chromium is installed, but gives no program of that name; ${ADVICE}` }
    : { path: installed };
}

function candidates({ env, platform, downloaded }: Machine): string[] {
  return [...places(env, platform), downloaded];
}

function places(env: Machine["env"], platform: NodeJS.Platform): string[] {
  if (platform === "win32") {
    const roots = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA];
    const programs = ["Google\\Chrome", "Chromium", "Microsoft\\Edge"];
    return roots.flatMap((root) =>
      root === undefined
        ? []
        : programs.map(
            (name) => `${root}\\${name}\\Application\\${name.endsWith("Edge") ? "msedge" : "chrome"}.exe`,
          ),
    );
  }
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  if (platform !== "darwin") return onPath;
  const apps = ["Google Chrome", "Chromium", "Microsoft Edge"];
  return [...apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`), ...onPath];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Null, or why there is no installing. */
function install({ env, platform, root, tell }: Machine): string | null {
  if (platform !== "linux") return "installed by itself on Debian only";
  if (!root) return "only the super-user may install packages";
  tell("No Chromium found: installing Debian's package chromium, which may take a few minutes.");
  const quiet = { ...env, DEBIAN_FRONTEND: "noninteractive" };
  const limits = ["Acquire::http::Timeout=20", "Acquire::Retries=1", "DPkg::Lock::Timeout=60"];
  const apt = (minutes: number, ...words: string[]): string | null => {
    const done = spawnSync("apt-get", ["-y", ...limits.flatMap((limit) => ["-o", limit]), ...words], {
      env: quiet,
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
      timeout: minutes * 60_000,
    });
    if (done.status === 0) return null;
    if (done.error !== undefined) return `apt-get ${words[0]}: ${done.error.message}`;
    return `apt-get ${words[0]}: ${done.stderr.trim().split("\n").at(-1)}`;
  };
  // Known lists may be too old or none at all; where they cannot be fetched the old ones may still do.
  apt(2, "update");
  return apt(5, "install", "--no-install-recommends", "chromium");
}
