/** What every check of one declaration may read, and where it reports. */
import type * as ast from "../ast.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Declared, ValueType } from "../model.ts";
import type { Span } from "../source.ts";
import type { Unit } from "../units/unit.ts";

export interface CheckContext {
  readonly sink: Diagnostics;
  /** Every declaration of the model that has a name, imports included. */
  readonly declared: ReadonlyMap<string, ast.Declaration>;
  /**
   * What has been checked so far; dependencies come first. Absent where the check of it failed; a system or a
   * scenario with errors stands here as far as it could be read, so that what names its runs is still checked.
   */
  readonly checked: ReadonlyMap<string, Declared>;
  /** The shapes of the result tables that expressions may name: panels, measures, indices, systems' runs. */
  readonly shapes: Map<string, TableShape>;
  /** The meaning of a unit expression; null after an error that has been reported. */
  readUnit(expr: ast.UnitExpr): Unit | null;
  /** A path relative to the file that names it, as the host is asked for it; null after a reported error. */
  resolvePath(path: ast.Text): string | null;
  /** The headers of a data file, or null where it cannot be read; absent where the host reads no data while checking. */
  readonly headersOf?: ((path: string) => readonly string[] | null) | undefined;
  /** The source text of a span. */
  text(span: Span): string;
}

/** A result table as the checker knows it before there are numbers. */
export interface TableShape {
  readonly name: string;
  /** The key columns that tell rows apart, in order. */
  readonly keys: readonly {
    readonly name: string;
    readonly role: "dmu" | "period" | "scenario" | "time" | "dimension";
  }[];
  /** Label columns that the keys determine, e.g. `region`. */
  readonly groups: readonly string[];
  /** Columns whose own check failed: what names them is not complained about again. */
  readonly failed?: ReadonlySet<string>;
  /** The files that a panel is read from; absent for any other table. */
  readonly files?: readonly string[];
  readonly columns: ReadonlyMap<
    string,
    {
      readonly of: ValueType["of"];
      readonly unit: Unit | null;
      readonly scale: ValueType["scale"];
      readonly keys?: readonly string[];
    }
  >;
}
