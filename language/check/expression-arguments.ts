/** Which function a call means, and which argument goes to which parameter. */
import type * as ast from "../ast.ts";
import type { FunctionEntry, Parameter } from "../builtins/functions.ts";
import { tableFunctions } from "../builtins/table-functions.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { names } from "../diagnostics/names.ts";
import type { Env } from "./expression.ts";
import { suggestion } from "./naming.ts";

/** The tables over time; they are no functions of the catalogue because their arguments are points. */
export const tableForms = ["linear", "schedule", "spline"] as const;

/** The function of a name here: those of the scope first. */
export function functionNamed(name: string, env: Env): FunctionEntry | undefined {
  return env.scope.functions?.get(name) ?? tableFunctions.get(name);
}

/** The names of all functions here, for suggestions. */
export function functionNames(env: Env): string[] {
  return [...(env.scope.functions?.keys() ?? []), ...tableFunctions.keys(), ...tableForms];
}

/** An argument and the parameter it is for. */
export interface Given {
  readonly parameter: Parameter;
  readonly value: ast.Expr;
}

/** Matches arguments to parameters by place and by name; null after reported errors. */
export function matchArguments(call: ast.CallExpr, entry: FunctionEntry, env: Env): Given[] | null {
  const { sink } = env.ctx;
  const fn = entry.name;
  const places = entry.parameters.filter((parameter) => parameter.named !== true);
  const given: Given[] = [];
  let ok = true;
  let place = 0;
  for (const arg of call.args) {
    if (arg.key !== undefined) {
      report(sink, expressions.pointArgument, arg.span, { fn });
      return null;
    }
    const { name } = arg;
    const parameter =
      name === undefined
        ? (places[place++] ?? (entry.variadic === true ? places.at(-1) : undefined))
        : entry.parameters.find((candidate) => candidate.name === name.text);
    if (parameter === undefined) {
      ok = false;
      if (name === undefined) continue;
      const known = entry.parameters.map((candidate) => candidate.name);
      report(
        sink,
        names.unknownArgument,
        name.span,
        { fn, argument: name.text },
        suggestion(name.text, name.span, known),
      );
      continue;
    }
    const twice = name !== undefined || place <= places.length;
    if (twice && given.some((other) => other.parameter === parameter)) {
      report(sink, expressions.argumentTwice, arg.span, { fn, argument: parameter.name });
      ok = false;
    }
    given.push({ parameter, value: arg.value });
  }
  if (place > places.length && entry.variadic !== true) {
    report(sink, expressions.tooManyArguments, call.span, { fn, most: places.length, given: place });
  }
  for (const parameter of entry.parameters) {
    if (parameter.optional === true || given.some((one) => one.parameter === parameter)) continue;
    ok = false;
    if (call.args.some((arg) => arg.value.kind === "broken")) continue;
    const { name: argument, doc } = parameter;
    report(sink, expressions.missingArgument, call.span, { fn, argument, doc });
  }
  return ok ? given : null;
}
