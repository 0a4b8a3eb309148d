/** Checks `chart`: which form it takes, and what stands along its axes. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { names } from "../diagnostics/names.ts";
import { reports } from "../diagnostics/reports.ts";
import type { Chart } from "../model.ts";
import { UnitSolver } from "../units/solver.ts";
import type { CheckContext } from "./context.ts";
import { type Draft, type Env, settle } from "./expression.ts";
import { combineRows, requireKind, timeKey } from "./expression-accept.ts";
import { hasKeys, suggestion } from "./naming.ts";
import { draftValues, type ListItem } from "./report.ts";
import { chartScope, fansOf, withMedians } from "./report-chart-runs.ts";
import { Clauses } from "./report-clauses.ts";
import { systemOf } from "./report-compare.ts";

/** Words that mean time whatever the key is called. */
const timeWords = ["time", "period", "year"];

/** `chart economy.co2 over time for current, s1`; null after a reported error. */
export function checkChart(item: ListItem, ctx: CheckContext): Chart | null {
  const clauses = new Clauses("chart", item.clauses, ctx);
  const scope = chartScope(item, ctx);
  const units = new UnitSolver();
  const env: Env = { scope, ctx, units, draft: () => null };
  const written = withMedians(item, ctx);
  const drafted = draftValues({ ...item, items: written.map(({ expr }) => expr) }, scope, ctx, units)?.map(
    (value, i) => ({ ...value, label: written[i]!.label ?? value.label }),
  );
  const base = scenarioNamed(clauses.values("against"), ctx);
  const across = clauses.get("against") ?? valueOver(clauses);
  const right =
    across === undefined || base !== undefined
      ? undefined
      : (draftValues({ ...item, items: across.values }, scope, ctx, units) ?? null);
  if (drafted === undefined || drafted.length === 0 || right === null) return null;
  if (right !== undefined && right.length !== 1) {
    clauses.refuse(across!.word.text, "one value");
    return null;
  }
  const drafts = drafted.map(({ draft }) => draft);
  let ok = numbersOnly([...drafts, ...(right ?? []).map(({ draft }) => draft)], env);
  ok = units.solve(ctx.sink) && ok;
  const by = clauses.keys("by", drafts);
  const at = clauses.instants();
  const sort = clauses.sort();
  const digits = clauses.digits();
  const chosen = chosenOf(clauses, drafts, base, ctx);
  if (at !== undefined) ok = haveTime("`at`", drafts, ctx) && ok;
  if (!ok || !clauses.ok || chosen === null) return null;
  const shape = right === undefined ? formOf(clauses, drafts, by, at, ctx) : ({ form: "points" } as const);
  if (shape === null) return null;
  if (right !== undefined) {
    const all = [...drafts, right[0]!.draft];
    if (combineRows("against", item.span, all, env) === null) return null;
  }
  const value = ({ label, draft }: { label: string; draft: Draft }) => ({
    label,
    expr: settle(draft, units),
  });
  const values = drafted.map(value);
  const fans = shape.form === "lines" ? fansOf(values, chosen.scenarios, ctx) : [];
  return {
    kind: "chart",
    ...shape,
    values,
    ...(right === undefined ? {} : { against: value(right[0]!) }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
    ...chosen,
    ...(fans.length === 0 ? {} : { fans }),
    ...(sort === undefined ? {} : { sort }),
    ...(digits === undefined ? {} : { digits }),
  };
}

/** `against current`: the run with which the others are compared. */
function scenarioNamed(values: readonly ast.Expr[] | undefined, ctx: CheckContext): ast.Name | undefined {
  const [value] = values ?? [];
  const name = value?.kind === "name" && values?.length === 1 ? value.name : undefined;
  return name !== undefined && ctx.declared.get(name.text)?.kind === "scenario" ? name : undefined;
}

/** `over china.gdp`: another value is meant, not a key. */
function valueOver(clauses: Clauses): ast.ReportClause | undefined {
  const clause = clauses.get("over");
  const [value, ...more] = clause?.values ?? [];
  const isKey = value === undefined || value.kind === "name" || value.kind === "broken";
  return isKey || more.length > 0 ? undefined : clause;
}

function numbersOnly(drafts: readonly Draft[], env: Env): boolean {
  return drafts.map((one) => requireKind(one, "number", "a value of a chart", env)).every((ok) => ok);
}

function haveTime(what: string, drafts: readonly Draft[], ctx: CheckContext): boolean {
  const lacking = drafts.filter(({ type }) => timeKey(type.keys) === undefined);
  for (const { span, type } of lacking) {
    report(ctx.sink, expressions.noTime, span, { what, keys: hasKeys(type.keys) });
  }
  return lacking.length === 0;
}

/** What `for` and `against` choose: scenarios of the system that is drawn, or labels of any other key. */
function chosenOf(
  clauses: Clauses,
  drafts: readonly Draft[],
  base: ast.Name | undefined,
  ctx: CheckContext,
): Pick<Chart, "scenarios" | "base" | "only"> | null {
  const list = clauses.labelList("for", 'scenarios or labels, such as `current` or `"Beijing"`');
  const runs = drafts.find(({ type }) => type.keys.some((key) => key.role === "scenario"));
  if (runs === undefined) {
    const labels = [...(base === undefined ? [] : [base]), ...(list ?? [])];
    if (labels.length === 0) return {};
    const fixed = drafts.find(({ type }) =>
      type.keys.every((key) => key.role === "time" || key.role === "period"),
    );
    if (fixed !== undefined) {
      const { span, type } = fixed;
      const clause = clauses.get("for") ?? clauses.get("against")!;
      const related = [{ span, message: `this ${hasKeys(type.keys)}` }];
      report(ctx.sink, reports.nothingToChoose, clause.span, { label: labels[0]!.text }, { related });
      return null;
    }
    return { only: labels.map(({ text: label, span }) => ({ label, span })) };
  }
  const named = [...(base === undefined ? [] : [base]), ...(list ?? [])];
  const [system] = runs.type.tables.filter((table) => ctx.checked.get(table)?.kind === "system");
  const fits = named.filter((name) => isBaseline(name, system, ctx) || systemOf(name, system, ctx) !== null);
  if (fits.length < named.length) return null;
  const all = base !== undefined && list === undefined ? scenariosOf(system, ctx) : [];
  const scenarios = [...new Set([...named.map(({ text }) => text), ...all])];
  return {
    ...(scenarios.length === 0 ? {} : { scenarios }),
    ...(base === undefined ? {} : { base: base.text }),
  };
}

/** A system without scenarios runs once, under this name. */
function isBaseline({ text }: ast.Name, system: string | undefined, ctx: CheckContext): boolean {
  return text === "baseline" && !ctx.declared.has(text) && scenariosOf(system, ctx).length === 0;
}

function scenariosOf(system: string | undefined, ctx: CheckContext): string[] {
  return [...ctx.checked.values()].flatMap((d) =>
    d.kind === "scenario" && d.system === system ? [d.name] : [],
  );
}

/** Lines where there is time to go along, else bars over a key; null after a report. */
function formOf(
  clauses: Clauses,
  drafts: readonly Draft[],
  by: readonly string[] | undefined,
  at: readonly unknown[] | undefined,
  ctx: CheckContext,
): Pick<Chart, "form" | "over"> | null {
  const [over, ...more] = clauses.nameList("over", "`time`, or one key") ?? [];
  if (more.length > 0) {
    clauses.refuse("over", "`time`, or one key");
    return null;
  }
  const times = drafts.map(({ type }) => timeKey(type.keys));
  if (over === undefined) {
    if (clauses.get("over") !== undefined) return null;
    const moves = times.every((key) => key !== undefined) && (at?.length ?? 2) > 1;
    // Means of runs over time tell nothing; means of a panel by region are what `table` gives too.
    if (moves && (by === undefined || times.some((key) => key!.role === "time"))) return { form: "lines" };
    const key = by?.[0] ?? firstLabel(drafts);
    return { form: "bars", ...(key === undefined ? {} : { over: key }) };
  }
  const labels = drafts.map(({ type }) => [...type.keys.map(({ name }) => name), ...type.groups]);
  const meansTime = timeWords.includes(over.text) && !labels.some((known) => known.includes(over.text));
  if (meansTime || times.some((key) => key?.name === over.text)) {
    if (!haveTime(`\`over ${over.text}\``, drafts, ctx)) return null;
    if (at?.length !== 1) return { form: "lines" };
    clauses.refuse("at", "several periods where a chart goes over time");
    return null;
  }
  const lacking = drafts.find((_, i) => !labels[i]!.includes(over.text));
  if (lacking === undefined) return { form: "bars", over: over.text };
  const params = { key: over.text, keys: hasKeys(lacking.type.keys, lacking.type.groups) };
  const known = [...labels.flat(), "time"];
  report(ctx.sink, names.unknownKey, over.span, params, suggestion(over.text, over.span, known));
  return null;
}

function firstLabel(drafts: readonly Draft[]): string | undefined {
  for (const { type } of drafts) {
    const key = type.keys.find(({ role }) => role !== "time" && role !== "period");
    if (key !== undefined) return key.name;
  }
  return undefined;
}
