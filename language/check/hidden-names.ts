/** Warns of names of a block that hide declarations inside it. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { names } from "../diagnostics/names.ts";
import type { CheckContext } from "./context.ts";

/** Warns of each name of a panel or system that is also declared, once. */
export function warnOfHidden(decl: ast.DataDecl | ast.SystemDecl, ctx: CheckContext): void {
  const seen = new Set<string>();
  for (const name of decl.kind === "data" ? panelNames(decl) : systemNames(decl)) {
    const hidden = ctx.declared.get(name.text);
    if (hidden === undefined || !("name" in hidden) || seen.has(name.text)) continue;
    seen.add(name.text);
    // A dimension is often named like the key whose labels it takes; that is the same thing twice, not a trap.
    if (hidden.kind === "dimension" && decl.kind === "data" && isKey(name, decl)) continue;
    const related = [{ span: hidden.name.span, message: "the declaration" }];
    const what = hidden.kind === "data" ? "panel" : hidden.kind;
    report(ctx.sink, names.shadows, name.span, { name: name.text, what }, { related });
  }
}

function panelNames(decl: ast.DataDecl): ast.Name[] {
  const entries = decl.entries.flatMap((entry) => {
    if (entry.kind === "column" || entry.kind === "period") return [entry.name];
    return entry.kind === "dmu" || entry.kind === "group" ? entry.names : [];
  });
  return [...entries, ...(decl.table?.columns ?? []).map((column) => column.name)];
}

function systemNames(decl: ast.SystemDecl): ast.Name[] {
  return decl.entries.flatMap((entry) => (entry.kind === "time" ? [] : [entry.name]));
}

function isKey(name: ast.Name, decl: ast.DataDecl): boolean {
  return decl.entries.some(
    (entry) =>
      (entry.kind === "dmu" || entry.kind === "group") && entry.names.some((key) => key.text === name.text),
  );
}
