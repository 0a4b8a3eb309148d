/** What a word of the language means: a measure, an index, a function, a unit, a word of a technology or any other keyword. */
import { distributions } from "../../language/builtins/distributions.ts";
import { dynamicFunctions } from "../../language/builtins/dynamic-functions.ts";
import type { FunctionEntry, Parameter } from "../../language/builtins/functions.ts";
import { indices } from "../../language/builtins/indices.ts";
import { derivedMeasures, studyEntries } from "../../language/builtins/inference.ts";
import { type MeasureEntry, measures, type ResultColumn } from "../../language/builtins/measures.ts";
import { type EstimatorEntry, estimators } from "../../language/builtins/regressions.ts";
import { tableFunctions } from "../../language/builtins/table-functions.ts";
import { CLAUSES, DECLARATIONS, ENTRIES, OPTIONS, RESERVED, type WordRow } from "../../language/tokens.ts";
import { builtInUnits } from "../../language/units/built-in.ts";
import { type Block, heading, joined, sentence, text } from "./explanation.ts";
import { disposabilityWords, referenceWords, returnsWords, type WordEntry } from "./technology-math.ts";

const measureCatalogues: readonly (readonly [string, ReadonlyMap<string, MeasureEntry>])[] = [
  ["measure", measures],
  ["measure made of others", derivedMeasures],
  ["study", studyEntries],
  ["index", indices as ReadonlyMap<string, MeasureEntry>],
];
const functionCatalogues: readonly (readonly [string, ReadonlyMap<string, FunctionEntry>])[] = [
  ["function", tableFunctions],
  ["function of systems", dynamicFunctions],
  ["distribution", distributions],
];
const technologyWords: readonly (readonly [string, Readonly<Record<string, WordEntry>>])[] = [
  ["returns to scale", returnsWords],
  ["disposability of bads", disposabilityWords],
  ["reference set", referenceWords],
];
const keywords: readonly WordRow[] = [...RESERVED, ...DECLARATIONS, ...ENTRIES, ...CLAUSES, ...OPTIONS];

/** Every word that there is a page for. */
export function explainedWords(): string[] {
  return [
    ...new Set([
      ...measureCatalogues.flatMap(([, entries]) => [...entries.keys()]),
      ...functionCatalogues.flatMap(([, entries]) => [...entries.keys()]),
      ...technologyWords.flatMap(([, entries]) => Object.keys(entries)),
      ...keywords.map((row) => row.word),
      ...builtInUnits.keys(),
    ]),
  ];
}

/** The blocks of a word, all its meanings below each other; none where it has none. */
export function wordPage(word: string): Block[] {
  return [
    ...measureCatalogues.flatMap(([kind, entries]) => section(kind, word, entries.get(word), measureBlocks)),
    ...functionCatalogues.flatMap(([kind, entries]) =>
      section(kind, word, entries.get(word), functionBlocks),
    ),
    ...technologyWords.flatMap(([kind, entries]) => section(kind, word, own(entries, word), wordBlocks)),
    ...keywordBlocks(word),
    ...section("estimator of a regression", word, estimators.get(word), estimatorBlocks),
    ...section("unit", word, builtInUnits.get(word), (unit) => [
      text(
        `${sentence(unit.line)} In base units ${unit.scale}`,
        Object.keys(unit.dimensions).length === 0 ? "." : ` ${dimensions(unit.dimensions)}.`,
      ),
    ]),
  ];
}

function own(entries: Readonly<Record<string, WordEntry>>, word: string): WordEntry | undefined {
  return Object.hasOwn(entries, word) ? entries[word] : undefined;
}

function section<E>(
  kind: string,
  word: string,
  entry: E | undefined,
  blocks: (entry: E) => Block[],
): Block[] {
  return entry === undefined ? [] : [{ is: "title", text: word, place: kind }, ...blocks(entry)];
}

function measureBlocks(entry: MeasureEntry & { readonly decomposed?: readonly ResultColumn[] }): Block[] {
  const more = entry.decomposed ?? [];
  return [
    text(sentence(entry.line)),
    text(`${entry.formula}.`),
    heading("Arguments"),
    {
      is: "table",
      columns: [{ header: "argument" }, { header: "takes" }, { header: "default" }],
      rows: entry.parameters.map((p) => [
        [p.name],
        [p.words?.join(", ") ?? p.kind.replaceAll("-", " ")],
        [p.default ?? (p.optional ? "none" : "must be given")],
      ]),
    },
    { is: "terms", terms: entry.parameters.map((p) => ({ term: [p.name], meaning: [sentence(p.line)] })) },
    heading("Columns of its table"),
    {
      is: "terms",
      terms: [...entry.columns, ...more].map((c) => ({
        term: [`${c.name}${c.symbol === undefined ? "" : `  ${c.symbol}`}`],
        meaning: [sentence(c.line)],
      })),
    },
    text(`${entry.source}.`),
  ];
}

function estimatorBlocks({ line, formula, compared, source, fit }: EstimatorEntry): Block[] {
  return [
    text(sentence(line)),
    text(`${formula}.`),
    text(`Statistics are compared with ${compared}.`),
    heading("Columns of its fit"),
    { is: "terms", terms: fit.map((c) => ({ term: [c.name], meaning: [sentence(c.line)] })) },
    text(`${source}.`),
  ];
}

function functionBlocks(entry: FunctionEntry): Block[] {
  const parameter = (p: Parameter) => `${p.name}${p.named ? ":" : ""}${p.optional ? "?" : ""}`;
  const signature = `${entry.name}(${entry.parameters.map(parameter).join(", ")}${entry.variadic ? ", …" : ""})`;
  const takes = (p: Parameter) => (p.words === undefined ? unitMeaning(p.unit) : joined(p.words, "or"));
  const rest = (p: Parameter) => (p.default === undefined ? "" : ` Left out: ${p.default}.`);
  return [
    text(`\`${signature}\`: ${entry.line}; ${unitMeaning(entry.unit)}.`),
    { is: "verbatim", text: entry.formula },
    ...(entry.parameters.length === 0
      ? []
      : [
          {
            is: "terms" as const,
            terms: entry.parameters.map((p) => ({
              term: [p.name],
              meaning: [`${sentence(p.doc)} ${sentence(takes(p))}${rest(p)}`],
            })),
          },
        ]),
    ...(entry.source === undefined ? [] : [text(`${entry.source}.`)]),
  ];
}

/** Units are patterns: a letter is any unit, the same one wherever it stands. */
function unitMeaning(unit: string): string {
  if (unit === "1") return "a plain number";
  if (unit === "time") return "in the system's unit of time";
  return `in the unit \`${unit}\``;
}

function wordBlocks(entry: WordEntry): Block[] {
  return [text(`${sentence(entry.line)}${entry.source === undefined ? "" : ` ${entry.source}.`}`)];
}

/** A keyword's line for each place that it stands in; places that another section tells better are left out. */
function keywordBlocks(word: string): Block[] {
  const told = technologyWords.some(([, entries]) => Object.hasOwn(entries, word));
  const rows = keywords.filter((row) => row.word === word && !(told && row.category === "keyword.option"));
  if (rows.length === 0) return [];
  return [
    { is: "title", text: word, place: "word of the language" },
    {
      is: "terms",
      terms: rows.map(({ of, doc }) => ({
        term: [of.length === 0 ? "everywhere" : `in ${of.join(", ")}`],
        meaning: [sentence(doc)],
      })),
    },
  ];
}

function dimensions(of: Readonly<Record<string, number>>): string {
  return Object.entries(of)
    .map(([name, power]) => (power === 1 ? name : `${name}^${power}`))
    .join(" ");
}
