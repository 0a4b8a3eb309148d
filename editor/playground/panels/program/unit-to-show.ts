/** Which unit of a measure's table is shown before the reader has chosen one. */
import type { Table } from "../../../../runtime/tables/table.ts";
import { sameUnit, unitsOf } from "../../../../runtime/tables/table-view.ts";
import type { UnitName } from "../../contract.ts";

/** The first inefficient unit of the last period, else the first with a number, else the first. */
export function unitToShow(table: Table): UnitName | null {
  const unitOf = unitsOf(table);
  if (unitOf === null || table.rows === 0) return null;
  const column = (name: string) => table.columns.find((one) => one.name === name)?.cells.values;
  const period = table.columns.find(({ role }) => role === "period")?.cells.values;
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const last = period === undefined ? null : greatest(rows.map((row) => period[row]!));
  const candidates = rows.filter((row) => period === undefined || period[row] === last);
  const [classes, statuses] = [column("class"), column("status")];
  const row =
    candidates.find((row) => classes?.[row] === "inefficient") ??
    candidates.find((row) => statuses?.[row] === "optimal") ??
    candidates[0];
  return row === undefined ? null : unitOf(row);
}

export function hasUnit(table: Table, unit: UnitName | null): boolean {
  const unitOf = unitsOf(table);
  if (unit === null || unitOf === null) return false;
  for (let row = 0; row < table.rows; row++) if (sameUnit(unitOf(row), unit)) return true;
  return false;
}

/**
 * The unit behind a short name of a program's column: a DMU of the period that is looked at, or one with its period behind it; null
 * where the table has none.
 */
export function unitNamed(name: string, table: Table, period: string | undefined): UnitName | null {
  const cut = name.lastIndexOf(" ");
  const names: readonly UnitName[] = [
    { dmu: name, ...(period === undefined ? {} : { period }) },
    { dmu: name.slice(0, Math.max(0, cut)), period: name.slice(cut + 1) },
  ];
  return names.find((one) => hasUnit(table, one)) ?? null;
}

function greatest<T extends string | number>(values: readonly T[]): T | null {
  return values.reduce<T | null>((most, one) => (most === null || one > most ? one : most), null);
}
