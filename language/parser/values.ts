/** The values that literal tokens stand for. */

const SUFFIX: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, G: 1e9 };

/** `1_000`, `6.5`, `1e6`, and in units `10k`, `100M`. */
export function numberOf(image: string): number {
  const factor = SUFFIX[image[image.length - 1]!];
  const digits = (factor === undefined ? image : image.slice(0, -1)).replaceAll("_", "");
  return Number(digits) * (factor ?? 1);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  '"': '"',
  "\\": "\\",
  "{": "{",
  "}": "}",
};

/** Text between quotes with its escapes undone; `bad` is told each one that is none, with its offset. */
export function textFrom(raw: string, bad?: (sequence: string, offset: number) => void): string {
  if (!raw.includes("\\")) return raw.normalize("NFC");
  let text = "";
  for (let i = 0; i < raw.length; i++) {
    if (raw[i] !== "\\" || i + 1 === raw.length) {
      text += raw[i];
      continue;
    }
    const known = ESCAPES[raw[i + 1]!];
    if (known === undefined) bad?.(raw.slice(i, i + 2), i);
    text += known ?? raw.slice(i, i + 2);
    i++;
  }
  return text.normalize("NFC");
}
