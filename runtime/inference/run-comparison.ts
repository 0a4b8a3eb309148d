/** One measure against another of the same rows: technology gap (Battese, Rao & O'Donnell 2004), scale efficiency. */
import type { Comparison, Model, Technology } from "../../language/model.ts";
import { columnLabels } from "../evaluate/column-value.ts";
import type { Environment } from "../evaluate/environment.ts";
import { periodColumn } from "../measure/observations.ts";
import { ranks } from "../measure/ranks.ts";
import { keysAndGroups, labels, numbers } from "../measure/table-columns.ts";
import type { Table } from "../tables/table.ts";

const onFrontier = 1e-7;

/** The table of a comparison; both measures have been computed and have the same rows. */
export function runComparison(
  comparison: Comparison,
  model: Model,
  env: Environment,
): { readonly tables: Table[] } {
  const { name, fn, measures } = comparison;
  const [below, above] = measures.map((measure) => env.table(measure));
  if (below === undefined || above === undefined) return { tables: [] };
  const difference = comparison.scale === "difference";
  const [a, b] = [below, above].map((table) => numbersIn(table, difference ? "score" : "efficiency"));
  const score = a!.map((value, row) => {
    const result = difference ? b![row]! - value : b![row]! / value;
    return Number.isFinite(result) ? result : Number.NaN;
  });
  const efficiency = difference ? score.map((value) => 1 / (1 + value)) : score;
  const statuses = [below, above].map((table) => labelsIn(table, "status"));
  const status = Array.from(score, (value, row) => statusOf(statuses[0]![row]!, statuses[1]![row]!, value));
  const notes = [
    difference
      ? `score: β of \`${measures[1]}\` − β of \`${measures[0]}\`; 0 where both frontiers are as far.`
      : `score: efficiency of \`${measures[1]}\` / efficiency of \`${measures[0]}\`.`,
  ];
  const empty = status.filter((one) => one !== "optimal").length;
  if (empty > 0)
    notes.push(`${empty} of ${score.length} rows lack one of the two scores and have none here.`);
  return {
    tables: [
      {
        name,
        rows: score.length,
        columns: [
          ...keysAndGroups(below),
          numbers("score", score, { symbol: fn === "technology_gap" ? "TGR" : "SE" }),
          numbers("efficiency", efficiency),
          labels(
            "class",
            Array.from(efficiency, (value) =>
              Number.isNaN(value) ? null : value >= 1 - onFrontier ? "efficient" : "inefficient",
            ),
          ),
          numbers("rank", ranks(efficiency, cellsOf(below, comparison, model))),
          labels("status", status),
        ],
        notes,
      },
    ],
  };
}

function numbersIn(table: Table, name: string): Float64Array {
  const cells = table.columns.find((column) => column.name === name)?.cells;
  if (cells?.of !== "number") throw new Error(`no numbers ${name} in ${table.name}`);
  return cells.values;
}

function labelsIn(table: Table, name: string): readonly string[] {
  return columnLabels(table.columns.find((column) => column.name === name)!).map(String);
}

/** What keeps the row from having a number: the graver of both. */
function statusOf(a: string, b: string, value: number): string {
  for (const status of ["undefined", "infeasible", "unbounded"])
    if (a === status || b === status) return status;
  return Number.isNaN(value) ? "undefined" : "optimal";
}

/** The period and frontier group of each row. */
function cellsOf(table: Table, { technology }: Comparison, model: Model): string[] {
  const found = model.declarations.find(
    (d): d is Technology => d.kind === "technology" && d.name === technology,
  )!;
  const columns = [
    periodColumn(table),
    ...found.by.map((by) => table.columns.find((column) => column.name === by)),
  ].flatMap((column) => (column === undefined ? [] : [columnLabels(column)]));
  return Array.from({ length: table.rows }, (_, row) => JSON.stringify(columns.map((column) => column[row])));
}
