/** Requests about what stands at a place: hover, signatures, completion, highlighting, hints, lenses. */
import {
  type CodeLens,
  CompletionItemKind,
  type Hover,
  InlayHintKind,
  MarkupKind,
  type Position,
  type SemanticTokens,
  SemanticTokensBuilder,
} from "vscode-languageserver";
import { codeLenses } from "../../language/services/code-lenses.ts";
import type { CandidateKind } from "../../language/services/completion/candidates.ts";
import { completions } from "../../language/services/completion/completion.ts";
import { hover } from "../../language/services/hover.ts";
import { inlayHints } from "../../language/services/inlay-hints.ts";
import {
  type SemanticToken,
  semanticTokens,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
} from "../../language/services/semantic-tokens.ts";
import { signature } from "../../language/services/signature.ts";
import type { Serving } from "./server.ts";

const KINDS: Readonly<Record<CandidateKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  option: CompletionItemKind.EnumMember,
  declaration: CompletionItemKind.Class,
  column: CompletionItemKind.Field,
  variable: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  parameter: CompletionItemKind.Property,
  unit: CompletionItemKind.Unit,
  label: CompletionItemKind.EnumMember,
  header: CompletionItemKind.Field,
};

export function answerReading({ connection, workspace, uris, convert }: Serving): void {
  const at = (uri: string, position: Position) => {
    const path = uris.pathOf(uri);
    const analysis = workspace.main(path);
    return {
      path,
      analysis,
      offset: convert.offset(path, position),
      host: workspace.serviceHost(analysis.entry),
    };
  };

  connection.onHover(({ textDocument, position }): Hover | null => {
    const { path, analysis, offset, host } = at(textDocument.uri, position);
    const found = hover(analysis, path, offset, host);
    if (found === undefined) return null;
    const contents = { kind: MarkupKind.Markdown, value: found.markdown };
    return { contents, range: convert.range(found.span) };
  });

  connection.onCompletion(({ textDocument, position }) => {
    const { path, analysis, offset, host } = at(textDocument.uri, position);
    return completions(analysis, path, offset, host).map((item, i) => ({
      label: item.label,
      kind: KINDS[item.kind],
      detail: item.detail,
      ...(item.documentation === undefined
        ? {}
        : { documentation: { kind: MarkupKind.Markdown, value: item.documentation } }),
      sortText: `${item.rank}${String(i).padStart(4, "0")}`,
      filterText: item.text,
      textEdit: convert.textEdit(item),
      ...(/[:(]\s*$/.test(item.text)
        ? { command: { title: "", command: "editor.action.triggerParameterHints" } }
        : {}),
    }));
  });

  connection.onSignatureHelp(({ textDocument, position }) => {
    const { path, analysis, offset } = at(textDocument.uri, position);
    const found = signature(analysis, path, offset);
    if (found === undefined) return null;
    const { label, documentation, parameters, active } = found;
    return {
      signatures: [
        {
          label,
          documentation: { kind: MarkupKind.Markdown, value: documentation },
          parameters: [...parameters],
        },
      ],
      activeSignature: 0,
      activeParameter: active,
    };
  });

  const encoded = (path: string, tokens: readonly SemanticToken[]): SemanticTokens => {
    const builder = new SemanticTokensBuilder();
    for (const { start, end, type, modifiers } of tokens) {
      const { line, character } = convert.position(path, start);
      const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
      builder.push(line, character, end - start, TOKEN_TYPES.indexOf(type), bits);
    }
    return builder.build();
  };
  connection.languages.semanticTokens.on(({ textDocument }) => {
    const path = uris.pathOf(textDocument.uri);
    return encoded(path, semanticTokens(workspace.main(path), path));
  });
  connection.languages.semanticTokens.onRange(({ textDocument, range }) => {
    const path = uris.pathOf(textDocument.uri);
    const { start, end } = convert.span(path, range);
    const tokens = semanticTokens(workspace.main(path), path);
    return encoded(
      path,
      tokens.filter((token) => token.end >= start && token.start <= end),
    );
  });

  connection.languages.inlayHint.on(({ textDocument, range }) => {
    const path = uris.pathOf(textDocument.uri);
    const analysis = workspace.main(path);
    const hints = inlayHints(analysis, convert.span(path, range), workspace.serviceHost(analysis.entry));
    return hints.map((hint) => {
      const position = convert.position(path, hint.at);
      return {
        position,
        label: hint.text,
        tooltip: hint.tooltip,
        kind: InlayHintKind.Type,
        ...(hint.insert
          ? { textEdits: [{ range: { start: position, end: position }, newText: hint.text }] }
          : {}),
      };
    });
  });

  connection.onCodeLens(({ textDocument }): CodeLens[] => {
    const path = uris.pathOf(textDocument.uri);
    const analysis = workspace.main(path);
    return codeLenses(analysis, path, workspace.serviceHost(analysis.entry)).map(
      ({ span, title, command, name }) => ({
        range: convert.range({ ...span, end: span.start }),
        command: { title, command, arguments: [textDocument.uri, ...(name === undefined ? [] : [name])] },
      }),
    );
  });
}
