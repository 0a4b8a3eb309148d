import type * as ast from "../../ast.ts";
import type { TextEdit } from "../rename.ts";

/** What may stand between an entry and the end of its line if it is the last one there. */
const restOfLine = /^[ \t]*;?[ \t]*(?:\/\/[^\n]*|\/\*[^\n]*?\*\/[ \t]*)?(?=\n|$)/;

/** An entry more at the end of a block, below the last one's comment; a declaration without a block gets one. */
export function appendEntry(
  { span, entries }: ast.Node & { readonly entries: readonly ast.Node[] },
  entry: string,
  text: string,
): TextEdit {
  const insert = (at: number, inserted: string): TextEdit => ({
    span: { file: span.file, start: at, end: at },
    text: inserted,
  });
  const last = entries.at(-1)?.span.end;
  if (last !== undefined) {
    const rest = restOfLine.exec(text.slice(last, span.end));
    return rest === null ? insert(last, `; ${entry}`) : insert(last + rest[0].length, `\n  ${entry}`);
  }
  return text[span.end - 1] === "}" ? insert(span.end - 1, ` ${entry} `) : insert(span.end, ` { ${entry} }`);
}
