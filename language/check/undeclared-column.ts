/** A name that no column bears: perhaps the file has it and the block does not declare it. */
import type { ReportOptions } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { Span } from "../source.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { suggestion } from "./naming.ts";

/** What a block of data that reads files is known by. */
export type FilePanel = Pick<TableShape, "name" | "files">;

/**
 * How to mend a name that a panel of files does not declare. A header of that very name comes first, then a declared name
 * that is near, then a header that is near; where the files cannot be read, both ways are said.
 *
 * @param known the names that may stand there
 * @param inside whether the name stands in the panel's own block
 */
export function undeclaredColumn(
  name: { readonly text: string; readonly span: Span },
  panel: FilePanel,
  known: Iterable<string>,
  inside: boolean,
  ctx: CheckContext,
): ReportOptions {
  const { text } = name;
  const files = (panel.files ?? []).map((path) => ({ path, headers: ctx.headersOf?.(path) ?? null }));
  const place = inside ? "" : ` in \`${panel.name}\``;
  const declare = (header: string) =>
    isName(header)
      ? `declare it${place}: \`${header} [unit]\``
      : `declare it${place} under its header in backticks, with its unit in brackets`;
  const holder = files.find(({ headers }) => headers?.includes(text));
  if (holder !== undefined)
    return { help: `\`${shortPath(holder.path)}\` has this column; ${declare(text)}` };
  const near = suggestion(text, name.span, known);
  if (near.help !== undefined) return near;
  for (const { path, headers } of files) {
    const meant = nearest(text, headers ?? []);
    if (meant !== undefined) return { help: `\`${shortPath(path)}\` has \`${meant}\`; ${declare(meant)}` };
  }
  if (files.some(({ headers }) => headers === null)) {
    return { help: `if the file has it, ${declare(text)}` };
  }
  return {};
}

function isName(header: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(header);
}

function shortPath(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
