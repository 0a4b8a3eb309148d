/**
 * Which names of an old model are called otherwise in a new one: a declaration or a member that is gone, where one that is new says the
 * very same. What is both renamed and changed counts as removed and added.
 */

import { nearest } from "../../language/diagnostics/suggest.ts";
import type { Declared } from "../../language/model.ts";
import { factsOf } from "./declaration-facts.ts";
import type { Fact, FactContext } from "./facts.ts";
import { type Names, sameNames } from "./normal-form.ts";

export class Renamings {
  readonly declarations = new Map<string, string>();
  /** By the old name of their declaration. */
  readonly members = new Map<string, Map<string, string>>();

  /** The names that the old model's parts have in the new one; `own` are the members of a declaration. */
  names(declaration: string): Names {
    return {
      declaration: (name) => this.declarations.get(name) ?? name,
      member: (of, name) => this.members.get(of)?.get(name) ?? name,
      own: (name) => this.members.get(declaration)?.get(name) ?? name,
    };
  }
}

export function findRenamings(
  before: Omit<FactContext, "names">,
  after: Omit<FactContext, "names">,
): Renamings {
  const renamings = new Renamings();
  const now = new Map(after.model.declarations.map((d) => [d.name, d]));
  const old = new Set(before.model.declarations.map((d) => d.name));
  const facts = (d: Declared): Fact[] => factsOf(d, { ...before, names: renamings.names(d.name) });
  const factsNow = (d: Declared): Fact[] => factsOf(d, { ...after, names: sameNames });
  for (const declared of before.model.declarations) {
    const same = now.get(declared.name);
    if (same !== undefined) {
      if (same.kind === declared.kind)
        findMembers(declared, () => facts(declared), factsNow(same), renamings);
      continue;
    }
    const own = key(facts(declared));
    const taken = new Set(renamings.declarations.values());
    const candidates = after.model.declarations.filter(
      (d) => d.kind === declared.kind && !old.has(d.name) && !taken.has(d.name) && key(factsNow(d)) === own,
    );
    const chosen = onlyOrNearest(
      declared.name,
      candidates.map((d) => d.name),
    );
    if (chosen !== undefined) renamings.declarations.set(declared.name, chosen);
  }
  return renamings;
}

/** Members are found one by one, as each renaming may make the next one visible. */
function findMembers(
  declared: Declared,
  facts: () => Fact[],
  now: readonly Fact[],
  renamings: Renamings,
): void {
  const names = new Map<string, string>();
  renamings.members.set(declared.name, names);
  const namesNow = new Set(now.flatMap((f) => f.name ?? []));
  for (let found = true; found; ) {
    found = false;
    const old = facts();
    const namesOld = new Set(old.flatMap((f) => f.name ?? []));
    const gone = [...namesOld].filter((name) => !namesNow.has(name) && !names.has(name));
    const fresh = [...namesNow].filter((name) => !namesOld.has(name) && ![...names.values()].includes(name));
    for (const name of gone) {
      const candidates = fresh.filter((other) => {
        names.set(name, other);
        const same = key(of(name, facts())) === key(of(other, now));
        names.delete(name);
        return same;
      });
      const chosen = onlyOrNearest(name, candidates);
      if (chosen === undefined) continue;
      names.set(name, chosen);
      found = true;
      break;
    }
  }
}

/** The facts of one member, without its name. */
function of(name: string, facts: readonly Fact[]): Fact[] {
  return facts
    .filter((f) => f.name === name || f.key.includes(` ${name}[`))
    .map((f) => ({ ...f, key: f.key.replace(name, "") }));
}

function key(facts: readonly Fact[]): string {
  return JSON.stringify(facts.map((f) => `${f.key}: ${f.form}`).sort());
}

function onlyOrNearest(name: string, candidates: readonly string[]): string | undefined {
  return candidates.length <= 1 ? candidates[0] : nearest(name, candidates);
}
