import type { SystemVariable } from "../model.ts";
import type { Span } from "../source.ts";
import type { UnitSolver } from "../units/solver.ts";
import type { UnitTerm } from "../units/term.ts";

/** A variable of a system, its own or a module's, while units are inferred. */
export interface SystemTerm {
  readonly name: string;
  readonly role: SystemVariable["role"];
  readonly dimensions: readonly string[];
  readonly span: Span;
  readonly unit: UnitTerm;
  /** A lookup's argument. */
  readonly argument?: UnitTerm | undefined;
}

/** A module's variable, whose unit was inferred where it is declared. */
export function termOfVariable(
  { name, role, dimensions, span, ...more }: SystemVariable,
  units: UnitSolver,
): SystemTerm {
  const argument = more.argument === undefined ? undefined : units.of(more.argument);
  return { name, role, dimensions, span, unit: units.of(more.unit), argument };
}
