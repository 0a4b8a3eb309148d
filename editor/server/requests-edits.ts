/** Requests that change text: rename, formatting, quick fixes. */
import { type CodeAction, CodeActionKind, ErrorCodes, ResponseError } from "vscode-languageserver";
import { quickFixes } from "../../language/services/code-actions.ts";
import { formatting } from "../../language/services/formatting.ts";
import { rename, renameable } from "../../language/services/rename.ts";
import { written } from "../../language/services/spelling.ts";
import type { Serving } from "./server.ts";

export function answerEdits({ connection, workspace, uris, convert, publisher }: Serving): void {
  connection.onPrepareRename(({ textDocument, position }) => {
    const path = uris.pathOf(textDocument.uri);
    const found = renameable(workspace.main(path), path, convert.offset(path, position));
    if ("refused" in found) throw new ResponseError(ErrorCodes.InvalidRequest, found.refused);
    return { range: convert.range(found.span), placeholder: written(found.name) };
  });

  connection.onRenameRequest(({ textDocument, position, newName }) => {
    const path = uris.pathOf(textDocument.uri);
    const result = rename(workspace.all(path), path, convert.offset(path, position), newName, workspace.text);
    if (result.refused !== undefined) throw new ResponseError(ErrorCodes.InvalidRequest, result.refused);
    return convert.workspaceEdit(result.edits);
  });

  connection.onDocumentFormatting(({ textDocument }) => {
    const path = uris.pathOf(textDocument.uri);
    const text = workspace.text(path);
    return text === null ? [] : formatting(text, path).map((edit) => convert.textEdit(edit));
  });

  connection.onCodeAction(({ textDocument, range, context }): CodeAction[] => {
    if (
      context.only !== undefined &&
      !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))
    ) {
      return [];
    }
    const path = uris.pathOf(textDocument.uri);
    return quickFixes(publisher.of(path), convert.span(path, range)).map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [convert.diagnostic(fix.diagnostic)],
      isPreferred: fix.preferred,
      edit: convert.workspaceEdit(fix.edits),
    }));
  });
}
