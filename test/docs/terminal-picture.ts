/** Draws what a terminal shows as an SVG that reads well on light and dark pages. */

const rowHeight = 18;
const cellWidth = 7.8;
const margin = 16;

/** `classes` of the ANSI styles that the command line uses. */
const styles: Record<string, string> = {
  "1": "b",
  "2": "d",
  "31": "r",
  "32": "g",
  "33": "y",
  "34": "u",
  "36": "c",
};

export function terminalPicture(title: string, ansi: string): string {
  const lines = ansi.replace(/\n+$/, "").split("\n");
  const columns = Math.max(...lines.map((line) => plain(line).length));
  const width = Math.ceil(columns * cellWidth + 2 * margin);
  const height = lines.length * rowHeight + 2 * margin;
  const on = new Set<string>();
  const rows = lines.map(
    (line, i) => `<text x="${margin}" y="${margin + 13 + i * rowHeight}">${spans(line, on)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(title)}</title>
<style>
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328 }
rect { fill: #fbfbfa; stroke: #d8dcd6 }
.b { font-weight: 600 } .d { fill: #6e7781 } .r { fill: #b3261e } .g { fill: #007a5a } .y { fill: #8a6100 } .u { fill: #0b5cad } .c { fill: #00677f }
@media (prefers-color-scheme: dark) {
  text { fill: #e6e8eb } rect { fill: #16191d; stroke: #30363d }
  .d { fill: #8b949e } .r { fill: #ff8a80 } .g { fill: #4cc38a } .y { fill: #e3b341 } .u { fill: #79b8ff } .c { fill: #56c8d8 }
}
</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${rows.join("\n")}
</svg>
`;
}

const escapes = new RegExp(`${String.fromCharCode(27)}\\[(\\d+)m`);

function plain(line: string): string {
  return line
    .split(escapes)
    .filter((_, i) => i % 2 === 0)
    .join("");
}

/** Words at their columns, each with the classes that are on; a style may go on over line ends. */
function spans(line: string, on: Set<string>): string {
  let column = 0;
  return line
    .split(escapes)
    .map((part, i) => {
      if (i % 2 === 1) {
        const style = styles[part];
        if (style) on.add(style);
        else if (part === "22") for (const weight of ["b", "d"]) on.delete(weight);
        else for (const colour of ["r", "g", "y", "u", "c"]) on.delete(colour);
        return "";
      }
      if (part === "") return "";
      const at = margin + column * cellWidth;
      column += part.length;
      const look = on.size ? ` class="${[...on].join(" ")}"` : "";
      // Runs of blanks are not drawn: viewers differ in what they do with them.
      return [...part.matchAll(/\S+(?: \S+)*/g)]
        .map((word) => placed(word[0], at + word.index * cellWidth, look))
        .join("");
    })
    .join("");
}

function placed(text: string, x: number, look: string): string {
  const length = (text.length * cellWidth).toFixed(1);
  return `<tspan x="${x.toFixed(1)}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${look}>${escaped(text)}</tspan>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
