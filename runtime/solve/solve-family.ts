import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { Certificate } from "./certificate.ts";
import type { LpSolution, Solver } from "./solver.ts";

export interface SolveOptions {
  readonly solver?: Solver["name"];
  /** Share of the tasks (0..1) that HiGHS solves again for comparison. */
  readonly crossCheck?: number;
  readonly progress?: (done: number, total: number) => void;
}

export interface Solved {
  readonly solution: LpSolution;
  readonly certificate: Certificate;
  /** The solver whose answer this is. */
  readonly solver: Solver["name"];
  /** The first solver's answer did not pass and another one's was taken. */
  readonly retried: boolean;
}

/** Loads what needs loading (HiGHS is WebAssembly). Call and await it once before `solveFamily`. */
export async function loadSolvers(): Promise<void> {
  throw new Error("not built yet");
}

export function solveFamily(_family: LpFamily, _options: SolveOptions): Solved[] {
  throw new Error("not built yet");
}
