/**
 * What a built-in function is to the checker, to hovers and to the manual: plain data. The functions of tables are listed in
 * `table-functions.ts`, those of systems in `dynamic-functions.ts`.
 */

/** One parameter. */
export interface Parameter {
  readonly name: string;
  readonly doc: string;
  /**
   * What may stand here: a number (`value`), a number known from the source text (`constant`), a truth value (`condition`),
   * one of a few `words`, a number given by one word or number (`word or value`), or the `name` of a declaration or variable.
   */
  readonly kind: "value" | "constant" | "condition" | "words" | "words or value" | "name";
  /** The words, for `words` and `words or value`. */
  readonly words?: readonly string[];
  /**
   * Its unit as a pattern: `1` for a plain number, `a`, `b`, … for any unit (the same letter is the same unit wherever it
   * stands in the signature), `time` for the system's unit of time, `year`; products and quotients of these: `a/time`.
   */
  readonly unit: string;
  readonly optional?: boolean;
  /** Only by name: `by: i`. */
  readonly named?: boolean;
  /** What is taken where it is left out, for the manual. */
  readonly default?: string;
}

/** A built-in function. */
export interface FunctionEntry {
  readonly name: string;
  /**
   * aggregate: many rows to one; series: along the period; math: row by row; table: over a whole table; dynamic: in systems;
   * distribution: in a `sensitivity`.
   */
  readonly group: "aggregate" | "series" | "math" | "table" | "dynamic" | "distribution";
  readonly parameters: readonly Parameter[];
  /** The last parameter may be repeated: `min(a, b, c)`. */
  readonly variadic?: boolean;
  /** The result's unit, as a pattern over the parameters' letters. */
  readonly unit: string;
  /** One line for hovers and lists. */
  readonly line: string;
  /** The defining equation, in plain text. */
  readonly formula: string;
  /** Where the definition comes from; absent for common knowledge. */
  readonly source?: string;
}
