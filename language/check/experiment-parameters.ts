/** What an experiment varies: the parameters, their ranges and distributions. */
import type * as ast from "../ast.ts";
import { distributions } from "../builtins/distributions.ts";
import { dynamicFunctions } from "../builtins/dynamic-functions.ts";
import { report } from "../diagnostics/entry.ts";
import { experiments } from "../diagnostics/experiments.ts";
import type { Bounded, Expr, SystemVariable, Varied } from "../model.ts";
import { clean } from "../units/unit.ts";
import { constantValue } from "./constant-value.ts";
import type { CheckContext } from "./context.ts";
import { elementName } from "./elements.ts";
import type { Subject } from "./experiment.ts";
import { checkExpr } from "./expression.ts";
import { children } from "./expression-children.ts";
import { suggestion } from "./naming.ts";
import { declarationScope, innerScope, type Scope } from "./scope.ts";
import { checkLabels } from "./system-entries.ts";
import { warnOutside } from "./system-equations.ts";

type Variation = Extract<ast.ExperimentEntry, { readonly kind: "range" | "distribution" }>;

/** The most values of one range. */
const mostValues = 10_000;

/** The parameters of a block in its order, each read by `read`; null after reported errors. */
export function checkParameters<T extends Varied>(
  decl: ast.ExperimentDecl,
  form: Variation["kind"],
  subject: Subject,
  ctx: CheckContext,
  read: (entry: Variation, target: Target) => T | null,
): T[] | null {
  const entries = decl.entries.filter((entry) => entry.kind !== "setting");
  if (entries.length === 0) {
    report(ctx.sink, experiments.nothingVaried, decl.name.span, { kind: decl.kind, form });
    return null;
  }
  const seen = new Map<string, ast.Node["span"]>();
  let ok = true;
  const list = entries.flatMap((entry) => {
    if (entry.kind !== form) {
      report(ctx.sink, experiments.otherForm, entry.span, { kind: decl.kind, form, name: entry.target.text });
      ok = false;
      return [];
    }
    const target = checkTarget(entry, subject, ctx);
    const before = target && seen.get(target.varied.name);
    if (target && before !== undefined) {
      const related = [{ span: before ?? entry.span, message: "the first one" }];
      report(ctx.sink, experiments.variedTwice, entry.span, { name: target.varied.name }, { related });
    }
    const made = target === null || before !== undefined ? null : read(entry, target);
    if (target !== null) seen.set(target.varied.name, entry.span);
    if (made === null) ok = false;
    return made ?? [];
  });
  return ok ? list : null;
}

/** A parameter that is varied, and what its base value is computed by. */
export interface Target {
  readonly varied: Varied;
  readonly variable: SystemVariable;
}

function checkTarget(entry: Variation, { system }: Subject, ctx: CheckContext): Target | null {
  const { target } = entry;
  const name = target.text;
  const variable = system.variables.find((candidate) => candidate.name === name);
  if (variable === undefined) {
    if (ctx.shapes.get(system.name)?.failed?.has(name)) return null;
    const known = system.variables.filter((v) => canVary(v)).map((v) => v.name);
    report(
      ctx.sink,
      experiments.unknownParameter,
      target.span,
      { name, system: system.name },
      suggestion(name, target.span, known),
    );
    return null;
  }
  if (!canVary(variable)) {
    const related = [{ span: variable.span, message: `\`${name}\` is declared here` }];
    report(ctx.sink, experiments.notVariable, target.span, { name, role: variable.role }, { related });
    return null;
  }
  const labels =
    entry.labels === undefined ? null : checkLabels(name, variable.dimensions, entry.labels, ctx);
  if (entry.labels !== undefined && labels === null) return null;
  const varied = {
    name: elementName(name, labels ?? []),
    variable: name,
    labels,
    unit: variable.unit,
    span: entry.span,
  };
  return { varied, variable };
}

function canVary({ role }: SystemVariable): boolean {
  return role === "param" || role === "aux" || role === "stock";
}

/** The values of `6% .. 8% step 0.25%`, or of `annual(6% .. 8% step 0.25%)`; null after a report. */
export function rangeValues(
  entry: Variation,
  target: Target,
  ctx: CheckContext,
): { readonly values: readonly number[]; readonly high: number } | null {
  const range = rangeOf(entry, ctx);
  const bounds = range && checkBounds(range, target, ctx);
  if (range === null || bounds === null) return null;
  if (range.step === undefined) {
    report(ctx.sink, experiments.noStep, range.node.span, { name: target.varied.name });
    return null;
  }
  const at = (k: number) => {
    const times: ast.Expr = { kind: "number", value: k, span: range.node.span };
    const offset = binary("*", times, range.step!);
    return constantOf(range.around(binary("+", range.node.from, offset)), target, ctx, false);
  };
  const [first, second] = [at(0), at(1)];
  if (first === null || second === null) return null;
  if (!(second > first)) {
    report(ctx.sink, experiments.stepNotPositive, range.step.span, { name: target.varied.name });
    return null;
  }
  const values: number[] = [];
  for (let k = 0; ; k++) {
    const value = clean(at(k)!);
    if (value > bounds.high + 1e-9 * (second - first)) break;
    values.push(value);
    if (values.length <= mostValues) continue;
    report(ctx.sink, experiments.tooManyRuns, range.node.span, {
      runs: "more than 10,000",
      most: mostValues,
    });
    return null;
  }
  return { values, high: clean(bounds.high) };
}

/** The bounds of `4% .. 9%`; a step has no meaning here. Null after a report. */
export function rangeBounds(
  kind: string,
  entry: Variation,
  target: Target,
  ctx: CheckContext,
): Bounded | null {
  const range = rangeOf(entry, ctx);
  if (range === null) return null;
  if (range.step !== undefined) {
    report(ctx.sink, experiments.needlessStep, range.step.span, { kind });
    return null;
  }
  const bounds = checkBounds(range, target, ctx);
  if (bounds === null) return null;
  if (bounds.low === bounds.high) {
    report(ctx.sink, experiments.rangeReversed, range.node.span, { name: target.varied.name, ...bounds });
    return null;
  }
  return { ...target.varied, ...bounds };
}

/** A range, perhaps inside a call such as `annual(…)`. */
interface ReadRange {
  readonly node: ast.RangeExpr;
  readonly step?: ast.Expr;
  /** One value of the range in the place of the range. */
  around(value: ast.Expr): ast.Expr;
}

function rangeOf(entry: Variation, ctx: CheckContext): ReadRange | null {
  const written = entry.kind === "range" ? entry.range : entry.distribution;
  if (written.kind === "broken") return null;
  if (written.kind === "range") return { node: written, step: written.step, around: (value) => value };
  const [arg] = written.kind === "call" ? written.args : [];
  if (written.kind === "call" && written.args.length === 1 && arg.value.kind === "range") {
    const { value } = arg;
    return {
      node: value,
      step: value.step,
      around: (one) => ({ ...written, args: [{ ...arg, value: one }] }),
    };
  }
  report(ctx.sink, experiments.notARange, written.span, { name: entry.target.text });
  return null;
}

function checkBounds(range: ReadRange, target: Target, ctx: CheckContext) {
  const { node } = range;
  const low = constantOf(range.around(node.from), target, ctx, true);
  const high = constantOf(range.around(node.to), target, ctx, true);
  if (low === null || high === null) return null;
  if (low > high) {
    report(ctx.sink, experiments.rangeReversed, node.span, { name: target.varied.name, low, high });
    return null;
  }
  noteBareRate(node.to, range.around(node.to) === node.to, target, ctx);
  return { low, high };
}

/** The number of an expression in the parameter's unit; null after a report. */
function constantOf(written: ast.Expr, target: Target, ctx: CheckContext, bound: boolean): number | null {
  const what = `the range of \`${target.varied.name}\``;
  const expr = checkExpr(written, parameterScope(ctx), ctx, { what, unit: target.varied.unit, keys: [] });
  if (expr === null) return null;
  const value = constantValue(expr);
  if (value === undefined || !Number.isFinite(value)) {
    report(ctx.sink, experiments.rangeNotConstant, written.span, { name: target.varied.name });
    return null;
  }
  if (bound) warnOutside(target.variable, expr, ctx);
  return value;
}

/** What stands after `~`: a function of one distribution. Null after a report. */
export function checkDistribution(entry: Variation, target: Target, ctx: CheckContext): Expr | null {
  const written = entry.kind === "distribution" ? entry.distribution : entry.range;
  const { name, unit } = target.varied;
  const what = `the distribution of \`${name}\``;
  const expr = checkExpr(written, parameterScope(ctx), ctx, { what, unit, keys: [] });
  if (expr === null) return null;
  const count = distributionsIn(expr);
  if (count !== 1) {
    report(ctx.sink, experiments.oneDistribution, written.span, { name, count });
    return null;
  }
  if (written.kind === "call") {
    const [first] = written.args;
    if (first !== undefined) noteBareRate(first.value, distributions.has(written.callee.text), target, ctx);
  }
  return expr;
}

function distributionsIn(expr: Expr): number {
  const own = expr.op === "call" && distributions.has(expr.fn) ? 1 : 0;
  return children(expr).reduce((count, child) => count + distributionsIn(child), own);
}

/** The declarations, `annual` and the distributions. */
function parameterScope(ctx: CheckContext): Scope {
  const annual = dynamicFunctions.get("annual")!;
  return innerScope(new Map(), declarationScope(ctx), {
    functions: new Map([...distributions, ["annual", annual]]),
  });
}

function binary(operator: "+" | "*", left: ast.Expr, right: ast.Expr): ast.Expr {
  return { kind: "binary", operator, left, right, span: right.span };
}

/**
 * Notes a bare per cent where the base value is `annual(…)`: 6 % as a continuous rate grows by e^0.06 − 1 = 6.18 % a year, so that
 * base and runs would not mean the same by 6 %.
 */
function noteBareRate(written: ast.Expr, bare: boolean, { variable, varied }: Target, ctx: CheckContext) {
  if (!bare || written.kind !== "unary" || written.operator !== "%" || written.arg.kind !== "number") return;
  const annual = variable.equations.some(({ expr }) => isAnnual(expr));
  if (!annual) return;
  report(ctx.sink, experiments.bareRate, varied.span, { name: varied.name, percent: written.arg.value });
}

function isAnnual(expr: Expr): boolean {
  if (expr.op === "table") return expr.points.some(({ y }) => isAnnual(y));
  return (expr.op === "call" && expr.fn === "annual") || (expr.op === "convert" && isAnnual(expr.arg));
}
