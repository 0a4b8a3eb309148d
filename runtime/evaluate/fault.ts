import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";

/**
 * Carries the diagnostic of an expression that has no value up to the run driver, the only one that catches it.
 * It never reaches a user as an exception.
 */
export class EvaluationFault extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}
