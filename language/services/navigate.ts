/** Go to definition, references, highlights of a name in its file. */
import type * as ast from "../ast.ts";
import { folderOf, resolvePath } from "../check/path.ts";
import type { Span } from "../source.ts";
import type { Analysis } from "./analysis.ts";
import type { ModelSymbol, Occurrence } from "./symbols/symbol.ts";

/** Where the name at an offset is declared; the file that a path names. */
export function definition(analysis: Analysis, file: string, offset: number): Span[] {
  const found = analysis.index.at(file, offset);
  if (found !== undefined) return declarations(analysis, found.symbol);
  const path = pathAt(analysis, file, offset);
  return path === undefined ? [] : [{ file: path, start: 0, end: 0 }];
}

/** The places that declare a symbol; several where panels are stacked. */
function declarations({ index }: Analysis, symbol: ModelSymbol): Span[] {
  const all = index.of(symbol).filter((occurrence) => occurrence.declares);
  if (symbol.span === undefined) return all.map((occurrence) => occurrence.span);
  // Its own declaration before those that are only linked with it.
  return all.filter(({ symbol: other }) => other === symbol).map(({ span }) => span);
}

export function references(
  analysis: Analysis,
  file: string,
  offset: number,
  withDeclaration: boolean,
): readonly Occurrence[] {
  const found = analysis.index.at(file, offset);
  if (found === undefined) return [];
  return analysis.index.of(found.symbol).filter((occurrence) => withDeclaration || !occurrence.declares);
}

/** The resolved path that a text names, where it is one: of an import, of data, of a join. */
function pathAt(analysis: Analysis, file: string, offset: number): string | undefined {
  const tree = analysis.files.get(file);
  if (tree === undefined) return undefined;
  return paths(tree.file.declarations, file).find(({ span }) => span.start <= offset && offset <= span.end)
    ?.path;
}

export interface PathLink {
  readonly span: Span;
  readonly path: string;
}
/** All paths that declarations name. */
export function links(analysis: Analysis, file: string): PathLink[] {
  return paths(analysis.files.get(file)?.file.declarations ?? [], file);
}
function paths(declarations: readonly ast.Declaration[], file: string): PathLink[] {
  const texts = declarations.flatMap((decl) => {
    if (decl.kind === "import") return [decl.path];
    if (decl.kind !== "data") return [];
    const joins = decl.entries.flatMap((entry) => (entry.kind === "join" ? [entry.path] : []));
    return decl.file === undefined ? joins : [decl.file, ...joins];
  });
  return texts
    .filter(({ value }) => value !== "")
    .map(({ span, value }) => ({ span, path: resolvePath(folderOf(file), value) }));
}
