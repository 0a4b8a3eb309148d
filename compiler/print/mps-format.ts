/** One program of a family as free MPS; numbers at full precision, the sense in an OBJSENSE section. */
import type { LpFamily } from "../lp/lp-family.ts";
import type { ProgramNames } from "./program-names.ts";

const kinds = { "<=": "L", "=": "E", ">=": "G" } as const;

export function mpsFormat(
  family: LpFamily,
  task: number,
  names: ProgramNames,
  comments: readonly string[],
): string {
  const { rhs, own, costs, excluded } = family.tasks[task]!;
  const n = family.columns.length;
  const m = family.rows.length;
  const left = new Set(excluded);
  const entries = (name: string, cost: number, coefficient: (row: number) => number): string[] => {
    const rows = family.rows.flatMap((_, i) =>
      coefficient(i) === 0 ? [] : [[names.rows[i]!, coefficient(i)]],
    );
    const all = [...(cost === 0 ? [] : [["objective", cost]]), ...rows];
    // A column without entries is still a column.
    return (all.length > 0 ? all : [["objective", 0]]).map(([row, value]) => `    ${name} ${row} ${value}`);
  };
  const whole = family.single === true;
  const marker = (end: "INTORG" | "INTEND") => (whole ? [`    MARKER MARKER 'MARKER' '${end}'`] : []);
  const columns = [
    ...marker("INTORG"),
    ...family.columns.flatMap((_, j) =>
      left.has(j) ? [] : entries(names.columns[j]!, 0, (i) => family.matrix[i * n + j]!),
    ),
    ...marker("INTEND"),
    ...family.own.flatMap((_, k) => entries(names.own[k]!, costs[k]!, (i) => own[k * m + i]!)),
  ];
  const bounds = [
    ...(whole
      ? family.columns.flatMap((_, j) => (left.has(j) ? [] : [` BV bound ${names.columns[j]}`]))
      : []),
    ...family.own.flatMap((one, k) => (one.free ? [` FR bound ${names.own[k]}`] : [])),
  ];
  return [
    ...comments.map((line) => `* ${line}`),
    ...names.legend.map(({ name, meaning }) => `* ${name}: ${meaning.replaceAll("\n", " ")}`),
    "NAME program",
    "OBJSENSE",
    `    ${family.sense === "min" ? "MIN" : "MAX"}`,
    "ROWS",
    " N objective",
    ...family.rows.map((row, i) => ` ${kinds[row.relation]} ${names.rows[i]}`),
    "COLUMNS",
    ...columns,
    "RHS",
    ...family.rows.flatMap((_, i) => (rhs[i] === 0 ? [] : [`    rhs ${names.rows[i]} ${rhs[i]}`])),
    ...(bounds.length > 0 ? ["BOUNDS", ...bounds] : []),
    "ENDATA",
    "",
  ].join("\n");
}
