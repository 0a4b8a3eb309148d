/** What a chart knows of systems: their variables by bare names, and the bands of sensitivities. */
import type * as ast from "../ast.ts";
import type { Chart, Expr, ReportValue, Sensitivity } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { isOverTime } from "./experiment-shape.ts";
import type { ListItem } from "./report.ts";
import { runScope } from "./report-compare.ts";
import { type Binding, declarationScope, innerScope, type Scope } from "./scope.ts";

/** The system's variables where scenarios are named; else those that only one system has, behind all declarations. */
export function chartScope(item: ListItem, ctx: CheckContext): Scope {
  const outer = declarationScope(ctx);
  const named = item.clauses
    .filter(({ word }) => word.text === "for" || word.text === "against")
    .flatMap(({ values }) => values.flatMap((value) => (value.kind === "name" ? [value.name.text] : [])));
  for (const name of named) {
    const scenario = ctx.checked.get(name);
    if (scenario?.kind === "scenario") return runScope(scenario.system, ctx);
  }
  const owners = new Map<string, Binding | null>();
  for (const [name, declared] of ctx.checked) {
    if (declared.kind !== "system") continue;
    const scope = runScope(name, ctx);
    for (const variable of ctx.shapes.get(name)?.columns.keys() ?? []) {
      if (ctx.declared.has(variable)) continue;
      owners.set(variable, owners.has(variable) ? null : (scope.find(variable) ?? null));
    }
  }
  const own = new Map(
    [...owners].flatMap(([name, found]) => (found === null ? [] : [[name, found] as const])),
  );
  return innerScope(own, outer);
}

/** `chart doubt`, or `doubt.bands`, stands for the median of each of its outputs over time; the labels are those of what stands there. */
export function withMedians(
  { items }: ListItem,
  ctx: CheckContext,
): readonly { readonly expr: ast.Expr; readonly label?: string }[] {
  return items.flatMap((expr): readonly { readonly expr: ast.Expr; readonly label?: string }[] => {
    const name = sensitivityNamed(expr);
    const found = name === undefined ? undefined : ctx.checked.get(name.text);
    if (found?.kind !== "sensitivity") return [{ expr }];
    const { span } = expr;
    const member = (object: ast.Expr, text: string): ast.Expr => ({
      kind: "member",
      object,
      member: { text, span },
      span,
    });
    const median = member(member({ kind: "name", name: name!, span }, "bands"), "median");
    return found.outputs
      .filter((output) => isOverTime(output) && output.expr.type.keys.length === 1)
      .map(({ label }) => ({
        label: `${found.name}.bands.median["${label}"]`,
        expr: { kind: "pick", object: median, labels: [{ value: label, span }], span },
      }));
  });
}

function sensitivityNamed(expr: ast.Expr): ast.Name | undefined {
  if (expr.kind === "name") return expr.name;
  return expr.kind === "member" && expr.member.text === "bands" && expr.object.kind === "name"
    ? expr.object.name
    : undefined;
}

/** The bands that belong around what is drawn: of a sensitivity's median, or of a scenario that a sensitivity varied. */
export function fansOf(
  values: readonly ReportValue[],
  scenarios: readonly string[] | undefined,
  ctx: CheckContext,
): NonNullable<Chart["fans"]> {
  const doubts = [...ctx.checked.values()].filter((d): d is Sensitivity => d.kind === "sensitivity");
  return values.flatMap(({ expr }, value) => {
    const median = medianOf(expr);
    if (median !== null) return [{ value, ...median }];
    if (expr.op !== "run") return [];
    return doubts.flatMap((doubt) => {
      const { scenario, system } = doubt;
      const shown = expr.scenario === undefined ? (scenarios ?? [scenario]) : [expr.scenario];
      if (system !== expr.system || scenario === undefined || !shown.includes(scenario)) return [];
      const output = doubt.outputs.find(
        (one) =>
          one.expr.op === "run" && one.expr.variable === expr.variable && one.expr.type.keys.length === 1,
      );
      return output === undefined
        ? []
        : [{ value, table: `${doubt.name}.bands`, output: output.label, scenario }];
    });
  });
}

/** `doubt.bands.median["co2"]` */
function medianOf(expr: Expr): { readonly table: string; readonly output: string } | null {
  if (expr.op !== "pick" || expr.key !== "output" || expr.arg.op !== "column") return null;
  const { table, column } = expr.arg;
  if (!table.endsWith(".bands") || (column !== "median" && column !== "mean")) return null;
  return { table, output: String(expr.label) };
}
