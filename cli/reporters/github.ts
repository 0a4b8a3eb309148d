/** GitHub's workflow commands: each line becomes an annotation on the changed file. */
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import { ranges, type TextOf } from "../../language/diagnostics/to-json.ts";
import type { ExpectationResult } from "../../runtime/results.ts";

const levels = { error: "error", warning: "warning", note: "notice" } as const;

export function githubDiagnostics(list: readonly Diagnostic[], textOf: TextOf): string {
  const range = ranges(textOf);
  return list
    .map((d) => {
      const { start, end } = range(d.span);
      const place = {
        file: d.span.file,
        line: start.line,
        endLine: end.line,
        col: start.column,
        endColumn: end.column,
        title: d.code,
      };
      const help = d.help === undefined ? "" : `\nhelp: ${d.help}`;
      return command(levels[d.severity], place, `${d.message}${help}`);
    })
    .join("");
}

export function githubExpectation(e: ExpectationResult): string {
  const reason = e.reason === undefined ? "" : `\n${e.reason}`;
  return command("error", { file: e.file, line: e.line, title: e.title }, `not met: ${e.text}${reason}`);
}

function command(level: string, properties: Record<string, string | number>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${level} ${list.join(",")}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
