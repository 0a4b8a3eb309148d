import { equationOf } from "../../language/check/elements.ts";
import { dynamics } from "../../language/diagnostics/dynamics.ts";
import { report } from "../../language/diagnostics/entry.ts";
import type { SystemVariable } from "../../language/model.ts";
import type { Place } from "./lower-expression.ts";
import type { OdeExpr } from "./ode-system.ts";
import { constant, inputTime } from "./scalar-expressions.ts";

/**
 * A data series as a table over the time of the step's start (of the stage, in an adaptive method). Missing values are passed over; before the first point only
 * `next` has a value, after the last one `after hold` keeps it.
 */
export function lowerSeries(variable: SystemVariable, place: Place): OdeExpr {
  const { builder, element, owner } = place;
  const equation = equationOf(variable, element);
  const kind = variable.series ?? { interpolation: "linear", after: "error" };
  const { xs, ys } =
    equation === undefined ? { xs: [], ys: [] } : builder.inputs.points(equation.expr, element);
  if (xs.length === 0) {
    report(builder.sink, dynamics.emptyInput, equation?.span ?? variable.span, { name: owner.name });
  }
  builder.breaks.push(...xs.map(constant));
  return {
    op: "table",
    table: builder.addTable(owner.name, equation?.span ?? variable.span),
    form: kind.interpolation === "hold" ? "schedule" : kind.interpolation,
    xs,
    ys: ys.map(constant),
    before: kind.interpolation === "next" ? "hold" : "error",
    after: kind.after,
    input: kind.interpolation === "linear" ? inputTime : { op: "held_time" },
  };
}
