/** The program of one unit in numbers, row below row. */
import type { LpFamily, LpRow } from "../lp/lp-family.ts";
import type { RowOrigin, TableauBlock, TableauCell } from "./explanation.ts";
import { type Formula, figure, name, product, symbol, type Term } from "./math.ts";
import type { Notation } from "./notation.ts";
import { columnName } from "./program-names.ts";

const relations = { "<=": "≤", "=": "=", ">=": "≥" } as const;

/**
 * @param shown the intensities that get a column, by column of the family, in order
 * @param nameOf names the observation behind an intensity
 * @param binding by row whether it holds with equality at the solution; null where there is none
 */
export function tableau(
  family: LpFamily,
  task: number,
  notation: Notation,
  shown: readonly number[],
  nameOf: (observation: number) => string,
  binding: readonly boolean[] | null = null,
): TableauBlock {
  const { rhs, own, costs, excluded } = family.tasks[task]!;
  const n = family.columns.length;
  const m = family.rows.length;
  const intensity = (j: number): Formula => {
    const column = family.columns[j]!;
    const letter = notation.intensity(column.kind);
    const number = j - family.columns.findIndex(({ kind }) => kind === column.kind);
    return symbol(letter.is === "symbol" ? letter.text : column.kind, [
      name(columnName(column, number, nameOf)),
    ]);
  };
  const columns = [
    ...shown.map((j) => ({ of: intensity(j), value: (i: number) => family.matrix[i * n + j]! })),
    ...family.own.map((one, k) => ({ of: notation.own(one, false), value: (i: number) => own[k * m + i]! })),
  ];
  const hidden = n - excluded.length - shown.length;
  const left = [...new Set(excluded.map((j) => columnName(family.columns[j]!, j, nameOf)))];
  const free = family.own.filter((one) => one.free).map((one) => notation.own(one, false));
  return {
    is: "tableau",
    sense: family.sense,
    objective: family.own.flatMap((one, k): Term[] => {
      if (costs[k] === 0) return [];
      const z = notation.own(one, false);
      const factor = figure(Math.abs(costs[k]!), 6);
      return [
        { sign: costs[k]! < 0 ? -1 : 1, of: factor === "1" ? z : product({ is: "number", text: factor }, z) },
      ];
    }),
    rows: family.rows.map((row, i) => ({
      label: row.label,
      cells: columns.map(({ of, value }): TableauCell | null => {
        const factor = value(i);
        if (factor === 0) return null;
        const size = figure(Math.abs(factor), 6);
        return { sign: factor < 0 ? -1 : 1, factor: size === "1" ? "" : size, of };
      }),
      relation: relations[row.relation],
      rhs: figure(rhs[i]!, 6),
      ...originOf([row]),
      ...(binding === null ? {} : { binding: binding[i]! }),
    })),
    ...(hidden > 0
      ? { rest: { at: shown.length, words: `${hidden} more intensities, all zero at the optimum` } }
      : {}),
    notes: [
      [
        "Nothing is negative",
        ...(free.length > 0
          ? [" but ", ...free.flatMap((z, i) => (i === 0 ? [z] : [", ", z])), ", which is free"]
          : []),
        ".",
      ],
      ...(family.single === true ? [["One intensity alone is above zero."]] : []),
      ...(left.length > 0 ? [[`Left out: ${left.join(", ")}.`]] : []),
    ],
  };
}

/** Where rows that stand in one line come from. */
export function originOf(rows: readonly LpRow[]): RowOrigin {
  const variables = rows.flatMap((row) => row.variable ?? []);
  const sources = rows.flatMap((row) => row.span ?? []);
  return {
    ...(variables.length === 0 ? {} : { variables }),
    ...(sources.length === 0 ? {} : { sources }),
  };
}
