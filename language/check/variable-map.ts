/** Checks arguments that give each variable of a technology something: `weights: {…}` and `prices: {…}`. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { Expr, MeasureSpec, Technology } from "../model.ts";
import { termOf, times, unitOf } from "../units/term.ts";
import type { Unit } from "../units/unit.ts";
import { sameDimension } from "../units/unit.ts";
import type { ReadCall } from "./call-arguments.ts";
import type { CheckContext } from "./context.ts";
import { checkExpr } from "./expression.ts";
import { suggestion } from "./naming.ts";
import { keyNames, panelScope } from "./technology-variables.ts";

/** `weights: mip` or `weights: {labor: 1/3, …}`; undefined where left out, null after reported errors. */
export function weightsArgument(
  call: ReadCall,
  words: readonly string[],
  technology: Technology,
  ctx: CheckContext,
): MeasureSpec["weights"] | null {
  const value = call.given.get("weights");
  if (value === undefined) return undefined;
  if (value.kind === "map") {
    const values = checkMap(value, "weight", technology, ctx);
    return values === null ? null : { kind: "map", values };
  }
  const word = value.kind === "name" ? value.name.text : undefined;
  const found = (["ones", "mip", "normalized"] as const).find((one) => one === word && words.includes(one));
  if (found !== undefined) return { kind: found };
  const wanted = [...words.map((one) => `\`${one}\``), "a map such as `{labor: 1/2, energy: 1/2}`"].join(
    ", ",
  );
  report(ctx.sink, frontier.badArgument, value.span, { fn: call.fn, name: "weights", wanted });
  return null;
}

/** `weights: {services: 2, manufacturing: 1}` of a network's stages; undefined where left out, null after reported errors. */
export function stageWeightsArgument(
  call: ReadCall,
  technology: Technology,
  ctx: CheckContext,
): MeasureSpec["weights"] | null {
  const value = call.given.get("weights");
  if (value === undefined) return undefined;
  const stages = technology.stages ?? [];
  if (value.kind === "map") {
    const values = checkMap(value, "weight", technology, ctx, stages);
    const missing = values === null ? [] : stages.filter((stage) => values[stage] === undefined);
    if (values !== null && missing.length === 0) return { kind: "stages", values };
    if (values === null) return null;
  }
  const wanted = `a map of all stages such as \`{${stages.map((stage) => `${stage}: 1`).join(", ")}}\``;
  report(ctx.sink, frontier.badArgument, value.span, { fn: call.fn, name: "weights", wanted });
  return null;
}

/** What each variable is worth, all in the same money, and that money; null after reported errors. */
export function pricesArgument(
  call: ReadCall,
  priced: Technology["variables"],
  technology: Technology,
  ctx: CheckContext,
): { readonly prices: Readonly<Record<string, Expr>>; readonly unit: Unit | null } | null {
  const value = call.given.get("prices")!;
  if (value.kind !== "map") {
    const wanted = "a map such as `{labor: wage, capital: 0.1}`";
    report(ctx.sink, frontier.badArgument, value.span, { fn: call.fn, name: "prices", wanted });
    return null;
  }
  const values = checkMap(value, "price", technology, ctx);
  if (values === null) return null;
  const missing = priced.filter((v) => values[v.name] === undefined);
  const surplus = Object.keys(values).filter((name) => !priced.some((v) => v.name === name));
  if (missing.length > 0 || surplus.length > 0) {
    const names = (missing.length > 0 ? missing.map((v) => v.name) : surplus).join(", ");
    report(ctx.sink, frontier.pricesDiffer, value.span, { fn: call.fn, names, missing: missing.length > 0 });
    return null;
  }
  return inOneMoney(call, priced, values, ctx);
}

function checkMap(
  map: ast.MapExpr,
  what: string,
  technology: Technology,
  ctx: CheckContext,
  names: readonly string[] = technology.variables.map((v) => v.name),
): Record<string, Expr> | null {
  const shape = ctx.shapes.get(technology.panel);
  if (shape === undefined) return null;
  const values: Record<string, Expr> = {};
  let ok = true;
  for (const { key, value } of map.entries) {
    if (!names.includes(key.text)) {
      const near = suggestion(key.text, key.span, names);
      if (names === technology.stages) {
        report(
          ctx.sink,
          frontier.unknownWord,
          key.span,
          { what: "stage", word: key.text, words: names },
          near,
        );
      } else {
        const params = { name: key.text, technology: technology.name };
        report(ctx.sink, frontier.unknownMoved, key.span, params, near);
      }
      ok = false;
      continue;
    }
    const expr = checkExpr(value, panelScope(shape, ctx), ctx, {
      what: `the ${what} of \`${key.text}\``,
      keys: keyNames(shape),
    });
    if (expr === null) ok = false;
    else values[key.text] = expr;
  }
  return ok ? values : null;
}

/** Converts prices so that price × amount is the same unit for all; numbers without a unit are taken as they are. */
function inOneMoney(
  call: ReadCall,
  priced: Technology["variables"],
  values: Readonly<Record<string, Expr>>,
  ctx: CheckContext,
): { prices: Record<string, Expr>; unit: Unit | null } | null {
  const prices: Record<string, Expr> = {};
  let unit: Unit | null = null;
  for (const { name, unit: own } of priced) {
    const price = values[name]!;
    prices[name] = price;
    const given = price.type.unit;
    if (given === null || own === null || Object.keys(given.dimensions).length === 0) continue;
    const money = unitOf(times(termOf(given), termOf(own)));
    if (money === null) continue;
    if (unit === null) unit = money;
    else if (!sameDimension(unit, money)) {
      const params = { fn: call.fn, name, here: money.text, there: unit.text };
      report(ctx.sink, frontier.otherMoney, price.span, params);
      return null;
    } else if (unit.scale !== money.scale) {
      const { type, span } = price;
      prices[name] = { op: "convert", factor: money.scale / unit.scale, arg: price, type, span };
    }
  }
  return { prices, unit };
}
