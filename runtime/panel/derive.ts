/** Derived columns and conditions of a panel, evaluated over its own rows. */
import type { Column, Expr, Panel } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { labelsFor, valuesFor } from "../evaluate/evaluate.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import { namedColumns } from "./named-columns.ts";

/** The environment in which the panel's own name means the table as far as it is built. */
export function inside(table: Table, env: Environment): Environment {
  return {
    table: (name) => (name === table.name ? table : env.table(name)),
    dimension: (name) => env.dimension(name),
  };
}

/** The panel's derived columns, each after those that it needs; the checker has refused circles. */
export function derivedInOrder(panel: Panel): Column[] {
  const derived = new Map(panel.columns.filter((c) => c.from.kind === "expr").map((c) => [c.name, c]));
  const ordered = new Set<Column>();
  const visit = (column: Column): void => {
    if (ordered.has(column)) return;
    for (const { table, column: needed } of namedColumns(column.from)) {
      const other = derived.get(needed);
      if (table === panel.name && other && other !== column) visit(other);
    }
    ordered.add(column);
  };
  for (const column of derived.values()) visit(column);
  return [...ordered];
}

/** Adds one derived column. */
export function addDerived(table: Table, column: Column, env: Environment): Table {
  if (column.from.kind !== "expr") return table;
  const { expr } = column.from;
  const { name, unit } = column;
  const cells: TableColumn["cells"] =
    expr.type.of === "label"
      ? { of: "label", values: labelsFor(expr, table, inside(table, env)) }
      : { of: "number", values: valuesFor(expr, table, inside(table, env)) };
  const added: TableColumn = { name, role: "value", unit, scale: expr.type.scale, cells };
  return { ...table, columns: [...table.columns, added] };
}

/** Whether a condition can be judged before the derived columns are there. */
export function needsDerived(condition: Expr, panel: Panel): boolean {
  const derived = new Set(panel.columns.filter((c) => c.from.kind === "expr").map((c) => c.name));
  return namedColumns(condition).some((c) => c.table === panel.name && derived.has(c.column));
}

/** The rows for which no condition is false (or, where `strict`, all are true). */
export function satisfying(
  table: Table,
  conditions: readonly Expr[],
  strict: boolean,
  env: Environment,
): number[] {
  const truths = conditions.map((condition) => valuesFor(condition, table, inside(table, env)));
  return Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    truths.every((truth) => truth[row] === 1 || (!strict && Number.isNaN(truth[row]))),
  );
}

/** Puts the value columns into the order of the block. */
export function inDeclaredOrder(table: Table, panel: Panel): Table {
  const place = (column: TableColumn): number =>
    column.role === "value" ? 1 + panel.columns.findIndex((c) => c.name === column.name) : 0;
  return { ...table, columns: [...table.columns].sort((a, b) => place(a) - place(b)) };
}
