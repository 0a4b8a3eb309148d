/**
 * Checks `direction`. A direction is declared without a technology, so its own check knows roles and words; which variables it
 * moves, and how far, is checked where a measure or index uses it (`resolveMoves`).
 */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { Direction, Move, Technology } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { checkExpr } from "./expression.ts";
import { suggestion } from "./naming.ts";
import { keyNames, panelScope } from "./technology-variables.ts";

const roles: readonly string[] = ["input", "good", "bad"];
const sizes = ["observed", "mean", "sd", "range", "max"] as const;
type Size = Direction["entries"][number]["size"];

function isRole(text: string): text is ast.Role {
  return roles.includes(text);
}

function sizeOf(size: ast.Expr): Size {
  const word = size.kind === "name" ? sizes.find((one) => one === size.name.text) : undefined;
  return { kind: word ?? "expr" };
}

/** The checked direction, or null after reported errors. */
export function checkDirection(decl: ast.DirectionDecl, ctx: CheckContext): Direction | null {
  const variables = new Set<string>();
  for (const other of ctx.declared.values()) {
    if (other.kind !== "technology") continue;
    for (const entry of other.entries) {
      if (entry.kind === "role") for (const { name } of entry.variables) variables.add(name.text);
    }
  }
  const entries: Direction["entries"][number][] = [];
  const seen = new Map<string, ast.DirectionEntry>();
  let ok = true;
  for (const entry of decl.entries) {
    const { target, sign } = entry;
    const first = seen.get(target.text);
    if (first !== undefined) {
      const related = [{ span: first.span, message: "the first one" }];
      report(ctx.sink, frontier.repeatedEntry, entry.span, { entry: target.text }, { related });
      ok = false;
      continue;
    }
    seen.set(target.text, entry);
    if (!isRole(target.text) && !variables.has(target.text)) {
      const near = suggestion(target.text, target.span, [...roles, ...variables]);
      report(ctx.sink, frontier.unknownMoved, target.span, { name: target.text }, near);
      ok = false;
      continue;
    }
    if (isRole(target.text) && !variables.has(target.text)) {
      ok = checkSign(entry, target.text, ctx) && ok;
    }
    entries.push({
      target: isRole(target.text) ? { role: target.text } : { variable: target.text },
      sign,
      size: sizeOf(entry.size),
      span: entry.span,
    });
  }
  if (!ok) return null;
  return {
    kind: "direction",
    name: decl.name.text,
    span: decl.name.span,
    ...(decl.doc === undefined ? {} : { doc: decl.doc }),
    entries,
  };
}

/** Whether the sign improves; reported at the entry with the mend where it does not. */
function checkSign(
  entry: ast.DirectionEntry,
  role: ast.Role,
  ctx: CheckContext,
  variable?: Technology["variables"][number],
): boolean {
  const wanted = role === "good" ? 1 : -1;
  if (entry.sign === wanted) return true;
  const sign = wanted === 1 ? "+" : "-";
  const { target } = entry;
  const at = signSpan(entry);
  report(
    ctx.sink,
    frontier.wrongWay,
    entry.span,
    { name: target.text, role, sign: entry.sign === 1 ? "+" : "-" },
    {
      help: `write \`${ctx.text(target.span)} ${sign}${ctx.text(entry.size.span)}\``,
      related:
        variable === undefined
          ? []
          : [
              {
                span: variable.span,
                message: `\`${variable.name}\` is ${role === "input" ? "an input" : `a ${role}`} here`,
              },
            ],
      fixes:
        at === null ? [] : [{ title: `Turn the sign to \`${sign}\``, edits: [{ span: at, text: sign }] }],
    },
  );
  return false;
}

/** Where the sign stands: right before the size, if nothing else does. */
function signSpan(entry: ast.DirectionEntry): ast.Node["span"] | null {
  const start = entry.size.span.start - 1;
  return start >= entry.target.span.end ? { file: entry.size.span.file, start, end: start + 1 } : null;
}

/**
 * What a direction moves of a technology: one move for each variable, in the technology's order. An entry of a variable
 * overrides that of its role. Null after reported errors, which stand at the direction's entries.
 */
export function resolveMoves(name: ast.Name, technology: Technology, ctx: CheckContext): Move[] | null {
  const decl = ctx.declared.get(name.text);
  const shape = ctx.shapes.get(technology.panel);
  if (decl?.kind !== "direction" || shape === undefined) return null;
  const { variables } = technology;
  let ok = true;
  const unmoved: ast.DirectionEntry[] = [];
  const chosen = new Map<string, ast.DirectionEntry>();
  for (const entry of decl.entries) {
    const variable = variables.find((v) => v.name === entry.target.text);
    if (variable !== undefined) {
      if (variable.fixed) {
        const related = [{ span: variable.span, message: "fixed here" }];
        report(ctx.sink, frontier.fixedMoves, entry.span, { name: variable.name }, { related });
        ok = false;
      }
      ok = checkSign(entry, variable.role, ctx, variable) && ok;
      chosen.set(variable.name, entry);
    } else if (isRole(entry.target.text)) {
      if (!variables.some((v) => v.role === entry.target.text && !v.fixed)) unmoved.push(entry);
    } else {
      const { text, span } = entry.target;
      const near = suggestion(text, span, [...variables.map((v) => v.name), ...roles]);
      const params = { name: entry.target.text, technology: technology.name };
      const related = [{ span: name.span, message: `\`${technology.name}\` is moved along it here` }];
      report(ctx.sink, frontier.unknownMoved, entry.target.span, params, { ...near, related });
      ok = false;
    }
  }
  for (const variable of variables) {
    const entry = decl.entries.find((e) => e.target.text === variable.role);
    if (entry !== undefined && !variable.fixed && !chosen.has(variable.name))
      chosen.set(variable.name, entry);
  }
  if (!ok) return null;
  if (chosen.size === 0) {
    const reason =
      decl.entries.length === 0
        ? "it has no entries"
        : `the technology has no ${decl.entries.map((e) => e.target.text).join(" and no ")} to move`;
    const params = { direction: name.text, technology: technology.name, reason };
    report(ctx.sink, frontier.movesNothing, name.span, params);
    return null;
  }
  for (const entry of unmoved) {
    const params = { direction: name.text, role: entry.target.text, technology: technology.name };
    report(ctx.sink, frontier.roleAbsent, entry.span, params);
  }
  const moves: Move[] = [];
  for (const variable of variables) {
    const entry = chosen.get(variable.name);
    if (entry === undefined) continue;
    const { kind } = sizeOf(entry.size);
    if (kind !== "expr") {
      moves.push({ variable: variable.name, size: { kind }, span: entry.span });
      continue;
    }
    const expr = checkExpr(entry.size, panelScope(shape, ctx), ctx, {
      what: `the size of \`${variable.name}\` in direction \`${name.text}\``,
      unit: variable.unit,
      keys: keyNames(shape),
    });
    if (expr === null) ok = false;
    else moves.push({ variable: variable.name, size: { kind, expr }, span: entry.span });
  }
  return ok ? moves : null;
}
