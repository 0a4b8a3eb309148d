/**
 * `marginal_abatement_cost(M, good: value, bad: carbon, price: p)` = p × (price of the bad) / (price of the good): what is lost of
 * the good, at its market price, when the frontier emits one unit of the bad less (Färe, Grosskopf, Lovell & Yaisawarng 1993; with a
 * direction Färe, Grosskopf, Noh & Weber 2005). The scores per unit cancel, so it is in the good's money per unit of the bad.
 */
import type * as ast from "../ast.ts";
import type { FunctionEntry } from "../builtins/functions.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { Draft, Env } from "./expression.ts";
import { matchArguments } from "./expression-arguments.ts";
import { findDeclared, roleWords } from "./frontier-names.ts";
import { suggestion } from "./naming.ts";

export function draftAbatementCost(call: ast.CallExpr, entry: FunctionEntry, env: Env): Draft | null {
  const given = matchArguments(call, entry, env);
  if (given === null) return null;
  const value = (name: string) => given.find((one) => one.parameter.name === name)?.value;
  const measure = value("measure")!;
  const prices = (["good", "bad"] as const).map((role) => priceOf(measure, role, value(role)!, env));
  const [good, bad] = prices;
  if (good === null || bad === null || good === undefined || bad === undefined) return null;
  const { span } = call;
  const ratio: ast.Expr = { kind: "binary", operator: "/", left: bad, right: good, span };
  const price = value("price");
  if (price === undefined) return env.draft(ratio);
  return env.draft({ kind: "binary", operator: "*", left: price, right: ratio, span });
}

/** `M.price.V`, where V has the role; null after a reported error. */
function priceOf(measure: ast.Expr, role: ast.Role, variable: ast.Expr, env: Env): ast.Expr | null {
  const { ctx } = env;
  const fn = "marginal_abatement_cost";
  if (measure.kind !== "name") {
    const wanted = "the name of a measure";
    if (role === "good") {
      report(ctx.sink, frontier.badArgument, measure.span, { fn, name: "measure", wanted });
    }
    return null;
  }
  const name = measure.name.text;
  // Told once, with the first role.
  if (ctx.declared.get(name)?.kind !== "measure") {
    if (role === "good") findDeclared(measure.name, ["measure"], "measure", ctx);
    return null;
  }
  const checked = ctx.checked.get(name);
  if (checked === undefined) return null;
  const technology = checked.kind === "measure" ? ctx.checked.get(checked.spec.technology) : undefined;
  if (technology?.kind === "technology") {
    const wanted = technology.variables.filter((v) => v.role === role).map((v) => v.name);
    const text = variable.kind === "name" ? variable.name.text : "";
    if (!wanted.includes(text)) {
      const params = { fn, name: role, wanted: `${roleWords[role]} of \`${technology.name}\`` };
      report(ctx.sink, frontier.badArgument, variable.span, params, suggestion(text, variable.span, wanted));
      return null;
    }
  }
  if (variable.kind !== "name") return null;
  const { span } = variable;
  const prices: ast.Expr = { kind: "member", object: measure, member: { text: "price", span }, span };
  return { kind: "member", object: prices, member: variable.name, span };
}
