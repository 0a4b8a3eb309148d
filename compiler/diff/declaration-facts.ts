/** What each kind of declaration says. */
import type {
  Declared,
  Dimension,
  Direction,
  Index,
  Measure,
  MeasureSpec,
  Panel,
  Regression,
  Scenario,
  System,
  SystemVariable,
  Technology,
} from "../../language/model.ts";
import { timeWords } from "../print/system-math.ts";
import { exprFact, type Fact, type FactContext, fact, sourceText, unitForm, unitText } from "./facts.ts";
import { normalForm } from "./normal-form.ts";
import { plainFacts } from "./plain-facts.ts";

export function factsOf(declared: Declared, context: FactContext): Fact[] {
  switch (declared.kind) {
    case "panel":
      return panelFacts(declared, context);
    case "dimension":
      return dimensionFacts(declared, context);
    case "technology":
      return technologyFacts(declared, context);
    case "direction":
      return directionFacts(declared, context);
    case "measure":
      return specFacts(declared, context);
    case "index":
      return indexFacts(declared, context);
    case "system":
      return systemFacts(declared, context);
    case "scenario":
      return scenarioFacts(declared, context);
    case "regression":
      return regressionFacts(declared, context);
    default:
      return plainFacts(declared, context);
  }
}

function panelFacts(panel: Panel, context: FactContext): Fact[] {
  const { source, missing } = panel;
  const { declaration } = context.names;
  const list = (key: string, names: readonly string[]) => fact(key, names.join(", "));
  const from: Fact[] =
    source.kind === "file"
      ? fileFacts("from", source.path, context)
      : source.kind === "inline"
        ? rowFacts(panel, source)
        : fact(
            "from",
            source.kind === "panel"
              ? declaration(source.panel)
              : source.kind === "stack"
                ? source.panels.map(declaration).join(" + ")
                : declaration(source.system),
          );
  const rule = missing.rule === "error" ? "" : `drop ${missing.what === "row" ? "row" : missing.what.key}`;
  return [
    ...from,
    ...list("dmu", panel.dmu),
    ...fact("period", panel.period),
    ...list("group", panel.groups),
    ...panel.columns.map((column): Fact => {
      const { from: of } = column;
      const form = of.kind === "header" ? `header ${of.header}` : normalForm(of.expr, context.names);
      const shown = of.kind === "header" ? of.header : sourceText(of.expr.span, context.model);
      const head = unitText(column.unit).trim();
      const plain = of.kind === "header" && of.header === column.name;
      return {
        key: `column ${column.name}`,
        form: `${unitForm(column.unit)} ${form}`,
        shown: plain ? "" : shown,
        head,
        name: column.name,
      };
    }),
    ...panel.where.flatMap((condition) => {
      const [one] = exprFact("where", condition, context);
      return [{ ...one!, key: `where ${one!.form}` }];
    }),
    ...fact("missing", rule),
    ...list("missing values", panel.missingValues),
    ...panel.joins.flatMap(({ path, on }) => fileFacts(`join on ${on.join(", ")}`, path, context)),
    ...fact("decimal", panel.decimal === "," ? "," : undefined),
    ...fact("sheet", panel.sheet),
    ...fact("wide", panel.wide),
  ];
}

/** A file is its text: the same text in another place is no change. */
function fileFacts(key: string, path: string, { content }: FactContext): Fact[] {
  const text = content(path);
  if (text === null) return fact(key, path);
  const lines = text.split("\n").filter((line) => line.trim() !== "").length;
  return [{ key, form: text, shown: `${path} (${lines} lines)` }];
}

/** One fact for each cell, so that a changed number is told alone. */
function rowFacts({ dmu, period, columns }: Panel, source: Panel["source"] & { kind: "inline" }): Fact[] {
  const keys = [...dmu, ...(period === undefined ? [] : [period])];
  const places = keys.map((key) => source.columns.indexOf(key));
  const units = new Map(columns.map((column) => [column.name, unitText(column.unit)]));
  return source.rows.flatMap(({ cells }, r) => {
    const label =
      places
        .map((place) => cells[place]?.text ?? "")
        .filter((text) => text !== "")
        .join(", ") || String(r + 1);
    return source.columns.flatMap((column, c): Fact[] => {
      if (places.includes(c)) return [];
      const text = cells[c]?.text.trim() ?? "";
      const number = Number(text.replaceAll("_", ""));
      const form = text !== "" && Number.isFinite(number) ? String(number) : text;
      return [
        {
          key: `row ${label}: ${column}`,
          form,
          shown: `${text}${units.get(column) ?? ""}`,
          group: `row ${label}`,
        },
      ];
    });
  });
}

function dimensionFacts({ labels }: Dimension, { names }: FactContext): Fact[] {
  if ("table" in labels) return fact("labels", `${names.declaration(labels.table)}.${labels.column}`);
  return fact("labels", labels.join(", "));
}

function technologyFacts(technology: Technology, context: FactContext): Fact[] {
  const { panel, referencePanel, by, returns, disposability, reference, where } = technology;
  const { names } = context;
  const window =
    reference.kind === "window" ? ` ${reference.size}${reference.centered ? " centered" : ""}` : "";
  return [
    ...fact("on", names.declaration(panel)),
    ...fact("reference of", referencePanel === panel ? undefined : names.declaration(referencePanel)),
    ...fact("by", by.join(", ")),
    ...technology.variables.map((v): Fact => {
      const { role, value, referenceValue, fixed, span, name, ...rest } = v;
      const words = `${fixed ? "fixed " : ""}${role}${"polluting" in rest && rest.polluting === true ? ", polluting" : ""}`;
      const own = sourceText(value.span, context.model);
      const reads = referenceValue === undefined ? "" : normalForm(referenceValue, names);
      return {
        key: `variable ${name}`,
        form: `${words} ${normalForm(value, names)} ${reads}`,
        shown: `${words}${own === name || own === "" ? "" : ` = ${own}`}`,
        name,
      };
    }),
    ...fact("returns", returns),
    ...fact("disposability", disposability),
    ...fact("reference", `${reference.kind}${window}`),
    ...exprFact("where", where, context),
  ];
}

/** A size that is an expression is known by its source alone: it is checked where the direction is used. */
function directionFacts({ entries }: Direction, { model }: FactContext): Fact[] {
  return entries.flatMap(({ target, sign, size, span }) => {
    const words = size.kind === "expr" ? sourceText(span, model).replace(/^.*?[+-]\s*/, "") : size.kind;
    return fact("role" in target ? target.role : target.variable, `${sign === 1 ? "+" : "-"}${words}`);
  });
}

function specFacts({ spec }: { readonly spec: MeasureSpec }, context: FactContext): Fact[] {
  const { names } = context;
  const map = (key: string, values: Readonly<Record<string, Parameters<typeof normalForm>[0]>>) =>
    Object.entries(values).flatMap(([variable, value]) => exprFact(`${key} ${variable}`, value, context));
  return [
    ...fact("measure", spec.fn),
    ...fact("technology", names.declaration(spec.technology)),
    ...fact("orientation", spec.orientation),
    ...fact("along", spec.along === undefined ? undefined : names.declaration(spec.along)),
    ...fact("super", spec.super === false ? undefined : spec.super),
    ...fact("slacks", spec.slacks === "normalized" ? "normalized" : undefined),
    ...(spec.weights?.kind === "map"
      ? map("weight", spec.weights.values)
      : fact("weights", spec.weights?.kind)),
    ...map("price", spec.prices ?? {}),
    ...restFacts(spec, context),
  ];
}

const told = new Set([
  "fn",
  "technology",
  "orientation",
  "along",
  "moves",
  "super",
  "slacks",
  "weights",
  "prices",
  "money",
]);

/** What a spec has that is not told above. */
function restFacts(spec: MeasureSpec, context: FactContext): Fact[] {
  const rest = Object.fromEntries(Object.entries(spec).filter(([field]) => !told.has(field)));
  return plainFacts(rest, context);
}

function indexFacts(index: Index, context: FactContext): Fact[] {
  const { reference, decomposition, rebase, fn } = index;
  const window =
    reference.kind === "window" ? ` ${reference.size}${reference.centered ? " centered" : ""}` : "";
  return [
    ...fact("index", fn),
    ...specFacts(index, context),
    ...fact("reference", `${reference.kind}${window}`),
    ...fact("decomposition", decomposition),
    ...fact("rebase", rebase ? "true" : undefined),
  ];
}

function systemFacts(system: System, context: FactContext): Fact[] {
  return [
    ...fact("time", timeWords(system)),
    ...system.variables.flatMap((variable) => variableFacts(variable, context)),
  ];
}

function variableFacts(variable: SystemVariable, context: FactContext): Fact[] {
  const { role, name, unit, dimensions, from, to, nonnegative, range, series, argument } = variable;
  const { own, declaration } = context.names;
  const pipe = role === "flow" ? `${from ? own(from) : "cloud"} -> ${to ? own(to) : "cloud"}` : "";
  const head = [
    role,
    dimensions.map(declaration).join(","),
    unitForm(unit),
    argument === undefined ? "" : unitForm(argument),
    pipe,
    nonnegative === true ? "nonnegative" : "",
    series === undefined ? "" : `${series.interpolation} ${series.after}`,
    range === undefined
      ? ""
      : `${normalForm(range.low, context.names)}..${normalForm(range.high, context.names)}`,
  ];
  const limits =
    range === undefined
      ? ""
      : `in ${sourceText(range.low.span, context.model)} .. ${sourceText(range.high.span, context.model)}`;
  const shownHead = [unitText(unit).trim(), pipe, limits].filter((part) => part !== "").join(" ");
  const key = `${nonnegative === true ? "nonnegative " : ""}${role} ${name}`;
  if (variable.equations.length === 0)
    return [{ key, form: head.join("; "), shown: "", head: shownHead, name }];
  return variable.equations.map(
    ({ labels, expr }, i): Fact => ({
      key: `${key}${labels === null ? "" : `[${labels.join(", ")}]`}`,
      form: `${i === 0 ? head.join("; ") : ""} = ${normalForm(expr, context.names)}`,
      shown: sourceText(expr.span, context.model),
      ...(i === 0 ? { name, head: shownHead } : {}),
    }),
  );
}

function scenarioFacts({ system, from, using, changes }: Scenario, context: FactContext): Fact[] {
  const { names } = context;
  return [
    ...fact("of", names.declaration(system)),
    ...fact("from", from === undefined ? undefined : names.declaration(from)),
    ...fact("using", using === undefined ? undefined : names.declaration(using)),
    ...changes.flatMap(({ variable, labels, expr }) => {
      const element = `${names.member(system, variable)}${labels === null ? "" : `[${labels.join(", ")}]`}`;
      return exprFact(element, expr, context);
    }),
  ];
}

/** Terms are told one by one, so that one more or less is seen as that. */
function regressionFacts(regression: Regression, context: FactContext): Fact[] {
  const { panel, estimator, dependent, terms, fixed, errors, limits, at, bootstrap } = regression;
  const { declaration } = context.names;
  const limit = [limits?.low ?? "", limits?.high ?? ""].join(" .. ").trim();
  return [
    ...fact("on", declaration(panel)),
    ...fact("estimator", estimator),
    ...exprFact("of", dependent.expr, context),
    ...terms.map(({ label, expr }) => ({
      key: `term ${label}`,
      form: normalForm(expr, context.names),
      shown: "",
    })),
    ...fact("fixed", [...fixed].sort().join(", ")),
    ...fact(
      "errors",
      errors.kind === "classical" ? undefined : [errors.kind, errors.by ?? ""].join(" ").trim(),
    ),
    ...fact("limits", limits === undefined ? undefined : limit),
    ...fact("at", at),
    ...fact("algorithm", bootstrap?.algorithm),
    ...fact("replications", bootstrap?.replications),
    ...fact("seed", bootstrap?.seed),
  ];
}

/** One line for a declaration as a whole: what an added or removed one is. */
export function summaryOf(declared: Declared): string {
  switch (declared.kind) {
    case "measure":
      return specSummary(declared);
    case "index":
      return `${declared.fn} of ${specSummary(declared)}`;
    case "scenario":
      return declared.from === undefined ? `of ${declared.system}` : `from ${declared.from}`;
    case "technology":
      return `on ${declared.panel}`;
    case "regression":
      return `${declared.estimator} of ${declared.dependent.label} on ${declared.panel}`;
    default:
      return "";
  }
}

function specSummary({ spec }: Measure | Index): string {
  return `${spec.fn}(${[spec.technology, ...(spec.along === undefined ? [] : [`along: ${spec.along}`])].join(", ")})`;
}
