/**
 * Solves the tasks of one family and lets no answer out without proof: the chosen solver first, the certificate, a
 * second solver where it fails, and after that the status `failed` and no number. An answer depends on its task alone,
 * not on those before it, so tasks may be shared out in any way.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { settleOwn } from "./canonical.ts";
import { type Certificate, Certifier } from "./certificate.ts";
import { highs } from "./highs.ts";
import { javascriptLpSolver } from "./javascript-lp-solver.ts";
import { kernel } from "./kernel/kernel.ts";
import { type SlackPhase, slackPhase } from "./slack-phase.ts";
import type { FamilySolver, LpSolution, Solver } from "./solver.ts";
import { nothing } from "./standard-form.ts";
import { proveUnbounded } from "./unbounded.ts";

export interface Solved {
  readonly solution: LpSolution;
  readonly certificate: Certificate;
  /** The solver whose answer this is. */
  readonly solver: Solver["name"];
  /** The first solver's answer did not pass and another one was asked. */
  readonly retried: boolean;
  /** Of an optimal answer, where it was asked for. */
  readonly slackPhase: SlackPhase | null;
}

export interface TaskSettings {
  /** The solver that is asked first. */
  readonly solver: Solver["name"];
  /** Share of the tasks (0..1) that HiGHS solves again; an answer that differs counts as failed. */
  readonly crossCheck: number;
  /** By row what a unit of its slack counts in the second phase; null for none. */
  readonly slackWeights: Float64Array | null;
}

/** Solvers that keep something from task to task forget it before each multiple of this. */
export const blockSize = 64;

const solvers: Record<Solver["name"], Solver> = { kernel, highs, "javascript-lp-solver": javascriptLpSolver };

/** The solvers are opened at their first use; dispose it. */
export class TaskSolver {
  private readonly family: LpFamily;
  private readonly settings: TaskSettings;
  private readonly certifier: Certifier;
  private readonly opened = new Map<Solver["name"], FamilySolver>();

  constructor(family: LpFamily, settings: TaskSettings) {
    this.family = family;
    this.settings = settings;
    this.certifier = new Certifier(family);
  }

  /** Blocks of `blockSize` tasks must be solved from their beginning, each in order. */
  solve(task: number): Solved {
    const { crossCheck, slackWeights } = this.settings;
    let answer = this.settle(this.answer(task), task);
    if (isChecked(task, crossCheck)) answer = this.compare(answer, task);
    if (slackWeights === null || answer.solution.status !== "optimal") return answer;
    return { ...answer, slackPhase: slackPhase(this.family, task, answer.solution, slackWeights) };
  }

  dispose(): void {
    for (const solver of this.opened.values()) solver.dispose();
  }

  private answer(task: number): Solved {
    const { solver } = this.settings;
    if (task % blockSize === 0) this.opened.get(solver)?.forget();
    const first = this.ask(solver, task, false);
    if (first.certificate.holds) return first;
    const other = solver === "highs" ? "kernel" : "highs";
    this.opened.get(other)?.forget();
    const second = this.ask(other, task, true);
    if (second.certificate.holds) return second;
    return { ...second, solution: nothing("failed") };
  }

  /**
   * Replaces what is one of several optima by the one that is always chosen: own variables (canonical.ts) and, for
   * another solver's answer, the kernel's prices. Kept only if the whole still carries a certificate.
   */
  private settle(answer: Solved, task: number): Solved {
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
  private compare(answer: Solved, task: number): Solved {
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
    return { solution, certificate, solver: name, retried, slackPhase: null };
  }
}

/** Every task whose running share steps over a whole number: evenly spread, the same in every run. */
function isChecked(task: number, share: number): boolean {
  return Math.floor((task + 1) * share) > Math.floor(task * share);
}
