/** Checks `robustness NAME of MEASURE { … }`: which choices there are, and that each of them means something. */
import type * as ast from "../ast.ts";
import { Diagnostics } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import { inference } from "../diagnostics/inference.ts";
import type { Choice, Index, Measure, MeasureSpec, Robustness, Technology } from "../model.ts";
import { allowed } from "./allowed.ts";
import type { CheckContext } from "./context.ts";
import { findDeclared, roleWords } from "./frontier-names.ts";
import { programsOf, studyColumns } from "./influence.ts";
import { suggestion } from "./naming.ts";
import { checkReference } from "./reference.ts";
import { disposabilityWords, returnsWords, wordOf } from "./technology.ts";
import { makesSense } from "./technology-sense.ts";

/** One change to the base choice. */
interface Change {
  readonly head: "returns" | "disposability" | "reference" | "without";
  readonly word: ast.Name;
  /** What it makes of the technology; of an index, `reference` replaces its own. */
  readonly technology: Partial<Technology>;
}

/** The checked robustness, its shape set in `ctx.shapes`; null after reported errors. */
export function checkRobustness(decl: ast.RobustnessDecl, ctx: CheckContext): Robustness | null {
  const { name, of, doc } = decl;
  if (of === undefined) {
    report(ctx.sink, inference.noSubject, name.span, { kind: "robustness" });
    return null;
  }
  const kind = findDeclared(of, ["measure", "index"], "measure or index", ctx)?.kind;
  if (kind === undefined) return null;
  const found = ctx.checked.get(of.text);
  const subject = found?.kind === "index" ? found : programsOf(of, "robustness", ctx);
  const technology = subject === null ? undefined : ctx.checked.get(subject.spec.technology);
  if (subject === null || technology?.kind !== "technology") return null;

  const read = readEntries(decl.entries, technology, ctx);
  if (read === null) return null;
  if (read.changes.length === 0) {
    report(ctx.sink, inference.noChoices, name.span, { name: name.text });
    return null;
  }
  const base: Choice = { label: "base", technology, subject };
  const choices: Choice[] = [base];
  let ok = true;
  for (const combined of read.all ? product(read.changes) : read.changes.map((change) => [change])) {
    const changes = combined.filter((change) => !isBase(change, base));
    if (changes.length === 0) continue;
    const { choice, reason } = tryChoice(base, changes, ctx);
    const label = labelOf(changes);
    if (choice !== null) choices.push({ ...choice, label });
    else if (read.all) report(ctx.sink, inference.combinationLeftOut, name.span, { choice: label, reason });
    else {
      report(ctx.sink, inference.emptyChoice, changes[0]!.word.span, { choice: label, reason });
      ok = false;
    }
  }
  if (!ok) return null;
  const columns = new Map(studyColumns("robustness"));
  ctx.shapes.set(name.text, {
    name: name.text,
    keys: [{ name: "choice", role: "dimension" }],
    groups: [],
    columns,
  });
  const distinct = choices.filter((one, i) => choices.findIndex((other) => other.label === one.label) === i);
  return {
    kind: "robustness",
    name: name.text,
    span: name.span,
    ...(doc === undefined ? {} : { doc }),
    measure: of.text,
    choices: distinct,
  };
}

/** The changes in the order of the entries; null after reported errors. */
function readEntries(
  entries: readonly ast.WordsEntry[],
  technology: Technology,
  ctx: CheckContext,
): { readonly changes: readonly Change[]; readonly all: boolean } | null {
  const changes: Change[] = [];
  let all = false;
  let ok = true;
  for (const { head, words } of entries) {
    if (head.text === "all") {
      all = words.length === 1 && words[0]!.text === "combinations";
      if (!all) ok = unknown("combination of all", words[0] ?? head, ["combinations"], ctx);
      continue;
    }
    for (const word of words) {
      const change = readChange(head, word, technology, ctx);
      if (change === null) ok = false;
      else changes.push(change);
    }
  }
  return ok ? { changes, all } : null;
}

function readChange(
  head: ast.Name,
  word: ast.Name,
  technology: Technology,
  ctx: CheckContext,
): Change | null {
  switch (head.text) {
    case "returns": {
      const returns = wordOf(word, "returns", returnsWords, "crs", ctx);
      return returns === null ? null : { head: "returns", word, technology: { returns } };
    }
    case "disposability": {
      const disposability = wordOf(word, "disposability", disposabilityWords, "weak", ctx);
      if (disposability === null) return null;
      if (!technology.variables.some((v) => v.role === "bad")) {
        const params = {
          choice: `disposability ${disposability}`,
          technology: technology.name,
          why: "it has no bad output",
        };
        report(ctx.sink, inference.noEffect, word.span, params);
      }
      return { head: "disposability", word, technology: { disposability } };
    }
    case "reference": {
      const reference = checkReference({ word }, ctx);
      return reference === null ? null : { head: "reference", word, technology: { reference } };
    }
    default: {
      const { variables } = technology;
      const names = variables.map((v) => v.name);
      if (names.includes(word.text)) {
        const kept = variables.filter((v) => v.name !== word.text);
        return { head: "without", word, technology: { variables: kept } };
      }
      const params = { name: word.text, technology: technology.name };
      report(ctx.sink, frontier.unknownMoved, word.span, params, suggestion(word.text, word.span, names));
      return null;
    }
  }
}

function unknown(what: string, word: ast.Name, words: readonly string[], ctx: CheckContext): false {
  const params = { what, word: word.text, words };
  report(ctx.sink, frontier.unknownWord, word.span, params, suggestion(word.text, word.span, words));
  return false;
}

/** One change of each kind, or none of that kind; kinds in the order of the entries. */
function product(changes: readonly Change[]): Change[][] {
  const heads = [...new Set(changes.map((change) => change.head))];
  return heads.reduce<Change[][]>(
    (all, head) => {
      const own = changes.filter((change) => change.head === head);
      return all.flatMap((before) => [before, ...own.map((one) => [...before, one])]);
    },
    [[]],
  );
}

/** Whether a change is what the model already has. */
function isBase({ head, technology }: Change, base: Choice): boolean {
  if (head === "without") return false;
  const own = head === "reference" ? referenceOf(base) : base.technology[head];
  return JSON.stringify(own) === JSON.stringify(technology[head]);
}

function referenceOf({ subject, technology }: Choice): Technology["reference"] {
  return subject.kind === "index" ? subject.reference : technology.reference;
}

function labelOf(changes: readonly Change[]): string {
  return changes.map(({ head, word }) => `${head} ${word.text}`).join(", ");
}

/** The subject on the changed technology, or why that means nothing. */
function tryChoice(
  base: Choice,
  changes: readonly Change[],
  ctx: CheckContext,
): { readonly choice: Choice | null; readonly reason: string } {
  const technology = Object.assign({}, base.technology, ...changes.map((change) => change.technology));
  const without = changes.find((change) => change.head === "without")?.word.text;
  const reference = changes.find((change) => change.head === "reference")?.technology.reference;
  const spec = specWithout(base.subject.spec, without);
  const subject: Measure | Index = { ...base.subject, spec };
  const replaced = subject.kind === "index" && reference !== undefined ? { ...subject, reference } : subject;
  const reason = whyNothing(replaced, technology, ctx);
  const given = without === undefined ? {} : { without };
  return reason === null
    ? { choice: { label: "", ...given, technology, subject: replaced }, reason: "" }
    : { choice: null, reason };
}

/** A direction, weights and prices without a variable. */
function specWithout(spec: MeasureSpec, variable: string | undefined): MeasureSpec {
  if (variable === undefined) return spec;
  const { moves, weights, prices, ...rest } = spec;
  const without = <T>(map: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(map).filter(([name]) => name !== variable));
  return {
    ...rest,
    ...(moves === undefined ? {} : { moves: moves.filter((move) => move.variable !== variable) }),
    ...(weights?.kind === "map"
      ? { weights: { kind: "map" as const, values: without(weights.values) } }
      : weights === undefined
        ? {}
        : { weights }),
    ...(prices === undefined ? {} : { prices: without(prices) }),
  };
}

function whyNothing(subject: Measure | Index, technology: Technology, ctx: CheckContext): string | null {
  const has = (role: ast.Role) => technology.variables.some((v) => v.role === role);
  if (!has("good")) return `nothing would be ${roleWords.good}.`;
  if (!has("input") && !has("bad")) return `nothing would be ${roleWords.input}.`;
  if (subject.spec.moves?.length === 0) return "the direction would move nothing.";
  if (
    subject.kind === "index" &&
    subject.decomposition === "grifell_lovell" &&
    (subject.reference.kind === "global" || subject.reference.kind === "biennial")
  ) {
    return `\`grifell_lovell\` needs a base period, which a ${subject.reference.kind} reference has not.`;
  }
  const sink = new Diagnostics();
  const { span } = technology;
  const alone: CheckContext = { ...ctx, sink };
  if (makesSense(technology, span, alone) && allowed(subject.spec, technology, { span }, alone)) return null;
  return sink.list[0]!.message;
}
