/** Columns that text takes in a terminal or an editor with a fixed-width font. */

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;
const none = /[\p{M}\p{Cf}]/u;

export function width(text: string): number {
  let columns = 0;
  for (const c of text) {
    if (c < "\u0300") columns++;
    else if (!none.test(c)) columns += wide.test(c) ? 2 : 1;
  }
  return columns;
}
