/**
 * How wide a text is where no font can be asked: by kinds of letters, in parts of the font's size. Common sans-serif fonts differ by a
 * tenth, so the widest of them counts: a little air is better than a label that is cut.
 */

/** Proportions of DejaVu Sans and Verdana, the widest of the fonts that systems come with. */
const narrow = /[ .,:;!'|ijl()[\]·/\\-]/;
const wide = /[MWmw%@—…]/;
const capital = /[A-Z0-9_+=<>~&#$?–−≤≥×]/;
/** Signs of East Asian scripts and full-width forms fill a square. */
const square =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}]/u;
const mark = /\p{M}/u;

/** The width in pixels at a font size in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  let parts = 0;
  for (const sign of text) {
    if (mark.test(sign)) continue;
    parts += square.test(sign)
      ? 1
      : narrow.test(sign)
        ? 0.36
        : wide.test(sign)
          ? 0.95
          : capital.test(sign)
            ? 0.68
            : 0.6;
  }
  return parts * size * (bold ? 1.08 : 1);
}
