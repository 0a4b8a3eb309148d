/** What is inferred and not written: units of columns and variables, sizes of panels. */
import type * as ast from "../ast.ts";
import type { Span } from "../source.ts";
import type { Analysis } from "./analysis.ts";
import { unitOf } from "./describe.ts";
import { NO_HOST, type ServiceHost } from "./values.ts";

export interface InlayHint {
  readonly at: number;
  readonly text: string;
  readonly tooltip: string;
  /** Whether the text may be written there: a unit may, a size not. */
  readonly insert: boolean;
}

export function inlayHints(analysis: Analysis, range: Span, host: ServiceHost = NO_HOST): InlayHint[] {
  const declarations = analysis.files.get(range.file)?.file.declarations ?? [];
  return declarations
    .filter(({ span }) => span.start <= range.end && range.start <= span.end)
    .flatMap((decl) => [...sizes(decl, host), ...units(decl, analysis)])
    .filter(({ at }) => at >= range.start && at <= range.end);
}

function units(decl: ast.Declaration, analysis: Analysis): InlayHint[] {
  if (decl.kind === "data") {
    return decl.entries.flatMap((entry) =>
      entry.kind === "column" && entry.unit === undefined && entry.value !== undefined
        ? unitHint(entry.name, entry.name.span.end, analysis)
        : [],
    );
  }
  if (decl.kind !== "system") return [];
  return decl.entries.flatMap((entry) => {
    switch (entry.kind) {
      case "time":
        return [];
      case "lookup":
        return entry.unit === undefined
          ? unitHint(entry.name, entry.argument?.span.end ?? -2, analysis, 1)
          : [];
      case "series":
        return entry.unit === undefined ? unitHint(entry.name, entry.name.span.end, analysis) : [];
      case "flow": {
        const end = entry.to?.span.end ?? entry.by?.at(-1)?.span.end ?? entry.name.span.end;
        // After a pipe into the cloud, whose place the tree does not keep, before the colon.
        const at = entry.to === undefined && entry.from !== undefined ? entry.name.span.end : end;
        return entry.brackets.length === 0 ? unitHint(entry.name, at, analysis) : [];
      }
      default: {
        const end = entry.by?.at(-1)?.span.end ?? entry.name.span.end;
        return entry.brackets.length === 0 ? unitHint(entry.name, end, analysis) : [];
      }
    }
  });
}

function unitHint(name: ast.Name, end: number, analysis: Analysis, after = 0): InlayHint[] {
  const found = analysis.index.at(name.span.file, name.span.end);
  if (found === undefined || end < 0) return [];
  const unit = unitOf(found.symbol, analysis);
  if (unit === null || unit === undefined) return [];
  return [{ at: end + after, text: ` [${unit.text}]`, tooltip: "inferred unit", insert: true }];
}

function sizes(decl: ast.Declaration, host: ServiceHost): InlayHint[] {
  if (decl.kind === "import" || decl.kind === "unit" || decl.kind === "expect") return [];
  const table = decl.kind === "data" ? decl.table : undefined;
  const size =
    host.values?.size(decl.name.text) ?? (table === undefined ? undefined : `${table.rows.length} rows`);
  if (size === undefined || decl.name.text === "") return [];
  return [{ at: decl.name.span.end, text: ` ${size}`, tooltip: "rows", insert: false }];
}
