/** How values, keys and kinds are called in messages, and suggestions with their fixes. */
import type { ReportOptions } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { ValueType } from "../model.ts";
import type { Span } from "../source.ts";
import type { Key } from "./scope.ts";

/** `province, year`, or words for none. */
export function keysText(keys: readonly Pick<Key, "name">[]): string {
  return keys.length === 0 ? "whole" : keys.map((key) => `\`${key.name}\``).join(", ");
}

/** "has the keys `province` and `year`" */
export function hasKeys(keys: readonly Pick<Key, "name">[], groups: readonly string[] = []): string {
  if (keys.length === 0) return "is a single value";
  const list = keys.map((key) => `\`${key.name}\``);
  const text =
    list.length === 1 ? `the key ${list[0]}` : `the keys ${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;
  if (groups.length === 0) return `has ${text}`;
  return `has ${text} and the ${groups.length === 1 ? "group" : "groups"} ${groups.map((g) => `\`${g}\``).join(", ")}`;
}

/** A kind with its article. */
export function kindText(of: ValueType["of"]): string {
  return of === "number" ? "a number" : of === "label" ? "a label" : "a condition (true or false)";
}

/** A declaration's kind with its article. */
export function whatText(what: string): string {
  const word = what === "data" ? "panel" : what;
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

/** "did you mean `capital`?" with the fix that writes it; nothing where no candidate is near. */
export function suggestion(written: string, span: Span, candidates: Iterable<string>): ReportOptions {
  const list = [...candidates];
  const meant =
    list.find((name) => name !== written && fold(name) === fold(written)) ?? nearest(written, list);
  if (meant === undefined) return {};
  const text = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(meant) ? meant : `\`${meant}\``;
  return {
    help: `did you mean \`${meant}\`?`,
    fixes: [{ title: `Write \`${meant}\``, edits: [{ span, text }] }],
  };
}

/** Spellings that differ by case, underscores or points only. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[_.\s-]/g, "");
}
