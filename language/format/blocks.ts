/** The nesting of declarations, blocks and entries, as the layout needs it. */
import type { Declaration, FileNode, TechnologyEntry } from "../ast.ts";
import type { Span } from "../source.ts";

/** Something that begins a line: a declaration, an entry, a row of a table. */
export interface Unit {
  readonly span: Span;
  /** The entries of its block, if it may have one. */
  readonly entries?: readonly Unit[];
  /** The rows of one table share an object; the first is the header. */
  readonly table?: Span;
}

export function unitsOf(file: FileNode): Unit[] {
  const units = file.declarations.map(declarationUnit);
  return file.version === undefined ? units : [{ span: file.version.span }, ...units];
}

const bySpan = (units: Unit[]): Unit[] => units.sort((a, b) => a.span.start - b.span.start);
const plain = (entries: readonly { readonly span: Span }[]): Unit[] => entries.map(({ span }) => ({ span }));

function declarationUnit(declaration: Declaration): Unit {
  const { span } = declaration;
  switch (declaration.kind) {
    case "data": {
      const { table } = declaration;
      return {
        span,
        entries: bySpan([
          ...plain(declaration.entries),
          ...(table ? [{ span: table.span, table: table.span }] : []),
        ]),
      };
    }
    case "technology":
      return { span, entries: technologyUnits(declaration.entries) };
    case "system": {
      const { entries, modules = [], events = [], solves = [] } = declaration;
      const blocks = [...modules, ...events].map((b) => ({ span: b.span, entries: plain(b.changes) }));
      return { span, entries: bySpan([...plain(entries), ...blocks, ...plain(solves)]) };
    }
    case "report":
      return { span, entries: plain(declaration.items) };
    case "direction":
    case "robustness":
    case "regression":
    case "scenario":
    case "sweep":
    case "sensitivity":
    case "calibration":
    case "optimization":
      return { span, entries: plain(declaration.entries) };
    default:
      return { span };
  }
}

function technologyUnits(entries: readonly TechnologyEntry[]): Unit[] {
  return entries.map((entry) =>
    entry.kind === "stage"
      ? { span: entry.span, entries: technologyUnits(entry.entries) }
      : { span: entry.span },
  );
}
