import type { Span } from "../source.ts";
import type { Diagnostic, Diagnostics, ReportOptions, Severity } from "./diagnostic.ts";

/**
 * One row of the diagnostic catalogue: what the code says, why, and a model that fails and its mended form.
 * The checker, the docs page and the test of the page all read it.
 */
export interface Entry<P> {
  readonly code: string;
  readonly severity: Severity;
  /** A few words for lists and SARIF rules, e.g. "Unknown name". */
  readonly title: string;
  /** The sentence the user reads, in the user's words. */
  readonly message: (params: P) => string;
  /** The usual way to mend it; a report may give a better one. */
  readonly help?: (params: P) => string | undefined;
  /** Two to six sentences of Markdown for the page: what it means, why it is refused, how to mend it. */
  readonly page: string;
  /** The smallest model that fails with this code. */
  readonly failing: Example;
  /** The same model mended: it must not give this code. */
  readonly mended: Example;
}

/** A model as text, or several files by path (`model.gtfp` is the one that is checked). */
export type Example = string | Readonly<Record<string, string>>;

/** Declares a catalogue row; the type argument names the parameters of the sentence. */
export function entry<P = Record<string, never>>(row: Entry<P>): Entry<P> {
  return row;
}

/** Makes the diagnostic of a catalogue row. */
export function diagnose<P>(row: Entry<P>, span: Span, params: P, options: ReportOptions = {}): Diagnostic {
  const help = options.help ?? row.help?.(params);
  return {
    code: row.code,
    severity: row.severity,
    message: row.message(params),
    span,
    related: options.related ?? [],
    ...(help === undefined ? {} : { help }),
    fixes: options.fixes ?? [],
  };
}

/** Reports a catalogue row into a sink. */
export function report<P>(
  sink: Diagnostics,
  row: Entry<P>,
  span: Span,
  params: P,
  options: ReportOptions = {},
): void {
  sink.add(diagnose(row, span, params, options));
}
