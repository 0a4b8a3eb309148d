/** Aggregates: many rows to one for each combination of the keys that stay. */

import { data } from "../../language/diagnostics/data.ts";
import { diagnose } from "../../language/diagnostics/entry.ts";
import type { Span } from "../../language/source.ts";
import { rowName, type Shape, takeRows } from "./align.ts";
import { EvaluationFault } from "./fault.ts";
import { arithmetic } from "./math.ts";
import { mapNumbers, together } from "./row-by-row.ts";
import { geomean, greatest, least, mean, median, sd, sum } from "./statistics.ts";
import { type KeyColumn, type Label, labelsOf, numbersOf, type Value } from "./value.ts";

export interface AggregateCall {
  readonly fn: string;
  readonly arg: Value;
  /** Only rows where it is true count. */
  readonly where?: Value;
  readonly weights?: Value;
  readonly by: readonly string[];
  readonly span: Span;
}

/**
 * Missing values are left out. A group of which no row satisfies `where` has the count and sum 0 and no mean;
 * one whose rows are all missing has no sum either.
 */
export function aggregate(call: AggregateCall): Value {
  const { arg, where, weights } = call;
  if (call.fn === "share" && arg.cells.of === "number") return partOfSum(call);
  const { shape, rows } = together([arg, ...(where ? [where] : []), ...(weights ? [weights] : [])]);
  const { groups, members } = groupRows(shape, call.by);
  const at = (operand: number) => (row: number) => rows[operand]![row]!;
  const condition = where && numbersOf(where);
  const included = (row: number) => !condition || condition[at(1)(row)] === 1;
  const kept = members.map((list) => list.filter(included));
  const result = { ...groups, rows: members.length };
  if (call.fn === "only") return { ...result, cells: only(call, shape, kept, at(0)) };
  const cells =
    arg.cells.of === "label" ? labelsOf(arg).map((l) => (l === null ? Number.NaN : 1)) : numbersOf(arg);
  const heaviness = weights && numbersOf(weights);
  const weightRow = at(where ? 2 : 1);
  const values = kept.map((list) => {
    const present = list.filter((row) => at(0)(row) >= 0 && !Number.isNaN(cells[at(0)(row)]!));
    const weighed = heaviness
      ? present.filter((row) => weightRow(row) >= 0 && !Number.isNaN(heaviness[weightRow(row)]!))
      : present;
    const xs = weighed.map((row) => cells[at(0)(row)]!);
    const ws = heaviness && weighed.map((row) => heaviness[weightRow(row)]!);
    return statistic(call, xs, ws, list.length);
  });
  return { ...result, cells: { of: "number", values: Float64Array.from(values) } };
}

/** The share of a number is its part of the sum over the rows with the same `by` keys; it keeps all its keys. */
function partOfSum(call: AggregateCall): Value {
  const { arg, where } = call;
  const counted = where ? mapNumbers([arg, where], (x, yes) => (yes === 1 ? x : Number.NaN)) : arg;
  return mapNumbers([counted, aggregate({ ...call, fn: "sum" })], arithmetic.divide);
}

function statistic(
  call: AggregateCall,
  xs: readonly number[],
  weights: readonly number[] | undefined,
  rows: number,
): number {
  switch (call.fn) {
    case "count":
      return call.arg.cells.of === "boolean" ? sum(xs) : xs.length;
    case "sum":
      return xs.length === 0 && rows > 0 ? Number.NaN : sum(xs);
    case "share":
    case "mean":
      return mean(xs, weights);
    case "geomean":
      return geomean(xs, weights);
    case "min":
      return least(xs);
    case "max":
      return greatest(xs);
    case "median":
      return median(xs);
    case "sd":
      return sd(xs);
    default:
      throw new Error(`no aggregate ${call.fn}`);
  }
}

/** The one value of each group that is there; several are an error, none is missing. */
function only(
  call: AggregateCall,
  shape: Shape,
  kept: readonly (readonly number[])[],
  at: (row: number) => number,
): Value["cells"] {
  const labels = labelsOf(call.arg);
  const found = kept.map((list): Label => {
    const present = list.filter((row) => at(row) >= 0 && labels[at(row)] !== null);
    if (present.length > 1) {
      const [first, second] = present.map((row) => describeRow(shape.keys, row));
      const params = { what: "`only(…)`", key: `(${first}) and (${second})`, count: present.length };
      throw new EvaluationFault(diagnose(data.notUnique, call.span, params));
    }
    return present.length === 0 ? null : labels[at(present[0]!)]!;
  });
  if (call.arg.cells.of === "label") return { of: "label", values: found };
  return {
    of: call.arg.cells.of,
    values: Float64Array.from(found, (v) => (v === null ? Number.NaN : Number(v))),
  };
}

/** `Beijing, 2017` */
export function describeRow(keys: readonly KeyColumn[], row: number): string {
  return keys.map((key) => String(key.labels[row] ?? "(empty)")).join(", ");
}

/**
 * Groups the rows of a shape by some of its key and group columns, in order of first appearance. Group columns
 * that have one label in each combination go along.
 */
export function groupRows(
  shape: Shape,
  by: readonly string[],
): { groups: Pick<Value, "keys" | "groups">; members: number[][] } {
  const columns = by.map((name) => {
    const column = [...shape.keys, ...shape.groups].find((c) => c.name === name);
    if (!column) throw new Error(`no key ${name} to group by`);
    return column;
  });
  const index = new Map<string, number[]>();
  if (columns.length === 0) index.set("", []);
  for (let row = 0; row < shape.rows; row++) {
    const name = rowName(columns, row);
    const list = index.get(name);
    if (list) list.push(row);
    else index.set(name, [row]);
  }
  const members = [...index.values()];
  const first = members.map((list) => list[0] ?? -1);
  if (columns.length === 0) return { groups: { keys: [], groups: [] }, members };
  const determined = shape.groups.filter(
    (g) =>
      !by.includes(g.name) && members.every((list) => list.every((r) => g.labels[r] === g.labels[list[0]!])),
  );
  return { groups: { keys: takeRows(columns, first), groups: takeRows(determined, first) }, members };
}
