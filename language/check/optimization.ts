/** Checks `optimization`: bounds, the goal, constraints. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { experiments } from "../diagnostics/experiments.ts";
import { reports } from "../diagnostics/reports.ts";
import type { Optimization } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { checkSubject, experimentBase } from "./experiment.ts";
import { checkParameters, rangeBounds } from "./experiment-parameters.ts";
import { checkOutputs, Settings } from "./experiment-settings.ts";
import { optimumShape } from "./experiment-shape.ts";

/** The checked optimization, the shape of its table set in the context; null after reported errors. */
export function checkOptimization(decl: ast.ExperimentDecl, ctx: CheckContext): Optimization | null {
  const subject = checkSubject(decl, ctx);
  if (subject === null) return null;
  const settings = new Settings(decl, ["subject"], ctx);
  const seed = settings.whole("seed", 1, 0, 2 ** 31 - 1);
  const parameters = checkParameters(decl, "range", subject, ctx, (entry, target) =>
    rangeBounds("optimization", entry, target, ctx),
  );
  const goals = (["maximize", "minimize"] as const).flatMap((goal) => {
    const setting = settings.first(goal);
    return setting === undefined ? [] : [{ goal, setting }];
  });
  if (goals.length !== 1 || goals[0].setting.values.length !== 1) {
    const span = goals[1]?.setting.span ?? goals[0]?.setting.span ?? decl.name.span;
    report(ctx.sink, experiments.oneGoal, span, { name: decl.name.text });
    return null;
  }
  const { goal, setting } = goals[0];
  const objective = checkOutputs(setting.values, `what is to be ${goal}d`, "number", subject, ctx, []);
  const conditions = settings
    .all("subject")
    .flatMap(({ clauses }) => clauses.flatMap(({ word, value }) => (word.text === "to" ? [value] : [])));
  for (const condition of conditions) warnOfBareEquality(condition, ctx);
  const constraints = checkOutputs(conditions, "what `subject to` asks", "boolean", subject, ctx);
  if (parameters === null || objective === null || constraints === null || !settings.ok) return null;
  ctx.shapes.set(decl.name.text, optimumShape(decl.name.text));
  const base = experimentBase(decl, subject);
  return { kind: "optimization", ...base, parameters, goal, objective: objective[0], constraints, seed };
}

/** A run's numbers are never equal to the last digit, so that such a constraint could not be satisfied. */
function warnOfBareEquality(condition: ast.Expr, ctx: CheckContext): void {
  if (condition.kind === "unary") warnOfBareEquality(condition.arg, ctx);
  if (condition.kind !== "binary") return;
  if (condition.operator === "and" || condition.operator === "or") {
    warnOfBareEquality(condition.left, ctx);
    warnOfBareEquality(condition.right, ctx);
  } else if (condition.operator === "==") {
    report(ctx.sink, reports.bareEquality, condition.span, { operator: "==" });
  }
}
