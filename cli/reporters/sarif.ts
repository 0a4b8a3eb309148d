/** SARIF 2.1.0 (OASIS, 2020): what code-scanning services read. */
import { catalogue } from "../../language/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import { type Range, ranges, type TextOf } from "../../language/diagnostics/to-json.ts";
import type { Span } from "../../language/source.ts";
import { version } from "../../language/version.ts";

const levels = { error: "error", warning: "warning", note: "note" } as const;

export function sarif(list: readonly Diagnostic[], textOf: TextOf): unknown {
  const range = ranges(textOf);
  const codes = [...new Set(list.map((d) => d.code))].sort();
  const location = (span: Span) => ({
    physicalLocation: { artifactLocation: { uri: uri(span.file) }, region: region(range(span)) },
  });
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "gtfp", version, rules: codes.map(rule) } },
        columnKind: "utf16CodeUnits",
        results: list.map((d) => ({
          ruleId: d.code,
          ruleIndex: codes.indexOf(d.code),
          level: levels[d.severity],
          message: { text: d.help === undefined ? d.message : `${d.message}\n${d.help}` },
          locations: [location(d.span)],
          relatedLocations: d.related.map((r, id) => ({
            id,
            message: { text: r.message },
            ...location(r.span),
          })),
          fixes: d.fixes.map((fix) => ({
            description: { text: fix.title },
            artifactChanges: fix.edits.map((edit) => ({
              artifactLocation: { uri: uri(edit.span.file) },
              replacements: [
                { deletedRegion: region(range(edit.span)), insertedContent: { text: edit.text } },
              ],
            })),
          })),
        })),
      },
    ],
  };
}

function rule(code: string) {
  const entry = catalogue.find((e) => e.code === code);
  return {
    id: code,
    shortDescription: { text: entry?.title ?? code },
    fullDescription: { text: entry?.page ?? code },
  };
}

function region({ start, end }: Range) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function uri(path: string): string {
  return path === "-" ? "stdin" : encodeURI(path);
}
