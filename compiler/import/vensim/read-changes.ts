/** A Vensim changes file (`.cin`): lines that set constants and lookups, as one scenario. */
import { check } from "../../../language/check/check.ts";
import { folderOf } from "../../../language/check/path.ts";
import { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import { report } from "../../../language/diagnostics/entry.ts";
import { imports } from "../../../language/diagnostics/imports.ts";
import { nearest } from "../../../language/diagnostics/suggest.ts";
import { format } from "../../../language/format/format.ts";
import type { Dimension, Model, System, SystemVariable } from "../../../language/model.ts";
import type { SourceFile, Span } from "../../../language/source.ts";
import { EquationParser } from "../equation-parser.ts";
import { equationTokens } from "../equation-tokens.ts";
import { numeral, table } from "../expression-writer.ts";
import type { Imported } from "../import-model.ts";
import type { Subscript } from "../imported-model.ts";
import { folded, unused, written } from "../names.ts";

/** The model that the changes are for. */
export interface ChangedModel {
  readonly model: Model;
  readonly system: System;
  readonly path: string;
  /** How the imported file names it, from the place where the scenario will stand. */
  readonly named: string;
  readonly read: (path: string) => string | null;
}

interface Change {
  readonly text: string;
  readonly name: string;
  readonly span: Span;
}

/** A model that imports the changed one and holds one scenario of its system. */
export function importChanges(source: SourceFile, scenario: string, changed: ChangedModel): Imported {
  const sink = new Diagnostics();
  const changes: Change[] = [];
  let at = 0;
  for (const line of source.text.split("\n")) {
    const text = line.trim();
    if (text !== "" && !text.startsWith("{")) {
      const change = readChange(line, at, source.path, changed, sink);
      if (change !== null) changes.push(change);
    }
    at += line.length + 1;
  }
  const name = unused(written(scenario), new Set(changed.model.declarations.map((d) => folded(d.name))));
  const lines = changes.map((change) => change.text);
  const body = `scenario ${name} of ${written(changed.system.name)} {\n${lines.join("\n")}\n}\n`;
  if (!sink.hasErrors) tellRefused(body, changes, changed, sink);
  if (sink.hasErrors) return { text: null, diagnostics: sink.list };
  const whole = `import ${JSON.stringify(changed.named)}\n\n${body}`;
  return { text: format(whole, "imported.gtfp").text, diagnostics: sink.list };
}

/** `name = 3`, `name[P1] = 3`, `name = 1, 2, 3`, `name((0, 1), (2, 3))` */
function readChange(
  line: string,
  at: number,
  file: string,
  changed: ChangedModel,
  sink: Diagnostics,
): Change | null {
  const tokens = equationTokens(line, "vensim", (start, end) => ({ file, start: at + start, end: at + end }));
  const parser = new EquationParser(tokens, "vensim", sink);
  const head = parser.next;
  if (head.kind !== "name" && head.kind !== "quoted") {
    parser.fail("the name of a constant");
    return null;
  }
  parser.take();
  const subscripts = parser.is("[") ? parser.subscripts() : [];
  const span = { ...head.span, end: at + line.trimEnd().length };
  let value: { numbers: number[] } | { points: string };
  if (parser.accept("(")) {
    value = { points: table(parser.points()) };
    parser.expect(")");
  } else {
    parser.expect("=");
    const numbers = [parser.number()];
    while (parser.accept(",")) numbers.push(parser.number());
    value = { numbers };
  }
  if (!parser.ended()) parser.fail("the end of the line");
  if (parser.failed) return null;
  const variable = changed.system.variables.find((v) => folded(v.name) === folded(head.text));
  if (variable === undefined) {
    const near = nearest(
      written(head.text),
      changed.system.variables.map((v) => v.name),
    );
    const what = `variable of \`${changed.system.name}\``;
    report(sink, imports.unknown, head.span, { name: head.text, what, near });
    return null;
  }
  const text = changeText(variable, subscripts, value, changed, sink, span);
  return text === null ? null : { text, name: variable.name, span };
}

function changeText(
  variable: SystemVariable,
  subscripts: readonly Subscript[],
  value: { numbers: number[] } | { points: string },
  { model }: ChangedModel,
  sink: Diagnostics,
  span: Span,
): string | null {
  const name = written(variable.name);
  if ("points" in value) return `${name} = ${value.points}`;
  const dimensions = model.declarations.filter((d): d is Dimension => d.kind === "dimension");
  const labelsOf = (dimension: string): readonly string[] => {
    const labels = dimensions.find((d) => d.name === dimension)?.labels;
    return labels === undefined || "table" in labels ? [] : labels;
  };
  // What each subscript stands for in its place: one label, or every one.
  let elements: string[][] = [[]];
  for (const [i, dimension] of variable.dimensions.entries()) {
    const subscript = subscripts[i]?.name ?? dimension;
    const range = dimensions.find((d) => folded(d.name) === folded(subscript))?.name;
    const labels =
      range !== undefined
        ? labelsOf(range)
        : labelsOf(dimension).filter((l) => folded(l) === folded(subscript));
    if (labels.length === 0) {
      report(sink, imports.unknown, span, {
        name: subscript,
        what: `label in \`${dimension}\``,
        near: undefined,
      });
      return null;
    }
    elements = elements.flatMap((element) => labels.map((label) => [...element, written(label)]));
  }
  if (
    subscripts.length > variable.dimensions.length ||
    (value.numbers.length > 1 && value.numbers.length !== elements.length)
  ) {
    const why = `it has ${elements.length} elements there, and ${value.numbers.length} numbers`;
    report(sink, imports.subscripts, span, { name: variable.name, why });
    return null;
  }
  if (subscripts.length === 0 && value.numbers.length === 1) return `${name} = ${numeral(value.numbers[0]!)}`;
  return elements
    .map((labels, i) => {
      const element = labels.length === 0 ? name : `${name}[${labels.join(", ")}]`;
      return `${element} = ${numeral(value.numbers[i] ?? value.numbers[0]!)}`;
    })
    .join("\n");
}

/** The scenario is checked with its model; what is refused is told at the line that it comes from. */
function tellRefused(
  body: string,
  changes: readonly Change[],
  { path, read }: ChangedModel,
  sink: Diagnostics,
): void {
  const folder = folderOf(path);
  const entry = `${folder === "" || folder === "/" ? folder : `${folder}/`}imported scenario.gtfp`;
  const text = `import ${JSON.stringify(path.slice(path.lastIndexOf("/") + 1))}\n${body}`;
  const { diagnostics } = check(entry, (file) => (file === entry ? text : read(file)), {
    allowOutside: true,
  });
  for (const { severity, span, message } of diagnostics) {
    if (severity !== "error" || span.file !== entry) continue;
    const from = changes.findLast((change) => text.indexOf(`\n${change.text}`) < span.start) ?? changes[0];
    if (from !== undefined) report(sink, imports.refused, from.span, { name: from.name, why: message });
  }
}
