/** Reads the arguments of a measure or index call against its catalogue entry. */
import type * as ast from "../ast.ts";
import type { Parameter } from "../builtins/measures.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { CheckContext } from "./context.ts";
import { suggestion } from "./naming.ts";

/** A call whose arguments are known by name. */
export interface ReadCall {
  readonly fn: string;
  readonly span: ast.Node["span"];
  readonly given: ReadonlyMap<string, ast.Expr>;
}

/** What the leading arguments may be, which stand without their names. */
const positional: ReadonlySet<Parameter["kind"]> = new Set([
  "technology",
  "technology-or-measure",
  "measure",
]);

/** The call's arguments by parameter name; null after reported errors. What is measured may stand without its name. */
export function readCall(
  call: ast.CallExpr,
  parameters: readonly Parameter[],
  ctx: CheckContext,
): ReadCall | null {
  const fn = call.callee.text;
  const given = new Map<string, ast.Expr>();
  const known = parameters.map((p) => p.name);
  let ok = true;
  for (const [i, arg] of call.args.entries()) {
    const place = parameters[i];
    const bare = place !== undefined && positional.has(place.kind) ? place.name : undefined;
    const name = arg.name?.text ?? bare;
    if (name === undefined || arg.key !== undefined) {
      const wanted = "its value after its name, as in `orientation: input`";
      report(ctx.sink, frontier.badArgument, arg.span, { fn, name: known[i] ?? "every argument", wanted });
      ok = false;
    } else if (!known.includes(name)) {
      const { span } = arg.name!;
      const params = { fn, name, known: known.slice(1) };
      report(ctx.sink, frontier.unknownArgument, span, params, suggestion(name, span, known.slice(1)));
      ok = false;
    } else if (given.has(name)) {
      report(ctx.sink, frontier.repeatedEntry, arg.span, { entry: name });
      ok = false;
    } else given.set(name, arg.value);
  }
  for (const parameter of parameters) {
    const { name, line, optional } = parameter;
    if (given.has(name) || parameter.default !== undefined || optional === true) continue;
    report(ctx.sink, frontier.missingArgument, call.span, { fn, name, line });
    ok = false;
  }
  return ok ? { fn, span: call.span, given } : null;
}

/** An argument that must be one of the parameter's words; null after a reported error, undefined where it is left out. */
export function wordArgument(
  call: ReadCall,
  parameters: readonly Parameter[],
  name: string,
  ctx: CheckContext,
): string | null | undefined {
  const parameter = parameters.find((p) => p.name === name);
  const words = parameter?.words ?? ["true", "false"];
  const value = call.given.get(name);
  if (value === undefined) return parameter?.default;
  const word = value.kind === "name" ? value.name.text : undefined;
  if (word !== undefined && words.includes(word)) return word;
  if (word !== undefined) {
    const params = { what: `\`${name}\``, word, words };
    report(ctx.sink, frontier.unknownWord, value.span, params, suggestion(word, value.span, words));
  } else {
    const wanted = words.map((one) => `\`${one}\``).join(" or ");
    report(ctx.sink, frontier.badArgument, value.span, { fn: call.fn, name, wanted });
  }
  return null;
}

/** An argument that must be a name; null after a reported error. */
export function nameArgument(
  call: ReadCall,
  name: string,
  wanted: string,
  ctx: CheckContext,
): ast.Name | null {
  const value = call.given.get(name);
  if (value?.kind === "name") return value.name;
  if (value !== undefined && value.kind !== "broken") {
    report(ctx.sink, frontier.badArgument, value.span, { fn: call.fn, name, wanted });
  }
  return null;
}
