/**
 * Whether the kernel is right: every program of every model over log-normal, degenerate, badly scaled and dense data,
 * against HiGHS; both with their certificates.
 *
 *     npm run bench -- agreement [UNITS…]        default 31 434 1000
 */
import process from "node:process";
import { Certifier } from "../runtime/solve/certificate.ts";
import { highs } from "../runtime/solve/highs.ts";
import { kernel } from "../runtime/solve/kernel/kernel.ts";
import { loadSolvers } from "../runtime/solve/solve-family.ts";
import { percent, printTable } from "./cpu.ts";
import { deaData } from "./dea-data.ts";
import { deaFamily, modelKinds } from "./dea-families.ts";
import { frameShare } from "./frame-share.ts";

const sizes = process.argv.slice(2).map(Number);

await loadSolvers();
console.log("Wrong: another status than HiGHS, or an objective that differs by more than a ten-millionth.");
const rows = [
  ["data", "n", "m", "frame (vrs)", "programs", "infeasible", "wrong", "kernel unproved", "HiGHS unproved"],
];
const sum = [0, 0, 0, 0, 0];
for (const units of sizes.length > 0 ? sizes : [31, 434, 1000]) {
  for (const variables of [5, 10] as const) {
    for (const kind of ["logn", "degenerate", "badly-scaled", "dense"] as const) {
      const counts = [0, 0, 0, 0, 0];
      for (const model of modelKinds) {
        for (const [c, value] of compare(kind, units, variables, model).entries()) {
          counts[c]! += value;
          sum[c]! += value;
        }
      }
      const frame = percent(frameShare(deaFamily("vrs-input", deaData(kind, units, variables))));
      rows.push([kind, String(units), String(variables), frame, ...counts.map(String)]);
    }
  }
}
printTable([...rows, ["all", "", "", "", ...sum.map(String)]]);

/** Programs, infeasible ones, wrong ones, kernel answers without proof, HiGHS answers without proof. */
function compare(
  kind: Parameters<typeof deaData>[0],
  units: number,
  variables: 5 | 10,
  model: Parameters<typeof deaFamily>[0],
): number[] {
  const family = deaFamily(model, deaData(kind, units, variables));
  const [mine, other, certifier] = [kernel.open(family), highs.open(family), new Certifier(family)];
  let [infeasible, wrong, unproved, otherUnproved] = [0, 0, 0, 0];
  for (const task of family.tasks.keys()) {
    const [a, b] = [mine.solve(task), other.solve(task)];
    if (a.status === "infeasible") infeasible++;
    if (!certifier.certify(task, a).holds) unproved++;
    // What HiGHS cannot prove is no measure of anything.
    if (!certifier.certify(task, b).holds) otherUnproved++;
    else if (a.status !== b.status || !close(a.objective, b.objective, a.status === "optimal")) wrong++;
  }
  other.dispose();
  return [family.tasks.length, infeasible, wrong, unproved, otherUnproved];
}

function close(a: number, b: number, has: boolean): boolean {
  return !has || Math.abs(a - b) <= 1e-7 * Math.max(1e-3, Math.abs(b));
}
