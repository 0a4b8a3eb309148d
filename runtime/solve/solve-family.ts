/**
 * Solves every task of a family and lets no answer out without proof: the chosen solver first, the certificate,
 * a second solver where it fails, and after that the status `failed` and no number.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { settleOwn } from "./canonical.ts";
import { type Certificate, Certifier } from "./certificate.ts";
import { highs, loadHighsOnce } from "./highs.ts";
import { javascriptLpSolver } from "./javascript-lp-solver.ts";
import { kernel } from "./kernel/kernel.ts";
import type { FamilySolver, LpSolution, Solver } from "./solver.ts";
import { nothing } from "./standard-form.ts";
import { proveUnbounded } from "./unbounded.ts";

export interface SolveOptions {
  /** The solver that is asked first. */
  readonly solver?: Solver["name"];
  /** Share of the tasks (0..1) that HiGHS solves again; an answer that differs counts as failed. */
  readonly crossCheck?: number;
  readonly progress?: (done: number, total: number) => void;
}

export interface Solved {
  readonly solution: LpSolution;
  readonly certificate: Certificate;
  /** The solver whose answer this is. */
  readonly solver: Solver["name"];
  /** The first solver's answer did not pass and another one was asked. */
  readonly retried: boolean;
}

const solvers: Record<Solver["name"], Solver> = { kernel, highs, "javascript-lp-solver": javascriptLpSolver };
const first: Solver["name"] = "kernel";

/**
 * Loads what needs loading (HiGHS is WebAssembly). Await it once before `solveFamily`.
 * `locate` names the URL of `highs.wasm` for a bundled page; Node needs nothing.
 */
export async function loadSolvers(locate?: (file: string) => string): Promise<void> {
  await loadHighsOnce(locate);
}

/** One answer for each task, in the order of `family.tasks`. */
export function solveFamily(family: LpFamily, options: SolveOptions = {}): Solved[] {
  const bench = new Bench(family);
  const chosen = options.solver ?? first;
  const total = family.tasks.length;
  const solved: Solved[] = [];
  try {
    for (let task = 0; task < total; task++) {
      const answer = bench.settle(bench.answer(chosen, task), task);
      solved.push(isChecked(task, options.crossCheck ?? 0) ? bench.compare(answer, task) : answer);
      options.progress?.(task + 1, total);
    }
  } finally {
    bench.dispose();
  }
  return solved;
}

/** Every task whose running share steps over a whole number: evenly spread, the same in every run. */
function isChecked(task: number, share: number): boolean {
  return Math.floor((task + 1) * share) > Math.floor(task * share);
}

/** The solvers opened on one family, each at its first use. */
class Bench {
  private readonly family: LpFamily;
  private readonly certifier: Certifier;
  private readonly opened = new Map<Solver["name"], FamilySolver>();

  constructor(family: LpFamily) {
    this.family = family;
    this.certifier = new Certifier(family);
  }

  answer(chosen: Solver["name"], task: number): Solved {
    const firstTry = this.ask(chosen, task, false);
    if (firstTry.certificate.holds) return firstTry;
    const secondTry = this.ask(chosen === "highs" ? "kernel" : "highs", task, true);
    if (secondTry.certificate.holds) return secondTry;
    return { ...secondTry, solution: nothing("failed") };
  }

  /**
   * Replaces what is one of several optima by the one that is always chosen: own variables (canonical.ts) and, for
   * another solver's answer, the kernel's prices. Kept only if the whole still carries a certificate.
   */
  settle(answer: Solved, task: number): Solved {
    if (answer.solution.status !== "optimal") return answer;
    let solution = settleOwn(this.family, task, answer.solution);
    if (answer.solver !== "kernel") {
      const prices = this.ask("kernel", task, false);
      if (prices.certificate.kind === "optimal" && prices.certificate.holds) {
        solution = { ...solution, dual: prices.solution.dual };
      }
    }
    if (solution === answer.solution) return answer;
    const certificate = this.certifier.certify(task, solution);
    return certificate.holds ? { ...answer, solution, certificate } : answer;
  }

  /** Two certified answers can only differ if a certificate lies; then there is no number to give. */
  compare(answer: Solved, task: number): Solved {
    const other = this.ask("highs", task, answer.retried);
    if (!other.certificate.holds || answer.solution.status === "failed") return answer;
    const rhs = this.family.tasks[task]!.rhs;
    const a = answer.solution;
    const size = a.dual.reduce((sum, price, i) => sum + Math.abs(price * rhs[i]!), 0);
    const agree =
      a.status === other.solution.status &&
      (a.status !== "optimal" || Math.abs(a.objective - other.solution.objective) <= 1e-6 * size);
    return agree ? answer : { ...answer, retried: true, solution: nothing("failed") };
  }

  dispose(): void {
    for (const solver of this.opened.values()) solver.dispose();
  }

  private ask(name: Solver["name"], task: number, retried: boolean): Solved {
    let solver = this.opened.get(name);
    if (!solver) {
      solver = solvers[name].open(this.family);
      this.opened.set(name, solver);
    }
    const solution = solver.solve(task);
    const certificate =
      solution.status === "unbounded"
        ? proveUnbounded(this.family, task)
        : this.certifier.certify(task, solution);
    return { solution, certificate, solver: name, retried };
  }
}
