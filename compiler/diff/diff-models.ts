/**
 * The difference of two checked models in meaning. Layout, comments, the order of declarations and entries, how units are written and
 * which file a declaration stands in are no differences.
 */
import type { Declared, Model } from "../../language/model.ts";
import { factsOf, summaryOf } from "./declaration-facts.ts";
import { diffEntries } from "./diff-entries.ts";
import { type FactContext, sourceText } from "./facts.ts";
import type { DeclarationChange, ModelDiff } from "./model-diff.ts";
import { type Names, normalForm, sameNames } from "./normal-form.ts";
import { plainFacts } from "./plain-facts.ts";
import { findRenamings, type Renamings } from "./renamings.ts";

export interface DiffSide {
  readonly model: Model;
  /** The text of a data file, or null. */
  content(path: string): string | null;
}

export function diffModels(before: DiffSide, after: DiffSide): ModelDiff {
  const renamings = findRenamings(before, after);
  const { declarations, reports, expectations } = after.model;
  return {
    changes: [
      ...declarationChanges(before, after, renamings),
      ...reportChanges(before, after, renamings),
      ...expectationChanges(before, after, renamings),
    ],
    total: declarations.length + reports.length + expectations.length,
  };
}

function declarationChanges(before: DiffSide, after: DiffSide, renamings: Renamings): DeclarationChange[] {
  const old = new Map(
    before.model.declarations.map((d) => [renamings.declarations.get(d.name) ?? d.name, d]),
  );
  const now = new Map(after.model.declarations.map((d) => [d.name, d]));
  const changes = after.model.declarations.flatMap((declared): DeclarationChange[] => {
    const was = old.get(declared.name);
    if (was === undefined || was.kind !== declared.kind) return [whole("added", declared)];
    const entries = diffEntries(
      factsOf(was, { ...before, names: renamings.names(was.name) }),
      factsOf(declared, { ...after, names: sameNames }),
      renamings.members.get(was.name) ?? new Map(),
    );
    const renamed = was.name === declared.name ? {} : { was: was.name };
    if (entries.length === 0 && was.name === declared.name) return [];
    const change = entries.length === 0 ? "renamed" : "changed";
    return [{ change, kind: kindOf(declared), name: declared.name, ...renamed, entries }];
  });
  const gone = [...old].filter(([name, d]) => now.get(name)?.kind !== d.kind).map(([, d]) => d);
  return [...changes, ...gone.map((d) => whole("removed", d))];
}

function whole(change: "added" | "removed", declared: Declared): DeclarationChange {
  const summary = summaryOf(declared);
  return {
    change,
    kind: kindOf(declared),
    name: declared.name,
    ...(summary === "" ? {} : { summary }),
    entries: [],
  };
}

/** The word that declares it. */
function kindOf({ kind }: Declared): string {
  return kind === "panel" ? "data" : kind.replaceAll("_", " ");
}

function reportChanges(before: DiffSide, after: DiffSide, renamings: Renamings): DeclarationChange[] {
  const facts = (side: DiffSide, names: Names, name: string) => {
    const context: FactContext = { ...side, names };
    const report = side.model.reports.find((r) => r.name === name);
    return (report?.items ?? []).map((item, i) => {
      const parts = plainFacts(item, context);
      return {
        key: `item ${i + 1}`,
        form: JSON.stringify([item.kind, ...parts.map(({ key, form }) => [key, form])]),
        shown: sourceText(item.span, side.model),
      };
    });
  };
  const names = [...new Set([...after.model.reports, ...before.model.reports].map((r) => r.name))];
  return names.flatMap((name): DeclarationChange[] => {
    const was = before.model.reports.some((r) => r.name === name);
    const is = after.model.reports.some((r) => r.name === name);
    if (!was || !is) return [{ change: is ? "added" : "removed", kind: "report", name, entries: [] }];
    const entries = diffEntries(
      facts(before, renamings.names(""), name),
      facts(after, sameNames, name),
      new Map(),
    );
    return entries.length === 0 ? [] : [{ change: "changed", kind: "report", name, entries }];
  });
}

/** Claims are the same when their normal forms are; one with the title of another is that one, changed. */
function expectationChanges(before: DiffSide, after: DiffSide, renamings: Renamings): DeclarationChange[] {
  const form = (side: DiffSide, names: Names) =>
    side.model.expectations.map((e) => ({ ...e, form: normalForm(e.expr, names) }));
  const old = form(before, renamings.names(""));
  const now = form(after, sameNames);
  const forms = (list: typeof old) => new Set(list.map((e) => e.form));
  const gone = old.filter((e) => !forms(now).has(e.form));
  const fresh = now.filter((e) => !forms(old).has(e.form));
  const titled = (e: (typeof old)[number]) => e.title !== e.text;
  const changed = fresh.flatMap((e) => {
    const was = titled(e) ? gone.find((other) => other.title === e.title) : undefined;
    return was === undefined ? [] : [{ was, e }];
  });
  const rest = (list: typeof old) =>
    list.filter((e) => !changed.some((pair) => pair.was === e || pair.e === e));
  const kind = "expectation";
  return [
    ...changed.map(
      ({ was, e }): DeclarationChange => ({
        change: "changed",
        kind,
        name: e.title,
        entries: [{ change: "changed", entry: "claim", before: was.text, after: e.text }],
      }),
    ),
    ...rest(fresh).map((e) => claim("added", e)),
    ...rest(gone).map((e) => claim("removed", e)),
  ];

  function claim(change: "added" | "removed", e: (typeof old)[number]): DeclarationChange {
    return { change, kind, name: e.title, ...(titled(e) ? { summary: e.text } : {}), entries: [] };
  }
}
