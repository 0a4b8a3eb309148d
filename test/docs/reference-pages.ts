/** The reference of built-ins: measures, indices, functions, units; made from the catalogues of the checker. */
import { distributions } from "../../language/builtins/distributions.ts";
import { dynamicFunctions } from "../../language/builtins/dynamic-functions.ts";
import type { FunctionEntry, Parameter } from "../../language/builtins/functions.ts";
import { indices } from "../../language/builtins/indices.ts";
import { derivedMeasures, studyEntries } from "../../language/builtins/inference.ts";
import { type MeasureEntry, measures, type ResultColumn } from "../../language/builtins/measures.ts";
import {
  type EstimatorEntry,
  estimators,
  type RegressionColumn,
  regressionColumns,
} from "../../language/builtins/regressions.ts";
import { tableFunctions } from "../../language/builtins/table-functions.ts";
import { builtInUnits } from "../../language/units/built-in.ts";

const generated = "<!-- Made from the catalogues in language/builtins; `npm run docs` writes it. -->";

export const referencePages: Readonly<Record<string, () => string>> = {
  "measures.md": () => page("Measures", [...measures.values()].map(measureSection)),
  "inference.md": () =>
    page("Inference", [...derivedMeasures.values(), ...studyEntries.values()].map(measureSection)),
  "regressions.md": () =>
    page("Regressions", [
      "## Columns",
      regressionTable(regressionColumns),
      ...[...estimators.values()].map(estimatorSection),
    ]),
  "indices.md": () => page("Indices", [...indices.values()].map(measureSection)),
  "functions.md": () => page("Functions", [...tableFunctions.values()].map(functionSection)),
  "system-functions.md": () =>
    page("Functions of systems", [...dynamicFunctions.values()].map(functionSection)),
  "distributions.md": () => page("Distributions", [...distributions.values()].map(functionSection)),
  "units.md": () =>
    page("Units", [
      table(
        ["unit", "what it is", "dimension", "in base units"],
        [...builtInUnits.values()].map((u) => [
          `\`${u.name}\``,
          u.line,
          dimension(u.dimensions),
          String(u.scale),
        ]),
      ),
    ]),
};

function page(title: string, sections: readonly string[]): string {
  return `${[generated, `# ${title}`, ...sections].join("\n\n")}\n`;
}

function measureSection(entry: MeasureEntry & { readonly decomposed?: readonly ResultColumn[] }): string {
  const blocks = [
    `## \`${entry.name}\``,
    sentence(entry.line),
    `\`\`\`text\n${entry.formula}\n\`\`\``,
    table(
      ["argument", "takes", "default", "meaning"],
      entry.parameters.map((p) => [
        `\`${p.name}\``,
        p.words?.map((w) => `\`${w}\``).join(", ") ?? p.kind,
        p.default ?? (p.optional ? "none" : "must be given"),
        p.line,
      ]),
    ),
    columnTable(entry.columns),
  ];
  if (entry.decomposed && entry.decomposed.length > 0) {
    blocks.push("With a `decomposition`, also:", columnTable(entry.decomposed));
  }
  return [...blocks, `Source: ${entry.source}`].join("\n\n");
}

function estimatorSection({ name, line, formula, compared, source, fit }: EstimatorEntry): string {
  return [
    `## \`${name}\``,
    sentence(line),
    `\`\`\`text\n${formula}\n\`\`\``,
    `Statistics are compared with ${compared}. The columns of \`NAME.fit\`:`,
    regressionTable(fit),
    `Source: ${source}`,
  ].join("\n\n");
}

function regressionTable(columns: readonly RegressionColumn[]): string {
  const units = { "1": "1", y: "the dependent's", row: "that of its row" };
  return table(
    ["column", "unit", "meaning"],
    columns.map((c) => [`\`${c.name}\``, c.unit === undefined ? "" : units[c.unit], c.line]),
  );
}

function columnTable(columns: readonly ResultColumn[]): string {
  return table(
    ["column", "sign", "unit", "meaning"],
    columns.map((c) => [`\`${c.name}\``, c.symbol ?? "", c.unit ?? "", c.line]),
  );
}

function functionSection(entry: FunctionEntry): string {
  const blocks = [`## \`${signature(entry)}\``, sentence(entry.line)];
  if (entry.parameters.length > 0) {
    blocks.push(
      table(
        ["argument", "unit", "default", "meaning"],
        entry.parameters.map((p) => [
          `\`${p.name}\``,
          unitOf(p),
          p.default ?? (p.optional ? "none" : ""),
          p.doc,
        ]),
      ),
    );
  }
  blocks.push(`\`\`\`text\n${entry.formula}\n\`\`\``);
  if (entry.source !== undefined) blocks.push(`Source: ${entry.source}`);
  return blocks.join("\n\n");
}

function signature(entry: FunctionEntry): string {
  const parameters = entry.parameters.map((p) => `${p.name}${p.named ? ":" : ""}${p.optional ? "?" : ""}`);
  return `${entry.name}(${parameters.join(", ")}${entry.variadic ? ", …" : ""})`;
}

function unitOf(p: Parameter): string {
  return p.words === undefined ? p.unit : p.words.map((w) => `\`${w}\``).join(", ");
}

function sentence(line: string): string {
  return `${line[0]!.toUpperCase()}${line.slice(1)}.`.replace(/\.\.$/, ".");
}

function dimension(dimensions: Readonly<Record<string, number>>): string {
  return Object.entries(dimensions)
    .map(([name, power]) => (power === 1 ? name : `${name}^${power}`))
    .join(" ");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((c) => c.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
