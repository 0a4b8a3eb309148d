import { indexText, innerLength } from "./place-pattern.ts";
import { nameOf, type Statement } from "./statement.ts";

/** Statements that are one in a loop: the n-th runs in the n-th round. */
type Group = readonly Statement[];

/** Groups that are done in the same rounds, one after the other in each. */
export interface Loop {
  readonly rounds: number;
  /** The rounds are `rounds / inner` by `inner`, where places follow a second counter. */
  inner?: number;
  readonly groups: Group[];
}

/** Fewer alike are written one by one. */
const fewest = 4;

/**
 * Statements in an order in which each follows what it reads, as loops over those that are alike: the equations of the elements
 * of a variable mostly are. Straight-line code of thousands of statements does not fit into a processor's cache of instructions.
 */
export function loopsOf(statements: readonly Statement[]): Loop[] {
  const loops: Loop[] = [];
  /** Where each place is set: in which loop, and in which round of it. */
  const set = new Map<string, { loop: number; round: number }>();
  for (const group of groupsOf(statements)) {
    const wanted = innerOf(group);
    const fits = ({ rounds, inner }: Loop) =>
      rounds === group.length && (wanted === undefined || inner === undefined || inner === wanted);
    let at = loops.length;
    for (let n = loops.length - 1; n >= 0; n--) {
      const needs = needsOf(group, n, set);
      if (needs !== "another round" && fits(loops[n])) at = n;
      if (needs !== "nothing" || at === n) break;
    }
    if (at === loops.length) loops.push({ rounds: group.length, groups: [] });
    loops[at].inner ??= wanted;
    loops[at].groups.push(group);
    group.forEach(({ target }, round) => {
      set.set(nameOf(target), { loop: at, round });
    });
  }
  return loops;
}

/** What a group reads that is set in a loop: only what the same round sets may be read in this loop itself. */
function needsOf(
  group: Group,
  loop: number,
  set: ReadonlyMap<string, { loop: number; round: number }>,
): "nothing" | "the same round" | "another round" {
  let needs: "nothing" | "the same round" = "nothing";
  for (let round = 0; round < group.length; round++) {
    for (const place of group[round].places) {
      const found = set.get(nameOf(place));
      if (found?.loop !== loop) continue;
      if (found.round !== round) return "another round";
      needs = "the same round";
    }
  }
  return needs;
}

/** Alike statements that do not need each other; each group after those that it reads. */
function groupsOf(statements: readonly Statement[]): Group[] {
  const levels = new Map<string, number>();
  const groups = new Map<string, { level: number; members: Statement[] }>();
  for (const statement of statements) {
    const level = statement.places.reduce(
      (most, place) => Math.max(most, (levels.get(nameOf(place)) ?? -1) + 1),
      0,
    );
    levels.set(nameOf(statement.target), level);
    const key = `${level} ${statement.family} ${statement.template}`;
    const group = groups.get(key) ?? { level, members: [] };
    groups.set(key, group);
    group.members.push(statement);
  }
  return [...groups.values()]
    .sort((a, b) => a.level - b.level)
    .flatMap(({ members }) => {
      if (members.length < fewest) return members.map((member) => [member]);
      return [members.sort((a, b) => a.target.index - b.target.index)];
    });
}

/** The length of the inner loop that the places of a group ask for. */
function innerOf(group: Group): number | undefined {
  if (group.length < fewest) return undefined;
  for (const indices of indicesOf(group)) {
    const inner = innerLength(indices);
    if (inner !== undefined && indexText(indices, inner) !== undefined) return inner;
  }
  return undefined;
}

/** The indices of each place over the rounds; those of the target first. */
export function indicesOf(group: Group): number[][] {
  return [
    group.map(({ target }) => target.index),
    ...group[0].places.map((_, place) => group.map(({ places }) => places[place].index)),
  ];
}
