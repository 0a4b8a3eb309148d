/** Sums and extremes over the elements that an imported equation marks. */
import { report } from "../../language/diagnostics/entry.ts";
import { imports } from "../../language/diagnostics/imports.ts";
import type { EquationScope, ExpressionWriter, KnownVariable } from "./expression-writer.ts";
import type { Subscript, Term } from "./imported-model.ts";
import { folded } from "./names.ts";
import { type KnownDimension, shareLabels } from "./subscripts.ts";

/**
 * `sum(x by province)`; written out element by element where GTFP has no aggregate for it (`product`), or where one dimension is
 * summed over and free at the same time.
 */
export function aggregated(writer: ExpressionWriter, fn: string, given: Term, scope: EquationScope): string {
  const { dimensions, sink, variables } = writer.context;
  const arg = marking(given, variables);
  const marked = new Map<string, KnownDimension>();
  const plain = new Map<string, KnownDimension>();
  visit(arg, ({ name, each }) => {
    const dimension = dimensions.dimension(name);
    if (dimension === undefined) return;
    if (each) marked.set(dimension.key, dimension);
    else if (!scope.bound.has(dimension.key)) plain.set(dimension.key, dimension);
  });
  // A label that is summed over and free, or summed over twice, cannot stand for both.
  const clash =
    shareLabels([...marked.values(), ...plain.values()]) || [...marked.keys()].some((key) => plain.has(key));
  if (marked.size > 0 && (clash || fn === "product" || scope.writtenOut))
    return writtenOut(writer, fn, arg, scope, [...marked.values()]);
  const summed = { over: new Set<KnownDimension>(), left: new Set<KnownDimension>() };
  const text = writer.number(arg, { ...scope, summed });
  if (summed.over.size === 0 || fn === "product") {
    const what = fn === "product" ? "A product over `*`" : `\`${fn}\` of something that has no elements`;
    report(sink, imports.unsupported, arg.span, { what, instead: "name the elements" });
  }
  for (const dimension of summed.left) scope.summed?.left.add(dimension);
  const by = [...summed.left].map((d) => d.name);
  return `${fn}(${text}${by.length === 0 ? "" : ` by ${by.join(", ")}`})`;
}

function writtenOut(
  writer: ExpressionWriter,
  fn: string,
  arg: Term,
  scope: EquationScope,
  over: readonly KnownDimension[],
): string {
  let terms: Term[] = [arg];
  for (const { key, labels } of over)
    terms = terms.flatMap((term) => labels.map((label) => fixed(term, key, label)));
  if (fn === "min" || fn === "max")
    return `${fn}(${terms.map((term) => writer.number(term, scope)).join(", ")})`;
  const sign = fn === "product" ? "*" : "+";
  const all = `(${terms.map((term) => writer.number(term, scope, sign === "*" ? 6.1 : 5.1)).join(` ${sign} `)})`;
  return fn === "mean" ? `(${all} / ${terms.length})` : all;
}

/** The same with every `*` and every bare array as marked dimensions. */
function marking(term: Term, variables: ReadonlyMap<string, KnownVariable>): Term {
  if (term.op !== "name") return withParts(term, (part) => marking(part, variables));
  const own = variables.get(folded(term.name))?.dimensions ?? [];
  const { span, subscripts } = term;
  if (subscripts.length === 0)
    return { ...term, subscripts: own.map(({ key }) => ({ name: key, each: true, span })) };
  return {
    ...term,
    subscripts: subscripts.map((s, i) => (s.name === "*" ? { ...s, name: own[i]?.key ?? s.name } : s)),
  };
}

/** The term for one label of a marked dimension. */
function fixed(term: Term, key: string, label: string): Term {
  const inner = withParts(term, (part) => fixed(part, key, label));
  if (inner.op !== "name" && inner.op !== "call") return inner;
  const subscripts = inner.subscripts.map((s) =>
    s.each && folded(s.name) === key ? { ...s, name: label, each: false } : s,
  );
  return { ...inner, subscripts };
}

/** A term of other parts. */
function withParts(term: Term, change: (part: Term) => Term): Term {
  switch (term.op) {
    case "call":
      return { ...term, args: term.args.map(change) };
    case "unary":
      return { ...term, arg: change(term.arg) };
    case "binary":
      return { ...term, left: change(term.left), right: change(term.right) };
    case "if":
      return { ...term, condition: change(term.condition), yes: change(term.yes), no: change(term.no) };
    case "graph":
      return { ...term, input: change(term.input) };
    default:
      return term;
  }
}

/** The terms directly inside a term. */
export function partsOf(term: Term): readonly Term[] {
  switch (term.op) {
    case "call":
      return term.args;
    case "unary":
      return [term.arg];
    case "binary":
      return [term.left, term.right];
    case "if":
      return [term.condition, term.yes, term.no];
    case "graph":
      return [term.input];
    case "list":
      return term.rows.flat();
    default:
      return [];
  }
}

function visit(term: Term, see: (subscript: Subscript) => void): void {
  if (term.op === "name" || term.op === "call") term.subscripts.forEach(see);
  for (const part of partsOf(term)) visit(part, see);
}
