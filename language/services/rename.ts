/**
 * Renames a symbol everywhere. A rename must change nothing but the name: the edited text is analysed again, and where a name then
 * means something else, or a mistake appears, the rename is refused with the reason.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source.ts";
import { type Analysis, analyse, Parses } from "./analysis.ts";
import { isName, written } from "./spelling.ts";
import type { Occurrence } from "./symbols/symbol.ts";

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}
export type Renamed =
  | { readonly edits: readonly TextEdit[]; readonly refused?: undefined }
  | { readonly refused: string };

/** The name at an offset and its place, where it can be renamed; else the reason. */
export function renameable(
  analysis: Analysis,
  file: string,
  offset: number,
): { readonly span: Span; readonly name: string } | { readonly refused: string } {
  const found = analysis.index.at(file, offset);
  if (found === undefined) return { refused: "There is no name here that this model declares." };
  const { fixed } = analysis.index.root(found.symbol);
  if (fixed !== undefined) return { refused: fixed };
  return { span: found.span, name: found.symbol.name };
}

/**
 * @param others further models that hold the file, where several import it: all are renamed together or none
 * @param read the files as they stand
 */
export function rename(
  analyses: readonly Analysis[],
  file: string,
  offset: number,
  newName: string,
  read: (path: string) => string | null,
): Renamed {
  const name = newName.replace(/^`(.*)`$/, "$1").normalize("NFC");
  if (!isName(name)) {
    return { refused: "A name cannot be empty, and cannot hold backticks, bars or line ends." };
  }
  const edits = new Map<string, TextEdit>();
  for (const analysis of analyses) {
    const found = analysis.index.at(file, offset);
    if (found === undefined) continue;
    const allowed = renameable(analysis, file, offset);
    if ("refused" in allowed) return allowed;
    if (allowed.name === name) return { edits: [] };
    for (const occurrence of analysis.index.of(found.symbol)) {
      for (const edit of editsOf(occurrence, name, read)) {
        edits.set(`${edit.span.file} ${edit.span.start} ${edit.span.end}`, edit);
      }
    }
  }
  if (edits.size === 0) return { refused: "There is no name here that this model declares." };
  const list = [...edits.values()];
  const after = (path: string) => {
    const text = read(path);
    return text === null
      ? null
      : applied(
          text,
          list.filter(({ span }) => span.file === path),
        );
  };
  for (const analysis of analyses) {
    const problem = changed(analysis, analyse(analysis.entry, after, new Parses()), name);
    if (problem !== undefined) return { refused: problem };
  }
  return { edits: list };
}

function editsOf(
  { span, header }: Occurrence,
  name: string,
  read: (path: string) => string | null,
): TextEdit[] {
  const there = (read(span.file) ?? "").slice(span.start, span.end);
  const text = there.startsWith('"') ? `"${name.replaceAll('"', '\\"')}"` : written(name);
  const edits: TextEdit[] = [{ span, text }];
  // A column named like its header keeps reading it: `labor [person]` becomes `staff [person] = labor`.
  if (header !== undefined) edits.push({ span: header.at, text: ` = ${written(header.name)}` });
  return edits;
}

/** The text after edits, which do not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  return ordered.reduce((t, { span, text: by }) => t.slice(0, span.start) + by + t.slice(span.end), text);
}

/** What a rename would change beside the name. */
function changed(before: Analysis, after: Analysis, name: string): string | undefined {
  const fresh = newMistake(before.checked.diagnostics, after.checked.diagnostics);
  if (fresh !== undefined) return `\`${name}\` cannot be the name: ${fresh.message}`;
  if (shapeOf(before) !== shapeOf(after)) {
    return `\`${name}\` cannot be the name: something else of that name would then be meant in some places.`;
  }
  return undefined;
}

function newMistake(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic | undefined {
  const count = (list: readonly Diagnostic[], code: string) => list.filter((d) => d.code === code).length;
  return after.find((d) => d.severity !== "note" && count(after, d.code) > count(before, d.code));
}

/** Which names stand for the same thing, by their order in the files. */
function shapeOf({ index, files }: Analysis): string {
  const numbers = new Map<unknown, number>();
  const places: number[] = [];
  for (const file of files.keys()) {
    for (const { symbol } of index.in(file)) {
      const root = index.root(symbol);
      if (!numbers.has(root)) numbers.set(root, numbers.size);
      places.push(numbers.get(root)!);
    }
  }
  return places.join(" ");
}
