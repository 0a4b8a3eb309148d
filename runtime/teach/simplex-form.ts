/** A program in the form with which the simplex method begins: right sides not below zero, an equation for each row, a first basis. */
import { name, symbol } from "../../compiler/print/math.ts";
import { commonScale, type Decimal, decimalOf, scaled } from "./exact-number.ts";
import type { DenseProgram, SimplexColumn, SimplexRow } from "./simplex-types.ts";

export interface SimplexForm {
  readonly columns: readonly SimplexColumn[];
  readonly rows: readonly SimplexRow[];
  readonly basis: readonly number[];
  /**
   * Whole numbers: a row for each row (right side last), then the objective and the sum of artificial variables as reduced costs over this
   * basis, with minus the objective's value last.
   */
  readonly numbers: readonly (readonly bigint[])[];
  /** A column of `numbers` stands for this many times the column's own variable: slacks count in units of their scaled row. */
  readonly units: readonly bigint[];
  /** By how much the two objectives are multiplied. */
  readonly scales: readonly [bigint, bigint];
}

const turnedRelation = { "≤": "≥", "=": "=", "≥": "≤" } as const;

export function simplexForm(program: DenseProgram): SimplexForm {
  const structural = program.columns.flatMap(({ free, ...column }): SimplexColumn[] =>
    free === true ? [half(column, 1), half(column, -1)] : [{ ...column, part: 0 }],
  );
  const columns = [...structural];
  const units = structural.map(() => 1n);
  const basis: number[] = [];
  const artificial: number[] = [];
  const rows: SimplexRow[] = [];
  const equations: { readonly cells: Map<number, bigint>; readonly rhs: bigint }[] = [];
  const open: { readonly row: number; readonly scale: number }[] = [];
  for (const [i, { cells, rhs, ...row }] of program.rows.entries()) {
    // With nothing on the right a slack alone is a basis.
    const turned = rhs < 0 || (rhs === 0 && row.relation === "≥");
    const relation = turned ? turnedRelation[row.relation] : row.relation;
    const sign = turned ? -1n : 1n;
    const decimals = cells.map(decimalOf);
    const scale = commonScale([...decimals, decimalOf(rhs)]);
    const unit = 10n ** BigInt(scale);
    const numbers = new Map<number, bigint>();
    let at = 0;
    for (const [k, { free }] of program.columns.entries()) {
      const value = sign * scaled(decimals[k]!, scale);
      numbers.set(at++, value);
      if (free === true) numbers.set(at++, -value);
    }
    if (relation !== "=") {
      const kind = relation === "≤" ? "slack" : "surplus";
      numbers.set(columns.length, relation === "≤" ? 1n : -1n);
      if (relation === "≤") basis[i] = columns.length;
      columns.push(helper(kind, i, row));
      units.push(unit);
    }
    if (relation !== "≤") open.push({ row: i, scale });
    rows.push({ ...row, relation, turned });
    equations.push({ cells: numbers, rhs: sign * scaled(decimalOf(rhs), scale) });
  }
  for (const { row, scale } of open) {
    equations[row]!.cells.set(columns.length, 1n);
    basis[row] = columns.length;
    artificial.push(columns.length);
    columns.push(helper("artificial", row, rows[row]!));
    units.push(10n ** BigInt(scale));
  }

  const width = columns.length;
  const numbers = equations.map(({ cells, rhs }) => [
    ...Array.from({ length: width }, (_, j) => cells.get(j) ?? 0n),
    rhs,
  ]);
  const costs = columns.map(({ cost }) => decimalOf(cost));
  const costScale = commonScale(costs);
  const objective = [...costs.map((cost: Decimal) => scaled(cost, costScale)), 0n];
  const sumScale = 10n ** BigInt(Math.max(0, ...open.map(({ scale }) => scale)));
  const sum = Array.from({ length: width + 1 }, () => 0n);
  for (const column of artificial) sum[column] = sumScale / units[column]!;
  for (const { row } of open) {
    const weight = sumScale / units[basis[row]!]!;
    for (let j = 0; j <= width; j++) sum[j] = sum[j]! - weight * numbers[row]![j]!;
  }
  return {
    columns,
    rows,
    basis,
    numbers: [...numbers, objective, sum],
    units,
    scales: [10n ** BigInt(costScale), sumScale],
  };
}

/** One half of a free variable, which is the difference of two. */
function half(column: Omit<SimplexColumn, "part">, part: 1 | -1): SimplexColumn {
  const { formula } = column;
  const mark = part === 1 ? "+" : "−";
  const marked = "sup" in formula && formula.sup !== undefined ? formula : { ...formula, sup: symbol(mark) };
  return {
    ...column,
    part,
    name: `${column.name}${part === 1 ? "⁺" : "⁻"}`,
    formula: marked,
    cost: part * column.cost,
  };
}

const letters = { slack: "s", surplus: "s", artificial: "a" } as const;

function helper(kind: keyof typeof letters, row: number, of: Omit<SimplexRow, "turned">): SimplexColumn {
  return {
    kind,
    name: `${kind} of ${of.name}`,
    formula: symbol(letters[kind], [name(of.name)]),
    part: 0,
    row,
    ...(of.variable === undefined ? {} : { variable: of.variable }),
    ...(of.source === undefined ? {} : { source: of.source }),
    cost: 0,
  };
}
