/**
 * A golden case is one Markdown file: a title, then a section for each phase, each with one fenced block. `SOURCE` and
 * `FILE path` are given; every other section that is there holds what the phase makes of them.
 */
export interface CaseFile {
  /** What stands before the first section. */
  readonly preamble: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
}

const heading = /^## (.+)$/;

export function readCase(markdown: string): CaseFile {
  const preamble: string[] = [];
  const sections: { heading: string; lines: string[] }[] = [];
  let fence: string | null = null;
  for (const line of markdown.split("\n")) {
    const section = sections.at(-1);
    const found = fence === null ? heading.exec(line) : null;
    if (found) sections.push({ heading: found[1]!.trim(), lines: [] });
    else if (!section) preamble.push(line);
    else if (fence === null) fence = /^`{3,}/.exec(line)?.[0] ?? null;
    else if (line === fence) fence = null;
    else section.lines.push(line);
  }
  return {
    preamble: preamble.join("\n").trim(),
    sections: sections.map(({ heading: name, lines }) => ({
      heading: name,
      text: lines.map((l) => `${l}\n`).join(""),
    })),
  };
}

export function writeCase(file: CaseFile): string {
  const blocks = file.sections.map(({ heading: name, text }) => {
    const longest = Math.max(2, ...[...text.matchAll(/^`+/gm)].map((m) => m[0].length));
    const fence = "`".repeat(longest + 1);
    const language = name === "SOURCE" || name === "FORMATTED" ? "gtfp" : "text";
    return `## ${name}\n\n${fence}${language}\n${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${fence}`;
  });
  return `${[file.preamble, ...blocks].join("\n\n")}\n`;
}
