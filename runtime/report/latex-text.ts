/** Words of reports as LaTeX: everything that TeX would read as a command stands as itself, under any input and font encoding. */
import { escapeLatex, mathLatex } from "../../compiler/print/math-latex.ts";
import { type TextInline, textBlocks } from "./text-blocks.ts";

/** What has no place in the usual fonts, or means something else in some of them. */
const signs: Readonly<Record<string, string>> = {
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  "`": "\\textasciigrave{}",
  "…": "\\ldots{}",
  "–": "--",
  "—": "---",
  "“": "``",
  "”": "''",
  "‘": "`",
  "’": "'",
  "°": "\\textdegree{}",
  "\u00a0": "~",
  "\u2009": "\\,",
  "\u202f": "\\,",
  "✓": "$\\checkmark$",
  "✗": "$\\times$",
  "●": "$\\bullet$",
  "○": "$\\circ$",
  "←": "$\\leftarrow$",
  "∅": "$\\emptyset$",
  ...raisedSigns("₀₁₂₃₄₅₆₇₈₉", "textsubscript"),
  ...raisedSigns("⁰¹²³⁴⁵⁶⁷⁸⁹", "textsuperscript"),
};

function raisedSigns(digits: string, command: string): Record<string, string> {
  return Object.fromEntries([...digits].map((sign, digit) => [sign, `\\${command}{${digit}}`]));
}

export function textLatex(text: string): string {
  let out = "";
  let plain = "";
  for (const sign of text.normalize("NFC").replace(/\s+/g, " ")) {
    const own = signs[sign];
    if (own === undefined) plain += sign;
    else {
      out += escapeLatex(plain) + own;
      plain = "";
    }
  }
  return out + escapeLatex(plain);
}

/** A cell of a table; numbers get a true minus sign. */
export function cellLatex(text: string, numeric: boolean): string {
  return numeric ? textLatex(text).replace(/^-(?=[\d.$])/, "$-$") : textLatex(text);
}

/** The field's sign for a column. */
export function symbolLatex(symbol: string): string {
  return `$${mathLatex({ is: "symbol", text: symbol })}$`;
}

/** A report's text: paragraphs, lists, headings. */
export function proseLatex(text: string): string {
  return textBlocks(text)
    .map((block) => {
      if (block.is === "heading") return `\\subsection*{${inlinesLatex(block.inlines)}}`;
      if (block.is === "paragraph") return inlinesLatex(block.inlines);
      const list = block.ordered ? "enumerate" : "itemize";
      // Braces, lest an item that begins with a bracket is read as its own mark.
      const items = block.items.map((item) => `  \\item {}${inlinesLatex(item)}`);
      return `\\begin{${list}}\n${items.join("\n")}\n\\end{${list}}`;
    })
    .join("\n\n");
}

const commands = { code: "texttt", strong: "textbf", emphasis: "emph" } as const;

function inlinesLatex(list: readonly TextInline[]): string {
  return list
    .map(({ is, text }) => {
      // Straight quotes in pairs become opening and closing ones.
      if (is === "text") return textLatex(text.replace(/"([^"]*)"/g, "“$1”"));
      return `\\${commands[is]}{${textLatex(text)}}`;
    })
    .join("");
}
