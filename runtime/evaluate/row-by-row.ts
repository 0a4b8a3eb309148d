/** Row-by-row operations: what broadcasts by label and then works on one cell of each operand. */
import type { Expr } from "../../language/model.ts";
import { combine, type Shape } from "./align.ts";
import { type Label, labelsOf, numbersOf, type Value } from "./value.ts";

/** Brings values to one shape; each becomes its cells in the rows of that shape, missing where it has no row. */
export function together(values: readonly Value[]): { shape: Shape; rows: Int32Array[] } {
  const combined = combine(values);
  if (!combined) {
    const keys = values.map((v) => `(${v.keys.map((k) => k.name).join(", ")})`).join(" and ");
    throw new Error(`values with the keys ${keys} do not combine`);
  }
  return combined;
}

/** Applies a function of numbers row by row. */
export function mapNumbers(values: readonly Value[], fn: (...numbers: number[]) => number): Value {
  return spread(values, "number", fn);
}

/** Applies a function of truth values (1, 0, NaN for unknown) or numbers that gives a truth value. */
export function mapTruth(values: readonly Value[], fn: (...numbers: number[]) => number): Value {
  return spread(values, "boolean", fn);
}

function spread(
  values: readonly Value[],
  of: "number" | "boolean",
  fn: (...numbers: number[]) => number,
): Value {
  const { shape, rows } = together(values);
  const numbers = values.map(numbersOf);
  const out = new Float64Array(shape.rows);
  const operands = new Array<number>(values.length).fill(0);
  for (let row = 0; row < shape.rows; row++) {
    for (let v = 0; v < values.length; v++) {
      const at = rows[v]![row]!;
      operands[v] = at < 0 ? Number.NaN : numbers[v]![at]!;
    }
    out[row] = fn(...operands);
  }
  return { ...pick(shape), cells: { of, values: out } };
}

type Compare = Extract<Expr, { op: "compare" }>;

/**
 * Compares row by row. Text compares as text, numbers as numbers; with a missing side the answer is unknown.
 *
 * @param tolerance relative to the right side, or absolute in the left side's unit
 */
export function compareValues(
  left: Value,
  right: Value,
  relation: Compare["relation"],
  tolerance?: { readonly relative: boolean; readonly value: Value },
): Value {
  const values = tolerance ? [left, right, tolerance.value] : [left, right];
  const { shape, rows } = together(values);
  const cells = values.map(labelsOf);
  const out = new Float64Array(shape.rows);
  const cell = (v: number, row: number): Label => {
    const at = rows[v]![row]!;
    return at < 0 ? null : cells[v]![at]!;
  };
  for (let row = 0; row < shape.rows; row++) {
    const a = cell(0, row);
    const b = cell(1, row);
    const t = tolerance ? cell(2, row) : 0;
    if (a === null || b === null || typeof t !== "number") out[row] = Number.NaN;
    else if (typeof a === "number" && typeof b === "number") {
      out[row] = relates(relation, a - b, tolerance?.relative ? t * Math.abs(b) : t) ? 1 : 0;
    } else {
      const [x, y] = [String(a), String(b)];
      out[row] = relates(relation, x === y ? 0 : x < y ? -1 : 1, 0) ? 1 : 0;
    }
  }
  return { ...pick(shape), cells: { of: "boolean", values: out } };
}

/** Whether a difference left − right satisfies the relation, give or take the slack. */
function relates(relation: Compare["relation"], difference: number, slack: number): boolean {
  switch (relation) {
    case "==":
      return Math.abs(difference) <= slack;
    case "!=":
      return !(Math.abs(difference) <= slack);
    case "<":
      return slack > 0 ? difference <= slack : difference < 0;
    case "<=":
      return difference <= slack;
    case ">":
      return slack > 0 ? difference >= -slack : difference > 0;
    case ">=":
      return difference >= -slack;
  }
}

/** Chooses row by row; where the condition is unknown the answer is missing. */
export function choose(condition: Value, then: Value, otherwise: Value): Value {
  const { shape, rows } = together([condition, then, otherwise]);
  const truth = numbersOf(condition);
  const branches = [then, otherwise].map(labelsOf);
  const chosen: Label[] = [];
  for (let row = 0; row < shape.rows; row++) {
    const at = rows[0]![row]!;
    const yes = at < 0 ? Number.NaN : truth[at]!;
    const branch = yes ? 0 : 1;
    const source = Number.isNaN(yes) ? -1 : rows[branch + 1]![row]!;
    chosen.push(source < 0 ? null : branches[branch]![source]!);
  }
  if (then.cells.of === "label" || otherwise.cells.of === "label") {
    return { ...pick(shape), cells: { of: "label", values: chosen } };
  }
  const values = Float64Array.from(chosen, (v) => (v === null ? Number.NaN : Number(v)));
  return { ...pick(shape), cells: { of: then.cells.of, values } };
}

function pick(shape: Shape): Shape {
  return { keys: shape.keys, groups: shape.groups, rows: shape.rows };
}
