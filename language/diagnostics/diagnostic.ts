import type { Span } from "../source.ts";

export type Severity = "error" | "warning" | "note";

/** Another place that helps to understand a diagnostic, e.g. the first of two declarations. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** A mend that a tool can apply: replace each span by its text. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** One message to the user. The same value serves the terminal, JSON, SARIF and the editor. */
export interface Diagnostic {
  /** Stable code such as `GTFP2001`; its page is `docs/diagnostics/GTFP2001.md`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  /** One sentence on how to mend it. */
  readonly help?: string;
  readonly fixes: readonly Fix[];
}

/** What may accompany a report beside the parameters of its message. */
export interface ReportOptions {
  related?: readonly Related[];
  help?: string;
  fixes?: readonly Fix[];
}

/** Collects diagnostics in the order in which they are found; identical ones are kept once. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];
  readonly #seen = new Set<string>();

  add(diagnostic: Diagnostic): void {
    const { code, span, message } = diagnostic;
    const key = `${code} ${span.file} ${span.start} ${span.end} ${message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.list.push(diagnostic);
  }

  get hasErrors(): boolean {
    return this.list.some((d) => d.severity === "error");
  }
}
