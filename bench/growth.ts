/**
 * How time grows with the number of units and of variables, and what the second phase (slacks and peers) takes of it.
 *
 *     npm run bench -- growth
 */
import { loadSolvers, solveEach } from "../runtime/solve/solve-family.ts";
import { leastMs, percent, printTable } from "./cpu.ts";
import { deaData, type VariableCount } from "./dea-data.ts";
import { deaFamily } from "./dea-families.ts";

function row(units: number, variables: VariableCount): string[] {
  const family = deaFamily("vrs-input", deaData("logn", units, variables));
  const slackWeights = new Float64Array(family.rows.length).fill(1);
  const peers = new Set<number>();
  const runs = Math.max(3, Math.ceil(10_000 / units));
  // Without the first phase's own notes on the family, so that each run begins at the beginning.
  const scores = leastMs(runs, () => solveEach({ ...family }, {}, () => {}));
  const both = leastMs(runs, () =>
    solveEach({ ...family }, { slackWeights }, ({ solution }) => {
      for (const { column } of solution.lambda) peers.add(column);
    }),
  );
  return [
    String(units),
    String(variables),
    percent(peers.size / units),
    ((1000 * scores) / units).toFixed(1),
    ((1000 * both) / units).toFixed(1),
    percent(Math.max(0, both - scores) / both),
    both.toFixed(0),
  ];
}

await loadSolvers();
console.log("vrs, input orientation; CPU µs for each program, certified, then in all.");
const head = ["n", "m", "frame", "score", "with slacks", "second phase", "all, ms"];
printTable([head, ...[500, 1000, 2000, 5000, 10_000, 20_000, 50_000].map((units) => row(units, 5))]);
console.log("");
printTable([head, ...([3, 5, 7, 10, 14] as const).map((variables) => row(2000, variables))]);
