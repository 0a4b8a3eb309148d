#!/usr/bin/env node
import { runProgram } from "./program.ts";

// A reader that has seen enough (`| head -1`) closes the pipe; what is left to say then goes nowhere.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

// Ctrl-C keeps its default effect: a handler would wait for a computation that does not yield.
process.exitCode = await runProgram(process.argv.slice(2), {
  stdout: {
    write: (text) => process.stdout.write(text),
    isTTY: process.stdout.isTTY === true,
    // Some terminals say 0 for unknown.
    columns: process.stdout.columns || undefined,
  },
  stderr: {
    write: (text) => process.stderr.write(text),
    isTTY: process.stderr.isTTY === true,
    columns: process.stderr.columns || undefined,
  },
  readStdin,
  cwd: process.cwd(),
  env: process.env,
});
