/** What stands behind a unit's numbers: the certificate of its program, the units that it is compared with, the distances of its index. */
import type { Table } from "../../../../runtime/tables/table.ts";
import { unitsOf } from "../../../../runtime/tables/table-view.ts";
import type { UnitName } from "../../contract.ts";

export interface NumberFacts {
  readonly status: string | null;
  readonly peers: readonly { readonly name: string; readonly weight: number }[];
  /** Null where the unit has no program of its own. */
  readonly certificate: {
    readonly holds: boolean;
    readonly solver: string;
    readonly retried: boolean;
    /** The greatest of primal residual, dual residual and gap. */
    readonly residual: number;
  } | null;
  /** Of an index: the distances that a change is made of. */
  readonly distances: readonly {
    readonly observed: string;
    readonly reference: string;
    readonly value: number;
  }[];
}

export function numberFacts(tables: readonly Table[], name: string, unit: UnitName): NumberFacts {
  const side = (word: string) => tables.find((table) => table.name === `${name}.${word}`);
  const own = tables.find((table) => table.name === name);
  const distances = side("distances");
  return {
    status: own === undefined ? null : status(own, unit),
    peers: peersOf(side("peers"), unit),
    certificate: distances === undefined ? certificateOf(side("certificates"), unit) : null,
    distances: distancesOf(distances, unit),
  };
}

function status(table: Table, unit: UnitName): string | null {
  const row = rowsOf(table, unit)[0];
  return row === undefined ? null : label(table, "status", row);
}

function peersOf(table: Table | undefined, unit: UnitName): NumberFacts["peers"] {
  if (table === undefined) return [];
  const names = table.columns.filter(({ name }) => name.startsWith("peer_"));
  const period = table.columns.find(({ role }) => role === "period");
  return rowsOf(table, unit).map((row) => {
    const parts = names.map(({ name, cells }) => ({ name, text: String(cells.values[row]) }));
    // A peer of the unit's own period goes by its name alone.
    const told = parts.filter(
      ({ name, text }) => name !== `peer_${period?.name}` || text !== (unit.period ?? ""),
    );
    return { name: told.map(({ text }) => text).join(" "), weight: number(table, "weight", row) };
  });
}

function certificateOf(table: Table | undefined, unit: UnitName): NumberFacts["certificate"] {
  const row = table === undefined ? undefined : rowsOf(table, unit)[0];
  if (table === undefined || row === undefined || label(table, "certified", row) === null) return null;
  const residuals = ["primal", "dual", "gap"].map((name) => Math.abs(number(table, name, row)));
  return {
    holds: label(table, "certified", row) === "yes",
    solver: label(table, "solver", row) ?? "",
    retried: label(table, "retried", row) === "yes",
    residual: Math.max(...residuals.filter(Number.isFinite)),
  };
}

/** Of both periods that a change links, on both bases, or on the common one where the reference is no period. */
function distancesOf(table: Table | undefined, unit: UnitName): NumberFacts["distances"] {
  if (table === undefined || unit.period === undefined) return [];
  const rows = rowsOf(table, { dmu: unit.dmu }, false).map((row) => ({
    observed: label(table, "observed", row) ?? "",
    reference: label(table, "reference", row) ?? "",
    value: number(table, "distance", row),
  }));
  const periods = [...new Set(rows.map(({ observed }) => observed))];
  const at = periods.indexOf(unit.period);
  if (at < 1) return [];
  const linked = [periods[at - 1]!, unit.period];
  return rows.filter(
    ({ observed, reference }) =>
      linked.includes(observed) && (linked.includes(reference) || !periods.includes(reference)),
  );
}

const indices = new WeakMap<Table, Map<string, number[]>>();

/** The rows of a unit, by an index that is made once. */
function rowsOf(table: Table, unit: UnitName, withPeriod = true): readonly number[] {
  let index = indices.get(table);
  if (index === undefined) {
    index = new Map();
    const unitOf = unitsOf(table);
    for (let row = 0; unitOf !== null && row < table.rows; row++) {
      const { dmu, period } = unitOf(row);
      for (const key of [dmu, `${dmu}\n${period ?? ""}`]) {
        const rows = index.get(key);
        if (rows === undefined) index.set(key, [row]);
        else rows.push(row);
      }
    }
    indices.set(table, index);
  }
  return index.get(withPeriod ? `${unit.dmu}\n${unit.period ?? ""}` : unit.dmu) ?? [];
}

function label(table: Table, name: string, row: number): string | null {
  const cell = table.columns.find((column) => column.name === name)?.cells.values[row] ?? null;
  return cell === null ? null : String(cell);
}
function number(table: Table, name: string, row: number): number {
  return Number(table.columns.find((column) => column.name === name)?.cells.values[row] ?? Number.NaN);
}
