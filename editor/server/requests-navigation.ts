/** Requests that lead from name to name: definition, references, highlights, symbols, links, folding. */
import {
  DocumentHighlightKind,
  type DocumentSymbol,
  FoldingRangeKind,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import { folds } from "../../language/services/folding.ts";
import { definition, links, references } from "../../language/services/navigate.ts";
import { type OutlineItem, outline } from "../../language/services/outline.ts";
import type { Occurrence } from "../../language/services/symbols/symbol.ts";
import type { Serving } from "./server.ts";

const KINDS: Readonly<Record<OutlineItem["kind"], SymbolKind>> = {
  data: SymbolKind.Array,
  dimension: SymbolKind.Enum,
  unit: SymbolKind.TypeParameter,
  technology: SymbolKind.Class,
  direction: SymbolKind.Object,
  measure: SymbolKind.Function,
  index: SymbolKind.Function,
  robustness: SymbolKind.Function,
  influence: SymbolKind.Function,
  regression: SymbolKind.Function,
  system: SymbolKind.Module,
  scenario: SymbolKind.Event,
  sweep: SymbolKind.Event,
  sensitivity: SymbolKind.Event,
  calibration: SymbolKind.Event,
  optimization: SymbolKind.Event,
  report: SymbolKind.File,
  expect: SymbolKind.Boolean,
  column: SymbolKind.Field,
  result: SymbolKind.Field,
  variable: SymbolKind.Variable,
  argument: SymbolKind.Variable,
  stage: SymbolKind.Namespace,
  link: SymbolKind.Interface,
  module: SymbolKind.Module,
  label: SymbolKind.EnumMember,
};

export function answerNavigation({ connection, workspace, uris, convert }: Serving): void {
  connection.onDefinition(({ textDocument, position }) => {
    const path = uris.pathOf(textDocument.uri);
    const spans = definition(workspace.main(path), path, convert.offset(path, position));
    return spans.map((span) => convert.location(span));
  });

  connection.onReferences(({ textDocument, position, context }) => {
    const path = uris.pathOf(textDocument.uri);
    const offset = convert.offset(path, position);
    const found = new Map<string, Occurrence>();
    for (const analysis of workspace.all(path)) {
      for (const one of references(analysis, path, offset, context.includeDeclaration)) {
        found.set(`${one.span.file} ${one.span.start}`, one);
      }
    }
    return [...found.values()].map(({ span }) => convert.location(span));
  });

  connection.onDocumentHighlight(({ textDocument, position }) => {
    const path = uris.pathOf(textDocument.uri);
    return references(workspace.main(path), path, convert.offset(path, position), true)
      .filter(({ span }) => span.file === path)
      .map(({ span, declares }) => ({
        range: convert.range(span),
        kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
  });

  const symbol = (item: OutlineItem): DocumentSymbol => ({
    name: item.name,
    detail: item.detail,
    kind: KINDS[item.kind],
    range: convert.range(item.span),
    selectionRange: convert.range(item.selection),
    children: item.children.map(symbol),
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const path = uris.pathOf(textDocument.uri);
    return outline(workspace.main(path), path).map(symbol);
  });

  connection.onWorkspaceSymbol(({ query }): SymbolInformation[] => {
    const wanted = query.toLowerCase();
    const found: SymbolInformation[] = [];
    for (const path of new Set([...workspace.openModels, ...workspace.host.models()])) {
      const visit = (items: readonly OutlineItem[], container?: string) => {
        for (const item of items) {
          visit(item.children, item.name);
          if (item.kind === "expect" || !matches(item.name.toLowerCase(), wanted)) continue;
          const location = convert.location(item.selection);
          const containerName = container ?? item.detail;
          found.push({ name: item.name, kind: KINDS[item.kind], location, containerName });
        }
      };
      visit(outline(workspace.analysis(path), path));
    }
    return found;
  });

  connection.onDocumentLinks(({ textDocument }) => {
    const path = uris.pathOf(textDocument.uri);
    return links(workspace.main(path), path).map((link) => ({
      range: convert.range(link.span),
      target: uris.uriOf(link.path),
    }));
  });

  connection.onFoldingRanges(({ textDocument }) => {
    const path = uris.pathOf(textDocument.uri);
    return folds(workspace.main(path), path).map(({ start, end, kind }) => {
      const last = convert.position(path, end).line;
      return {
        startLine: convert.position(path, start).line,
        // The closing brace stays in sight.
        endLine: kind === "region" && workspace.text(path)?.[end] === "}" ? last - 1 : last,
        kind: kind === "comment" ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
      };
    });
  });
}

/** Whether the letters of the query stand in the name in this order. */
function matches(name: string, query: string): boolean {
  let at = 0;
  for (const letter of query) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
