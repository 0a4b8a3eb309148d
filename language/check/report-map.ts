/** Checks `map`: values on tiles or outlines. */
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { names } from "../diagnostics/names.ts";
import { reports } from "../diagnostics/reports.ts";
import type { ReportItem } from "../model.ts";
import { UnitSolver } from "../units/solver.ts";
import type { CheckContext } from "./context.ts";
import { type Draft, type Env, settle } from "./expression.ts";
import { requireKind, timeKey } from "./expression-accept.ts";
import { hasKeys, suggestion } from "./naming.ts";
import { draftValues, type ListItem } from "./report.ts";
import { Clauses } from "./report-clauses.ts";
import { declarationScope } from "./scope.ts";

type MapItem = Extract<ReportItem, { kind: "map" }>;

/** `map efficiency.score at 2017 using "tiles.csv" key province`; null after a reported error. */
export function checkMap(item: ListItem, ctx: CheckContext): Omit<MapItem, "span" | "doc"> | null {
  const clauses = new Clauses("map", item.clauses, ctx);
  const units = new UnitSolver();
  const scope = declarationScope(ctx);
  const drafted = draftValues(item, scope, ctx, units);
  const file = clauses.text("using", "the path of a file in quotation marks");
  const [key, ...more] = clauses.labelList("key", "the column that names the places") ?? [];
  const at = clauses.instants();
  const digits = clauses.digits();
  if (more.length > 0) clauses.refuse("key", "one column");
  const path = file === undefined ? null : ctx.resolvePath(file);
  if (drafted === null || drafted.length === 0) return null;
  if (clauses.get("using") === undefined) {
    report(ctx.sink, reports.needsUsing, item.span, {});
    return null;
  }
  const env: Env = { scope, ctx, units, draft: () => null };
  let ok = clauses.ok && units.solve(ctx.sink);
  for (const { draft } of drafted) {
    ok = requireKind(draft, "number", "a value on a map", env) && ok;
    if (at === undefined || timeKey(draft.type.keys) !== undefined) continue;
    report(ctx.sink, expressions.noTime, draft.span, { what: "`at`", keys: hasKeys(draft.type.keys) });
    ok = false;
  }
  const drafts = drafted.map((value) => value.draft);
  const places = ok ? placesOf(drafts, key, ctx) : null;
  if (places === null || path === null || file === undefined) return null;
  return {
    kind: "map",
    values: drafted.map((value) => ({ label: value.label, expr: settle(value.draft, units) })),
    ...(at === undefined ? {} : { at }),
    file: { path, span: file.span },
    key: places,
    column: key?.text ?? places,
    ...(digits === undefined ? {} : { digits }),
  };
}

/** The key of the values that names the places: the one that is written, or the only one that is no time. */
function placesOf(
  drafts: readonly Draft[],
  key: { readonly text: string; readonly span: Draft["span"] } | undefined,
  ctx: CheckContext,
): string | null {
  const shared = drafts
    .map(({ type }) => [...type.keys.map(({ name }) => name), ...type.groups])
    .reduce((all, list) => all.filter((name) => list.includes(name)));
  if (key !== undefined && shared.includes(key.text)) return key.text;
  const { keys, groups } = drafts[0]!.type;
  const labels = keys.filter(({ role }) => role !== "period" && role !== "time");
  // The file may have a name of its own for the key.
  if (labels.length === 1 && shared.includes(labels[0]!.name)) return labels[0]!.name;
  if (key === undefined) {
    report(ctx.sink, reports.mapKey, drafts[0]!.span, { keys: hasKeys(keys, groups) });
    return null;
  }
  const params = { key: key.text, keys: hasKeys(keys, groups) };
  report(ctx.sink, names.unknownKey, key.span, params, suggestion(key.text, key.span, shared));
  return null;
}
