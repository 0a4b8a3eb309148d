/** Arguments that are plain numbers: `m: 25`, `alpha: 5%`. */
import type * as ast from "../ast.ts";
import type { Parameter } from "../builtins/measures.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { ReadCall } from "./call-arguments.ts";
import type { CheckContext } from "./context.ts";

/** The number, or the parameter's default; null after a reported error. `wanted` says in words what `fits` asks for. */
export function numberArgument(
  call: ReadCall,
  parameter: Parameter,
  wanted: string,
  fits: (value: number) => boolean,
  ctx: CheckContext,
): number | null {
  const { name } = parameter;
  const given = call.given.get(name);
  if (given === undefined) return defaultOf(parameter);
  const value = constant(given);
  if (value !== null && fits(value)) return value;
  if (given.kind !== "broken")
    report(ctx.sink, frontier.badArgument, given.span, { fn: call.fn, name, wanted });
  return null;
}

function constant(value: ast.Expr): number | null {
  if (value.kind === "number") return value.value;
  if (value.kind !== "unary" || value.operator === "not") return null;
  const inner = constant(value.arg);
  if (inner === null) return null;
  return value.operator === "%" ? inner / 100 : -inner;
}

function defaultOf(parameter: Parameter): number {
  const text = parameter.default ?? "";
  return text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
}
