/** Why a program has no solution: in words, by the rows that carry the contradiction, and by a smallest set that conflicts. */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { type Block, heading, joined, sentence, text } from "../../compiler/print/explanation.ts";
import {
  add,
  type Formula,
  figure,
  minus,
  name,
  number,
  plus,
  product,
  symbol,
} from "../../compiler/print/math.ts";
import { columnName } from "../../compiler/print/program-names.ts";
import type { Program } from "../measure/score-requests.ts";
import { minimalConflict } from "./conflict.ts";
import type { UnitProgram } from "./unit-program.ts";

export function infeasibleBlocks({ answer, nameOf }: UnitProgram, program: Program): Block[] {
  const { family, task, solved } = program;
  const ray = scaled(family, task, solved.solution.ray);
  const carrying = family.rows.flatMap((_, i) => (ray[i] === 0 ? [] : [i]));
  const { rhs } = family.tasks[task]!;
  const total = carrying.reduce((sum, i) => sum + ray[i]! * rhs[i]!, 0);
  const conflict = minimalConflict(family, task);
  const near = nearest(family, task, ray);
  return [
    heading("It has no solution"),
    text(sentence(answer.reason)),
    text(
      "Proof (Farkas): each row times its weight, added up. On the left nothing can be above zero, whatever the units' intensities; on the right stands ",
      number(total, 4),
      ".",
    ),
    {
      is: "table",
      columns: [
        { header: "row" },
        { header: "weight", numeric: true },
        { header: "right side", numeric: true },
        { header: "their product", numeric: true },
      ],
      rows: [
        ...carrying.map((i) => [
          [`${family.rows[i]!.label} ${relations[family.rows[i]!.relation]}`],
          [figure(ray[i]!, 5)],
          [figure(rhs[i]!, 6)],
          [figure(ray[i]! * rhs[i]!, 5)],
        ]),
        [["sum"], [""], [""], [figure(total, 5)]],
      ],
    },
    ...leftSide(family, task, ray, near, nameOf),
    text(
      conflict.length === 1
        ? `The row ${conflictWords(conflict[0]!)} alone cannot be met.`
        : `The smallest set of rows that conflict: ${joined(conflict.map(conflictWords))}. Without any one of them there would be a solution.`,
    ),
  ];
}

const relations = { "<=": "≤", "=": "=", ">=": "≥" } as const;

function conflictWords({ row, relation }: ReturnType<typeof minimalConflict>[number]): string {
  return `${row.label} ${relations[relation]}${row.relation === "=" ? " (one side of its equation)" : ""}`;
}

/** The ray with its largest product 1 and without the rows that are rounding. */
function scaled(family: LpFamily, task: number, ray: Float64Array): Float64Array {
  const n = family.columns.length;
  const { rhs } = family.tasks[task]!;
  const parts = family.rows.map((_, i) => {
    let size = Math.abs(rhs[i]!);
    for (let j = 0; j < n; j++) size = Math.max(size, Math.abs(family.matrix[i * n + j]!));
    return Math.abs(ray[i] ?? 0) * size;
  });
  const largest = Math.max(...parts);
  const unit = Math.max(...Array.from(ray, Math.abs));
  return Float64Array.from(ray, (value, i) => (parts[i]! <= 1e-6 * largest ? 0 : value / unit));
}

/** The units that come nearest to what is asked for: those that weigh least against it. */
function nearest(family: LpFamily, task: number, ray: Float64Array): { column: number; value: number }[] {
  const left = new Set(family.tasks[task]!.excluded);
  const n = family.columns.length;
  return family.columns
    .flatMap((_, column) => {
      if (left.has(column)) return [];
      let value = 0;
      let size = 0;
      for (let i = 0; i < family.rows.length; i++) {
        const term = ray[i]! * family.matrix[i * n + column]!;
        value += term;
        size += Math.abs(term);
      }
      return size === 0
        ? []
        : [{ column, value: Math.abs(value) <= 1e-9 * size ? 0 : value, share: value / size }];
    })
    .sort((a, b) => b.share - a.share)
    .slice(0, 4);
}

/** `0 λ[A] − 2 λ[B] − …`, the left side of the sum. */
function leftSide(
  family: LpFamily,
  task: number,
  ray: Float64Array,
  near: readonly { readonly column: number; readonly value: number }[],
  nameOf: (observation: number) => string,
): Block[] {
  if (near.length === 0) return [];
  const m = family.rows.length;
  const { own } = family.tasks[task]!;
  const term = (factor: number, of: Formula) => {
    const size = figure(Math.abs(factor), 4);
    const times = size === "1" ? of : product({ is: "number", text: size }, of);
    return factor < 0 ? minus(times) : plus(times);
  };
  const intensities = near.map(({ column, value }) => {
    const one = family.columns[column]!;
    const letter = { lambda: "λ", mu: "μ", nu: "ν", limit: "π" }[one.kind];
    return term(value, symbol(letter, [name(columnName(one, column, nameOf))]));
  });
  const others = family.own.flatMap((one, k) => {
    let factor = 0;
    let size = 0;
    for (let i = 0; i < m; i++) {
      factor += ray[i]! * own[k * m + i]!;
      size += Math.abs(ray[i]! * own[k * m + i]!);
    }
    return Math.abs(factor) <= 1e-9 * size || size === 0 ? [] : [term(factor, name(one.name))];
  });
  const rest = family.columns.length - family.tasks[task]!.excluded.length > near.length;
  return [
    text("The left side; the units named first come nearest to what is asked for:"),
    {
      is: "formulas",
      lines: [
        {
          left: add(...intensities, ...others, ...(rest ? [plus({ is: "words", text: "…" } as const)] : [])),
          sign: "≤",
          right: number(0),
        },
      ],
    },
  ];
}
