/** Names in expressions: bare names, columns after a point, labels in brackets. */
import type * as ast from "../ast.ts";
import type { ReportOptions } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { names } from "../diagnostics/names.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { Span } from "../source.ts";
import { one } from "../units/term.ts";
import type { Draft, Env } from "./expression.ts";
import { timeKey } from "./expression-accept.ts";
import { functionNamed } from "./expression-arguments.ts";
import { knownLabels } from "./known-labels.ts";
import { suggestion, whatText } from "./naming.ts";
import { type Binding, columnBinding, declarationScope, type Key, type ValueBinding } from "./scope.ts";
import { rangeIn } from "./system-entries.ts";
import { undeclaredColumn } from "./undeclared-column.ts";

/** A value that a name gives. */
export function leafDraft(span: Span, binding: ValueBinding, env: Env): Draft {
  const { leaf, of, unit, keys, groups = [], scale = "level" } = binding;
  const tables = leaf.op === "column" ? [leaf.table] : leaf.op === "run" ? [leaf.system] : [];
  return {
    span,
    type: { of, unit: of === "number" ? env.units.of(unit) : one, keys, groups, scale, tables },
    children: [],
    build: (type) => ({ ...leaf, type, span }),
  };
}

/** A bare name. */
export function draftName(name: ast.Name, env: Env): Draft | null {
  if (name.text === "") return null;
  const binding = env.scope.find(name.text);
  if (binding?.kind === "value") return leafDraft(name.span, binding, env);
  if (binding === undefined) {
    const { panel } = env.scope;
    const params = { name: name.text, panel: panel?.name };
    report(env.ctx.sink, names.unknownName, name.span, params, unknownHelp(name, env));
    return null;
  }
  reportNotAValue(name, binding, env);
  return null;
}

/** A function without its parentheses, a column of the panel that this one is made from, or the nearest name. */
function unknownHelp(name: ast.Name, env: Env): ReportOptions {
  if (functionNamed(name.text, env) !== undefined) {
    return { help: `\`${name.text}\` is a function: call it with its arguments in parentheses` };
  }
  const source = env.scope.each?.table;
  const shape = source === undefined ? undefined : env.ctx.shapes.get(source);
  if (shape !== undefined && columnBinding(shape, name.text) !== undefined) {
    const text = `${shape.name}.${name.text}`;
    const fixes = [{ title: `Write \`${text}\``, edits: [{ span: name.span, text }] }];
    return { help: `did you mean \`${text}\`?`, fixes };
  }
  const { panel } = env.scope;
  if (panel !== undefined) return undeclaredColumn(name, panel, env.scope.names(), panel.own, env.ctx);
  return suggestion(name.text, name.span, env.scope.names());
}

function reportNotAValue(name: ast.Name, binding: Exclude<Binding, ValueBinding>, env: Env): void {
  if (binding.kind === "failed") return;
  const what =
    binding.kind === "lookup"
      ? "a lookup"
      : binding.kind === "other"
        ? whatText(binding.what)
        : whatText(env.ctx.declared.get(name.text)?.kind ?? "table");
  const help =
    binding.kind === "lookup"
      ? `call it: \`${name.text}(time)\``
      : binding.kind === "table" || binding.kind === "runs"
        ? `name one of its columns: \`${name.text}.${firstColumn(binding.shape.columns.keys())}\``
        : undefined;
  report(env.ctx.sink, expressions.notAValue, name.span, { name: name.text, what }, help ? { help } : {});
}

function firstColumn(columns: Iterable<string>): string {
  for (const column of columns) return column;
  return "column";
}

/** `china.labor`, `efficiency.slack.energy`, `s3.value` */
export function draftMember(expr: ast.MemberExpr, env: Env): Draft | null {
  const path: ast.Name[] = [];
  let object: ast.Expr = expr;
  while (object.kind === "member") {
    path.unshift(object.member);
    object = object.object;
  }
  if (object.kind === "broken" || path.some((part) => part.text === "")) return null;
  const column = path.map((part) => part.text).join(".");
  const span = { ...path[0]!.span, end: path.at(-1)!.span.end };
  if (object.kind !== "name") {
    report(env.ctx.sink, names.unknownColumn, span, { table: "value", column, what: "value" });
    return null;
  }
  const base = object.name;
  // A variable of a module has its name with the point.
  const own = env.scope.find(`${base.text}.${column}`);
  if (own?.kind === "value") return leafDraft(expr.span, own, env);
  if (own?.kind === "failed") return null;
  const binding = tableBinding(base.text, env);
  if (binding?.kind === "failed") return null;
  if (binding?.kind === "table" || binding?.kind === "runs") {
    const found = columnBinding(binding.shape, column) ?? besideBinding(base.text, path, env);
    if (found !== undefined) return leafDraft(expr.span, inRuns(found, binding, column), env);
    if (binding.shape.failed?.has(column)) return null;
    const what = env.ctx.declared.get(base.text)?.kind ?? "table";
    const { keys, groups, columns } = binding.shape;
    const candidates = [...columns.keys(), ...keys.map((key) => key.name), ...groups];
    report(
      env.ctx.sink,
      names.unknownColumn,
      span,
      { table: base.text, column, what: what === "data" ? "panel" : what },
      binding.shape.files === undefined
        ? suggestion(column, span, candidates)
        : undeclaredColumn({ text: column, span }, binding.shape, candidates, false, env.ctx),
    );
    return null;
  }
  if (binding?.kind === "other" && binding.what === "module") {
    const dotted = [...env.scope.names()].filter((name) => name.startsWith(`${base.text}.`));
    const candidates = dotted.map((name) => name.slice(base.text.length + 1));
    const params = { table: base.text, column, what: "module" };
    report(env.ctx.sink, names.unknownColumn, span, params, suggestion(column, span, candidates));
  } else if (binding === undefined) {
    report(
      env.ctx.sink,
      names.unknownName,
      base.span,
      { name: base.text },
      suggestion(base.text, base.span, env.scope.names()),
    );
  } else if (binding.kind === "value") {
    report(env.ctx.sink, names.unknownColumn, span, { table: base.text, column, what: "value" });
  } else reportNotAValue(base, binding, env);
  return null;
}

/** A column of a table beside one that may be named, such as `doubt.bands.median`. */
function besideBinding(base: string, path: readonly ast.Name[], env: Env): ValueBinding | undefined {
  const shape = env.ctx.shapes.get(`${base}.${path[0]!.text}`);
  const column = path.slice(1).map((part) => part.text);
  return shape === undefined || column.length === 0 ? undefined : columnBinding(shape, column.join("."));
}

/** What stands before a point: a block's own value of that name has no columns, so a declaration may be meant. */
function tableBinding(name: string, env: Env): Binding | undefined {
  const binding = env.scope.find(name);
  if (binding?.kind !== "value") return binding;
  const declared = declarationScope(env.ctx).find(name);
  return declared === undefined || declared.kind === "other" ? binding : declared;
}

/** A system's variable as a run of it; a scenario's own run has no scenario key. */
function inRuns(
  found: ValueBinding,
  table: Extract<Binding, { kind: "table" | "runs" }>,
  variable: string,
): ValueBinding {
  if (table.kind === "table" || found.of !== "number" || !table.shape.columns.has(variable)) return found;
  const { system, scenario } = table;
  const leaf = { op: "run", system, variable, ...(scenario === undefined ? {} : { scenario }) } as const;
  const keys = scenario === undefined ? found.keys : found.keys.filter((key) => key.role !== "scenario");
  return { ...found, leaf, keys };
}

/** `x[services]`, `gtfp.change["Beijing", 2010]`: each label fixes one key. */
export function draftPick(expr: ast.PickExpr, env: Env): Draft | null {
  let picked = env.draft(expr.object);
  for (const label of expr.labels) {
    if (picked === null) return null;
    picked = pickOne(picked, label, expr.span, env);
  }
  return picked;
}

function pickOne(object: Draft, label: ast.Label, span: Span, env: Env): Draft | null {
  const { value } = label;
  const range = object.type.keys.find(
    (key) => env.scope.crosses && rangeIn(String(value), key.name, env.ctx),
  );
  if (range !== undefined) return pickRange(object, range, String(value), span);
  if (object.type.keys.length === 0) {
    report(env.ctx.sink, expressions.nothingToPick, label.span, { label: String(value) });
    return null;
  }
  const key = keyOfLabel(object, label, env);
  if (key === null) return null;
  const type = { ...object.type, keys: object.type.keys.filter((own) => own !== key) };
  return {
    span,
    type,
    children: [object],
    build: (settled, [arg]) => ({ op: "pick", arg: arg!, key: key.name, label: value, type: settled, span }),
  };
}

/** `output[heavy]`: the elements of a range, with the range as their key. */
function pickRange(object: Draft, key: Key, range: string, span: Span): Draft {
  const keys = object.type.keys.map((own): Key => (own === key ? { ...own, name: range } : own));
  const groups = [...new Set([...object.type.groups, key.name])];
  return {
    span,
    type: { ...object.type, keys, groups },
    children: [object],
    build: (settled, [arg]) => ({
      op: "pick",
      arg: arg!,
      key: key.name,
      label: range,
      range: true,
      type: settled,
      span,
    }),
  };
}

/**
 * The key that a label belongs to: a number to the period or time; a scenario's name to the scenario; else the first key that
 * is known to have the label; else the first whose labels are known only when the data are read. null after a report.
 */
function keyOfLabel(object: Draft, label: ast.Label, env: Env): Key | null {
  const { keys, tables } = object.type;
  const text = String(label.value);
  if (typeof label.value === "number") return timeKey(keys) ?? keys[0]!;
  const scenario = keys.find((key) => key.role === "scenario");
  if (scenario !== undefined && (text === "baseline" || env.ctx.declared.get(text)?.kind === "scenario")) {
    return scenario;
  }
  const candidates = keys.filter((key) => !["period", "time", "scenario"].includes(key.role));
  const known = candidates.map((key) => knownLabels(key, tables, env.ctx));
  const holder = candidates.find((_, i) => known[i]?.includes(text));
  if (holder !== undefined) return holder;
  const open = candidates.find((_, i) => known[i] === undefined);
  if (open !== undefined) return open;
  const labels = known.flatMap((list) => list ?? []);
  const meant = nearest(text, labels);
  const key =
    candidates.find((_, i) => meant !== undefined && known[i]?.includes(meant)) ?? candidates[0] ?? keys[0]!;
  const options = suggestion(text, label.span, labels);
  report(env.ctx.sink, names.unknownLabel, label.span, { label: text, key: key.name }, options);
  return null;
}
