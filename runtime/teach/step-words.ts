/** What a step of the simplex method does, in a sentence. */
import { joined } from "../../compiler/print/explanation.ts";
import { figure } from "../../compiler/print/math.ts";
import type { SimplexSteps } from "./simplex-types.ts";

/** @param at the number of the tableau whose step is told */
export function stepSentence(steps: SimplexSteps, at: number): string {
  const { columns, rows, sense } = steps;
  const { phase, step, reduced, objective } = steps.tableaux[at]!;
  const column = (j: number) => columns[j]!.name;
  const goal = phase === 1 ? "the sum of the artificial variables" : "the objective";
  switch (step.is) {
    case "pivot": {
      const gain = reduced[step.entering]!;
      const why =
        step.rule === "greatest"
          ? `a unit of it changes ${goal} by ${figure(gain, 4)}, the most of all`
          : `it is the first that improves ${goal}: Bland's rule, because the last step made no progress`;
      const least = step.ratios[step.row]!;
      const rest = step.ratios.flatMap((ratio, i) =>
        ratio === null || i === step.row ? [] : [`${rows[i]!.name} ${figure(ratio, 4)}`],
      );
      const ratio = `row ${rows[step.row]!.name} allows the least of it, ${figure(least, 4)}${rest.length === 0 ? "" : ` (${rest.join(", ")})`}`;
      const tie = step.tied > 1 ? ` (${step.tied} rows tie)` : "";
      const idle = step.degenerate ? ` ${goal[0]!.toUpperCase()}${goal.slice(1)} stays as it is.` : "";
      return `${column(step.entering)} enters: ${why}. ${ratio}, so ${column(step.leaving)} leaves${tie}.${idle}`.replace(
        ". row",
        ". Row",
      );
    }
    case "drive_out":
      return `${column(step.leaving)} is zero but still in the basis; ${column(step.entering)} takes its place, and nothing else changes.`;
    case "feasible":
      return "All artificial variables are zero: this basis meets every row, and the second phase begins.";
    case "infeasible": {
      const left = steps.tableaux[at]!.basis.flatMap((j, i) =>
        columns[j]!.kind === "artificial" && steps.tableaux[at]!.rhs[i]! > 0
          ? [rows[columns[j]!.row!]!.name]
          : [],
      );
      return `Nothing lowers ${goal} below ${figure(objective, 4)}: ${joined(left)} cannot be met, and the program has no solution.`;
    }
    case "unbounded":
      return `${column(step.entering)} improves ${goal}, and no row sets it a limit: there is no end to it.`;
    case "optimal":
      return `No column improves the objective any more: ${figure(objective, 6)} is the ${sense === "min" ? "least" : "greatest"}.`;
  }
}
