/** The facts of one declaration before and after, and which of its members have only another name. */
import type { Fact } from "./facts.ts";
import type { EntryChange } from "./model-diff.ts";

/** The differences of two lists of facts, in the order of the new one, what is gone last. */
export function diffEntries(
  before: readonly Fact[],
  after: readonly Fact[],
  renamed: ReadonlyMap<string, string>,
): EntryChange[] {
  const old = byKey(before, renamed);
  const now = byKey(after, new Map());
  const changes: Grouped[] = [];
  for (const [key, fact] of now) {
    const was = old.get(key);
    if (was === undefined) changes.push(alone("added", fact));
    else if (was.form !== fact.form) changes.push(pair(was, fact));
    else if (was.key !== fact.key)
      changes.push({ change: "renamed", entry: fact.key, before: was.key, after: fact.key });
  }
  for (const [key, fact] of old) if (!now.has(key)) changes.push(alone("removed", fact));
  return wholeRows(changes, before, after);
}

type Grouped = EntryChange & { readonly group?: string };

function alone(change: "added" | "removed", fact: Fact): Grouped {
  const said = whole(fact);
  return {
    change,
    entry: fact.key,
    ...(said === "" ? {} : change === "added" ? { after: said } : { before: said }),
    ...(fact.group === undefined ? {} : { group: fact.group }),
  };
}

/** A unit or a pipe that both have stands once, in the entry's name. */
function pair(was: Fact, fact: Fact): Grouped {
  const same = (was.head ?? "") === (fact.head ?? "");
  const entry = same && fact.head ? `${fact.key} ${fact.head}` : fact.key;
  const say = (one: Fact) => (same ? one.shown : was.shown === fact.shown ? (one.head ?? "") : whole(one));
  return {
    change: "changed",
    entry,
    before: say(was),
    after: say(fact),
    ...(fact.group === undefined ? {} : { group: fact.group }),
  };
}

function whole({ head, shown }: Fact): string {
  if (head === undefined || head === "") return shown;
  return shown === "" ? head : `${head} = ${shown}`;
}

/** Facts by key, under the names that members have now; equal keys are told apart by number. */
function byKey(facts: readonly Fact[], renamed: ReadonlyMap<string, string>): Map<string, Fact> {
  const map = new Map<string, Fact>();
  for (const fact of facts) {
    const name = fact.name === undefined ? undefined : renamed.get(fact.name);
    const own = name === undefined ? fact.key : fact.key.replace(fact.name!, name);
    let key = own;
    for (let n = 2; map.has(key); n++) key = `${own} #${n}`;
    map.set(key, fact);
  }
  return map;
}

/** A row of an inline table that is there or gone as a whole is one change. */
function wholeRows(
  changes: readonly Grouped[],
  before: readonly Fact[],
  after: readonly Fact[],
): EntryChange[] {
  const size = (facts: readonly Fact[], group: string) => facts.filter((f) => f.group === group).length;
  const done = new Set<string>();
  return changes.flatMap(({ group, ...change }): EntryChange[] => {
    if (group === undefined || change.change === "changed") return [change];
    const all = change.change === "added" ? after : before;
    const same = changes.filter((c) => c.group === group && c.change === change.change);
    if (same.length < size(all, group)) return [change];
    if (done.has(`${change.change} ${group}`)) return [];
    done.add(`${change.change} ${group}`);
    const cells = same
      .map((c) => `${c.entry.slice(group.length + 2)} ${c.after ?? c.before ?? ""}`.trim())
      .join(", ");
    return [
      {
        change: change.change,
        entry: group,
        ...(change.change === "added" ? { after: cells } : { before: cells }),
      },
    ];
  });
}
