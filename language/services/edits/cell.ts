/** A number of an inline table. */
import type * as ast from "../../ast.ts";
import type { CellEdit, Changes, Edited } from "./edit.ts";
import { findDeclaration } from "./find-declaration.ts";
import { shortNumber } from "./short-number.ts";

export function cellEdits(model: Edited, { panel, row, column, value }: CellEdit): Changes {
  const declared = findDeclaration(model, "data", panel);
  if ("wrong" in declared) return declared;
  const { table } = declared;
  if (table === undefined) return { wrong: `\`${panel}\` has no table in the model's text` };
  const at = placeOf(column, declared, table);
  if (at < 0) return { wrong: `the table of \`${panel}\` has no column \`${column}\`` };
  const cell = table.rows[row]?.cells[at];
  if (cell === undefined) return { wrong: `the table of \`${panel}\` has no row ${row + 1}` };
  const decimal = declared.entries.find((entry) => entry.kind === "decimal")?.value.value ?? ".";
  return { edits: [{ span: cell.span, text: shortNumber(value).replace(".", decimal) }] };
}

/** The place of a header, or of the one that a column with another name reads. */
function placeOf(column: string, { entries }: ast.DataDecl, { columns }: ast.InlineTable): number {
  const own = entries.find((entry) => entry.kind === "column" && entry.name.text === column);
  const read = own?.kind === "column" && own.value?.kind === "name" ? own.value.name.text : column;
  return columns.findIndex(({ name }) => name.text === read);
}
