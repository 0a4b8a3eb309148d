/** What the simplex method does, tableau by tableau, in the reader's language. */
import type { SimplexColumn, SimplexStep, SimplexSteps } from "../../../../runtime/teach/simplex-types.ts";
import { short } from "../frontier/figures.ts";
import { joined, type Say } from "../frontier/sentence.ts";

/** `λ of A`, `β`, `slack of labor`. */
export function columnWords(column: SimplexColumn, { rows }: SimplexSteps, say: Say): string {
  const row = column.row === undefined ? "" : rows[column.row]!.name;
  switch (column.kind) {
    case "intensity":
      return column.unit === undefined
        ? column.name
        : say("programIntensity", { letter: column.name.split(" ")[0]!, unit: column.unit });
    case "own":
      return column.name;
    case "slack":
      return say("programSlackOf", { row });
    case "surplus":
      return say("programSurplusOf", { row });
    case "artificial":
      return say("programArtificialOf", { row });
  }
}

/** What is done at a tableau, and why. Signs and the names of a model begin a sentence as they are written. */
export function stepWords(steps: SimplexSteps, at: number, say: Say): string {
  return told(steps, at, say).replace(/(^|\. )the /g, (_, before: string) => `${before}The `);
}

function told(steps: SimplexSteps, at: number, say: Say): string {
  const { columns, rows, tableaux, sense } = steps;
  const { phase, step, reduced, objective } = tableaux[at]!;
  const name = (j: number) => columnWords(columns[j]!, steps, say);
  const goal = say(phase === 1 ? "programGoalFirst" : "programGoal");
  switch (step.is) {
    case "pivot": {
      const entering = name(step.entering);
      const gain = Math.abs(reduced[step.entering]!);
      const why = say(step.rule === "bland" ? "programBland" : whyKey(reduced[step.entering]!), {
        column: entering,
        goal,
        gain: short(gain),
      });
      const limit = say("programLimit", {
        row: rows[step.row]!.name,
        ratio: short(step.ratios[step.row]!),
        leaving: name(step.leaving),
      });
      return [why, limit, ...extras(step, say, goal)].join(say("programGap"));
    }
    case "drive_out":
      return say("programDriveOut", { leaving: name(step.leaving), entering: name(step.entering) });
    case "feasible":
      return say("programFeasible");
    case "infeasible": {
      const { basis, rhs } = tableaux[at]!;
      const unmet = basis.flatMap((j, i) => {
        const { kind, row } = columns[j]!;
        return kind === "artificial" && rhs[i]! > 0 ? [rows[row!]!.name] : [];
      });
      return say("programInfeasible", { rows: joined(unmet, say) });
    }
    case "unbounded":
      return say("programUnbounded", { column: name(step.entering) });
    case "optimal":
      return say(sense === "min" ? "programLeast" : "programGreatest", { value: short(objective) });
  }
}

const whyKey = (gain: number) => (gain > 0 ? "programRaises" : "programLowers");

function extras(step: SimplexStep & { readonly is: "pivot" }, say: Say, goal: string): string[] {
  return [
    ...(step.tied > 1 ? [say("programTied", { n: step.tied })] : []),
    ...(step.degenerate ? [say("programDegenerate", { goal })] : []),
  ];
}

/** What is in the basis, as one reads it aloud: `λ of A = 0.833, β = 0.283`. */
export function basisWords(steps: SimplexSteps, at: number, say: Say): string {
  const { basis, rhs } = steps.tableaux[at]!;
  return basis
    .map((j, i) => `${columnWords(steps.columns[j]!, steps, say)} = ${short(rhs[i]!)}`)
    .join(say("frontierCommaNames"));
}

/** The columns that a tableau shows: artificial ones only where they still play a part. */
export function shownColumns({ columns, tableaux }: SimplexSteps, at: number): number[] {
  const { basis } = tableaux[at]!;
  return columns.flatMap(({ kind }, j) => (kind !== "artificial" || basis.includes(j) ? [j] : []));
}

/** The variables that may have either sign: each stands as the difference of two columns. */
export function freeNames({ columns }: SimplexSteps): string[] {
  return columns.flatMap(({ part, name }) => (part === 1 ? [name.replace(/⁺$/, "")] : []));
}
