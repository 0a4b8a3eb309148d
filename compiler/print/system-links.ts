/** Who is joined to whom in a system, variable by variable: pipes between stocks, and links from what an equation reads. */
import { children } from "../../language/check/expression-children.ts";
import type { Expr, System } from "../../language/model.ts";
import type { OdeSystem } from "../ode/ode-system.ts";
import type { Link } from "./causal-graph.ts";
import { times } from "./feedback-loops.ts";
import type { Polarity } from "./monotonicity.ts";

export interface SystemLink {
  /** A variable; null is the cloud outside of the system. */
  readonly from: string | null;
  readonly to: string | null;
  /** `inflow` and `outflow` are the halves of a flow's pipe, `initial` is read at the start alone, `event` when one happens. */
  readonly kind: "inflow" | "outflow" | "link" | "initial" | "event";
  /** Which way `to` moves when `from` rises; null where it is not known. */
  readonly polarity: "+" | "−" | "?" | null;
}

/** Polarities of links, by the names of both variables. */
export type Polarities = ReadonlyMap<string, Polarity>;

function linkKey(from: string, to: string): string {
  return `${from}\u0001${to}`;
}

/**
 * In the order of the variables. A flow that fills a stock has the polarity +, one that drains it −.
 * @param polarities of what equations read, where a run has told them (`variablePolarities`)
 */
export function systemLinks(system: System, polarities: Polarities = new Map()): SystemLink[] {
  const links: SystemLink[] = [];
  const known = new Set(system.variables.map(({ name }) => name));
  const sign = (from: string, to: string) => signs[String(polarities.get(linkKey(from, to)) ?? "")] ?? null;
  for (const { name, role, equations, from, to, solve } of system.variables) {
    if (role === "flow") {
      links.push({ from: from ?? null, to: name, kind: "outflow", polarity: from == null ? null : "−" });
      links.push({ from: name, to: to ?? null, kind: "inflow", polarity: to == null ? null : "+" });
    }
    const exprs = [
      ...equations.map(({ expr }) => expr),
      ...(solve === undefined ? [] : [solve.low, solve.high]),
    ];
    for (const read of namesRead(exprs)) {
      if (!known.has(read) || (read === name && role !== "stock")) continue;
      if (role === "stock") links.push({ from: read, to: name, kind: "initial", polarity: null });
      else links.push({ from: read, to: name, kind: "link", polarity: sign(read, name) });
    }
  }
  for (const { condition, changes } of system.events ?? []) {
    for (const { variable, expr } of changes) {
      for (const read of namesRead([condition, expr])) {
        if (read !== variable && known.has(read)) {
          links.push({ from: read, to: variable, kind: "event", polarity: sign(read, variable) });
        }
      }
    }
  }
  return links;
}

const signs: Readonly<Record<string, SystemLink["polarity"]>> = { "1": "+", "-1": "−", "?": "?" };

/** The variables and lookups that expressions read, in order of their first mention. */
function namesRead(exprs: readonly Expr[]): string[] {
  const found = new Set<string>();
  const visit = (expr: Expr): void => {
    if (expr.op === "variable") found.add(expr.variable);
    if (expr.op === "lookup") found.add(expr.lookup);
    for (const child of children(expr)) visit(child);
  };
  for (const expr of exprs) visit(expr);
  return [...found];
}

/** The polarity between variables: over all their elements, and through the parts that an equation has of its own. */
export function variablePolarities({ slots }: Pick<OdeSystem, "slots">, links: readonly Link[]): Polarities {
  const out: Link[][] = slots.map(() => []);
  for (const link of links) out[link.from]!.push(link);
  const found = new Map<string, Polarity>();
  const reach = (start: number, slot: number, way: Polarity, seen: ReadonlySet<number>): void => {
    for (const { to, polarity } of out[slot]!) {
      const whole = times(way, polarity);
      if (slots[to]!.role === "internal") {
        if (!seen.has(to)) reach(start, to, whole, new Set([...seen, to]));
        continue;
      }
      const key = linkKey(slots[start]!.variable, slots[to]!.variable);
      const before = found.get(key);
      found.set(key, before === undefined || before === whole ? whole : "?");
    }
  };
  for (const [slot, { role }] of slots.entries()) if (role !== "internal") reach(slot, slot, 1, new Set());
  return found;
}
