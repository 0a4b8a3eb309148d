/** Diagnostics for people: severity, code, sentence, place, source frame, help; a summary line at the end. */
import type { Diagnostic, Severity } from "../../language/diagnostics/diagnostic.ts";
import { inOrder, type TextOf } from "../../language/diagnostics/to-json.ts";
import { positions, type Span } from "../../language/source.ts";
import { frame, type Mark } from "./frame.ts";
import type { Style } from "./style.ts";

export function renderDiagnostics(list: readonly Diagnostic[], textOf: TextOf, style: Style): string {
  return inOrder(list)
    .map((d) => `${renderDiagnostic(d, textOf, style)}\n`)
    .join("\n");
}

function renderDiagnostic(d: Diagnostic, textOf: TextOf, style: Style): string {
  const marks: Mark[] = [
    { span: d.span, primary: true },
    ...d.related.map((r) => ({ span: r.span, label: r.message, primary: false })),
  ];
  const files = [...new Set(marks.map((m) => m.span.file))];
  const last = (m: Mark) => lineOf(textOf(m.span.file), m.span).line;
  const gutter = String(Math.max(...marks.map(last))).length;
  const out = [`${tint(d.severity, style)(`${d.severity}[${d.code}]`)}${style.bold(`: ${d.message}`)}`];
  for (const file of files) {
    const text = textOf(file);
    const own = marks.filter((m) => m.span.file === file);
    const arrow = style.blue(`${" ".repeat(gutter)}${file === d.span.file ? "-->" : ":::"}`);
    if (text === undefined || text === "") {
      out.push(`${arrow} ${file}`);
      for (const m of own) if (m.label) out.push(`${" ".repeat(gutter)} ${style.blue("=")} ${m.label}`);
      continue;
    }
    const { line, column } = lineOf(text, own[0]!.span);
    out.push(
      `${arrow} ${file}:${line}:${column}`,
      ...frame(text, own, gutter, style, tint(d.severity, style)),
    );
  }
  const help = d.help === undefined ? d.fixes.map((fix) => fix.title) : [d.help];
  for (const line of help) {
    out.push(`${" ".repeat(gutter)} ${style.blue("=")} ${style.bold("help")}: ${line}`);
  }
  return out.join("\n");
}

function lineOf(text: string | undefined, span: Span) {
  return positions(text ?? "")(span.start);
}

function tint(severity: Severity, style: Style): (text: string) => string {
  const colour = { error: style.red, warning: style.yellow, note: style.cyan }[severity];
  return (text) => style.bold(colour(text));
}

/** "2 errors, 1 warning", or "no problems". */
export function summarize(list: readonly Diagnostic[]): string {
  const parts = (["error", "warning", "note"] as const).flatMap((severity) => {
    const n = list.filter((d) => d.severity === severity).length;
    return n === 0 ? [] : [count(n, severity)];
  });
  return parts.length === 0 ? "no problems" : parts.join(", ");
}

/** `1 file`, `2 files`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
