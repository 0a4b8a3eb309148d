/** A Vensim model (`.mdl`) as an imported model. */
import { type Diagnostic, Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import { report } from "../../../language/diagnostics/entry.ts";
import { imports } from "../../../language/diagnostics/imports.ts";
import type { SourceFile, Span } from "../../../language/source.ts";
import { numeral } from "../expression-writer.ts";
import { type Imported, importModel } from "../import-model.ts";
import type { Dialect, ImportedDimension, ImportedTime, ImportedVariable } from "../imported-model.ts";
import { folded } from "../names.ts";
import { exactStep } from "../time-step.ts";
import { vensimAggregates, vensimFunctions } from "./functions.ts";
import { netFlows } from "./net-flows.ts";
import { type ReadEntry, readEntry } from "./read-entry.ts";
import { type MdlEntry, splitEntries } from "./split-entries.ts";

const control = ["initial_time", "final_time", "time_step", "saveper"] as const;

/** The text of a GTFP model with one system of the given name. */
export function importMdl(source: SourceFile, system: string): Imported {
  const sink = new Diagnostics();
  const dimensions = new Map<string, ImportedDimension>();
  const variables = new Map<string, ImportedVariable>();
  let macro = false;
  for (const entry of splitEntries(source.text)) {
    const inside = macro;
    if (/:MACRO:/i.test(entry.equation)) macro = true;
    if (/:END OF MACRO:/i.test(entry.equation)) {
      macro = false;
      continue;
    }
    if (macro) {
      const span = { file: source.path, start: entry.at, end: entry.at + entry.equation.length };
      if (!inside)
        report(sink, imports.unsupported, span, {
          what: "A macro",
          instead: "write its equations where it is used, or make it a module by hand",
        });
      continue;
    }
    if (!/^\*{3}/.test(entry.equation)) add(entry);
  }

  function add(entry: MdlEntry): void {
    const read = readEntry(entry, source.path, sink);
    if (read === null) return;
    if (read.kind === "range") addDimension(read.dimension, dimensions, sink);
    else addVariable(read, entry, variables, sink);
  }

  const time = timeOf(variables, { file: source.path, start: 0, end: 0 }, sink);
  if (time === null || sink.hasErrors) return failed(sink);
  for (const key of control) variables.delete(key);
  const ranges = [...dimensions.values()].map((d) => ({ ...d, labels: labelsOf(d, dimensions) }));
  const dialect: Dialect = {
    functions: vensimFunctions,
    aggregates: vensimAggregates,
    constants: new Map([
      ["time", "time"],
      ["time_step", "dt"],
    ]),
    moments: new Map([
      ["initial_time", numeral(time.start)],
      ["final_time", numeral(time.stop)],
      ["saveper", numeral(time.saved)],
    ]),
  };
  const flows = netFlows([...variables.values()]);
  return importModel({ dimensions: ranges, variables: flows, time, dialect }, system, false, sink);
}

function failed(sink: Diagnostics): { text: null; diagnostics: readonly Diagnostic[] } {
  return { text: null, diagnostics: sink.list };
}

function addDimension(
  dimension: ImportedDimension,
  known: Map<string, ImportedDimension>,
  sink: Diagnostics,
): void {
  const key = folded(dimension.name);
  if (known.has(key)) report(sink, imports.twice, dimension.span, { name: dimension.name });
  known.set(key, dimension);
}

/** Ranges among the labels stand for theirs. */
function labelsOf(dimension: ImportedDimension, known: ReadonlyMap<string, ImportedDimension>): string[] {
  const open = new Set<string>();
  const labels = (names: readonly string[]): string[] =>
    names.flatMap((name) => {
      const key = folded(name);
      const range = known.get(key);
      if (range === undefined || open.has(key)) return [name];
      open.add(key);
      const inner = labels(range.labels);
      open.delete(key);
      return inner;
    });
  open.add(folded(dimension.name));
  const seen = new Set<string>();
  return labels(dimension.labels).filter(
    (label) => !seen.has(folded(label)) && seen.add(folded(label)) !== undefined,
  );
}

function addVariable(
  read: Exclude<ReadEntry, { kind: "range" }>,
  { units, comment }: MdlEntry,
  known: Map<string, ImportedVariable>,
  sink: Diagnostics,
): void {
  const key = folded(read.name);
  const before = known.get(key);
  const described = {
    ...(units === "" ? {} : { units }),
    ...(comment === "" ? {} : { doc: comment.replace(/\\[ \t]*\r?\n/g, " ") }),
  };
  if (read.kind === "lookup") {
    if (before !== undefined) report(sink, imports.twice, read.span, { name: read.name });
    const { name, points, span } = read;
    known.set(key, { name, role: "lookup", equations: [], points, span, ...described });
    return;
  }
  const { name, subscripts, except, value, span } = read;
  const [rate, initial] = value.op === "call" && folded(value.name) === "integ" ? value.args : [];
  const stock = rate !== undefined && initial !== undefined;
  const equation = stock
    ? { subscripts, except, value: initial, rate, span }
    : { subscripts, except, value, span };
  const role = stock ? "stock" : "value";
  if (before === undefined) {
    known.set(key, { name, role, equations: [equation], span, ...described });
    return;
  }
  if (before.role !== role || subscripts.length === 0) report(sink, imports.twice, span, { name });
  known.set(key, { ...before, equations: [...before.equations, equation], ...described });
}

function timeOf(
  variables: ReadonlyMap<string, ImportedVariable>,
  nowhere: Span,
  sink: Diagnostics,
): (ImportedTime & { readonly saved: number }) | null {
  const value = (key: string, depth = 0): number | undefined => {
    const term = variables.get(key)?.equations[0]?.value;
    if (term?.op === "number") return term.value;
    if (term?.op === "unary" && term.arg.op === "number") return -term.arg.value;
    if (
      term?.op === "binary" &&
      term.sign === "/" &&
      term.left.op === "number" &&
      term.right.op === "number"
    ) {
      return term.left.value / term.right.value;
    }
    return term?.op === "name" && depth < 9 ? value(folded(term.name), depth + 1) : undefined;
  };
  const [start, stop, step, save] = control.map((key) => value(key));
  if (start === undefined || stop === undefined || step === undefined) {
    const at = [start, stop, step].indexOf(undefined);
    const what = `\`${["INITIAL TIME", "FINAL TIME", "TIME STEP"][at]}\``;
    report(sink, imports.noTime, variables.get(control[at]!)?.span ?? nowhere, { what });
    return null;
  }
  const units = [...control]
    .reverse()
    .map((key) => variables.get(key)?.units)
    .find((u) => u !== undefined);
  return {
    start,
    stop,
    step: exactStep(step),
    saved: save ?? step,
    ...(save === undefined ? {} : { save: exactStep(save) }),
    method: "euler",
    ...(units === undefined ? {} : { units }),
    span: variables.get("time_step")?.span ?? nowhere,
  };
}
