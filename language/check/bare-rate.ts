import type * as ast from "../ast.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { Expr, System } from "../model.ts";
import type { CheckContext } from "./context.ts";

/**
 * Notes a bare per cent rate that makes its own stock grow: 6 % per year, applied at every instant, makes e^0.06 − 1 = 6.18 % a
 * year. Only where the source writes the per cent, since a yearly figure is what one then mostly means.
 */
export function noteBareRate(decl: ast.SystemDecl, { time }: System, ctx: CheckContext): void {
  const yearly = time.step.numerator === time.step.denominator;
  if (time.unit.text !== "year" || (time.method === "euler" && yearly)) return;
  const params = new Map(
    decl.entries.flatMap((e) => (e.kind === "param" ? [[e.name.text, e] as const] : [])),
  );
  for (const flow of decl.entries) {
    if (flow.kind !== "flow" || flow.to === undefined || flow.value === undefined) continue;
    const rate = rateOn(flow.to.text, flow.value);
    const name = rate?.kind === "name" ? rate.name.text : undefined;
    const written = name === undefined ? rate : params.get(name)?.value;
    if (written?.kind !== "unary" || written.operator !== "%" || written.arg.kind !== "number") continue;
    report(ctx.sink, dynamics.bareRate, written.span, {
      percent: written.arg.value,
      stock: flow.to.text,
      name,
    });
  }
}

/** The same of a scenario's change to the rate of a stock. */
export function noteBareChange(entry: ast.ChangeEntry, { time, variables }: System, ctx: CheckContext): void {
  const { value, target } = entry;
  const yearly = time.step.numerator === time.step.denominator;
  if (time.unit.text !== "year" || (time.method === "euler" && yearly)) return;
  if (value.kind !== "unary" || value.operator !== "%" || value.arg.kind !== "number") return;
  const percent = value.arg.value;
  const isVariable = (expr: Expr, name: string) => expr.op === "variable" && expr.variable === name;
  const grown = variables.find(
    ({ role, to, equations }) =>
      role === "flow" &&
      equations.some(
        ({ expr }) =>
          expr.op === "multiply" &&
          to != null &&
          ((isVariable(expr.left, target.text) && isVariable(expr.right, to)) ||
            (isVariable(expr.right, target.text) && isVariable(expr.left, to))),
      ),
  );
  if (grown?.to == null) return;
  report(ctx.sink, dynamics.bareRate, value.span, { percent, stock: grown.to, name: target.text });
}

/** `rate * stock` or `stock * rate` */
function rateOn(stock: string, expr: ast.Expr): ast.Expr | undefined {
  if (expr.kind !== "binary" || expr.operator !== "*") return undefined;
  const is = (e: ast.Expr) => e.kind === "name" && e.name.text === stock;
  return is(expr.right) ? expr.left : is(expr.left) ? expr.right : undefined;
}
