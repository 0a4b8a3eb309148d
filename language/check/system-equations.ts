import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { Expr, System, SystemVariable } from "../model.ts";
import { constantValue } from "./constant-value.ts";
import type { CheckContext } from "./context.ts";
import { elementName, elementsOf, equationOf, labelsIn } from "./elements.ts";
import { labelsOf } from "./system-entries.ts";
import { adaptive } from "./system-time.ts";

/**
 * What a checked system's equations must hold beside names and units: that there are some, and ranges.
 *
 * @param partial variables of which not all equations could be read
 */
export function checkEquations(system: System, ctx: CheckContext, partial: ReadonlySet<string>): void {
  for (const variable of system.variables) {
    if (variable.nonnegative === true && adaptive.has(system.time.method)) {
      report(ctx.sink, dynamics.nonnegativeAdaptive, variable.span, {
        stock: variable.name,
        method: system.time.method,
      });
    }
    if (!partial.has(variable.name)) checkCoverage(variable, ctx);
    checkRange(variable, ctx);
  }
}

/** Every element needs a right-hand side. */
function checkCoverage(variable: SystemVariable, ctx: CheckContext): void {
  if (variable.equations.length === 0) {
    report(ctx.sink, dynamics.missingEquation, variable.span, { name: variable.name, role: variable.role });
    return;
  }
  if (variable.dimensions.some((dimension) => labelsOf(dimension, ctx) === undefined)) return;
  const missing = elementsOf(variable.dimensions, (d) => labelsOf(d, ctx) ?? []).find(
    (element) => equationOf(variable, element) === undefined,
  );
  if (missing === undefined) return;
  const name = elementName(variable.name, labelsIn(missing, variable.dimensions) ?? []);
  report(ctx.sink, dynamics.missingEquation, variable.span, { name, role: variable.role });
}

function checkRange(variable: SystemVariable, ctx: CheckContext): void {
  if (variable.range === undefined) return;
  const low = constantValue(variable.range.low);
  const high = constantValue(variable.range.high);
  if (low === undefined || high === undefined) {
    const part = low === undefined ? variable.range.low : variable.range.high;
    report(ctx.sink, dynamics.rangeNotConstant, part.span, { name: variable.name });
    return;
  }
  if (low > high) {
    report(ctx.sink, dynamics.rangeReversed, variable.range.low.span, { name: variable.name, low, high });
    return;
  }
  for (const { expr } of variable.equations) warnOutside(variable, expr, ctx);
}

/** Warns where a constant (or one in a map or a table) lies outside a parameter's range. */
export function warnOutside(
  variable: Pick<SystemVariable, "name" | "range">,
  expr: Expr,
  ctx: CheckContext,
): void {
  const { range, name } = variable;
  if (range === undefined) return;
  if (expr.op === "map") for (const entry of Object.values(expr.entries)) warnOutside(variable, entry, ctx);
  if (expr.op === "table") for (const { y } of expr.points) warnOutside(variable, y, ctx);
  const value = constantValue(expr);
  const low = constantValue(range.low);
  const high = constantValue(range.high);
  if (value === undefined || low === undefined || high === undefined) return;
  if (value < low || value > high) {
    report(ctx.sink, dynamics.outsideRange, expr.span, { name, value, low, high });
  }
}
