/**
 * Builds a panel's table.
 *
 *     file ─ join ─ unfold ┐
 *     inline table ────────┤
 *     panel · stack · runs ┴─▶ rows ─ where ─ periods ─ missing ─ unique ─▶ derived columns ─ where ─ missing ─▶ table
 */
import { data } from "../../language/diagnostics/data.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import type { Expr, Panel } from "../../language/model.ts";
import { describeRow } from "../evaluate/aggregate.ts";
import { rowName } from "../evaluate/align.ts";
import { tableShape } from "../evaluate/column-value.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { Host } from "../results.ts";
import { mostMessages } from "../tables/raw-table.ts";
import type { Table } from "../tables/table.ts";
import { takeTableRows } from "../tables/take-rows.ts";
import { addDerived, derivedInOrder, inDeclaredOrder, needsDerived, satisfying } from "./derive.ts";
import { warnOfStrangeLabels } from "./known-labels.ts";
import { applyMissing, emptyValues } from "./missing.ts";
import type { PanelRows } from "./panel-rows.ts";
import type { PanelUse } from "./panel-use.ts";
import { readRows } from "./read-rows.ts";
import { oddPeriods, settlePeriods, withoutOrderOfPeriods } from "./settle-periods.ts";
import { rowsFromPanel, rowsFromRuns, rowsFromStack } from "./take-over.ts";

/**
 * Builds a panel's table; null after errors, which are in the sink.
 *
 * @param use what the model uses of it: only there must nothing be missing. All given columns where left out.
 */
export function buildPanel(
  panel: Panel,
  env: Environment,
  host: Host,
  sink: Diagnostics,
  use?: PanelUse,
): Table | null {
  const raw = givenRows(panel, env, host, sink);
  if (!raw) return null;
  const early = panel.where.filter((condition) => !needsDerived(condition, panel));
  const late = panel.where.filter((condition) => needsDerived(condition, panel));
  warnOfStrangeLabels(panel, raw, sink);
  const rows = takeRows(raw, chosenRows(panel, raw.table, early, env));
  const chosen = settlePeriods(panel, rows, raw.table);
  if (reportFaults(chosen, sink)) {
    reportDuplicates(panel, chosen, sink);
    return null;
  }
  const derived = derivedInOrder(panel);
  const read = panel.source.kind === "file" || panel.source.kind === "inline";
  if (read) {
    const given = panel.columns.filter((c) => c.from.kind === "header" && (use?.given.has(c.name) ?? true));
    const complete = applyMissing(
      panel,
      chosen,
      given.map((c) => c.name),
      sink,
    );
    if (!complete) {
      reportDuplicates(panel, chosen, sink);
      return null;
    }
    return finish(takeRows(chosen, complete.kept), complete.note);
  }
  return finish(chosen, null);

  function finish(given: PanelRows, note: string | null): Table | null {
    if (reportDuplicates(panel, given, sink)) return null;
    let { table } = given;
    for (const column of derived) table = addDerived(table, column, env);
    const rows = takeRows({ ...given, table }, satisfying(table, late, true, env));
    // A panel made from others is mostly computed columns, so that a rule to leave rows out judges all of them.
    const judged = panel.columns
      .filter((c) => (!read && panel.missing.rule === "drop") || use?.frontier.has(c.name))
      .filter((c) => !read || c.from.kind === "expr")
      .map((c) => c.name);
    const complete = applyMissing(panel, rows, judged, sink, use?.frontier ?? new Map());
    if (!complete) return null;
    table = takeTableRows(rows.table, complete.kept);
    if (table.rows === 0) {
      report(sink, data.noRows, panel.span, { panel: panel.name });
      return null;
    }
    const empty = emptyValues(panel, table, use?.elsewhere ?? new Set());
    const notes = [note, complete.note, ...empty].filter((said) => said !== null);
    return { ...inDeclaredOrder(table, panel), ...(notes.length > 0 && { notes }) };
  }
}

function givenRows(panel: Panel, env: Environment, host: Host, sink: Diagnostics): PanelRows | null {
  const { source } = panel;
  const tableOf = (name: string): Table => {
    const table = env.table(name);
    if (!table) throw new Error(`the table ${name} has not been computed`);
    return table;
  };
  switch (source.kind) {
    case "file":
    case "inline":
      return readRows(panel, host, sink);
    case "panel":
      return rowsFromPanel(panel, tableOf(source.panel), sink);
    case "stack":
      return rowsFromStack(panel, source.panels.map(tableOf));
    case "runs": {
      const dimensions = panel.dmu
        .filter((name) => name !== "scenario")
        .map((name) => ({ name, labels: env.dimension(name) }));
      return rowsFromRuns(panel, tableOf(source.system), dimensions, sink);
    }
  }
}

/** The rows that the conditions keep, and those that they leave out only because a period is no number. */
function chosenRows(panel: Panel, table: Table, conditions: readonly Expr[], env: Environment): number[] {
  const kept = satisfying(table, conditions, false, env);
  const odd = new Set(oddPeriods(table));
  if (odd.size === 0) return kept;
  const orderless = conditions.map((condition) => withoutOrderOfPeriods(condition, panel));
  const open = satisfying(table, orderless, false, env).filter((row) => odd.has(row));
  return [...new Set([...kept, ...open])].sort((a, b) => a - b);
}

function takeRows(rows: PanelRows, kept: readonly number[]): PanelRows {
  const place = new Map(kept.map((row, r) => [row, r]));
  return {
    ...rows,
    table: takeTableRows(rows.table, kept),
    lines: kept.map((row) => rows.lines[row]!),
    cellSpan: (row, column) => rows.cellSpan?.(kept[row]!, column),
    cellText: (row, column) => rows.cellText(kept[row]!, column),
    faults: rows.faults.flatMap((fault) => {
      const row = place.get(fault.row);
      return row === undefined ? [] : [{ ...fault, row }];
    }),
  };
}

/** Reports faults of the rows that are kept: each cell up to a limit, then how many more there are. */
function reportFaults(rows: PanelRows, sink: Diagnostics): boolean {
  for (const kind of ["number", "label", "period", "join"] as const) {
    const faults = rows.faults.filter((fault) => fault.kind === kind);
    const limit = kind === "join" ? 1 : mostMessages;
    faults.slice(0, limit).forEach((fault, i) => {
      sink.add(fault.diagnostic(i === limit - 1 ? faults.length - limit : 0));
    });
  }
  return rows.faults.length > 0;
}

/** Reports pairs of rows with the same keys. */
function reportDuplicates(panel: Panel, rows: PanelRows, sink: Diagnostics): boolean {
  const { keys } = tableShape(rows.table);
  const first = new Map<string, number>();
  let found = 0;
  for (let row = 0; row < rows.table.rows; row++) {
    const name = rowName(keys, row);
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, row);
      continue;
    }
    found++;
    if (found > mostMessages) break;
    const keyName = panel.dmu[0] ?? panel.period ?? "";
    const span = rows.cellSpan?.(row, keyName) ?? panel.keySpans[keyName] ?? panel.span;
    const other = rows.cellSpan?.(before, keyName);
    const related = other ? [{ span: other, message: "the first row" }] : [];
    const key = describeRow(keys, row);
    const lines = { first: rows.lines[before]!, second: rows.lines[row]! };
    report(sink, data.duplicateRow, span, { source: rows.source, key, ...lines }, { related });
  }
  return found > 0;
}
