import type * as ast from "../ast.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { SystemVariable } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { suggestion } from "./naming.ts";
import { checkLabels } from "./system-entries.ts";

/** Who changes a system, and which of its variables each may change. */
const changeable = {
  scenario: ["param", "lookup", "aux", "stock"],
  module: ["param", "lookup", "aux", "stock"],
  event: ["stock"],
} satisfies Readonly<Record<string, readonly SystemVariable["role"][]>>;
export type Changer = keyof typeof changeable;

/** What a change needs to know of a variable. */
type Changed = Pick<SystemVariable, "name" | "role" | "dimensions" | "span">;

/** What a system is changed in: the system as far as it is known. */
export interface ChangedSystem<V extends Changed> {
  readonly name: string;
  readonly variables: readonly V[];
  /** Variables that could not be read. */
  readonly failed?: ReadonlySet<string> | undefined;
}

/** The variable, and the element of it, that a change is of; null after a report, or silently where it could not be read. */
export function changeTarget<V extends Changed>(
  entry: ast.ChangeEntry,
  system: ChangedSystem<V>,
  by: Changer,
  ctx: CheckContext,
): { readonly variable: V; readonly labels: readonly string[] | null } | null {
  const { text: name, span } = entry.target;
  const allowed: readonly SystemVariable["role"][] = changeable[by];
  const variable = system.variables.find((candidate) => candidate.name === name);
  if (variable === undefined) {
    if (name === "" || system.failed?.has(name)) return null;
    const known = system.variables.filter((v) => allowed.includes(v.role)).map((v) => v.name);
    const params = { name, system: system.name, by };
    report(ctx.sink, dynamics.unknownChange, span, params, suggestion(name, span, known));
    return null;
  }
  if (!allowed.includes(variable.role)) {
    const related = [{ span: variable.span, message: `\`${name}\` is declared here` }];
    report(ctx.sink, dynamics.unchangeable, span, { name, role: variable.role, by }, { related });
    return null;
  }
  if (entry.labels === undefined) return { variable, labels: null };
  const labels = checkLabels(name, variable.dimensions, entry.labels, ctx);
  return labels && { variable, labels };
}
