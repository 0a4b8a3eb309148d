/**
 * How fast the solvers are against each other: CPU time for each program, certified, from one run on one thread.
 * Ratios depend on how many units lie on the frontier, so that share stands beside them.
 *
 *     npm run bench [UNITS…]        default 434 2000
 */
import process from "node:process";
import type { LpFamily } from "../compiler/lp/lp-family.ts";
import { Certifier } from "../runtime/solve/certificate.ts";
import { highs } from "../runtime/solve/highs.ts";
import { javascriptLpSolver } from "../runtime/solve/javascript-lp-solver.ts";
import { kernel } from "../runtime/solve/kernel/kernel.ts";
import { loadSolvers, solveFamily } from "../runtime/solve/solve-family.ts";
import type { Solver } from "../runtime/solve/solver.ts";
import { deaData } from "./dea-data.ts";
import { deaFamily, type ModelKind } from "./dea-families.ts";

const models: readonly ModelKind[] = ["crs-input", "vrs-input", "ddf", "vrs-super", "sbm"];
const sizes = process.argv.slice(2).map(Number);
/** The slow solvers are timed on so many tasks, spread over the family. */
const sample = { highs: 100, teaching: 20 };

interface Timing {
  /** CPU microseconds for each program. */
  readonly micros: number;
  readonly certified: number;
}

/** Least of several runs, each with a solver opened anew, opening and certificates included. */
function time(solver: Solver, family: LpFamily, tasks: readonly number[], runs: number): Timing {
  let best: Timing = { micros: Number.POSITIVE_INFINITY, certified: 0 };
  for (let run = 0; run < runs; run++) {
    const start = process.cpuUsage();
    const opened = solver.open(family);
    const certifier = new Certifier(family);
    let certified = 0;
    for (const task of tasks) if (certifier.certify(task, opened.solve(task)).holds) certified++;
    const used = process.cpuUsage(start);
    opened.dispose();
    const micros = (used.user + used.system) / tasks.length;
    if (micros < best.micros) best = { micros, certified: certified / tasks.length };
  }
  return best;
}

function spread(total: number, most: number): number[] {
  const count = Math.min(total, most);
  return Array.from({ length: count }, (_, k) => Math.floor((k * total) / count));
}

/** Share of the reference units that are somebody's peer. */
function frameShare(family: LpFamily): number {
  const peers = new Set<number>();
  for (const { solution } of solveFamily(family, { solver: "kernel" })) {
    for (const { column } of solution.lambda) peers.add(column);
  }
  return peers.size / family.columns.length;
}

await loadSolvers();
console.log("CPU µs for each program, certificates included; shares of certified answers in brackets");
console.log(
  ["n", "m", "model", "frame", "kernel", "HiGHS warm", "jslp", "HiGHS/kernel", "jslp/kernel"].join("\t"),
);
for (const units of sizes.length > 0 ? sizes : [434, 2000]) {
  for (const variables of [5, 10] as const) {
    for (const model of models) {
      const family = deaFamily(model, deaData("logn", units, variables));
      const all = family.tasks.map((_, task) => task);
      const mine = time(kernel, family, all, 7);
      const warm = time(highs, family, spread(units, sample.highs), 3);
      const teaching = time(javascriptLpSolver, family, spread(units, sample.teaching), 2);
      console.log(
        [
          units,
          variables,
          model,
          percent(frameShare(family)),
          ...[mine, warm, teaching].map((t) => `${t.micros.toFixed(1)} (${percent(t.certified)})`),
          (warm.micros / mine.micros).toFixed(0),
          (teaching.micros / mine.micros).toFixed(0),
        ].join("\t"),
      );
    }
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
