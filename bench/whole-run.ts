/** `gtfp run FILE --format json --threads 1` in this process; prints what it took as JSON. */
import process from "node:process";
import { runProgram } from "../cli/program.ts";

let bytes = 0;
let said = "";
const code = await runProgram(["run", process.argv[2]!, "--format", "json", "--threads", "1"], {
  stdout: {
    write: (text) => {
      bytes += Buffer.byteLength(text);
    },
    isTTY: false,
  },
  stderr: {
    write: (text) => {
      said += text;
    },
    isTTY: false,
  },
  readStdin: async () => new Uint8Array(),
  cwd: process.cwd(),
  env: {},
});
const { user, system } = process.cpuUsage();
if (code === 0) {
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(JSON.stringify({ cpuMs: (user + system) / 1000, maxRssKiB: maxRSS, bytes }));
} else process.stderr.write(said);
