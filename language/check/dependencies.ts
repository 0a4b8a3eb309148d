/** Which declarations a declaration needs, read off its names before anything is checked. */
import type * as ast from "../ast.ts";
import { expressionNames } from "./expression-walk.ts";

type Declared = ReadonlyMap<string, ast.Declaration>;

/** Arguments of measures and indices that name declarations. */
const namesArguments: ReadonlySet<string> = new Set(["technology", "along", "measure", "meta", "crs", "vrs"]);

/** The names of the declarations that must be checked first, in order of mention. */
export function dependencies(decl: ast.Declaration, declared: Declared): string[] {
  const found = new Set<string>();
  const name = (text: ast.Name | undefined) => {
    if (text !== undefined && declared.has(text.text)) found.add(text.text);
  };
  // In expressions a declaration is named before a point: `china.labor`. A bare name is one of the block.
  const expr = (value: ast.Expr | undefined) => {
    if (value === undefined) return;
    for (const { text, member } of expressionNames(value)) if (member && declared.has(text)) found.add(text);
  };
  switch (decl.kind) {
    case "data":
      name(decl.from);
      for (const part of decl.stack ?? []) name(part);
      for (const entry of decl.entries) {
        if (entry.kind === "column") expr(entry.value);
        else if (entry.kind === "where") expr(entry.condition);
      }
      break;
    case "dimension":
      expr(decl.from);
      break;
    case "technology":
      name(decl.on);
      name(decl.from);
      technologyEntries(decl.entries);
      break;
    case "direction":
      for (const entry of decl.entries) expr(entry.size);
      break;
    case "measure":
    case "index":
      measureArguments(decl.value);
      break;
    case "robustness":
    case "influence":
      name(decl.of);
      break;
    case "system":
      for (const entry of decl.entries) systemEntry(entry);
      break;
    case "scenario":
      name(decl.of);
      name(decl.from);
      name(decl.using);
      for (const entry of decl.entries) expr(entry.value);
      break;
    default:
      break;
  }
  return [...found];

  /**
   * The technology, the measures and the direction of a call. The callee and the words of other arguments
   * (`orientation: input`, `reference: global`) may be spelt like a declaration, even this one, and mean none.
   */
  function measureArguments(value: ast.Expr): void {
    if (value.kind !== "call") {
      expr(value);
      return;
    }
    for (const arg of value.args) {
      const role = arg.name?.text ?? "technology";
      if (!namesArguments.has(role)) continue;
      if (arg.value.kind === "name") name(arg.value.name);
      else expr(arg.value);
    }
  }

  function technologyEntries(entries: readonly ast.TechnologyEntry[]): void {
    for (const entry of entries) {
      if (entry.kind === "role") for (const variable of entry.variables) expr(variable.value);
      else if (entry.kind === "reference") name(entry.of);
      else if (entry.kind === "where" || entry.kind === "restrict") expr(entry.condition);
      else if (entry.kind === "stage") technologyEntries(entry.entries);
    }
  }

  function systemEntry(entry: ast.SystemEntry): void {
    if (entry.kind === "time") {
      for (const value of [entry.from, entry.to, entry.step, entry.saveEvery]) expr(value);
      return;
    }
    expr(entry.value);
    if (entry.kind === "lookup" || entry.kind === "series") return;
    for (const dimension of entry.by ?? []) name(dimension);
    if (entry.kind !== "flow") expr(entry.range);
  }
}
