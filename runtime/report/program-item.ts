/** `program` items: one unit's linear program with its numbers, and its rows as a table. */
import { roleWords } from "../../compiler/print/notation.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Model, ReportItem } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { bindingRows } from "../explain/binding-rows.ts";
import { unitExplanation } from "../explain/unit-explanation.ts";
import { programOfRow, type UnitProgram } from "../explain/unit-program.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import { labels, numbers } from "../measure/table-columns.ts";
import type { Table } from "../tables/table.ts";
import { measureNamed } from "./frontier-item.ts";
import type { DocumentItem } from "./item-table.ts";
import { itemUnit } from "./item-unit.ts";

type ProgramItem = Extract<ReportItem, { kind: "program" }>;

/** Null after errors in the sink. */
export function programItem(
  name: string,
  item: ProgramItem,
  model: Model,
  env: Environment,
  sink: Diagnostics,
): DocumentItem | null {
  const measure = measureNamed(item.measure, model);
  const data = readFrontier({ ...measure.spec, priceRange: true }, model, env, sink);
  if (data === null) return null;
  const row = itemUnit(data, item, sink);
  if (row === null) return null;
  const unit = programOfRow(data, row);
  return {
    kind: "program",
    explanation: unitExplanation(measure, unit, model),
    table: rowsTable(name, unit),
  };
}

/**
 * One row for each row of the program: its relation, its right side, what it counts for (∂objective/∂right side) and whether it binds;
 * without a program no row, without an optimum no dual.
 */
function rowsTable(name: string, { answer, details }: UnitProgram): Table {
  const { program, status } = answer;
  const rows = program === null ? [] : program.family.rows;
  const rhs = program === null ? [] : program.family.tasks[program.task]!.rhs;
  const dual = status === "optimal" ? program!.solved.solution.dual : [];
  const binding = program === null || details === null ? null : bindingRows(program, details);
  return {
    name,
    rows: rows.length,
    columns: [
      labels(
        "row",
        rows.map(({ label }) => label),
      ),
      labels(
        "kind",
        rows.map(({ kind }) => (kind in roleWords ? roleWords[kind as keyof typeof roleWords].one : kind)),
      ),
      labels(
        "relation",
        rows.map(({ relation }) => relation),
      ),
      numbers("rhs", rhs),
      numbers(
        "dual",
        rows.map((_, i) => dual[i] ?? Number.NaN),
      ),
      labels(
        "binding",
        rows.map((_, i) => (binding === null ? null : binding[i] ? "yes" : "no")),
      ),
    ],
  };
}
