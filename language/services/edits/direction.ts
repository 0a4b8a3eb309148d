/**
 * A direction's sizes. What has an entry of its own gets another size; of what moves by its role's entry, `good +observed`, the entry becomes
 * one for each variable, if all of the role have their own size then, and stays with the others' beside it if not.
 */
import type * as ast from "../../ast.ts";
import type { Technology } from "../../model.ts";
import type { TextEdit } from "../rename.ts";
import { written } from "../spelling.ts";
import { appendEntry } from "./append-entry.ts";
import type { Changes, DirectionEdit, Edited } from "./edit.ts";
import { findDeclaration, sourceOf } from "./find-declaration.ts";
import { shortNumber } from "./short-number.ts";

/** The way in which each role is better. */
const better: Readonly<Record<ast.Role, 1 | -1>> = { input: -1, good: 1, bad: -1 };

export function directionEdits(model: Edited, { direction, sizes }: DirectionEdit): Changes {
  const declared = findDeclaration(model, "direction", direction);
  if ("wrong" in declared) return declared;
  const roles = rolesOf(model, direction);
  const unknown = Object.keys(sizes).find((target) => !(target in better) && !roles.has(target));
  if (unknown !== undefined) return { wrong: `no technology has a variable \`${unknown}\` to move` };
  const roleOf = (target: string): ast.Role => roles.get(target) ?? (target as ast.Role);
  const entryText = (target: string): string => {
    const size = sizes[target]!;
    const sign = (size < 0 ? -1 : 1) * better[roleOf(target)];
    return `${written(target)} ${sign < 0 ? "-" : "+"}${shortNumber(Math.abs(size))}`;
  };

  const own = new Map(declared.entries.map((entry) => [entry.target.text, entry]));
  const edits: TextEdit[] = [];
  const fresh: string[] = [];
  /** Variables that take the place of their role's entry. */
  const split = new Map<ast.Role, string[]>();
  for (const target of Object.keys(sizes)) {
    const entry = own.get(target);
    const role = roleOf(target);
    if (entry !== undefined) edits.push({ span: entry.span, text: entryText(target) });
    else if (target !== role && own.has(role) && allNamed(role, roles, own, sizes)) {
      split.set(role, [...(split.get(role) ?? []), target]);
    } else fresh.push(target);
  }
  for (const [role, targets] of split) {
    edits.push({ span: own.get(role)!.span, text: targets.map(entryText).join("; ") });
  }
  if (fresh.length > 0)
    edits.push(appendEntry(declared, fresh.map(entryText).join("; "), sourceOf(model, declared)));
  return { edits };
}

/** Whether every variable of a role has a size of its own now. */
function allNamed(
  role: ast.Role,
  roles: ReadonlyMap<string, ast.Role>,
  own: ReadonlyMap<string, unknown>,
  sizes: DirectionEdit["sizes"],
): boolean {
  return [...roles].every(([variable, one]) => one !== role || own.has(variable) || variable in sizes);
}

/** The roles of what a direction can move: the variables of the technologies that go along it, of all where none does. */
function rolesOf({ checked }: Edited, direction: string): ReadonlyMap<string, ast.Role> {
  const { declarations } = checked.sound;
  const along = new Set(
    declarations.flatMap((d) => ("spec" in d && d.spec.along === direction ? [d.spec.technology] : [])),
  );
  const technologies = declarations.filter((d): d is Technology => d.kind === "technology");
  const used = technologies.filter((d) => along.has(d.name));
  const variables = (used.length > 0 ? used : technologies).flatMap((d) => d.variables);
  return new Map(variables.map(({ name, role }) => [name, role]));
}
