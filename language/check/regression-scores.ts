/** `truncated`: efficiency scores as a dependent, their limits, and which of them Simar & Wilson's algorithms are made for. */
import { report } from "../diagnostics/entry.ts";
import { regressions } from "../diagnostics/regressions.ts";
import type { Expr, Measure, Regression, RegressionBootstrap, RegressionTerm, Technology } from "../model.ts";
import { whyNoBootstrap } from "./bootstrap-theory.ts";
import type { CheckContext, TableShape } from "./context.ts";
import type { RegressionSettings } from "./regression-settings.ts";

const mostReplications = 100_000;

/** The limits, and the bootstrap where an `algorithm` is asked for; null after a reported error. */
export function truncatedSettings(
  dependent: RegressionTerm,
  settings: RegressionSettings,
  shape: TableShape,
  ctx: CheckContext,
): Pick<Regression, "limits" | "bootstrap"> | null {
  const { label, span } = dependent;
  const bootstrapped = settings.has("algorithm");
  settings.only(["in", "below", "above", "algorithm", ...(bootstrapped ? ["replications", "seed"] : [])]);
  const found = scoreOf(dependent.expr, ctx);
  const limits = settings.limits() ?? found?.limits;
  if (limits === undefined) {
    report(ctx.sink, regressions.noLimits, span, { estimator: "truncated", label });
    return null;
  }
  if (!bootstrapped) return { limits };
  const errors = settings.spanOf("errors");
  if (errors !== undefined) {
    const params = {
      estimator: "truncated … algorithm",
      clause: "`errors`",
      takes: ": its intervals are drawn",
    };
    report(ctx.sink, regressions.badClause, errors, params);
    return null;
  }
  const algorithm = settings.number("algorithm", 1, "1 or 2", (n) => n === 1 || n === 2) as 1 | 2;
  const whole = (least: number) => (n: number) => Number.isInteger(n) && n >= least && n <= 2 ** 31 - 1;
  const draws = {
    replications: settings.number(
      "replications",
      2000,
      `a whole number from 100 to ${mostReplications.toLocaleString("en-US")}`,
      (n) => whole(100)(n) && n <= mostReplications,
    ),
    seed: settings.number("seed", 1, "a whole number", whole(0)),
  };
  if (algorithm === 1) return { limits, bootstrap: { algorithm, ...draws } };
  const why =
    found === null ? "it is no score of a measure of this model" : whyUncorrected(found, shape, ctx);
  if (why !== null) {
    report(ctx.sink, regressions.noCorrection, settings.spanOf("algorithm") ?? span, { label, why });
    return null;
  }
  const { measure, form } = found!;
  const bootstrap: RegressionBootstrap = { algorithm, ...draws, measure: measure.name, form: form! };
  return { limits, bootstrap };
}

interface Score {
  readonly measure: Measure;
  /** Radial scores alone are one of these. */
  readonly form?: "distance" | "efficiency";
  readonly limits: Regression["limits"];
}

/** The score that an expression is: `m.score`, `m.efficiency`, or 1 over one of them. */
function scoreOf(expr: Expr, ctx: CheckContext): Score | null {
  if (expr.op === "divide" && expr.left.op === "number" && expr.left.value === 1) {
    const score = scoreOf(expr.right, ctx);
    if (score?.form === undefined) return null;
    return radial(score.measure, score.form === "distance" ? "efficiency" : "distance");
  }
  if (expr.op !== "column") return null;
  const measure = ctx.checked.get(expr.table);
  if (measure?.kind !== "measure" || measure.spec.super !== false) return null;
  const { fn, orientation } = measure.spec;
  if (fn === "radial" && (expr.column === "score" || expr.column === "efficiency")) {
    return radial(measure, expr.column === "score" && orientation === "output" ? "distance" : "efficiency");
  }
  return (fn === "ddf" || fn === "nddf") && expr.column === "score" ? { measure, limits: { low: 0 } } : null;
}

function radial(measure: Measure, form: "distance" | "efficiency"): Score {
  return { measure, form, limits: form === "distance" ? { low: 1 } : { low: 0, high: 1 } };
}

/** Why its bias cannot be corrected by algorithm 2; null where it can. */
function whyUncorrected({ measure, form }: Score, shape: TableShape, ctx: CheckContext): string | null {
  if (form === undefined) {
    return "algorithm 2 moves units along the ray to the frontier, which is defined for radial scores alone";
  }
  const technology = ctx.checked.get(measure.spec.technology);
  const why = whyNoBootstrap(
    measure,
    technology?.kind === "technology" ? (technology as Technology) : undefined,
  );
  if (why !== null) return why;
  const keys = ctx.shapes.get(measure.name)?.keys.map((key) => key.name) ?? [];
  const own = shape.keys.map((key) => key.name);
  if (keys.length === own.length && keys.every((key) => own.includes(key))) return null;
  return `the units of \`${measure.name}\` have other keys than \`${shape.name}\``;
}
