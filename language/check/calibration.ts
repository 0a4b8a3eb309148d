/** Checks `calibration`: bounds, what is matched to which data, weights, the span kept back for a test. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { experiments } from "../diagnostics/experiments.ts";
import type { Calibration, Match, Window } from "../model.ts";
import { constantNumber } from "../units/constant.ts";
import type { CheckContext } from "./context.ts";
import { checkSubject, experimentBase, outputKeys, type Subject } from "./experiment.ts";
import { checkParameters, rangeBounds } from "./experiment-parameters.ts";
import { checkOutputs, type Setting, Settings } from "./experiment-settings.ts";
import { besideCalibration, fitShape } from "./experiment-shape.ts";
import { checkExpr } from "./expression.ts";
import { timeKey } from "./expression-accept.ts";
import { suggestion } from "./naming.ts";
import { declarationScope, type Key } from "./scope.ts";

/** The checked calibration, the shape of its table set in the context; null after reported errors. */
export function checkCalibration(decl: ast.ExperimentDecl, ctx: CheckContext): Calibration | null {
  const subject = checkSubject(decl, ctx);
  if (subject === null) return null;
  const settings = new Settings(decl, ["match"], ctx);
  const seed = settings.whole("seed", 1, 0, 2 ** 31 - 1);
  const parameters = checkParameters(decl, "range", subject, ctx, (entry, target) =>
    rangeBounds("calibration", entry, target, ctx),
  );
  const entries = settings.all("match");
  if (entries.length === 0) {
    report(ctx.sink, experiments.nothingMatched, decl.name.span, { name: decl.name.text });
    return null;
  }
  const weights = readWeights(settings, entries, ctx);
  const matches = entries.map((entry) => checkMatch(entry, settings, weights, subject, ctx));
  const test = settings.first("test");
  const window = test === undefined ? undefined : windowOf(test, settings);
  if (test !== undefined && window === undefined && settings.ok)
    settings.refuse(test, "two years after `in`, such as `2015 .. 2017`");
  const counting = matches.flatMap((list) => list ?? []).some((match) => match.weight > 0);
  const weighted = settings.first("weights");
  if (weighted !== undefined && !counting && settings.ok)
    settings.refuse(weighted, "a weight above 0 for something that is matched");
  if (parameters === null || !settings.ok || !matches.every((list) => list !== null)) return null;
  ctx.shapes.set(decl.name.text, fitShape(decl.name.text));
  for (const shape of besideCalibration(decl.name.text)) ctx.shapes.set(shape.name, shape);
  return {
    kind: "calibration",
    ...experimentBase(decl, subject),
    parameters,
    matches: matches.flat(),
    ...(window === undefined ? {} : { test: window }),
    seed,
  };
}

/** `match gdp, co2 to china_national in 2004 .. 2014`, or one expression to another: `match co2 / gdp to china.intensity`. */
function checkMatch(
  entry: Setting,
  settings: Settings,
  weights: ReadonlyMap<string, number>,
  subject: Subject,
  ctx: CheckContext,
): Match[] | null {
  const to = entry.clauses.find((clause) => clause.word.text === "to")?.value;
  if (to === undefined || entry.values.length === 0) {
    settings.refuse(entry, "variables, then `to` and the panel or column that they are to match");
    return null;
  }
  const window = windowOf(entry, settings);
  const outputs = checkOutputs(entry.values, "what is matched", "number", subject, ctx);
  if (outputs === null) return null;
  const made = outputs.map((output, i): Match | null => {
    const { span } = entry.values[i];
    if (timeKey(output.expr.type.keys.map(asKey)) === undefined) {
      report(ctx.sink, experiments.matchWithoutTime, span, { label: output.label });
      return null;
    }
    const column = columnOf(to, entry.values[i], settings, entry, ctx);
    const data =
      column &&
      checkExpr(column, declarationScope(ctx), ctx, {
        what: `the data of \`${output.label}\``,
        unit: output.expr.type.unit,
      });
    if (!data) return null;
    if (!fitting(data.type.keys, output.expr.type.keys, ctx)) {
      report(ctx.sink, experiments.matchKeys, column.span, {
        label: output.label,
        keys: data.type.keys,
        wanted: outputKeys(subject),
      });
      return null;
    }
    const weight = weights.get(output.label) ?? 1;
    return { ...output, data, ...(window && { window }), weight, span };
  });
  return made.every((match) => match !== null) ? made : null;
}

function asKey(name: string): Key {
  return { name, role: name === "time" ? "time" : "dimension" };
}

/** Data have a period instead of the time, and the same dimensions beside it. */
function fitting(data: readonly string[], simulated: readonly string[], ctx: CheckContext): boolean {
  const isPeriod = (key: string) =>
    [...ctx.shapes.values()].some((shape) =>
      shape.keys.some((own) => own.name === key && (own.role === "period" || own.role === "time")),
    );
  const others = data.filter((key) => !isPeriod(key));
  const dimensions = simulated.filter((key) => key !== "time");
  return (
    others.length === data.length - 1 &&
    others.length === dimensions.length &&
    others.every((key) => dimensions.includes(key))
  );
}

/** The data of one matched expression: the panel's column of its name, or the expression after `to`. */
function columnOf(
  to: ast.Expr,
  value: ast.Expr,
  settings: Settings,
  entry: Setting,
  ctx: CheckContext,
): ast.Expr | null {
  if (to.kind !== "name") {
    if (entry.values.length === 1) return to;
    settings.refuse(entry, "one variable for one column, or the name of a panel after `to`");
    return null;
  }
  const { text, span } = to.name;
  const shape = ctx.shapes.get(text);
  if (shape === undefined) {
    if (ctx.declared.has(text) || text === "") return ctx.declared.get(text)?.kind === "data" ? null : to;
    const panels = [...ctx.declared].flatMap(([name, d]) => (d.kind === "data" ? [name] : []));
    report(ctx.sink, experiments.unknownPanel, span, { name: text }, suggestion(text, span, panels));
    return null;
  }
  if (value.kind !== "name") {
    settings.refuse(entry, `a column after \`to\` for what is no single variable: \`to ${text}.COLUMN\``);
    return null;
  }
  return { kind: "member", object: to, member: value.name, span: value.span };
}

/** `weights {gdp: 2, co2: 1}`, by what is matched. */
function readWeights(
  settings: Settings,
  matches: readonly Setting[],
  ctx: CheckContext,
): ReadonlyMap<string, number> {
  const setting = settings.first("weights");
  const [map] = setting?.values ?? [];
  if (setting === undefined) return new Map();
  const known = matches.flatMap((m) => m.values.flatMap((v) => (v.kind === "name" ? [v.name.text] : [])));
  if (map?.kind !== "map" || setting.values.length > 1) {
    settings.refuse(setting, "a weight for each variable: `{gdp: 2, co2: 1}`");
    return new Map();
  }
  return new Map(
    map.entries.flatMap(({ key, value }) => {
      const weight = constantNumber(value);
      if (!known.includes(key.text)) {
        report(
          ctx.sink,
          experiments.unknownMatch,
          key.span,
          { name: key.text },
          suggestion(key.text, key.span, known),
        );
        settings.ok = false;
      } else if (weight === null || !(weight >= 0)) settings.refuse(setting, "weights that are not negative");
      else return [[key.text, weight] as const];
      return [];
    }),
  );
}

/** `in 2004 .. 2014`, absent where it is not written. */
function windowOf(setting: Setting, settings: Settings): Window | undefined {
  const clause = setting.clauses.find(({ word }) => word.text === "in");
  if (clause === undefined) return undefined;
  const { value } = clause;
  const from = value.kind === "range" && value.step === undefined ? constantNumber(value.from) : null;
  const to = value.kind === "range" ? constantNumber(value.to) : null;
  if (from !== null && to !== null && from <= to) return { from, to };
  settings.refuse(setting, "two years after `in`, such as `2004 .. 2014`");
  return undefined;
}
