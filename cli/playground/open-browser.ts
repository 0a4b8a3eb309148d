/** Shows an address in the reader's browser, where this machine has one and a screen. */
import { spawn } from "node:child_process";

type Environment = Readonly<Record<string, string | undefined>>;

/** The command that opens an address, or null where there is no screen to open it on. */
export function openCommand(
  url: string,
  platform: NodeJS.Platform,
  env: Environment,
): readonly [command: string, ...args: string[]] | null {
  if (platform === "darwin") return ["open", url];
  if (platform === "win32") return ["cmd", "/c", "start", "", url];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ["xdg-open", url] : null;
}

/** Nothing is told where it fails: the address stands in the terminal. */
export function openBrowser(url: string, env: Environment): void {
  const command = openCommand(url, process.platform, env);
  if (command === null) return;
  const [name, ...args] = command;
  spawn(name, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
