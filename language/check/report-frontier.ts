/** Checks `frontier` and `program`: pictures of one measure's linear programs. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { names } from "../diagnostics/names.ts";
import { reports } from "../diagnostics/reports.ts";
import type { Measure, Panel, ReportItem, Technology } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { knownLabels } from "./known-labels.ts";
import { hasKeys, suggestion, whatText } from "./naming.ts";
import type { ListItem } from "./report.ts";
import { Clauses } from "./report-clauses.ts";

type Item<K extends ReportItem["kind"]> = Omit<Extract<ReportItem, { kind: K }>, "span" | "doc">;

/** `frontier inefficiency: value against carbon at 2017 for "Beijing"`; null after a reported error. */
export function checkFrontier(item: ListItem, ctx: CheckContext): Item<"frontier"> | null {
  const clauses = new Clauses("frontier", item.clauses, ctx);
  const [y, ...others] = clauses.nameList(":", "a variable of the technology") ?? [];
  const [x, ...more] = clauses.nameList("against", "a variable of the technology") ?? [];
  const subject = subjectOf("frontier", item, ctx);
  const unit = unitOf(clauses, subject, ctx);
  if (subject === null) return null;
  const { measure, technology } = subject;
  const written = clauses.get(":") !== undefined && clauses.get("against") !== undefined;
  if (!written || others.length > 0 || more.length > 0) {
    if (clauses.ok) report(ctx.sink, reports.frontierForm, item.span, { measure: measure.name });
    return null;
  }
  if (y === undefined || x === undefined) return null;
  if (technology.stages !== undefined) {
    report(ctx.sink, reports.frontierOfStages, item.items[0]!.span, { measure: measure.name });
    return null;
  }
  const known = technology.variables.map(({ name }) => name);
  for (const name of [y, x]) {
    if (known.includes(name.text)) continue;
    const params = { name: name.text, technology: technology.name };
    report(ctx.sink, reports.notAVariable, name.span, params, suggestion(name.text, name.span, known));
    return null;
  }
  if (x.text === y.text) {
    report(ctx.sink, reports.sameAxes, x.span, { name: x.text });
    return null;
  }
  return unit && { kind: "frontier", measure: measure.name, y: y.text, x: x.text, ...unit };
}

/** `program inefficiency for "Beijing" at 2017`; null after a reported error. */
export function checkProgram(item: ListItem, ctx: CheckContext): Item<"program"> | null {
  const clauses = new Clauses("program", item.clauses, ctx);
  const subject = subjectOf("program", item, ctx);
  const unit = unitOf(clauses, subject, ctx);
  if (subject === null || unit === null) return null;
  const { measure, panel } = subject;
  if (unit.dmu === undefined) {
    report(ctx.sink, reports.programOfWhom, item.span, { panel: panel.name, keys: panel.dmu });
    return null;
  }
  return {
    kind: "program",
    measure: measure.name,
    dmu: unit.dmu,
    ...(unit.at !== undefined && { at: unit.at }),
  };
}

interface Subject {
  readonly measure: Measure;
  readonly technology: Technology;
  readonly panel: Panel;
}

/** The measure that an item names; null after a report, or silently where it failed itself. */
function subjectOf(what: "frontier" | "program", item: ListItem, ctx: CheckContext): Subject | null {
  const [first, ...more] = item.items;
  if (first === undefined || first.kind === "broken") return null;
  if (first.kind !== "name" || more.length > 0) {
    report(ctx.sink, reports.needsMeasure, first.span, { item: what, found: "an expression" });
    return null;
  }
  const { text, span } = first.name;
  const found = ctx.checked.get(text);
  if (found?.kind === "measure") {
    const technology = ctx.checked.get(found.spec.technology);
    const panel = technology?.kind === "technology" ? ctx.checked.get(technology.panel) : undefined;
    return technology?.kind === "technology" && panel?.kind === "panel"
      ? { measure: found, technology, panel }
      : null;
  }
  if (found !== undefined) {
    const params = { item: what, found: whatText(found.kind.replaceAll("_", " ")) };
    report(ctx.sink, reports.needsMeasure, span, params);
    return null;
  }
  if (ctx.declared.has(text) || text === "") return null;
  const measures = [...ctx.declared].flatMap(([name, decl]) => (decl.kind === "measure" ? [name] : []));
  report(ctx.sink, names.unknownName, span, { name: text }, suggestion(text, span, measures));
  return null;
}

/** Which unit is looked at: its labels after `for`, its period after `at`. */
function unitOf(
  clauses: Clauses,
  subject: Subject | null,
  ctx: CheckContext,
): { readonly dmu?: readonly string[]; readonly at?: number | string } | null {
  const labels = clauses.labelList("for", 'a DMU, such as `"Beijing"`');
  const at = clauses.instant();
  if (!clauses.ok || subject === null) return null;
  const { panel } = subject;
  if (at !== undefined && panel.period === undefined) {
    const keys = hasKeys(panel.dmu.map((name) => ({ name })));
    report(ctx.sink, expressions.noTime, clauses.get("at")!.span, { what: "`at`", keys });
    return null;
  }
  if (labels !== undefined && !namesDmu(labels, clauses.get("for")!, panel, ctx)) return null;
  return {
    ...(labels === undefined ? {} : { dmu: labels.map(({ text }) => text) }),
    ...(at === undefined ? {} : { at }),
  };
}

/** Whether the labels can name one DMU: at most one for each of the panel's DMU columns, and known where the panel stands in the model. */
function namesDmu(
  labels: readonly ast.Name[],
  clause: ast.ReportClause,
  panel: Panel,
  ctx: CheckContext,
): boolean {
  if (labels.length > panel.dmu.length) {
    const params = { panel: panel.name, keys: panel.dmu, given: labels.length };
    report(ctx.sink, reports.dmuLabels, clause.span, params);
    return false;
  }
  const whole = labels.length === panel.dmu.length;
  const known = panel.dmu.map((name) => knownLabels({ name, role: "dmu" }, [panel.name], ctx));
  const strange = labels.filter((label, i) => {
    // A part of a DMU's labels may stand in any of its columns.
    const columns = whole ? [i] : panel.dmu.map((_, k) => k);
    if (columns.some((k) => known[k] === undefined || known[k].includes(label.text))) return false;
    const all = columns.flatMap((k) => known[k] ?? []);
    const { fixes: _, ...help } = suggestion(label.text, label.span, all);
    report(
      ctx.sink,
      names.unknownLabel,
      label.span,
      { label: label.text, key: panel.dmu[columns[0]!]! },
      help,
    );
    return true;
  });
  return strange.length === 0;
}
