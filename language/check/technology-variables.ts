/** Checks the variables of a technology: roles, values, and the same values on another reference panel. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { Expr, Variable } from "../model.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { checkExpr } from "./expression.ts";
import { roleWords } from "./frontier-names.ts";
import type { Scope } from "./scope.ts";
import { columnBindings, declarationScope, innerScope } from "./scope.ts";

type RoleEntry = Extract<ast.TechnologyEntry, { readonly kind: "role" }>;
type VariableNode = RoleEntry["variables"][number];

/** The names of a panel's columns, before the declarations. */
export function panelScope(shape: TableShape, ctx: CheckContext): Scope {
  const { name, files } = shape;
  const panel = files === undefined ? undefined : { name, files, own: false };
  return innerScope(columnBindings(shape), declarationScope(ctx), { panel });
}

/** The names of a table's keys. */
export function keyNames(shape: TableShape): string[] {
  return shape.keys.map((key) => key.name);
}

/** The variables of all roles; a role named by a nearer declaration replaces the inherited variables of that role. */
export function checkVariables(
  lineage: readonly ast.TechnologyDecl[],
  panel: TableShape,
  elsewhere: TableShape | null,
  ctx: CheckContext,
): Variable[] | null {
  const variables: Variable[] = [];
  const seen = new Map<string, Variable>();
  let ok = true;
  for (const role of ["input", "good", "bad"] as const) {
    for (const entry of roleEntries(lineage, role)) {
      for (const node of entry.variables) {
        const variable = checkVariable(node, entry, panel, elsewhere, ctx);
        if (variable === null) {
          ok = false;
          continue;
        }
        const first = seen.get(variable.name);
        if (first !== undefined) {
          const params = {
            name: variable.name,
            first: roleWords[first.role],
            second: roleWords[role],
          };
          const related = [{ span: first.span, message: "its first role" }];
          report(ctx.sink, frontier.duplicateVariable, node.name.span, params, { related });
          ok = false;
          continue;
        }
        seen.set(variable.name, variable);
        variables.push(variable);
      }
    }
  }
  return ok ? variables : null;
}

/** The entries of a role in the nearest declaration that has any. */
function roleEntries(lineage: readonly ast.TechnologyDecl[], role: ast.Role): readonly RoleEntry[] {
  for (const decl of lineage) {
    const entries = decl.entries.filter((entry) => entry.kind === "role" && entry.role === role);
    if (entries.length > 0) return entries as RoleEntry[];
  }
  return [];
}

function checkVariable(
  node: VariableNode,
  entry: RoleEntry,
  panel: TableShape,
  elsewhere: TableShape | null,
  ctx: CheckContext,
): Variable | null {
  const amount = checkAmount(node, panel, elsewhere, ctx);
  if (amount === null) return null;
  const { name } = node;
  return { name: name.text, role: entry.role, ...amount, fixed: entry.fixed === true, span: name.span };
}

/** What a variable or link amounts to on the panel, and on another reference panel in the same unit; null after reported errors. */
export function checkAmount(
  node: VariableNode,
  panel: TableShape,
  elsewhere: TableShape | null,
  ctx: CheckContext,
): Pick<Variable, "value" | "referenceValue" | "unit"> | null {
  const name = node.name.text;
  if (name === "") return null;
  const value = variableValue(node, panel, ctx);
  if (value === null) return null;
  const base = { value, unit: value.type.unit };
  if (elsewhere === null) return base;
  const reference = variableValue(node, elsewhere, ctx);
  if (reference === null) return null;
  const aligned = inUnitOf(reference, value, name, elsewhere, node, ctx);
  return aligned === null ? null : { ...base, referenceValue: aligned };
}

function variableValue(node: VariableNode, shape: TableShape, ctx: CheckContext): Expr | null {
  const { name, value } = node;
  const isLabel =
    shape.keys.some((key) => key.name === name.text) ||
    shape.groups.includes(name.text) ||
    shape.columns.get(name.text)?.of === "label";
  if (value === undefined && isLabel) {
    report(ctx.sink, frontier.notNumeric, name.span, { name: name.text });
    return null;
  }
  const written: ast.Expr = value ?? { kind: "name", name, span: name.span };
  return checkExpr(written, panelScope(shape, ctx), ctx, {
    what: `\`${name.text}\` of the technology`,
    keys: keyNames(shape),
  });
}

/** The reference panel's value in the unit of the scored panel's. */
function inUnitOf(
  reference: Expr,
  value: Expr,
  name: string,
  panel: TableShape,
  node: VariableNode,
  ctx: CheckContext,
): Expr | null {
  const there = reference.type.unit;
  const here = value.type.unit;
  if (there === null || here === null) return reference;
  const keys = new Set([...Object.keys(there.dimensions), ...Object.keys(here.dimensions)]);
  for (const key of keys) {
    if ((there.dimensions[key] ?? 0) === (here.dimensions[key] ?? 0)) continue;
    const params = { variable: name, here: here.text, there: there.text, panel: panel.name };
    report(ctx.sink, frontier.otherUnit, node.name.span, params);
    return null;
  }
  if (there.scale === here.scale) return reference;
  return {
    op: "convert",
    factor: there.scale / here.scale,
    arg: reference,
    type: { ...reference.type, unit: here },
    span: reference.span,
  };
}
