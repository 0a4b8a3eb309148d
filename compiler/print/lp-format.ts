/**
 * One program of a family in CPLEX LP format, as HiGHS, Gurobi, CPLEX, SCIP and GLPK read it; numbers at full precision. The
 * intensities of a free disposal hull are 0 or 1.
 */
import type { LpFamily } from "../lp/lp-family.ts";
import type { ProgramNames } from "./program-names.ts";

/** Readers need not take longer lines than 255 (GLPK) or 510 (CPLEX) characters. */
const widest = 200;

export function lpFormat(
  family: LpFamily,
  task: number,
  names: ProgramNames,
  comments: readonly string[],
): string {
  const { rhs, own, costs, excluded } = family.tasks[task]!;
  const n = family.columns.length;
  const m = family.rows.length;
  const left = new Set(excluded);
  const kept = family.columns.flatMap((_, j) => (left.has(j) ? [] : [j]));
  const expression = (label: string, terms: readonly string[], end: string): string => {
    // A row without terms still needs a variable.
    const some = terms.length > 0 ? terms : [`+ 0 ${names.own[0] ?? names.columns[kept[0]!]!}`];
    return wrapped(` ${label}:`, [...some, ...(end === "" ? [] : [end])]);
  };
  const objective = family.own.flatMap((_, k) => term(costs[k]!, names.own[k]!));
  const rows = family.rows.map((row, i) => {
    const terms = [
      ...kept.flatMap((j) => term(family.matrix[i * n + j]!, names.columns[j]!)),
      ...family.own.flatMap((_, k) => term(own[k * m + i]!, names.own[k]!)),
    ];
    return expression(names.rows[i]!, terms, `${row.relation} ${rhs[i]! + 0}`);
  });
  const free = family.own.flatMap((one, k) => (one.free ? [` ${names.own[k]} free`] : []));
  return [
    ...comments.map((line) => `\\ ${line}`),
    ...names.legend.map(({ name, meaning }) => `\\ ${name}: ${meaning.replaceAll("\n", " ")}`),
    family.sense === "min" ? "Minimize" : "Maximize",
    expression("objective", objective, ""),
    "Subject To",
    ...rows,
    ...(free.length > 0 ? ["Bounds", ...free] : []),
    ...(family.single === true ? ["Binary", ...kept.map((j) => ` ${names.columns[j]}`)] : []),
    "End",
    "",
  ].join("\n");
}

function term(factor: number, name: string): string[] {
  if (factor === 0) return [];
  const size = Math.abs(factor);
  return [`${factor < 0 ? "-" : "+"} ${size === 1 ? "" : `${size} `}${name}`];
}

function wrapped(head: string, parts: readonly string[]): string {
  const lines: string[] = [];
  let line = head;
  for (const part of parts) {
    if (line.length + 1 + part.length > widest) {
      lines.push(line);
      line = "  ";
    }
    line += ` ${part}`;
  }
  return [...lines, line].join("\n");
}
