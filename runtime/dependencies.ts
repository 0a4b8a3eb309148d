/** Which declarations a declaration, report or expectation needs. */
import type { Declared, Model } from "../language/model.ts";

/** The names of declarations in a piece of checked model: what it reads, runs or is made from. */
export function needs(part: unknown, model: Model): ReadonlySet<string> {
  const names = new Set(model.declarations.map((d) => d.name));
  const found = new Set<string>();
  // A table beside another one, such as `doubt.bands`, comes with it.
  const mainOf = (name: string) => (names.has(name) ? name : name.slice(0, name.lastIndexOf(".")));
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [field, child] of Object.entries(node)) {
      if (typeof child === "string") {
        if (references.has(field) && names.has(mainOf(child))) found.add(mainOf(child));
      } else if (references.has(field) && Array.isArray(child)) {
        for (const item of child) if (typeof item === "string" && names.has(item)) found.add(item);
      }
      visit(child);
    }
  };
  visit(part);
  return found;
}

/** The fields of the checked model that hold the name of a declaration. */
const references: ReadonlySet<string> = new Set([
  "table",
  "system",
  "scenario",
  "scenarios",
  "using",
  "against",
  "panel",
  "panels",
  "referencePanel",
  "technology",
  "measure",
  "measures",
  "along",
  "from",
  "dimension",
  "dimensions",
  "dmu",
  "keys",
]);

/** A part and all that it needs, directly or not. A system takes its scenarios along, as they share one table. */
export function closure(part: unknown, model: Model): ReadonlySet<string> {
  const declared = new Map(model.declarations.map((d) => [d.name, d]));
  const all = new Set<string>();
  const open = [...needs(part, model)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (all.has(name)) continue;
    all.add(name);
    const declaration = declared.get(name);
    open.push(...needs(declaration, model));
    if (declaration?.kind === "system") open.push(...scenariosOf(declaration, model));
  }
  return all;
}

/** The scenarios of a system, whose runs stand in its table. */
export function scenariosOf(system: Declared, model: Pick<Model, "declarations">): string[] {
  return model.declarations.flatMap((d) =>
    d.kind === "scenario" && d.system === system.name ? [d.name] : [],
  );
}
