/** Document and workspace symbols: the declarations and what they hold. */
import type * as ast from "../ast.ts";
import type { Span } from "../source.ts";
import type { Analysis } from "./analysis.ts";
import type { SymbolKind } from "./symbols/symbol.ts";

export interface OutlineItem {
  readonly name: string;
  /** The word of the declaration or entry. */
  readonly detail: string;
  readonly kind: SymbolKind | "expect";
  readonly span: Span;
  /** The name; the whole where there is none. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

export function outline(analysis: Analysis, file: string): OutlineItem[] {
  const declarations = analysis.files.get(file)?.file.declarations ?? [];
  return declarations.flatMap((decl) => itemOf(decl, analysis, file) ?? []);
}

function itemOf(decl: ast.Declaration, analysis: Analysis, file: string): OutlineItem | undefined {
  if (decl.kind === "import") return undefined;
  if (decl.kind === "expect") {
    const { text } = analysis.files.get(file)!.file.source;
    const { start, end } = decl.condition.span;
    const name = decl.doc ?? text.slice(start, end).replace(/\s+/g, " ");
    const { span } = decl;
    return { name: name || "expect", detail: "expect", kind: "expect", span, selection: span, children: [] };
  }
  if (decl.name.text === "") return undefined;
  return item(decl.name, decl.kind, decl.kind, decl.span, childrenOf(decl));
}

function item(
  name: ast.Name,
  detail: string,
  kind: OutlineItem["kind"],
  span: Span,
  children: readonly OutlineItem[] = [],
): OutlineItem {
  return { name: name.text, detail, kind, span, selection: name.span, children };
}

function childrenOf(decl: ast.Declaration): OutlineItem[] {
  switch (decl.kind) {
    case "data": {
      const columns = (decl.table?.columns ?? []).map(({ name, span }) =>
        item(name, "column", "column", span),
      );
      const entries = decl.entries.flatMap((entry) => {
        if (entry.kind === "column") return [item(entry.name, "column", "column", entry.span)];
        if (entry.kind === "dmu" || entry.kind === "group") {
          return entry.names.map((name) => item(name, entry.kind, "column", name.span));
        }
        return entry.kind === "period" ? [item(entry.name, "period", "column", entry.name.span)] : [];
      });
      return [...columns, ...entries].filter(({ name }) => name !== "");
    }
    case "dimension":
      return (decl.labels ?? []).map((label) => item(label, "label", "label", label.span));
    case "technology":
      return decl.entries.flatMap((entry) => {
        if (entry.kind === "stage") return [item(entry.name, "stage", "stage", entry.span)];
        if (entry.kind !== "role") return [];
        return entry.variables.map(({ name, span }) => item(name, entry.role, "column", span));
      });
    case "system": {
      const modules = (decl.modules ?? []).map(({ name, span }) => item(name, "module", "module", span));
      const entries = decl.entries.flatMap((entry) =>
        entry.kind === "time" ? [] : [item(entry.name, entry.kind, "variable", entry.span)],
      );
      return [...entries, ...modules].filter(({ name }) => name !== "");
    }
    default:
      return [];
  }
}
