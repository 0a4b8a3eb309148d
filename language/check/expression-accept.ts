/** What a place accepts, and how several values combine: kinds, keys, units. */
import type { ReportOptions } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { units as unitRows } from "../diagnostics/units.ts";
import type { ValueType } from "../model.ts";
import type { Span } from "../source.ts";
import type { UnitTerm } from "../units/term.ts";
import { isOne, one } from "../units/term.ts";
import type { Draft, DraftType, Env, Expected } from "./expression.ts";
import { keysText, kindText } from "./naming.ts";
import type { Key } from "./scope.ts";

/** The draft as its place takes it: kind, keys and unit as expected; null after a reported error. */
export function accept(draft: Draft, expected: Expected, unit: UnitTerm | undefined, env: Env): Draft | null {
  const { what, of = "number", keys } = expected;
  if (of !== "any" && !requireKind(draft, of, what, env)) return null;
  if (keys !== undefined) {
    const extra = draft.type.keys.filter((key) => !keys.includes(key.name));
    if (extra.length > 0) {
      const accepts =
        keys.length === 0
          ? "a single value"
          : `one value for each ${keysText(keys.map((name) => ({ name })))}`;
      report(env.ctx.sink, expressions.keysNotAccepted, draft.span, {
        what,
        extra: keysText(extra),
        accepts,
      });
      return null;
    }
  }
  if (unit === undefined || draft.type.of !== "number") return draft;
  return convertTo(draft, unit, what, env);
}

/** The draft on the scale of `unit`; other kinds of quantity are blamed. */
export function convertTo(draft: Draft, unit: UnitTerm, what: string, env: Env): Draft {
  if (draft.type.unit === unit) return draft;
  env.units.same(unit, draft.type.unit, (sink, expected, found) => {
    const row = expected === "1" && isOne(unit) ? unitRows.needsPlainNumber : unitRows.wrongUnit;
    if (row === unitRows.needsPlainNumber) {
      report(sink, unitRows.needsPlainNumber, draft.span, { what, unit: found });
    } else report(sink, unitRows.wrongUnit, draft.span, { what, expected, found });
  });
  return { ...draft, wanted: unit };
}

/** Whether a value is of a kind; reports where it is not. */
export function requireKind(draft: Draft, of: ValueType["of"], what: string, env: Env): boolean {
  if (draft.type.of === of) return true;
  report(env.ctx.sink, expressions.wrongKind, draft.span, {
    what,
    expected: kindText(of),
    found: kindText(draft.type.of),
  });
  return false;
}

type Rows = Pick<DraftType, "keys" | "groups" | "tables">;

/** Whether every key of `b` is one of `a`, or a group that a's keys determine. */
function includes(a: Rows, b: Rows): boolean {
  return b.keys.every((key) => a.keys.some((own) => own.name === key.name) || a.groups.includes(key.name));
}

/**
 * The rows of values that stand together: those of the one whose keys include all others'. Two sets of keys of which neither
 * includes the other are an error; null after it.
 */
export function combineRows(operator: string, span: Span, parts: readonly Draft[], env: Env): Rows | null {
  let rows: Rows = { keys: [], groups: [], tables: [] };
  for (const { type } of parts) {
    const wider = includes(rows, type) ? rows : includes(type, rows) ? type : crossed(rows, type, env);
    if (wider === null) {
      report(env.ctx.sink, expressions.keysDiffer, span, {
        operator,
        left: keysText(rows.keys),
        right: keysText(type.keys),
      });
      return null;
    }
    const names = new Set(wider.keys.map((key) => key.name));
    // Two ranges of one dimension do not tell together which of its labels is meant.
    const twice =
      wider === rows || wider === type ? [] : rows.groups.filter((group) => type.groups.includes(group));
    rows = {
      keys: wider.keys,
      groups: [...new Set([...rows.groups, ...type.groups])].filter(
        (group) => !names.has(group) && !twice.includes(group),
      ),
      tables: [...new Set([...rows.tables, ...type.tables])],
    };
  }
  return rows;
}

/** In a system: all combinations of the labels of both sides' dimensions. */
function crossed(left: Pick<Rows, "keys">, right: Pick<Rows, "keys">, env: Env): Pick<Rows, "keys"> | null {
  const keys = [...left.keys, ...right.keys.filter((key) => !left.keys.some((k) => k.name === key.name))];
  return env.scope.crosses === true && keys.every((key) => key.role === "dimension") ? { keys } : null;
}

/** The key along which a value moves in time: its period, or a run's time. */
export function timeKey(keys: readonly Key[]): Key | undefined {
  return keys.find((key) => key.role === "period" || key.role === "time");
}

/** A number, or a condition, for each of some rows. */
export function numberType(rows: Rows, unit: UnitTerm): DraftType {
  return { ...rows, of: "number", unit, scale: "level" };
}
export function booleanType(rows: Rows): DraftType {
  return { ...rows, of: "boolean", unit: one, scale: "level" };
}

/** Both sides on one scale, the left one's; unlike quantities are blamed with both units. */
export function sameUnit(operator: string, span: Span, left: Draft, right: Draft, env: Env) {
  const unit = env.units.either(left.type.unit, right.type.unit, (sink, leftUnit, rightUnit) => {
    const options = alternatives(left, right, leftUnit, rightUnit, env);
    report(sink, unitRows.notAddable, span, { operator, left: leftUnit, right: rightUnit }, options);
  });
  return { left: { ...left, wanted: unit }, right: { ...right, wanted: unit }, unit };
}

/** Where two values of unlike units stand, and how the plain number among them gets its unit. */
export function alternatives(
  left: Draft,
  right: Draft,
  leftUnit: string,
  rightUnit: string,
  env: Env,
): ReportOptions {
  const tell = (unit: string) => (unit === "1" ? "a plain number" : `in \`${unit}\``);
  const related = [
    { span: left.span, message: tell(leftUnit) },
    { span: right.span, message: tell(rightUnit) },
  ];
  const [plain, unit] = leftUnit === "1" ? [left, rightUnit] : rightUnit === "1" ? [right, leftUnit] : [];
  if (plain === undefined || unit === "1") return { related };
  const text = env.ctx.text(plain.span);
  const literal = /^[-+]?[\d._]+(e[-+]?\d+)?%?$/i.test(text);
  const help = literal
    ? `give the number its unit: \`${text} [${unit}]\``
    : `if \`${short(text)}\` is meant in \`${unit}\`, multiply it by \`1 [${unit}]\``;
  return { related, help };
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}
