/**
 * A parameter's value, in its system or in a scenario, which gets an entry for it where it has none. The form in which it was written
 * stays: `annual(6%)` becomes `annual(7%)`, `240 [month]` becomes `252 [month]`.
 */
import type * as ast from "../../ast.ts";
import type { Expr, Scenario, System } from "../../model.ts";
import { written } from "../spelling.ts";
import { appendEntry } from "./append-entry.ts";
import type { Changes, Edited, ParameterEdit } from "./edit.ts";
import { findDeclaration, sourceOf } from "./find-declaration.ts";
import { shortNumber, shortPercent } from "./short-number.ts";

/** How a value was written, and what the checker made of it. */
interface Form {
  readonly syntax?: ast.Expr;
  readonly checked?: Expr;
}

export function parameterEdits(model: Edited, edit: ParameterEdit): Changes {
  const { system, parameter, scenario, value } = edit;
  const found = variableOf(model, system, parameter);
  if (found === undefined) return { wrong: `\`${system}\` has no parameter \`${parameter}\`` };
  if (scenario !== undefined) return scenarioEdits(model, { ...edit, scenario }, found);
  const declared = findDeclaration(model, "system", system);
  if ("wrong" in declared) return declared;
  const { entry, form } = found;
  const text = formOf(model, form, percentIn(model, entry))(value);
  if (entry.value !== undefined) return { edits: [{ span: entry.value.span, text }] };
  const { file, end } = entry.span;
  return { edits: [{ span: { file, start: end, end }, text: ` = ${text}` }] };
}

function scenarioEdits(
  model: Edited,
  { scenario, parameter, value }: ParameterEdit & { readonly scenario: string },
  { entry, form }: Parameter,
): Changes {
  const declared = findDeclaration(model, "scenario", scenario);
  if ("wrong" in declared) return declared;
  const own = changeOf(declared, parameter);
  const known = inherited(model, scenario, parameter) ?? form;
  const text = formOf(model, known, percentIn(model, entry))(value);
  if (own !== undefined) return { edits: [{ span: own.value.span, text }] };
  return { edits: [appendEntry(declared, `${written(parameter)} = ${text}`, sourceOf(model, declared))] };
}

interface Parameter {
  readonly entry: ast.VariableEntry;
  readonly form: Form;
}
function variableOf({ files, checked }: Edited, system: string, parameter: string): Parameter | undefined {
  for (const { file } of files.values()) {
    for (const declaration of file.declarations) {
      if (declaration.kind !== "system" || declaration.name.text !== system) continue;
      const entry = declaration.entries.find(
        (one): one is ast.VariableEntry => one.kind === "param" && one.name.text === parameter,
      );
      if (entry === undefined) return undefined;
      const known = checked.sound.declarations.find(
        (d): d is System => d.kind === "system" && d.name === system,
      );
      const equations = known?.variables.find(({ name }) => name === parameter)?.equations ?? [];
      return {
        entry,
        form: { syntax: entry.value, checked: equations.find(({ labels }) => labels === null)?.expr },
      };
    }
  }
  return undefined;
}

/** What a scenario, or the nearest one that it inherits from, sets a parameter to. */
function inherited({ files, checked }: Edited, scenario: string, parameter: string): Form | undefined {
  const syntax = [...files.values()].flatMap(({ file }) =>
    file.declarations.filter((d): d is ast.ScenarioDecl => d.kind === "scenario"),
  );
  const known = checked.sound.declarations.filter((d): d is Scenario => d.kind === "scenario");
  const seen = new Set<string>();
  let name: string | undefined = scenario;
  while (name !== undefined && !seen.has(name)) {
    seen.add(name);
    const declared = syntax.find((d) => d.name.text === name);
    const change = declared === undefined ? undefined : changeOf(declared, parameter);
    if (change !== undefined) {
      const changes = known.find((d) => d.name === name)?.changes ?? [];
      const same = changes.find(({ variable, labels }) => variable === parameter && labels === null);
      return { syntax: change.value, checked: same?.expr };
    }
    name = declared?.from?.text;
  }
  return undefined;
}

function changeOf({ entries }: ast.ScenarioDecl, parameter: string): ast.ChangeEntry | undefined {
  return entries.find(({ target, labels }) => target.text === parameter && labels === undefined);
}

/** Writes a value, given in the parameter's unit, as another one was written. */
function formOf(model: Edited, { syntax, checked }: Form, percent: boolean): (value: number) => string {
  const factor = checked?.op === "convert" ? checked.factor : 1;
  const plain = (value: number) => (percent ? shortPercent(value) : shortNumber(value));
  if (syntax?.kind === "quantity" && isNumber(syntax.value)) {
    const unit = textOf(model, syntax.unit);
    return (value) => `${numberAs(syntax.value, value / factor)} [${unit}]`;
  }
  if (syntax?.kind === "call" && syntax.callee.text === "annual" && syntax.args.length === 1) {
    const [rate] = syntax.args;
    return (value) => `annual(${numberAs(rate!.value, Math.expm1(value / factor))})`;
  }
  if (syntax !== undefined && isNumber(syntax)) return (value) => numberAs(syntax, value);
  return plain;
}

/** A number as another one: in per cent or plain. */
function numberAs(syntax: ast.Expr, value: number): string {
  return isPercent(syntax) ? shortPercent(value) : shortNumber(value);
}
function isPercent(expr: ast.Expr): boolean {
  return expr.kind === "unary" && (expr.operator === "%" || isPercent(expr.arg));
}
function isNumber(expr: ast.Expr): boolean {
  return expr.kind === "number" || (expr.kind === "unary" && expr.operator !== "not" && isNumber(expr.arg));
}

/** Whether a parameter without a number of its own is thought of in per cent: its range is written so. */
function percentIn(model: Edited, { range }: ast.VariableEntry): boolean {
  return range !== undefined && textOf(model, range).includes("%");
}

function textOf(model: Edited, node: ast.Node): string {
  return sourceOf(model, node).slice(node.span.start, node.span.end);
}
