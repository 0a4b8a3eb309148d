/** Numbers in cells, and why a text is none. */

const minus = /^\u2212/;
const plain = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** The number of a cell, or null where the text is none. Group separators and per cent signs are never guessed. */
export function readNumber(text: string, decimal: "." | ","): number | null {
  let trimmed = text.trim().replace(minus, "-");
  if (decimal === ",") {
    if (trimmed.includes(".")) return null;
    trimmed = trimmed.replace(",", ".");
  }
  if (!plain.test(trimmed)) return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : null;
}

/** How to mend a cell that is almost a number, in the user's words. */
export function numberHelp(text: string, decimal: "." | ","): string | undefined {
  const t = text.trim();
  const groups = decimal === "." ? /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/ : /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/;
  if (groups.test(t)) {
    const decimalToo =
      decimal === "." && /^[+-]?\d+,\d+$/.test(t)
        ? ', or write `decimal ","` if the comma is the decimal sign'
        : "";
    const bare = t.replaceAll(decimal === "." ? "," : ".", "");
    return `write it without thousands separators: ${bare}${decimalToo}`;
  }
  if (/^[+-]?\d{1,3}([ \u00a0\u202f']\d{3})+([.,]\d+)?$/.test(t)) {
    return `write it without thousands separators: ${t.replace(/[ \u00a0\u202f']/g, "")}`;
  }
  if (/%$/.test(t)) return "write the number without the per cent sign and give the column the unit `[%]`";
  if (decimal === "," && /^[+-]?\d+\.\d+$/.test(t)) {
    return 'the block says `decimal ","`, and this number has a point';
  }
  return undefined;
}
