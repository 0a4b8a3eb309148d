/** How many linear programs there were, how they ended and whether their certificates hold. */
import type { ProgramCount } from "../../runtime/results.ts";
import type { DisplayColumn, DisplayTable } from "../../runtime/tables/display-table.ts";
import type { Table } from "../../runtime/tables/table.ts";
import { count } from "./diagnostics.ts";

/** One line for each measure and index, and a total where there are several. */
export function programTable(counts: readonly ProgramCount[]): DisplayTable {
  const lines = counts.length > 1 ? [...counts, total(counts)] : counts;
  const number = (header: string, of: (c: ProgramCount) => number): DisplayColumn => ({
    header,
    sub: "",
    key: false,
    numeric: true,
    cells: lines.map((c) => of(c).toLocaleString("en-US")),
  });
  const optional = [
    number("unbounded", (c) => c.unbounded),
    number("undefined", (c) => c.undefined),
    number("re-solved", (c) => c.retried),
  ];
  const columns: DisplayColumn[] = [
    { header: "", sub: "", key: true, numeric: false, cells: lines.map((c) => c.name) },
    number("programs", solved),
    number("optimal", (c) => c.optimal),
    number("infeasible", (c) => c.infeasible),
    number("certified", (c) => c.certified),
    ...optional.filter((column) => column.cells.some((cell) => cell !== "0")),
  ];
  return { columns, hidden: 0, gapBefore: lines.length };
}

/** Whether a table counts infeasible programs and found some: one of zeros alone has nothing to tell. */
export function tellsOfInfeasible(table: Table): boolean {
  const counts = table.columns.find((c) => c.name === "infeasible");
  return (
    table.name.endsWith(".infeasible") &&
    counts !== undefined &&
    Array.from(counts.cells.values).some(Boolean)
  );
}

/** "3,320 linear programs: 3,270 optimal, 50 infeasible; every one certified, 2 solved again by a second solver." */
export function programSentence(counts: readonly ProgramCount[]): string {
  const all = total(counts);
  const n = solved(all);
  const ends = [
    `${all.optimal.toLocaleString("en-US")} optimal`,
    all.infeasible > 0 ? `${all.infeasible.toLocaleString("en-US")} infeasible` : "",
    all.unbounded > 0 ? `${all.unbounded.toLocaleString("en-US")} unbounded` : "",
    all.undefined > 0 ? `${all.undefined.toLocaleString("en-US")} undefined` : "",
  ].filter(Boolean);
  const open = all.optimal + all.infeasible - all.certified;
  const certified =
    open <= 0 ? "every answer certified" : `${open.toLocaleString("en-US")} without a certificate`;
  const retried = all.retried > 0 ? `, ${count(all.retried, "program")} solved again by a second solver` : "";
  const programs = `${n.toLocaleString("en-US")} linear program${n === 1 ? "" : "s"}`;
  return `${programs}: ${ends.join(", ")}; ${certified}${retried}.`;
}

function solved(c: ProgramCount): number {
  return c.optimal + c.infeasible + c.unbounded + c.undefined;
}

function total(counts: readonly ProgramCount[]): ProgramCount {
  const sum = (of: (c: ProgramCount) => number) => counts.reduce((n, c) => n + of(c), 0);
  return {
    name: "all",
    optimal: sum((c) => c.optimal),
    infeasible: sum((c) => c.infeasible),
    unbounded: sum((c) => c.unbounded),
    undefined: sum((c) => c.undefined),
    certified: sum((c) => c.certified),
    retried: sum((c) => c.retried),
  };
}
