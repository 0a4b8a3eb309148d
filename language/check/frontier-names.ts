/** Names that frontier declarations give each other, and how roles are called. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { CheckContext } from "./context.ts";
import { suggestion } from "./naming.ts";

/** A role with its article. */
export const roleWords: Readonly<Record<ast.Role, string>> = {
  input: "an input",
  good: "a good output",
  bad: "a bad output",
};

/** The declaration of a name if it is of one of these kinds; null after a reported error. */
export function findDeclared(
  name: ast.Name,
  kinds: readonly ast.Declaration["kind"][],
  wanted: string,
  ctx: CheckContext,
): ast.Declaration | null {
  const found = ctx.declared.get(name.text);
  if (found === undefined) {
    if (name.text === "") return null;
    const candidates = [...ctx.declared].filter(([, d]) => kinds.includes(d.kind)).map(([key]) => key);
    const near = suggestion(name.text, name.span, candidates);
    const help =
      near.help ?? (candidates.length > 0 && candidates.length <= 3 ? known(candidates) : undefined);
    report(
      ctx.sink,
      frontier.unknownDeclaration,
      name.span,
      { kind: wanted, name: name.text },
      { ...near, help },
    );
    return null;
  }
  if (kinds.includes(found.kind)) return found;
  const is = found.kind === "data" ? "panel" : found.kind;
  const related = [{ span: found.span, message: `\`${name.text}\` is declared here` }];
  report(ctx.sink, frontier.wrongKind, name.span, { name: name.text, is, wanted }, { related });
  return null;
}

function known(names: readonly string[]): string {
  return `there ${names.length === 1 ? "is" : "are"} ${names.map((name) => `\`${name}\``).join(" and ")}`;
}
