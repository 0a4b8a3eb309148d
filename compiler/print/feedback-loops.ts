/**
 * The feedback loops of a system: the elementary circuits of its causal links (Johnson 1975, Finding all the elementary circuits of a
 * directed graph), with their polarity. A loop with an even number of negative links reinforces a change, with an odd number it
 * balances it.
 */
import type { OdeSystem } from "../ode/ode-system.ts";
import type { Link } from "./causal-graph.ts";
import type { Polarity } from "./monotonicity.ts";

export interface Loop {
  /** Elements of variables in order, the first one not repeated; the model's own alone. */
  readonly members: readonly { readonly name: string; readonly variable: string }[];
  /** The link from each member to the next one. */
  readonly links: readonly { readonly polarity: Polarity; readonly delayed: boolean }[];
  readonly polarity: Polarity;
}
export interface Loops {
  readonly loops: readonly Loop[];
  /** Whether the search stopped at its limit, so that there are more. */
  readonly limited: boolean;
}

/** Loops beyond so many, and steps beyond so many, are not looked for. */
const mostLoops = 2000;
const mostSteps = 500_000;

/** Short loops first, equal lengths by name. */
export function feedbackLoops(system: Pick<OdeSystem, "slots">, links: readonly Link[]): Loops {
  const { circuits, limited } = elementaryCircuits(system.slots.length, links);
  const byPath = new Map<string, Loop>();
  for (const circuit of circuits) {
    const loop = namedLoop(system, circuit);
    if (loop === null) continue;
    const key = loop.members.map(({ name }) => name).join(" → ");
    const known = byPath.get(key);
    // Two ways through the parts of one equation are one loop to the reader.
    byPath.set(key, known === undefined ? loop : merged(known, loop));
  }
  const loops = [...byPath].sort(
    ([a, x], [b, y]) => x.members.length - y.members.length || (a < b ? -1 : a > b ? 1 : 0),
  );
  return { loops: loops.map(([, loop]) => loop), limited };
}

/** Without the parts of equations; null where a loop stays within the parts of one variable, as inside a delay. */
function namedLoop(system: Pick<OdeSystem, "slots">, circuit: readonly Link[]): Loop | null {
  const own = circuit.map(({ from }) => system.slots[from]!.role !== "internal");
  if (!own.includes(true)) return null;
  // A stock comes first, where there is one.
  const rank = (i: number) => {
    const { role, name } = system.slots[circuit[i]!.from]!;
    return `${role === "stock" ? 0 : 1} ${name}`;
  };
  const first = circuit
    .map((_, i) => i)
    .filter((i) => own[i])
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0]!;
  const turned = [...circuit.slice(first), ...circuit.slice(0, first)];
  const members: Loop["members"][number][] = [];
  const links: { polarity: Polarity; delayed: boolean }[] = [];
  for (const { from, polarity, delayed } of turned) {
    const { role, name, variable } = system.slots[from]!;
    if (role !== "internal") {
      members.push({ name, variable });
      links.push({ polarity, delayed });
      continue;
    }
    const last = links.at(-1)!;
    last.polarity = times(last.polarity, polarity);
    last.delayed ||= delayed;
  }
  return { members, links, polarity: links.map((l) => l.polarity).reduce(times) };
}

function merged(a: Loop, b: Loop): Loop {
  const same = (x: Polarity, y: Polarity): Polarity => (x === y ? x : "?");
  return {
    members: a.members,
    links: a.links.map((link, i) => ({
      polarity: same(link.polarity, b.links[i]!.polarity),
      delayed: link.delayed || b.links[i]!.delayed,
    })),
    polarity: same(a.polarity, b.polarity),
  };
}

export function times(a: Polarity, b: Polarity): Polarity {
  return a === "?" || b === "?" ? "?" : ((a * b) as Polarity);
}

/** Circuits as lists of links, each once. */
function elementaryCircuits(
  nodes: number,
  links: readonly Link[],
): { readonly circuits: readonly (readonly Link[])[]; readonly limited: boolean } {
  const out: Link[][] = Array.from({ length: nodes }, () => []);
  for (const link of links) out[link.from]!.push(link);
  const circuits: Link[][] = [];
  let steps = 0;
  let limited = false;
  for (let start = 0; start < nodes && !limited; start++) {
    const component = componentOf(start, out);
    if (component === null) continue;
    const blocked = new Set<number>();
    const waiting = new Map<number, Set<number>>();
    const path: Link[] = [];
    const unblock = (node: number): void => {
      blocked.delete(node);
      const list = waiting.get(node);
      if (list === undefined) return;
      waiting.delete(node);
      for (const other of list) if (blocked.has(other)) unblock(other);
    };
    const search = (node: number): boolean => {
      if (++steps > mostSteps || circuits.length >= mostLoops) limited = true;
      if (limited) return false;
      let found = false;
      blocked.add(node);
      for (const link of out[node]!) {
        if (!component.has(link.to)) continue;
        path.push(link);
        if (link.to === start) {
          circuits.push([...path]);
          found = true;
        } else if (!blocked.has(link.to) && search(link.to)) found = true;
        path.pop();
      }
      if (found) unblock(node);
      else {
        for (const { to } of out[node]!) {
          if (!component.has(to)) continue;
          const list = waiting.get(to);
          if (list === undefined) waiting.set(to, new Set([node]));
          else list.add(node);
        }
      }
      return found;
    };
    search(start);
  }
  return { circuits, limited };
}

/** The nodes from `start` on that reach it and are reached by it; null where it is in no circuit of them. */
function componentOf(start: number, out: readonly (readonly Link[])[]): ReadonlySet<number> | null {
  const from = reachable(start, (node) => out[node]!.flatMap(({ to }) => (to >= start ? [to] : [])));
  const back = new Map<number, number[]>();
  for (const node of from) {
    for (const { to } of out[node]!) if (to >= start) back.set(to, [...(back.get(to) ?? []), node]);
  }
  const into = reachable(start, (node) => back.get(node) ?? []);
  const both = new Set([...from].filter((node) => into.has(node)));
  const closes = [...both].some((node) => out[node]!.some(({ to }) => to === start));
  return closes ? both : null;
}

function reachable(start: number, next: (node: number) => readonly number[]): Set<number> {
  const seen = new Set([start]);
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const to of next(node)) {
      if (seen.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return seen;
}
