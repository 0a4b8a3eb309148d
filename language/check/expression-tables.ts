/** Tables over time, or over a lookup's argument: `linear(2017: 0.30, 2030: 0.45, beyond: hold)`. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { names } from "../diagnostics/names.ts";
import { constantNumber } from "../units/constant.ts";
import type { Draft, Env } from "./expression.ts";
import { combineRows } from "./expression-accept.ts";
import { leafDraft } from "./expression-names.ts";
import { suggestion } from "./naming.ts";

const beyondWords = ["hold", "extend", "error"] as const;

export function draftTable(
  expr: ast.CallExpr,
  form: "linear" | "schedule" | "spline",
  env: Env,
): Draft | null {
  const { sink } = env.ctx;
  const { input } = env.scope;
  if (input === undefined) {
    report(sink, expressions.tablePlace, expr.callee.span, { fn: form });
    return null;
  }
  const unit = env.units.fresh();
  let beyond: (typeof beyondWords)[number] = "hold";
  let ok = true;
  const xs: number[] = [];
  const values: Draft[] = [];
  for (const arg of expr.args) {
    if (arg.name !== undefined) {
      const word = readBeyond(arg, form, env);
      if (word === null) ok = false;
      else beyond = word;
      continue;
    }
    const x = arg.key === undefined ? null : constantNumber(arg.key);
    if (x === null) {
      ok = false;
      if (arg.key === undefined) {
        report(sink, expressions.tablePoints, arg.span, { fn: form, why: "takes points such as `2017: 5`" });
      } else
        report(sink, expressions.notConstant, arg.key.span, { what: `the place of a point of \`${form}\`` });
      continue;
    }
    if (xs.length > 0 && x <= xs.at(-1)!) {
      const why = `has its points out of order: ${x} stands after ${xs.at(-1)}`;
      report(sink, expressions.tablePoints, arg.span, { fn: form, why });
      ok = false;
    }
    const value = env.draft(arg.value, { what: `the values of \`${form}\``, unit });
    if (value === null) ok = false;
    else {
      xs.push(x);
      values.push(value);
    }
  }
  const least = form === "schedule" ? 1 : 2;
  if (ok && xs.length < least) {
    const why = `needs at least ${least === 1 ? "one point" : "two points"}`;
    report(sink, expressions.tablePoints, expr.span, { fn: form, why });
    ok = false;
  }
  if (!ok) return null;
  const at = leafDraft(expr.callee.span, input, env);
  const rows = combineRows(form, expr.span, [...values, at], env);
  if (rows === null) return null;
  return {
    span: expr.span,
    type: { ...rows, of: "number", unit, scale: "level" },
    children: [at, ...values],
    build: (type, [looked, ...ys]) => ({
      op: "table",
      form,
      points: xs.map((x, i) => ({ x, y: ys[i]! })),
      beyond,
      input: looked!,
      type,
      span: expr.span,
    }),
  };
}

function readBeyond(arg: ast.Arg, form: string, env: Env): (typeof beyondWords)[number] | null {
  const name = arg.name!;
  if (name.text !== "beyond") {
    const options = suggestion(name.text, name.span, ["beyond"]);
    report(env.ctx.sink, names.unknownArgument, name.span, { fn: form, argument: name.text }, options);
    return null;
  }
  const word = arg.value.kind === "name" ? arg.value.name.text : "";
  const found = beyondWords.find((candidate) => candidate === word);
  if (found !== undefined) return found;
  const options = suggestion(word, arg.value.span, beyondWords);
  const params = { fn: form, argument: "beyond", words: beyondWords };
  report(env.ctx.sink, expressions.badWord, arg.value.span, params, options);
  return null;
}
