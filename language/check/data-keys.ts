/** The keys and groups of a panel: named in the block or inherited from its source. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { panels } from "../diagnostics/panels.ts";
import type { Span } from "../source.ts";
import type { CheckContext } from "./context.ts";
import type { DataEntries } from "./data-entries.ts";
import type { DataSource } from "./data-source.ts";
import { hasKeys, suggestion } from "./naming.ts";

export interface DataKeys {
  readonly dmu: readonly string[];
  readonly period?: string;
  readonly groups: readonly string[];
  readonly spans: Readonly<Record<string, Span>>;
  /** Whether the block names no keys and takes all of its source. */
  readonly inherited: boolean;
}

/** null after a reported error. */
export function readKeys(
  decl: ast.DataDecl,
  entries: DataEntries,
  source: DataSource,
  ctx: CheckContext,
): DataKeys | null {
  const panel = decl.name.text;
  const { shape, headers } = source;
  const written = [
    ...entries.dmu,
    ...(entries.period === undefined ? [] : [entries.period]),
    ...entries.groups,
  ];
  const spans: Record<string, Span> = {};
  let ok = true;
  for (const name of written) {
    if (spans[name.text] !== undefined) {
      const related = [{ span: spans[name.text]!, message: "the first one" }];
      report(ctx.sink, panels.duplicateColumn, name.span, { name: name.text, panel }, { related });
      ok = false;
    }
    spans[name.text] = name.span;
    if (name.text === "") ok = false;
    else if (headers !== undefined && !headers.has(name.text)) {
      const options = suggestion(name.text, name.span, headers.keys());
      report(ctx.sink, panels.notAmongHeaders, name.span, { name: name.text, panel }, options);
      ok = false;
    } else if (shape !== undefined && source.source.kind !== "stack") {
      const known = [...shape.keys.map((key) => key.name), ...shape.groups];
      if (known.includes(name.text)) continue;
      const has = hasKeys(shape.keys, shape.groups);
      const options = suggestion(name.text, name.span, known);
      report(ctx.sink, panels.notInSource, name.span, { name: name.text, source: shape.name, has }, options);
      ok = false;
    }
  }
  if (!ok) return null;
  const groups = entries.groups.map((name) => name.text);
  const named = entries.dmu.length > 0 || entries.period !== undefined;
  if (named || shape === undefined) {
    if (!named) {
      report(ctx.sink, panels.noKeys, decl.name.span, { panel });
      return null;
    }
    const period = entries.period?.text;
    const dmu = entries.dmu.map((name) => name.text);
    return { dmu, ...(period === undefined ? {} : { period }), groups, spans, inherited: false };
  }
  const isTime = (role: string) => role === "period" || role === "time";
  const period = shape.keys.find((key) => isTime(key.role))?.name;
  for (const { name } of [...shape.keys, ...shape.groups.map((group) => ({ name: group }))]) {
    spans[name] ??= decl.name.span;
  }
  return {
    dmu: shape.keys.filter((key) => !isTime(key.role)).map((key) => key.name),
    ...(period === undefined ? {} : { period }),
    groups: [...new Set([...shape.groups, ...groups])],
    spans,
    inherited: true,
  };
}
