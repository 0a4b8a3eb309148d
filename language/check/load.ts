/** Loads a model: the entry file and all that it imports, each once, imports before what imports them. */
import type * as ast from "../ast.ts";
import type { Diagnostic, Diagnostics } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/entry.ts";
import { names } from "../diagnostics/names.ts";
import { type ParseResult, parse } from "../parser/parse.ts";
import type { SourceFile, Span } from "../source.ts";
import { folderOf, isAbsolute, isInside, isUnreadable, resolvePath } from "./path.ts";

export interface LoadOptions {
  /** Allows paths that leave the folder of the entry file. */
  readonly allowOutside?: boolean;
  /** Stands in for the parser: an editor keeps the trees of files that have not changed. */
  readonly parse?: (source: SourceFile) => ParseResult;
  /** Settings from outside of the model, such as `economy.growth=7%`; each of the form that `isSetting` asks for. */
  readonly set?: readonly string[];
  /** The headers of a data file, or null: for hints on names that a panel does not declare. */
  readonly headersOf?: (path: string) => readonly string[] | null;
}

export interface Loaded {
  /** The entry file first. */
  readonly files: readonly SourceFile[];
  /** All declarations; those of an imported file stand where its import stands. */
  readonly declarations: readonly ast.Declaration[];
  /** The errors that the parser found. */
  readonly syntaxErrors: readonly Diagnostic[];
}

/** Reads text files by path; null where there is none. */
export type ReadText = (path: string) => string | null;

/** The loaded model; null where there is no entry file. */
export function load(entry: string, read: ReadText, options: LoadOptions, sink: Diagnostics): Loaded | null {
  const text = read(entry);
  if (text === null) return null;
  const files: SourceFile[] = [];
  const declarations: ast.Declaration[] = [];
  const syntaxErrors: Diagnostic[] = [];
  const done = new Set<string>();
  const open: string[] = [];
  const folder = folderOf(entry);

  const add = (path: string, content: string): void => {
    const source = { path, text: content };
    files.push(source);
    open.push(resolvePath("", path));
    const { file, diagnostics } = (options.parse ?? parse)(source);
    for (const diagnostic of diagnostics) {
      sink.add(diagnostic);
      if (diagnostic.severity === "error") syntaxErrors.push(diagnostic);
    }
    for (const declaration of file.declarations) {
      if (declaration.kind === "import") follow(declaration);
      else if (path === entry || (declaration.kind !== "report" && declaration.kind !== "expect")) {
        declarations.push(declaration);
      }
    }
    open.pop();
    done.add(resolvePath("", path));
  };

  const follow = ({ path: written }: ast.ImportDecl): void => {
    const path = modelPath(written, folder, options, sink);
    if (path === null || done.has(path)) return;
    const at = open.indexOf(path);
    if (at >= 0) {
      report(sink, names.importCycle, written.span, { path: [...open.slice(at), path] });
      return;
    }
    const content = read(path);
    if (content === null) report(sink, names.importMissing, written.span, { path });
    else add(path, content);
  };

  add(entry, text);
  return { files, declarations, syntaxErrors };
}

/**
 * A path as the host is asked for it, out of a path as a file names it. One that leaves the model's folder is refused unless
 * allowed; null after the report.
 */
export function modelPath(
  written: { readonly value: string; readonly span: Span },
  folder: string,
  options: LoadOptions,
  sink: Diagnostics,
): string | null {
  const { value, span } = written;
  // Where the parser found no path it has said so.
  if (value === "" && span.end - span.start < 2) return null;
  if (value === "" || isUnreadable(value)) {
    report(sink, names.badPath, span, { path: value });
    return null;
  }
  const resolved = resolvePath(folderOf(written.span.file), written.value);
  const outside = isAbsolute(written.value) || !isInside(folder, resolved);
  if (!outside || options.allowOutside === true) return resolved;
  report(sink, names.outsideFolder, written.span, { path: written.value, folder });
  return null;
}
