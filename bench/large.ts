/**
 * A hundred thousand units: CPU of all scores on one thread, and CPU and memory of the whole command on a CSV file.
 *
 *     npm run bench -- large [UNITS…]        default 25000 50000 100000
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { loadSolvers, solveEach } from "../runtime/solve/solve-family.ts";
import { cpuMs, leastMs, printTable } from "./cpu.ts";
import { type DeaData, deaData } from "./dea-data.ts";
import { deaFamily } from "./dea-families.ts";

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [25_000, 50_000, 100_000];

const model = `data units from "units.csv" {
  dmu dmu
  x1 [1]; x2 [1]; x3 [1]; y [1]; b [1]
}
technology t on units { input x1, x2, x3; good y; bad b; disposability strong; returns vrs }
measure efficiency = radial(t, orientation: input)
`;

await loadSolvers();
console.log("m = 5, vrs, input orientation, every answer certified, one thread.");
const rows = [["n", "scores, s CPU", "gtfp run, s CPU", "gtfp run, MiB", "output, MB"]];
for (const units of sizes) {
  const data = deaData("logn", units, 5);
  const family = deaFamily("vrs-input", data);
  let open = 0;
  const score = () =>
    solveEach({ ...family }, {}, ({ certificate }) => {
      if (!certificate.holds) open++;
    });
  cpuMs(() => solveEach({ ...family, tasks: family.tasks.slice(0, 2000) }, {}, () => {}));
  const ms = leastMs(3, score);
  if (open > 0) throw new Error(`${open} answers without proof`);
  const whole = wholeRun(data);
  rows.push([
    String(units),
    (ms / 1000).toFixed(2),
    (whole.cpuMs / 1000).toFixed(1),
    (whole.maxRssKiB / 1024).toFixed(0),
    (whole.bytes / 1e6).toFixed(0),
  ]);
}
printTable(rows);

/** `gtfp run` in a process of its own, as a user has it. */
function wholeRun(data: DeaData): { cpuMs: number; maxRssKiB: number; bytes: number } {
  const folder = mkdtempSync(join(tmpdir(), "gtfp-bench-"));
  try {
    const lines = data.rows.map((row, j) => `D${j + 1},${row.join(",")}`);
    writeFileSync(join(folder, "units.csv"), `dmu,x1,x2,x3,y,b\n${lines.join("\n")}\n`);
    writeFileSync(join(folder, "large.gtfp"), model);
    const script = fileURLToPath(new URL("./whole-run.js", import.meta.url));
    const { stdout, stderr } = spawnSync(process.execPath, [script, "large.gtfp"], {
      cwd: folder,
      encoding: "utf8",
    });
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
