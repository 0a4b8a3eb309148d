/**
 * The little Markdown of reports as a tree, for whoever draws it: paragraphs, `-` and `1.` lists, `#` headings; **strong**, *emphasis*,
 * `code`. Everything else stands as it is written.
 */
export type TextBlock =
  | { readonly is: "paragraph"; readonly inlines: readonly TextInline[] }
  | { readonly is: "heading"; readonly inlines: readonly TextInline[] }
  | { readonly is: "list"; readonly ordered: boolean; readonly items: readonly (readonly TextInline[])[] };
export interface TextInline {
  readonly is: "text" | "code" | "strong" | "emphasis";
  readonly text: string;
}

const bullet = /^\s*(-|\d+\.)\s+/;

export function textBlocks(text: string): TextBlock[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap((part) => {
      const lines = part.split("\n");
      const heading = /^#+\s+(.+)$/.exec(lines[0]!);
      if (heading !== null) {
        const rest = lines.slice(1).join("\n");
        const own: TextBlock = { is: "heading", inlines: inlinesOf(heading[1]!) };
        return rest.trim() === "" ? [own] : [own, ...textBlocks(rest)];
      }
      if (bullet.test(lines[0]!)) return [listOf(lines)];
      return part.trim() === "" ? [] : [{ is: "paragraph", inlines: inlinesOf(joined(lines)) } as const];
    });
}

function listOf(lines: readonly string[]): TextBlock {
  const items: string[][] = [];
  for (const line of lines) {
    if (bullet.test(line)) items.push([line.replace(bullet, "")]);
    else items.at(-1)!.push(line);
  }
  const ordered = bullet.exec(lines[0]!)![1] !== "-";
  return { is: "list", ordered, items: items.map((item) => inlinesOf(joined(item))) };
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join(" ");
}

function inlinesOf(text: string): TextInline[] {
  const parts = text.matchAll(/`([^`]+)`|\*\*(.+?)\*\*|\*([^*\s][^*]*)\*|[^`*]+|[`*]/g);
  const found: TextInline[] = [];
  for (const [whole, code, strong, emphasis] of parts) {
    if (code !== undefined) found.push({ is: "code", text: code });
    else if (strong !== undefined) found.push({ is: "strong", text: strong });
    else if (emphasis !== undefined) found.push({ is: "emphasis", text: emphasis });
    else {
      const last = found.at(-1);
      if (last?.is === "text") found[found.length - 1] = { is: "text", text: last.text + whole };
      else found.push({ is: "text", text: whole });
    }
  }
  return found;
}
