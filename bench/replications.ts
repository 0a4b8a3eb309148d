/**
 * As many programs as a bootstrap has: 2,000 replications of 434 units, each against a reference set of its own (the
 * inputs of Simar & Wilson 1998, their efficiencies drawn with replacement), on one thread, every answer certified.
 *
 *     npm run bench -- replications [REPLICATIONS]
 */
import process from "node:process";
import { loadSolvers, solveEach, solveFamily } from "../runtime/solve/solve-family.ts";
import { cpuMs } from "./cpu.ts";
import { deaData, uniform } from "./dea-data.ts";
import { deaFamily } from "./dea-families.ts";

const replications = Number(process.argv[2] ?? 2000);
const units = 434;
const data = deaData("logn", units, 5);
const family = deaFamily("vrs-input", data);
await loadSolvers();
const scores = solveFamily(family).map(({ solution }) => solution.objective);
const next = uniform(1998);

function replicate(): void {
  const matrix = family.matrix.slice();
  for (let j = 0; j < units; j++) {
    const factor = scores[j]! / scores[Math.floor(next() * units)]!;
    for (let i = 0; i < data.inputs; i++) matrix[i * units + j]! *= factor;
  }
  solveEach({ ...family, matrix }, {}, ({ certificate }) => {
    if (!certificate.holds) throw new Error("an answer without proof");
  });
}

for (let warm = 0; warm < 20; warm++) replicate();
const ms = cpuMs(() => {
  for (let r = 0; r < replications; r++) replicate();
});
console.log(
  `${replications} replications of ${units} programs (m = 5, vrs), certified: ${(ms / 1000).toFixed(2)} s CPU, ${((1000 * ms) / replications / units).toFixed(1)} µs for each program`,
);
