/** One value of a report table: taken row by row, or averaged over the keys that are not shown. */
import type { Expr } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import { groupRows } from "../evaluate/aggregate.ts";
import { takeValue } from "../evaluate/align.ts";
import type { Environment } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { select } from "../evaluate/select.ts";
import { geomean, mean } from "../evaluate/statistics.ts";
import { type KeyColumn, type Label, labelsOf, numbersOf, type Value } from "../evaluate/value.ts";
import { firstPeriods } from "./first-periods.ts";

export interface Summary {
  readonly label: string;
  readonly expr: Expr;
  readonly keys: readonly KeyColumn[];
  readonly rows: number;
  /** Numbers (NaN where missing), or labels. */
  readonly cells: readonly Label[];
  /** How rows were averaged; null where each cell is one row. */
  readonly averaged: "geometric" | "arithmetic" | null;
  /** Values that entered and that were missing; an index's first period is neither. */
  readonly present: number;
  readonly missing: number;
}

/**
 * @param by the keys that stay; all where absent
 * @param at keeps these periods or instants; a single one is no longer a key
 */
export function summarise(
  item: { readonly label: string; readonly expr: Expr },
  by: readonly string[] | undefined,
  at: readonly (number | string)[] | undefined,
  span: Span,
  env: Environment,
): Summary {
  return summariseValue(item, atPeriods(evaluate(item.expr, env), at, span), by, env);
}

/** The same of a value that has been evaluated, and perhaps cut, before. */
export function summariseValue(
  item: { readonly label: string; readonly expr: Expr },
  value: Value,
  by: readonly string[] | undefined,
  env: Environment,
): Summary {
  const cells = labelsOf(value);
  const isFirst = firstPeriods(item.expr, value, env);
  const empty = cells.flatMap((cell, row) => (cell === null ? [row] : []));
  const missing = empty.filter((row) => !isFirst(row)).length;
  const whole = { ...item, present: cells.length - empty.length, missing };
  const names = by?.filter((name) => [...value.keys, ...value.groups].some((k) => k.name === name));
  if (names === undefined) {
    return { ...whole, keys: value.keys, rows: value.rows, cells, averaged: null };
  }
  const { groups, members } = groupRows(value, names);
  const rows = members.length;
  if (value.cells.of === "label" || members.every((list) => list.length < 2)) {
    const one = members.map((list) => single(list.map((row) => cells[row]!)));
    return { ...whole, keys: groups.keys, rows, cells: one, averaged: null };
  }
  const geometric = item.expr.type.scale === "ratio";
  const numbers = numbersOf(value);
  const means = members.map((list) => {
    const xs = list.map((row) => numbers[row]!).filter((x) => !Number.isNaN(x));
    const m = geometric ? geomean(xs) : mean(xs);
    return Number.isNaN(m) ? null : m;
  });
  return {
    ...whole,
    keys: groups.keys,
    rows,
    cells: means,
    averaged: geometric ? "geometric" : "arithmetic",
  };
}

/** The label that several rows share; none where they differ. */
function single(cells: readonly Label[]): Label {
  const distinct = new Set(cells.filter((cell) => cell !== null));
  return distinct.size === 1 ? [...distinct][0]! : null;
}

/** Keeps some periods or instants; a single one is no longer a key. */
export function atPeriods(value: Value, at: readonly (number | string)[] | undefined, span: Span): Value {
  const key = value.keys.find((k) => k.role === "period" || k.role === "time");
  if (!key || !at || at.length === 0) return value;
  if (at.length === 1) return select(value, key.name, at[0]!, "at", span);
  // Each instant is looked up on its own, so that one that is not there is told.
  for (const instant of at) select(value, key.name, instant, "at", span);
  const wanted = new Set(at.map(String));
  const rows = Array.from({ length: value.rows }, (_, row) => row);
  return takeValue(
    value,
    rows.filter((row) => wanted.has(String(key.labels[row]))),
  );
}
