/** The pages of the diagnostic catalogue: one for each code, and an index. */
import { renderDiagnostics } from "../../cli/render/diagnostics.ts";
import { plain } from "../../cli/render/style.ts";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import type { Entry, Example } from "../../language/diagnostics/entry.ts";
import { filesOf } from "../helpers/pipeline.ts";

const generated = "<!-- Made from the catalogue in language/diagnostics; `npm run docs` writes it. -->";

/** `told` are the diagnostics that the failing example gives. */
export function diagnosticPage(entry: Entry<never>, told: readonly Diagnostic[]): string {
  const files = filesOf(entry.failing);
  const own = told.filter((d) => d.code === entry.code);
  return `${[
    generated,
    `# ${entry.code}: ${entry.title}`,
    `*${entry.severity}*`,
    entry.page,
    "## Example",
    fences(entry.failing),
    `\`\`\`text\n${renderDiagnostics(own, (path) => files[path], plain)}\`\`\``,
    "## Mended",
    fences(entry.mended),
  ].join("\n\n")}\n`;
}

export function indexPage(catalogue: readonly Entry<never>[]): string {
  const rows = catalogue.map((e) => `| [${e.code}](${e.code}.md) | ${e.severity} | ${e.title} |`);
  return `${[
    generated,
    "# Diagnostics",
    "Every message of `gtfp` has a code; its page says what it means and shows a model that fails and its mended form.",
    ["| code | severity | title |", "|---|---|---|", ...rows].join("\n"),
  ].join("\n\n")}\n`;
}

function fences(example: Example): string {
  const files = Object.entries(filesOf(example));
  return files
    .map(([path, text]) => {
      const name = files.length === 1 ? "" : `\`${path}\`:\n\n`;
      return `${name}${fence(text, path.endsWith(".gtfp") ? "gtfp" : "text")}`;
    })
    .join("\n\n");
}

/** A code block whose fence is longer than any run of backticks in it. */
function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((m) => m[0].length));
  const mark = "`".repeat(longest + 1);
  // Control characters show as their pictures.
  const shown = text.replace(/(?![\n\t])\p{Cc}/gu, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)));
  return `${mark}${language}\n${shown.replace(/\n*$/, "\n")}${mark}`;
}
