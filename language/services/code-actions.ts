/** Quick fixes: the mends that diagnostics carry. */
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source.ts";

export interface QuickFix extends Fix {
  readonly diagnostic: Diagnostic;
  /** The only one, or the first of several. */
  readonly preferred: boolean;
}

/** The fixes of the diagnostics that a range touches. */
export function quickFixes(diagnostics: readonly Diagnostic[], range: Span): QuickFix[] {
  const touched = diagnostics.filter(
    ({ span }) => span.file === range.file && span.start <= range.end && range.start <= span.end,
  );
  return touched.flatMap((diagnostic) =>
    diagnostic.fixes.map((fix, i) => ({ ...fix, diagnostic, preferred: i === 0 })),
  );
}
