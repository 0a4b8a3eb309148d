/** Arguments that are plain numbers: `m: 25`, `alpha: 5%`. */
import type * as ast from "../ast.ts";
import type { MeasureEntry, Parameter } from "../builtins/measures.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { ReadCall } from "./call-arguments.ts";
import type { CheckContext } from "./context.ts";

/** The number, or its parameter's default; null after a reported error. `wanted` says in words what `fits` asks for. */
export function numberOf(
  call: ReadCall,
  entry: MeasureEntry,
  name: string,
  wanted: string,
  fits: (value: number) => boolean,
  ctx: CheckContext,
): number | null {
  const given = call.given.get(name);
  if (given === undefined) return defaultOf(entry.parameters.find((p) => p.name === name)!);
  const value = constant(given);
  if (value !== null && fits(value)) return value;
  if (given.kind !== "broken")
    report(ctx.sink, frontier.badArgument, given.span, { fn: call.fn, name, wanted });
  return null;
}

/** `seed`: where random numbers begin. */
export function seedOf(call: ReadCall, entry: MeasureEntry, ctx: CheckContext): number | null {
  const fits = (value: number) => Number.isInteger(value) && value >= 0 && value < 2 ** 32;
  return numberOf(call, entry, "seed", "a whole number from 0 to 4294967295", fits, ctx);
}

/** `replications`, `alpha` and `seed`; null after reported errors. */
export function drawsOf(
  call: ReadCall,
  entry: MeasureEntry,
  ctx: CheckContext,
): { readonly replications: number; readonly alpha: number; readonly seed: number } | null {
  const whole = (value: number) => Number.isInteger(value) && value >= 100;
  const replications = numberOf(call, entry, "replications", "a whole number from 100 on", whole, ctx);
  const share = (value: number) => value > 0 && value < 0.5;
  const alpha = numberOf(call, entry, "alpha", "a share between 0 and 50%, such as `5%`", share, ctx);
  const seed = seedOf(call, entry, ctx);
  return replications === null || alpha === null || seed === null ? null : { replications, alpha, seed };
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
