/** Checks `validate`: one run of a system beside data. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { experiments } from "../diagnostics/experiments.ts";
import type { Expr, ReportItem, System } from "../model.ts";
import type { CheckContext } from "./context.ts";
import type { Subject } from "./experiment.ts";
import { checkOutputs } from "./experiment-settings.ts";
import { checkExpr } from "./expression.ts";
import { suggestion } from "./naming.ts";
import type { ListItem } from "./report.ts";
import { Clauses } from "./report-clauses.ts";
import { declarationScope } from "./scope.ts";

type Validate = Extract<ReportItem, { kind: "validate" }>;

/** `validate current against china_national: gdp, co2`; null after a reported error. */
export function checkValidate(item: ListItem, ctx: CheckContext): Omit<Validate, "span" | "doc"> | null {
  const clauses = new Clauses("validate", item.clauses, ctx);
  const digits = clauses.digits();
  const [against] = clauses.nameList("against", "a panel") ?? [];
  const columns = clauses.get(":")?.values ?? [];
  const [run] = item.items;
  if (run?.kind !== "name" || item.items.length > 1 || against === undefined || columns.length === 0) {
    if (clauses.ok && !item.items.some((value) => value.kind === "broken"))
      report(ctx.sink, experiments.validateForm, item.span, {});
    return null;
  }
  const subject = runOf(run.name, ctx);
  const shape = ctx.shapes.get(against.text);
  if (shape === undefined && !ctx.declared.has(against.text)) {
    const panels = [...ctx.declared].flatMap(([name, d]) => (d.kind === "data" ? [name] : []));
    report(
      ctx.sink,
      experiments.unknownPanel,
      against.span,
      { name: against.text },
      suggestion(against.text, against.span, panels),
    );
  }
  if (subject === null || shape === undefined || !clauses.ok) return null;
  const simulated = checkOutputs(columns, "what is validated", "number", subject, ctx);
  if (simulated === null) return null;
  const values = simulated.map(({ label, expr }, i) => {
    const { span } = columns[i];
    const name = columns[i].kind === "name" ? columns[i].name : { text: label, span };
    const object: ast.Expr = { kind: "name", name: { text: against.text, span }, span };
    const column: ast.Expr = { kind: "member", object, member: name, span };
    const data = checkExpr(column, declarationScope(ctx), ctx, {
      what: `the data of \`${label}\``,
      unit: expr.type.unit,
    });
    return data && fits(data, expr, label, ctx) ? { label, expr, data } : null;
  });
  if (!values.every((value) => value !== null)) return null;
  return {
    kind: "validate",
    system: subject.system.name,
    scenario: subject.scenario ?? null,
    values,
    ...(digits === undefined ? {} : { digits }),
  };
}

/** A scenario, or a system that has none and runs once; null after a report, or silently where it failed. */
function runOf(name: ast.Name, ctx: CheckContext): Subject | null {
  const found = ctx.checked.get(name.text);
  const scenarios = [...ctx.checked.values()].filter((d) => d.kind === "scenario");
  if (found?.kind === "system") {
    const own = scenarios.filter((scenario) => scenario.system === found.name);
    if (own.length === 0) return { system: found };
    const names = own.map((scenario) => scenario.name);
    report(ctx.sink, experiments.validateWhich, name.span, { system: found.name, scenarios: names });
    return null;
  }
  if (found?.kind === "scenario") {
    return { system: ctx.checked.get(found.system) as System, scenario: found.name };
  }
  const declared = ctx.declared.get(name.text);
  if (declared?.kind === "system" || declared?.kind === "scenario") return null;
  const known = scenarios.map((scenario) => scenario.name);
  const params = { kind: "validation", name: name.text };
  report(ctx.sink, experiments.unknownSubject, name.span, params, suggestion(name.text, name.span, known));
  return null;
}

/** Data need a period, and beside it the dimensions of the variable. */
function fits(data: Expr, simulated: Expr, label: string, ctx: CheckContext): boolean {
  const wanted = simulated.type.keys.filter((key) => key !== "time");
  const others = data.type.keys.filter((key) => !wanted.includes(key));
  if (simulated.type.keys.includes("time") && others.length === 1) return true;
  report(ctx.sink, experiments.matchKeys, data.span, { label, keys: data.type.keys, wanted });
  return false;
}
