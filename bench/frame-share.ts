import type { LpFamily } from "../compiler/lp/lp-family.ts";
import { solveFamily } from "../runtime/solve/solve-family.ts";

/** Share of the reference units that are somebody's peer. */
export function frameShare(family: LpFamily): number {
  const peers = new Set<number>();
  for (const { solution } of solveFamily(family)) for (const { column } of solution.lambda) peers.add(column);
  return peers.size / family.columns.length;
}
