/**
 * Tells one wrong unit once. A variable declared in a wrong unit contradicts its own equation and every equation that reads it; of
 * those contradictions the root is the one without which most others are gone.
 */
import type * as ast from "../ast.ts";
import { type Diagnostic, Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source.ts";
import type { CheckContext } from "./context.ts";

/** How many contradicted variables are tried; each costs a check of the whole system, and only where it is wrong. */
const mostTried = 12;

/**
 * Checks with `once`, which is given the variables whose written units are in doubt; then again and again with one more, as long
 * as that explains several contradictions by one. Reports what is left and the root of each.
 */
export function atRoots<T>(
  decl: ast.SystemDecl,
  ctx: CheckContext,
  once: (doubted: ReadonlySet<string>, sink: Diagnostics) => T,
): T {
  const attempt = (doubted: ReadonlySet<string>) => {
    const sink = new Diagnostics();
    const result = once(doubted, sink);
    return { result, doubted, list: sink.list, wrong: sink.list.filter(isContradiction) };
  };
  let best = attempt(new Set());
  const roots: Diagnostic[] = [];
  while (best.wrong.length > 1) {
    const trials = contradicted(decl, best.wrong)
      .slice(0, mostTried)
      .map(({ name, told }) => ({ told, ...attempt(new Set([...best.doubted, name])) }));
    const root = trials.reduce<(typeof trials)[number] | undefined>(
      (least, trial) => (least === undefined || trial.wrong.length < least.wrong.length ? trial : least),
      undefined,
    );
    if (root === undefined || root.wrong.length + 1 >= best.wrong.length) break;
    roots.push(root.told);
    best = root;
  }
  for (const diagnostic of [...roots, ...best.list]) ctx.sink.add(diagnostic);
  return best.result;
}

function isContradiction({ code, severity }: Diagnostic): boolean {
  return severity === "error" && code.startsWith("GTFP3");
}

/** Variables with a written unit whose own equation is told to be wrong. */
function contradicted(
  decl: ast.SystemDecl,
  wrong: readonly Diagnostic[],
): { name: string; told: Diagnostic }[] {
  return decl.entries.flatMap((entry) => {
    if (entry.kind === "time" || !("value" in entry) || entry.value === undefined) return [];
    const { span } = entry.value;
    const told = wrong.find((diagnostic) => within(diagnostic.span, span));
    return told === undefined ? [] : [{ name: entry.name.text, told }];
  });
}

function within(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
