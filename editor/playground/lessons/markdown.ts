/**
 * The little Markdown that lessons are written in, as a tree that the page draws: no HTML passes through here.
 *
 *     # Title        the first line
 *     text           paragraphs, `-` and `1.` lists, ``` blocks; **strong**, *emphasis*, `code`, [words](lesson:NAME)
 *     ## Task        then, in this order and if there are any, Hint and Why
 */
import type { PanelId } from "../contract.ts";

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly inlines: readonly Inline[] }
  | { readonly kind: "link"; readonly to: LinkTarget; readonly inlines: readonly Inline[] };
/** Links lead to other lessons, by their folder's name, and to panels of the page: nowhere else. */
export type LinkTarget = { readonly lesson: string } | { readonly panel: PanelId };

export type Block =
  | { readonly kind: "paragraph"; readonly inlines: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  /** Lines of a model, as they are to be written. */
  | { readonly kind: "code"; readonly text: string };

/** A lesson's text by its parts; a part that is not written has no blocks. */
export interface Prose {
  readonly title: string;
  /** The question and what to look at. */
  readonly text: readonly Block[];
  readonly task: readonly Block[];
  /** Folded until it is asked for. */
  readonly hint: readonly Block[];
  /** Shown once the task is solved. */
  readonly why: readonly Block[];
}
type Part = "text" | "task" | "hint" | "why";

const headings: Readonly<Record<string, Part>> = {
  Task: "task",
  任务: "task",
  Hint: "hint",
  提示: "hint",
  Why: "why",
  为什么: "why",
};

/** Reads a lesson's text. Lessons are the repository's own: one that breaks the form is a bug, and throws. */
export function readProse(markdown: string): Prose {
  const lines = markdown.trim().split("\n");
  const title = /^# (.+)$/.exec(lines[0]!)?.[1];
  if (title === undefined) throw new Error(`a lesson begins with "# Title", not with "${lines[0]}"`);
  const parts: Record<Part, string[]> = { text: [], task: [], hint: [], why: [] };
  let part: Part = "text";
  for (const line of lines.slice(1)) {
    const heading = /^#+ *(.*)$/.exec(line);
    if (heading === null) {
      parts[part].push(line);
      continue;
    }
    const next = line.startsWith("## ") ? headings[heading[1]!] : undefined;
    if (next === undefined) throw new Error(`"${line}" is no part of a lesson`);
    part = next;
  }
  const { text, task, hint, why } = parts;
  return { title, text: blocks(text), task: blocks(task), hint: blocks(hint), why: blocks(why) };
}

const bullet = /^(?:-|\d+\.) +/;

function blocks(lines: readonly string[]): Block[] {
  const found: Block[] = [];
  let i = 0;
  const upTo = (ends: (line: string) => boolean): string[] => {
    const from = i;
    while (i < lines.length && !ends(lines[i]!)) i++;
    return lines.slice(from, i);
  };
  while (i < lines.length) {
    const line = lines[i]!;
    if (line.trim() === "") i++;
    else if (line.startsWith("```")) {
      i++;
      found.push({ kind: "code", text: upTo((l) => l.startsWith("```")).join("\n") });
      i++;
    } else if (bullet.test(line)) {
      const items: string[] = [];
      for (const l of upTo((each) => each.trim() === "")) {
        if (bullet.test(l)) items.push(l.replace(bullet, ""));
        else items.push(joined([items.pop()!, l]));
      }
      found.push({ kind: "list", ordered: !line.startsWith("-"), items: items.map(readInlines) });
    } else {
      const paragraph = upTo((l) => l.trim() === "" || l.startsWith("```") || bullet.test(l));
      found.push({ kind: "paragraph", inlines: readInlines(joined(paragraph)) });
    }
  }
  return found;
}

/** Lines of one paragraph; between Chinese characters a line's end is no blank. */
function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .join("\n")
    .replace(/(?<=[\p{Script=Han}，。；：、！？）”])\n(?=[\p{Script=Han}（“])/gu, "")
    .replaceAll("\n", " ");
}

const mark = /`([^`]+)`|\*\*(.+?)\*\*(?!\*)|\*([^*]+)\*|\[([^\]]+)\]\(([^)]*)\)/;

/** Reads the marks within one paragraph. */
export function readInlines(text: string): Inline[] {
  const match = mark.exec(text);
  if (match === null) return text === "" ? [] : [{ kind: "text", text }];
  const [whole, code, strong, emphasis, words, target] = match;
  const before = text.slice(0, match.index);
  const found: Inline =
    code !== undefined
      ? { kind: "code", text: code }
      : strong !== undefined
        ? { kind: "strong", inlines: readInlines(strong) }
        : emphasis !== undefined
          ? { kind: "emphasis", inlines: readInlines(emphasis) }
          : { kind: "link", to: readTarget(target!), inlines: readInlines(words!) };
  const after = readInlines(text.slice(match.index + whole.length));
  return before === "" ? [found, ...after] : [{ kind: "text", text: before }, found, ...after];
}

function readTarget(target: string): LinkTarget {
  const [, kind, name] = /^(lesson|panel):([a-z0-9-]+)$/.exec(target) ?? [];
  if (name === undefined)
    throw new Error(`a lesson's link leads to "lesson:…" or "panel:…", not to "${target}"`);
  return kind === "lesson" ? { lesson: name } : { panel: name as PanelId };
}
