/**
 * How fast the solvers are against each other: CPU time for each program, from one run on one thread. Ratios depend on
 * how many units lie on the frontier, so that share stands beside them.
 *
 *     npm run bench -- solvers [UNITS…]        default 434 2000 10000
 */
import process from "node:process";
import type { LpFamily } from "../compiler/lp/lp-family.ts";
import { Certifier } from "../runtime/solve/certificate.ts";
import { highs } from "../runtime/solve/highs.ts";
import { kernel } from "../runtime/solve/kernel/kernel.ts";
import { loadSolvers } from "../runtime/solve/solve-family.ts";
import type { Solver } from "../runtime/solve/solver.ts";
import { benchmarkingMs } from "./benchmarking.ts";
import { leastMs, percent, printTable, spread } from "./cpu.ts";
import { deaData } from "./dea-data.ts";
import { deaFamily, type ModelKind } from "./dea-families.ts";
import { frameShare } from "./frame-share.ts";
import { jsonSolver } from "./json-model.ts";

const models: readonly ModelKind[] = ["crs-input", "vrs-input", "ddf"];
const sizes = process.argv.slice(2).map(Number);
/** Least time of so many runs, each with a solver opened anew. */
const runs = 3;
/** The slow solvers are timed on so many tasks, spread over the family. */
const sample = { highs: 100, json: 10 };

/** CPU microseconds for each program, opening and certificates included; throws if an answer has no proof. */
function certified(solver: Solver, family: LpFamily, tasks: readonly number[], times: number): number {
  const ms = leastMs(times, () => {
    const opened = solver.open(family);
    const certifier = new Certifier({ ...family });
    for (const task of tasks) {
      const { holds } = certifier.certify(task, opened.solve(task));
      if (!holds && solver === kernel) throw new Error(`no proof for task ${task} of ${family.name}`);
    }
    opened.dispose();
  });
  return (1000 * ms) / tasks.length;
}

await loadSolvers();
// The WebAssembly compiler takes its time over its best code.
const small = deaFamily("vrs-input", deaData("logn", 200, 5));
certified(highs, small, [...small.tasks.keys()], runs);
console.log("CPU µs for each program, certified (javascript-lp-solver: JSON model, scaled rows, no proof).");
const rows = [["program", "n", "m", "frame", "kernel", "HiGHS warm", "jslp", "HiGHS/kernel", "jslp/kernel"]];
for (const units of sizes.length > 0 ? sizes : [434, 2000, 10_000]) {
  for (const variables of [5, 10] as const) {
    const data = deaData("logn", units, variables);
    for (const model of models) {
      const family = deaFamily(model, data);
      const all = family.tasks.map((_, task) => task);
      // Small families need more runs before the compiler has seen enough.
      const mine = certified(kernel, family, all, Math.max(runs, Math.ceil(20_000 / units)));
      const warm = certified(highs, family, spread(units, sample.highs), runs);
      const some = spread(units, sample.json);
      const ask = jsonSolver(family);
      const json = (1000 * leastMs(runs, () => some.forEach(ask))) / some.length;
      rows.push([
        model,
        String(units),
        String(variables),
        percent(frameShare(family)),
        ...[mine, warm, json].map((micros) => micros.toFixed(1)),
        ...[warm, json].map((micros) => `${(micros / mine).toFixed(0)}×`),
      ]);
      if (model !== "vrs-input") continue;
      const r = benchmarkingMs(data);
      if (r !== null) {
        console.log(
          `R Benchmarking dea(), n = ${units}, m = ${variables}, vrs: ${(1000 * r).toFixed(0)} µs, ${((1000 * r) / mine).toFixed(0)}× kernel`,
        );
      }
    }
  }
}
printTable(rows);
if (benchmarkingMs(deaData("logn", 31, 5)) === null) {
  console.log("R with the package Benchmarking is not on this machine: no ratios to it.");
}
