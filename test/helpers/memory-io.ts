/** The command line's surroundings in memory: what was written can be read, and nothing else changes. */
import type { Io, Output } from "../../cli/io.ts";
import { runProgram } from "../../cli/program.ts";

class Memory implements Output {
  text = "";
  readonly isTTY: boolean;
  readonly columns = 100;
  constructor(isTTY: boolean) {
    this.isTTY = isTTY;
  }
  write(text: string): void {
    this.text += text;
  }
}

export interface Surroundings {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
}

export function memoryIo(
  around: Surroundings = {},
): Io & { readonly stdout: Memory; readonly stderr: Memory } {
  return {
    stdout: new Memory(around.isTTY ?? false),
    stderr: new Memory(around.isTTY ?? false),
    readStdin: async () => new TextEncoder().encode(around.stdin ?? ""),
    cwd: around.cwd ?? "/",
    env: around.env ?? {},
  };
}

/** Runs `gtfp ARGS` without a process. */
export async function gtfp(args: readonly string[], around: Surroundings = {}) {
  const io = memoryIo(around);
  const code = await runProgram(args, io);
  return { code, out: io.stdout.text, err: io.stderr.text };
}
