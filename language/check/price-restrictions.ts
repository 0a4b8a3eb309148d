/** Checks `restrict price.labor / price.capital in 0.5 .. 2`: bounds on ratios of shadow prices. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { PriceRestriction, Technology, Variable } from "../model.ts";
import { termOf, times } from "../units/term.ts";
import { constantValue } from "./constant-value.ts";
import type { CheckContext } from "./context.ts";
import { checkExpr } from "./expression.ts";
import { suggestion } from "./naming.ts";
import { declarationScope } from "./scope.ts";

type RestrictEntry = Extract<ast.TechnologyEntry, { readonly kind: "restrict" }>;
type Sides = { readonly low?: ast.Expr; readonly high?: ast.Expr };

/** The restrictions of the nearest declaration that has any; null after reported errors. */
export function checkRestrictions(
  lineage: readonly ast.TechnologyDecl[],
  variables: readonly Variable[],
  disposability: Technology["disposability"],
  ctx: CheckContext,
): PriceRestriction[] | null {
  for (const decl of lineage) {
    const entries = decl.entries.filter((entry): entry is RestrictEntry => entry.kind === "restrict");
    if (entries.length === 0) continue;
    const checked = entries.map((entry) => checkOne(entry, variables, disposability, ctx));
    return checked.includes(null) ? null : (checked as PriceRestriction[]);
  }
  return [];
}

function checkOne(
  entry: RestrictEntry,
  variables: readonly Variable[],
  disposability: Technology["disposability"],
  ctx: CheckContext,
): PriceRestriction | null {
  const { condition } = entry;
  if (condition.kind === "broken") return null;
  const sides = sidesOf(condition);
  const ratio = condition.kind === "binary" ? condition.left : condition;
  if (sides === null || ratio.kind !== "binary" || ratio.operator !== "/") {
    report(ctx.sink, frontier.badRestriction, entry.span, { why: "it is not of that form" });
    return null;
  }
  const over = priced(ratio.left, variables, ctx);
  const under = priced(ratio.right, variables, ctx);
  if (over === null || under === null) return null;
  const refuse = (at: ast.Expr, why: string): null => {
    report(ctx.sink, frontier.badRestriction, at.span, { why });
    return null;
  };
  if (over === under) return refuse(ratio, "both prices are the same one");
  if (under.polluting === true || (under.role === "bad" && disposability !== "strong")) {
    return refuse(
      ratio.right,
      `\`price.${under.name}\` may be negative here, so that a ratio to it has no fixed side; divide by another price`,
    );
  }
  const low = boundOf(sides.low, over, under, ctx);
  const high = boundOf(sides.high, over, under, ctx);
  if (low === null || high === null) return null;
  if ((low ?? 0) < 0 || (high ?? 0) < 0) return refuse(condition, "a bound is negative");
  if (low !== undefined && high !== undefined && low > high) {
    return refuse(condition, "the lower bound is above the upper one");
  }
  return {
    over: over.name,
    under: under.name,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    span: entry.span,
  };
}

/** What bounds the left side; null where it is no such condition. */
function sidesOf(condition: ast.Expr): Sides | null {
  if (condition.kind !== "binary") return null;
  const { operator, right } = condition;
  if (operator === "<=" || operator === "<") return { high: right };
  if (operator === ">=" || operator === ">") return { low: right };
  if (operator !== "in" || right.kind !== "range" || right.step !== undefined) return null;
  return { low: right.from, high: right.to };
}

/** The variable of `price.V`; null after a reported error. */
function priced(expr: ast.Expr, variables: readonly Variable[], ctx: CheckContext): Variable | null {
  const isPrice = expr.kind === "member" && expr.object.kind === "name" && expr.object.name.text === "price";
  if (!isPrice) {
    if (expr.kind !== "broken") {
      report(ctx.sink, frontier.badRestriction, expr.span, { why: "this is no price of a variable" });
    }
    return null;
  }
  const { text, span } = expr.member;
  const found = variables.find((v) => v.name === text);
  if (found !== undefined) return found;
  const known = variables.map((v) => v.name);
  const params = { what: "variable of the technology", word: text, words: known };
  report(ctx.sink, frontier.unknownWord, span, params, suggestion(text, span, known));
  return null;
}

/** A constant in the unit of the ratio; undefined where there is no bound, null after a reported error. */
function boundOf(
  bound: ast.Expr | undefined,
  over: Variable,
  under: Variable,
  ctx: CheckContext,
): number | undefined | null {
  if (bound === undefined) return undefined;
  // A price is score per unit of its variable, so their ratio has the unit of the second per unit of the first.
  const unit =
    over.unit === null || under.unit === null ? null : times(termOf(under.unit), termOf(over.unit), -1);
  const what = `the bound of \`price.${over.name} / price.${under.name}\``;
  const checked = checkExpr(bound, declarationScope(ctx), ctx, { what, unit, keys: [] });
  if (checked === null) return null;
  const value = constantValue(checked);
  if (value !== undefined) return value;
  report(ctx.sink, frontier.badRestriction, bound.span, { why: "a bound is a number" });
  return null;
}
