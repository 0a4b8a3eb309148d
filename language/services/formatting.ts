/** Formats a file: the smallest edit that makes it canonical, so that cursors and marks outside stay where they are. */
import { format } from "../format/format.ts";
import type { TextEdit } from "./rename.ts";

export function formatting(text: string, path: string): TextEdit[] {
  const { text: after } = format(text, path);
  if (after === text) return [];
  let start = 0;
  while (start < text.length && text[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(text.length, after.length) - start;
  while (end < most && text[text.length - 1 - end] === after[after.length - 1 - end]) end++;
  const span = { file: path, start, end: text.length - end };
  return [{ span, text: after.slice(start, after.length - end) }];
}
