/** Calls: functions of the catalogue, lookups, tables over time; aggregates have a file of their own. */
import type * as ast from "../ast.ts";
import type { FunctionEntry, Parameter } from "../builtins/functions.ts";
import { indices } from "../builtins/indices.ts";
import { derivedMeasures } from "../builtins/inference.ts";
import { measures } from "../builtins/measures.ts";
import { aggregateNames, overTime } from "../builtins/table-functions.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { names } from "../diagnostics/names.ts";
import { units as unitRows } from "../diagnostics/units.ts";
import type { Expr } from "../model.ts";
import { constantNumber } from "../units/constant.ts";
import { isKnown, one, type UnitTerm } from "../units/term.ts";
import { draftAbatementCost } from "./abatement-cost.ts";
import { isOfConstants } from "./constant-formula.ts";
import type { Draft, DraftType, Env } from "./expression.ts";
import { numberDraft } from "./expression.ts";
import { combineRows, convertTo, requireKind, timeKey } from "./expression-accept.ts";
import { draftAggregate } from "./expression-aggregates.ts";
import {
  functionNamed,
  functionNames,
  type Given,
  matchArguments,
  tableForms,
} from "./expression-arguments.ts";
import { draftTable } from "./expression-tables.ts";
import { hasKeys, suggestion } from "./naming.ts";
import { UnitLetters } from "./unit-pattern.ts";

export function draftCall(expr: ast.CallExpr, env: Env): Draft | null {
  const { callee } = expr;
  const binding = env.scope.find(callee.text);
  if (binding?.kind === "lookup") {
    return draftLookup(
      expr,
      binding.lookup,
      env.units.of(binding.argument),
      env.units.of(binding.result),
      env,
    );
  }
  const form = tableForms.find((candidate) => candidate === callee.text);
  if (form !== undefined) return draftTable(expr, form, env);
  if (isAggregate(expr)) return draftAggregate(expr, env);
  const entry = functionNamed(callee.text, env);
  if (entry?.name === "marginal_abatement_cost") return draftAbatementCost(expr, entry, env);
  if (entry !== undefined) return draftFunction(expr, entry, env);
  if (callee.text === "" || binding?.kind === "failed") return null;
  if (binding !== undefined)
    report(env.ctx.sink, expressions.notAFunction, callee.span, { name: callee.text });
  else {
    const isMeasure = measures.has(callee.text) || derivedMeasures.has(callee.text);
    const what = isMeasure ? "measure" : indices.has(callee.text) ? "index" : undefined;
    const options =
      what === undefined
        ? suggestion(callee.text, callee.span, functionNames(env))
        : {
            help: `\`${callee.text}\` stands in a declaration of its own: \`${what} NAME = ${callee.text}(…)\``,
          };
    report(env.ctx.sink, names.unknownFunction, callee.span, { name: callee.text }, options);
  }
  return null;
}

/** Aggregates; `min` and `max` of several numbers are functions. */
function isAggregate(expr: ast.CallExpr): boolean {
  if (!aggregateNames.has(expr.callee.text)) return false;
  if (expr.callee.text !== "min" && expr.callee.text !== "max") return true;
  return expr.args.length === 1 || expr.by !== undefined || expr.where !== undefined;
}

function draftLookup(
  expr: ast.CallExpr,
  lookup: string,
  argument: UnitTerm,
  result: UnitTerm,
  env: Env,
): Draft | null {
  const [first, ...more] = expr.args;
  if (first === undefined) {
    const doc = "What is looked up";
    report(env.ctx.sink, expressions.missingArgument, expr.span, { fn: lookup, argument: "argument", doc });
    return null;
  }
  if (more.length > 0) {
    report(env.ctx.sink, expressions.tooManyArguments, expr.span, {
      fn: lookup,
      most: 1,
      given: more.length + 1,
    });
    return null;
  }
  const input = env.draft(first.value, { what: `the argument of \`${lookup}\``, unit: argument });
  if (input === null) return null;
  return {
    span: expr.span,
    type: { ...input.type, unit: result, scale: "level" },
    children: [input],
    build: (type, [x]) => ({ op: "lookup", lookup, input: x!, type, span: expr.span }),
  };
}

/** A function of the catalogue, row by row or along the period. */
function draftFunction(expr: ast.CallExpr, entry: FunctionEntry, env: Env): Draft | null {
  const fn = entry.name;
  const clause = expr.by !== undefined ? "by" : expr.where !== undefined ? "where" : undefined;
  if (clause !== undefined) {
    report(env.ctx.sink, expressions.clauseOutsideAggregate, expr.span, { fn, clause });
    return null;
  }
  const given = matchArguments(expr, entry, env);
  if (given === null) {
    // The arguments' own errors are still worth telling; a word is no name.
    for (const arg of expr.args) if (arg.value.kind !== "name") env.draft(arg.value);
    return null;
  }
  const time = env.scope.timeUnit;
  const letters = new UnitLetters(env.units, time === undefined ? undefined : env.units.of(time));
  const drafts = given.map((one) => draftArgument(fn, one, letters, env));
  if (!drafts.every((draft) => draft !== null)) return null;
  const rows = combineRows(fn, expr.span, drafts, env);
  if (rows === null) return null;
  let { keys } = rows;
  if (entry.group === "series") {
    const main = drafts[0]!;
    const period = timeKey(main.type.keys);
    if (period === undefined) {
      const found = hasKeys(main.type.keys);
      report(env.ctx.sink, expressions.noTime, expr.span, { what: `\`${fn}\``, keys: found });
      return null;
    }
    if (overTime.has(fn)) keys = keys.filter((key) => key.name !== period.name);
  }
  const unit = letters.term(entry.unit) ?? env.units.fresh();
  const kept = stepsInTime.has(fn);
  const type: DraftType = {
    ...rows,
    keys,
    of: "number",
    unit: fn === "peak_time" ? one : unit,
    scale: kept ? drafts[0]!.type.scale : "level",
  };
  return {
    span: expr.span,
    type,
    children: drafts,
    build: (settled, children) => ({
      op: "call",
      fn,
      ...placed(entry, given, children),
      type: settled,
      span: expr.span,
    }),
  };
}

/** Arguments in the order of the parameters; those that only go by name, or stand after a gap, by name. */
function placed(
  entry: FunctionEntry,
  given: readonly Given[],
  children: readonly Expr[],
): { args: Expr[]; named: Record<string, Expr> } {
  const args: Expr[] = [];
  const named: Record<string, Expr> = {};
  let gap = false;
  for (const parameter of entry.parameters) {
    const values = children.filter((_, i) => given[i]!.parameter === parameter);
    if (values.length === 0) gap = true;
    else if (gap || parameter.named === true) named[parameter.name] = values[0]!;
    else args.push(...values);
  }
  return { args, named };
}

function draftArgument(fn: string, given: Given, letters: UnitLetters, env: Env): Draft | null {
  const { parameter, value } = given;
  if (value.kind === "broken") return null;
  if (parameter.kind === "words" || parameter.kind === "words or value") {
    const word = value.kind === "name" ? value.name.text : undefined;
    if (word !== undefined && parameter.words?.includes(word)) return wordDraft(word, value);
    if (parameter.kind === "words") {
      const words = parameter.words ?? [];
      const options = word === undefined ? {} : suggestion(word, value.span, words);
      report(env.ctx.sink, expressions.badWord, value.span, { fn, argument: parameter.name, words }, options);
      return null;
    }
  }
  const unit = letters.term(parameter.unit);
  const what = `\`${parameter.name}\` of \`${fn}\``;
  const constant = constantNumber(value);
  if (
    constant !== null &&
    stepsInTime.has(fn) &&
    parameter.name === "n" &&
    !(constant >= 1 && constant % 1 === 0)
  ) {
    const other = constant < 0 && constant % 1 === 0 ? (fn === "lag" ? "lead" : "lag") : undefined;
    report(env.ctx.sink, expressions.wholePeriods, value.span, { fn, value: constant, other });
    return null;
  }
  if (constant !== null) return numberDraft(value.span, constant, unit ?? one);
  if (parameter.kind === "constant") {
    report(env.ctx.sink, expressions.notConstant, value.span, { what });
    return null;
  }
  const draft = env.draft(value, unit && isOfConstants(value, env) ? { what, unit } : undefined);
  const condition = parameter.kind === "condition";
  if (draft === null || !requireKind(draft, condition ? "boolean" : "number", what, env)) return null;
  if (condition) return draft;
  if (unit !== undefined) return demand(draft, unit, parameter, fn, env);
  // A rate or a quantity: the unit tells which, and a quantity is one of the first argument's kind.
  const { unit: found } = draft.type;
  if (!isKnown(found) || fn !== "perpetual_inventory") return draft;
  const quantity = found.dimensions.size > 0;
  return demand(
    draft,
    quantity ? letters.term("a")! : one,
    { ...parameter, unit: quantity ? "a" : "1" },
    fn,
    env,
  );
}

/** The argument's unit as the signature has it; letters are told as "the arguments of". */
function demand(draft: Draft, unit: UnitTerm, parameter: Parameter, fn: string, env: Env): Draft {
  if (!/[a-d]/.test(parameter.unit.replace(/time|year/g, ""))) {
    const what =
      parameter.unit === "1" && parameter.name === "x"
        ? `what \`${fn}\` is taken of`
        : `\`${parameter.name}\` of \`${fn}\``;
    return convertTo(draft, unit, what, env);
  }
  env.units.same(unit, draft.type.unit, (sink, left, right) => {
    report(sink, unitRows.differentChoices, draft.span, { what: `the arguments of \`${fn}\``, left, right });
  });
  return { ...draft, wanted: unit };
}

/** The functions that move by a number of periods. */
const stepsInTime: ReadonlySet<string> = new Set(["lag", "lead"]);

function wordDraft(word: string, value: ast.Expr): Draft {
  return {
    span: value.span,
    type: { of: "label", unit: one, keys: [], groups: [], scale: "level", tables: [] },
    children: [],
    build: (type) => ({ op: "text", value: word, type, span: value.span }),
  };
}
