/** What a declaration is, in a few words beside its name: `directional distance along win_win · green (crs, weak)`. */

import type { Declared, MeasureSpec, Model, Reference, Technology } from "../../language/model.ts";
import { isExperiment } from "../../runtime/experiment/run-experiment.ts";
import { isInference } from "../../runtime/inference/is-inference.ts";
import { describeExperiment, experimentTables } from "./describe-experiment.ts";
import { describeInference } from "./describe-inference.ts";
import { describeRegression, regressionTables } from "./describe-regression.ts";

export function describe(name: string, model: Model): string {
  const declared = model.declarations.find((d) => d.name === name);
  if (declared !== undefined) return describeDeclared(declared, model);
  const [beside, word] = [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf(".") + 1)];
  const experiment = model.declarations.find((d) => d.name === beside);
  if (experiment?.kind === "regression") return regressionTables[word] ?? "";
  return experiment !== undefined && isExperiment(experiment) ? (experimentTables[word] ?? "") : "";
}

function describeDeclared(declared: Declared, model: Model): string {
  switch (declared.kind) {
    case "panel":
      return describePanel(declared.source);
    case "measure":
      return `${describeSpec(declared.spec.fn, declared.spec)} · ${describeTechnology(declared.spec.technology, model)}`;
    case "index":
      return `${describeSpec(declared.fn, declared.spec)} · ${describeTechnology(declared.spec.technology, model, declared.reference)}`;
    case "system": {
      const { start, step, steps, method } = declared.time;
      const from = start.numerator / start.denominator;
      const to = from + (steps * step.numerator) / step.denominator;
      return `runs over time ${from} .. ${to}, ${method}, step ${fraction(step.numerator, step.denominator)}`;
    }
    case "regression":
      return describeRegression(declared);
    default:
      if (isInference(declared)) return describeInference(declared);
      return isExperiment(declared) ? describeExperiment(declared) : declared.kind;
  }
}

function describePanel(source: Extract<Declared, { kind: "panel" }>["source"]): string {
  switch (source.kind) {
    case "file":
      return `data from ${source.path}`;
    case "inline":
      return "data written in the model";
    case "panel":
      return `data from ${source.panel}`;
    case "stack":
      return `data of ${source.panels.join(" and ")}`;
    case "runs":
      return `data from the runs of ${source.system}`;
  }
}

/** The field's names; a function that is not here goes by its own. */
const functionWords: Readonly<Record<string, string>> = {
  radial: "radial efficiency",
  ddf: "directional distance",
  nddf: "non-radial directional distance",
  sbm: "slacks-based measure",
  additive: "additive measure",
  ram: "range-adjusted measure",
  bam: "bounded adjusted measure",
  russell: "Russell measure",
  cost: "cost efficiency",
  revenue: "revenue efficiency",
  profit: "Nerlovian profit inefficiency",
  malmquist: "Malmquist index",
  malmquist_luenberger: "Malmquist–Luenberger index",
  luenberger: "Luenberger indicator",
  hicks_moorsteen: "Hicks–Moorsteen index",
};

function describeSpec(fn: string, spec: MeasureSpec): string {
  const parts = [functionWords[fn] ?? fn];
  if (spec.orientation && spec.orientation !== "none") parts.push(`${spec.orientation} orientation`);
  if (spec.along) parts.push(`along ${spec.along}`);
  if (spec.super === "observation") parts.push("super-efficiency");
  if (spec.super === "dmu") parts.push("super-efficiency without the DMU's other periods");
  return parts.join(", ");
}

function describeTechnology(name: string, model: Model, reference?: Reference): string {
  const t = model.declarations.find((d): d is Technology => d.kind === "technology" && d.name === name);
  if (t === undefined) return name;
  const hasBad = t.variables.some((v) => v.role === "bad");
  const words = [t.returns, hasBad ? t.disposability : "", referenceText(reference ?? t.reference)];
  return `${name} (${words.filter(Boolean).join(", ")})`;
}

function referenceText(reference: Reference): string {
  if (reference.kind === "contemporaneous") return "";
  if (reference.kind !== "window") return reference.kind;
  return `window ${reference.size}${reference.centered ? " centered" : ""}`;
}

function fraction(numerator: number, denominator: number): string {
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
}
