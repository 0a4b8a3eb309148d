/** Sorts the entries of a `data` block and checks those that stand for themselves. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { panels } from "../diagnostics/panels.ts";
import type { Panel } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { suggestion } from "./naming.ts";

type Entry<K extends ast.DataEntry["kind"]> = Extract<ast.DataEntry, { readonly kind: K }>;

/** The entries of a block by what they say. */
export interface DataEntries {
  readonly dmu: readonly ast.Name[];
  readonly period?: ast.Name;
  readonly groups: readonly ast.Name[];
  readonly columns: readonly ast.DataColumn[];
  readonly where: readonly ast.Expr[];
  readonly missing?: Entry<"missing">;
  readonly missingValues: readonly string[];
  readonly joins: Panel["joins"];
  readonly decimal: "." | ",";
  readonly sheet?: string;
  readonly wide?: ast.Name;
  /** False where an error has been reported. */
  readonly ok: boolean;
}

export function readEntries(decl: ast.DataDecl, ctx: CheckContext): DataEntries {
  const panel = decl.name.text;
  let ok = true;
  const all = <K extends ast.DataEntry["kind"]>(kind: K) =>
    decl.entries.filter((entry): entry is Entry<K> => entry.kind === kind);
  const once = <K extends ast.DataEntry["kind"]>(kind: K): Entry<K> | undefined => {
    const [first, ...more] = all(kind);
    for (const extra of more) {
      const related = [{ span: first!.span, message: "it stands here already" }];
      report(ctx.sink, panels.entryTwice, extra.span, { entry: kind, panel }, { related });
      ok = false;
    }
    return first;
  };
  if (decl.file === undefined) {
    for (const entry of decl.entries) {
      if (!["join", "decimal", "sheet", "wide"].includes(entry.kind)) continue;
      report(ctx.sink, panels.onlyForFiles, entry.span, { entry: entry.kind, panel });
      ok = false;
    }
  }
  const decimal = once("decimal")?.value;
  if (decimal !== undefined && decimal.value !== "." && decimal.value !== ",") {
    report(ctx.sink, panels.badDecimal, decimal.span, { value: decimal.value });
    ok = false;
  }
  const wide = once("wide")?.name;
  const period = once("period")?.name;
  if (wide !== undefined && period !== undefined && wide.text !== period.text) {
    report(ctx.sink, panels.widePeriod, period.span, { wide: wide.text, period: period.text });
    ok = false;
  }
  const joins: Panel["joins"][number][] = [];
  for (const entry of all("join")) {
    const path = ctx.resolvePath(entry.path);
    if (path === null) ok = false;
    else joins.push({ path, on: entry.on.map((name) => name.text), span: entry.span });
  }
  const sheetEntry = once("sheet");
  const sheet = sheetEntry?.value.value;
  if (sheetEntry !== undefined && decl.file !== undefined && !/\.xls[xm]$/i.test(decl.file.value)) {
    report(ctx.sink, panels.sheetOfText, sheetEntry.span, { path: decl.file.value });
    ok = false;
  }
  const missing = once("missing");
  const kept = wide ?? period;
  return {
    dmu: once("dmu")?.names ?? [],
    ...(kept === undefined ? {} : { period: kept }),
    groups: all("group").flatMap((entry) => entry.names),
    columns: all("column"),
    where: all("where").map((entry) => entry.condition),
    ...(missing === undefined ? {} : { missing }),
    missingValues: all("missing-values").flatMap((entry) => entry.values.map((text) => text.value)),
    joins,
    decimal: decimal?.value === "," ? "," : ".",
    ...(sheet === undefined ? {} : { sheet }),
    ...(wide === undefined ? {} : { wide }),
    ok,
  };
}

/** What the `missing` entry says; null after a report. */
export function readMissing(
  entry: Entry<"missing"> | undefined,
  keys: readonly string[],
  panel: string,
  ctx: CheckContext,
): Panel["missing"] | null {
  if (entry === undefined || (entry.rule.text === "error" && entry.target === undefined))
    return { rule: "error" };
  const target = entry.target?.text;
  const rules = ["error", "drop", "values"];
  if (!rules.includes(entry.rule.text)) {
    const meant = suggestion(entry.rule.text, entry.rule.span, rules);
    report(ctx.sink, panels.badMissing, entry.rule.span, { panel }, meant);
    return null;
  }
  if (entry.rule.text === "drop" && target !== undefined) {
    if (keys.includes(target)) return { rule: "drop", what: { key: target } };
    if (target === "row") return { rule: "drop", what: "row" };
  }
  const options = target === undefined ? {} : suggestion(target, entry.target!.span, ["row", ...keys]);
  report(ctx.sink, panels.badMissing, entry.span, { panel }, options);
  return null;
}
