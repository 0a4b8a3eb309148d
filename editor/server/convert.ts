/** Between the language's spans and the protocol's ranges; both count UTF-16 units. */
import type {
  Diagnostic as LspDiagnostic,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import { positions, type Span } from "../../language/source.ts";
import type { Uris } from "./uris.ts";

const SEVERITIES = { error: 1, warning: 2, note: 3 } as const;

export class Converter {
  readonly #uris: Uris;
  readonly #text: (path: string) => string | null;
  readonly #known = new Map<string, { text: string; at: ReturnType<typeof positions> }>();

  constructor(uris: Uris, text: (path: string) => string | null) {
    this.#uris = uris;
    this.#text = text;
  }

  #positions(path: string): ReturnType<typeof positions> {
    const text = this.#text(path) ?? "";
    const known = this.#known.get(path);
    if (known !== undefined && known.text === text) return known.at;
    const at = positions(text);
    this.#known.set(path, { text, at });
    return at;
  }
  position(path: string, offset: number): Position {
    const { line, column } = this.#positions(path)(offset);
    return { line: line - 1, character: column - 1 };
  }
  range({ file, start, end }: Span): Range {
    return { start: this.position(file, start), end: this.position(file, end) };
  }
  /** The offset of a position; behind the end of its line it is the line's end. */
  offset(path: string, { line, character }: Position): number {
    const text = this.#text(path) ?? "";
    let start = 0;
    for (let i = 0; i < line; i++) {
      const next = text.indexOf("\n", start);
      if (next < 0) return text.length;
      start = next + 1;
    }
    const end = text.indexOf("\n", start);
    return Math.min(start + character, end < 0 ? text.length : end);
  }
  span(path: string, { start, end }: Range): Span {
    return { file: path, start: this.offset(path, start), end: this.offset(path, end) };
  }
  location(span: Span): { uri: string; range: Range } {
    return { uri: this.#uris.uriOf(span.file), range: this.range(span) };
  }
  textEdit({ span, text }: { readonly span: Span; readonly text: string }): TextEdit {
    return { range: this.range(span), newText: text };
  }
  workspaceEdit(edits: readonly { readonly span: Span; readonly text: string }[]): WorkspaceEdit {
    const changes: Record<string, TextEdit[]> = {};
    for (const edit of edits) {
      const uri = this.#uris.uriOf(edit.span.file);
      changes[uri] ??= [];
      changes[uri].push(this.textEdit(edit));
    }
    return { changes };
  }
  diagnostic(d: Diagnostic): LspDiagnostic {
    return {
      range: this.range(d.span),
      severity: SEVERITIES[d.severity],
      code: d.code,
      source: "gtfp",
      message: d.help === undefined ? d.message : `${d.message}\n${d.help}`,
      relatedInformation: d.related.map(({ span, message }) => ({ location: this.location(span), message })),
    };
  }
}
