/** What the commands need of the process, so that tests can give them something else. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Cells in a line, where the terminal tells. */
  readonly columns?: number;
}

export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readStdin(): Promise<Uint8Array>;
  /** The folder that relative paths are relative to. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What the process is to end with; see the contract's section on the command line. */
export const exitCode = { ok: 0, failed: 1, wrong: 2, fault: 70 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The command itself is wrong: a file that is not there, an argument without meaning. Told in one line. */
export class UsageError extends Error {}
