/** Checks `regression NAME on PANEL { … }`: the formula, fixed effects, errors, and what the estimator asks for. */
import type * as ast from "../ast.ts";
import { fitColumns, type RegressionColumn, regressionColumns } from "../builtins/regressions.ts";
import { report } from "../diagnostics/entry.ts";
import { regressions } from "../diagnostics/regressions.ts";
import type { Estimator, Regression, RegressionTerm } from "../model.ts";
import { dimensionless, type Unit } from "../units/unit.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { checkExpr } from "./expression.ts";
import { findDeclared } from "./frontier-names.ts";
import { keysText } from "./naming.ts";
import { labelOf, termsOf } from "./regression-formula.ts";
import { regressionFunctions } from "./regression-functions.ts";
import { truncatedSettings } from "./regression-scores.ts";
import { type FormulaEntry, RegressionSettings } from "./regression-settings.ts";
import { columnBindings, declarationScope, innerScope } from "./scope.ts";

/** The checked regression, the shapes of its tables set in the context; null after reported errors. */
export function checkRegression(decl: ast.RegressionDecl, ctx: CheckContext): Regression | null {
  const { name, on, doc } = decl;
  if (on === undefined) {
    report(ctx.sink, regressions.noPanel, name.span, { name: name.text });
    return null;
  }
  if (findDeclared(on, ["data"], "panel", ctx) === null) return null;
  const shape = ctx.shapes.get(on.text);
  const formula = formulaOf(decl, ctx);
  if (shape === undefined || formula === null) return null;
  const dependent = checkDependent(formula, shape, ctx);
  const terms = checkTerms(formula, shape, ctx);
  const settings = new RegressionSettings(decl, formula, ctx);
  const fixed = settings.fixed(shape);
  const errors = settings.errors(shape);
  if (dependent === null || terms === null) return null;
  const own = settingsOf(formula, dependent, settings, shape, ctx);
  if (own === null || !settings.ok) return null;
  const regression: Regression = {
    kind: "regression",
    name: name.text,
    span: name.span,
    ...(doc === undefined ? {} : { doc }),
    panel: on.text,
    estimator: formula.estimator.text as Estimator,
    dependent,
    terms,
    fixed,
    errors,
    ...own,
  };
  for (const table of shapesOf(regression, shape)) ctx.shapes.set(table.name, table);
  return regression;
}

function formulaOf(decl: ast.RegressionDecl, ctx: CheckContext): FormulaEntry | null {
  const [first, ...more] = decl.entries.filter((entry) => entry.kind === "formula");
  if (first === undefined) {
    report(ctx.sink, regressions.noFormula, decl.name.span, { name: decl.name.text });
    return null;
  }
  for (const { span } of more) {
    const related = [{ span: first.span, message: "the first one" }];
    report(ctx.sink, regressions.twice, span, { entry: "a formula" }, { related });
  }
  return more.length === 0 ? first : null;
}

/** What is explained must have a value of its own for each row of the panel. */
function checkDependent({ left }: FormulaEntry, shape: TableShape, ctx: CheckContext): RegressionTerm | null {
  const expr = checkExpr(left, rowScope(shape, ctx), ctx, { what: "what is explained", keys: keysOf(shape) });
  if (expr === null) return null;
  const label = labelOf(left, ctx);
  const lacks = shape.keys.filter((key) => !expr.type.keys.includes(key.name));
  if (lacks.length > 0) {
    report(ctx.sink, regressions.repeated, left.span, { label, lacks: keysText(lacks) });
    return null;
  }
  return { label, expr, span: left.span };
}

function checkTerms({ right }: FormulaEntry, shape: TableShape, ctx: CheckContext): RegressionTerm[] | null {
  const scope = rowScope(shape, ctx);
  const known = new Map<string, RegressionTerm>();
  let ok = true;
  for (const { label, expr: written } of termsOf(right, ctx)) {
    const what = "a term of the regression";
    const expr = checkExpr(written, scope, ctx, { what, keys: keysOf(shape) });
    const first = known.get(label);
    if (expr === null) ok = false;
    else if (first !== undefined) {
      const related = [{ span: first.span, message: "the first one" }];
      report(ctx.sink, regressions.twice, written.span, { entry: `the term \`${label}\`` }, { related });
      ok = false;
    } else known.set(label, { label, expr, span: written.span });
  }
  return ok ? [...known.values()] : null;
}

function rowScope(shape: TableShape, ctx: CheckContext) {
  return innerScope(columnBindings(shape), declarationScope(ctx), { functions: regressionFunctions });
}

function keysOf({ keys, groups }: TableShape): string[] {
  return [...keys.map((key) => key.name), ...groups];
}

/** What an estimator takes beside terms, effects and errors; null after a reported error. */
function settingsOf(
  { estimator: { text: estimator, span }, left }: FormulaEntry,
  dependent: RegressionTerm,
  settings: RegressionSettings,
  shape: TableShape,
  ctx: CheckContext,
): Partial<Regression> | null {
  switch (estimator as Estimator) {
    case "ols":
      settings.only([]);
      return {};
    case "random": {
      settings.only([]);
      const period = shape.keys.some(({ role }) => role === "period" || role === "time");
      const units = shape.keys.filter(({ role }) => role !== "period" && role !== "time");
      if (period && units.length > 0) return { units: units.map(({ name }) => name) };
      report(ctx.sink, regressions.noUnits, span, { panel: shape.name });
      return null;
    }
    case "tobit": {
      settings.only(["in", "below", "above"]);
      const limits = settings.limits();
      if (limits !== undefined) return { limits };
      report(ctx.sink, regressions.noLimits, left.span, { estimator, label: dependent.label });
      return null;
    }
    case "truncated":
      return truncatedSettings(dependent, settings, shape, ctx);
    case "quantile": {
      settings.only(["at"]);
      return { at: settings.number("at", 0.5, "a number between 0 and 1", (at) => at > 0 && at < 1) };
    }
  }
}

/** The table of coefficients, the single row of the fit, and the fitted rows. */
function shapesOf(regression: Regression, panel: TableShape): TableShape[] {
  const { name, dependent } = regression;
  const { unit } = dependent.expr.type;
  return [
    {
      name,
      keys: [{ name: "term", role: "dimension" }],
      groups: [],
      columns: columnsOf(regressionColumns, unit),
    },
    { name: `${name}.fit`, keys: [], groups: [], columns: columnsOf(fitColumns(regression), unit) },
    {
      name: `${name}.residuals`,
      keys: panel.keys,
      groups: panel.groups,
      columns: new Map(
        ["fitted", "residual"].map((column) => [column, { of: "number", unit, scale: "level" } as const]),
      ),
    },
  ];
}

function columnsOf(columns: readonly RegressionColumn[], dependent: Unit | null): TableShape["columns"] {
  return new Map(
    columns.map(({ name, of, unit }) => [
      name,
      { of, unit: unit === "1" ? dimensionless : unit === "y" ? dependent : null, scale: "level" },
    ]),
  );
}
