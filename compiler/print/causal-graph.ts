/** Who drives whom in a scalar system, and which way: a link for each value that an equation reads and each flow of a stock. */
import type { OdeExpr, OdeSystem } from "../ode/ode-system.ts";
import { slotsRead, visit } from "../ode/scalar-expressions.ts";
import { type Polarity, polarity, type Ranges } from "./monotonicity.ts";

export interface Link {
  readonly from: number;
  readonly to: number;
  readonly polarity: Polarity;
  /** Whether the effect comes later only: through a delay that is no stock of the model. */
  readonly delayed: boolean;
}

/** The links of a running system; what is read at the start only is no link. */
export function causalLinks(system: OdeSystem, ranges: Ranges): Link[] {
  const links: Link[] = [];
  const places = new Map<string, number>();
  const join = (from: number, to: number, sign: Polarity, delayed = false) => {
    if (sign === 0) return;
    const known = places.get(`${from} ${to}`);
    if (known === undefined) {
      places.set(`${from} ${to}`, links.push({ from, to, polarity: sign, delayed }) - 1);
    } else if (links[known]!.polarity !== sign) links[known] = { ...links[known]!, polarity: "?" };
  };
  const idle = idleShares(system, ranges);
  for (const { slot, expr } of [...system.constants, ...system.dynamic]) {
    if (idle.shares.has(slot)) continue;
    for (const from of read(expr)) {
      if (idle.shares.has(from)) continue;
      join(from, slot, idle.flows.has(slot) ? 1 : polarity(expr, from, ranges));
    }
  }
  for (const { slot, inflows, outflows } of system.stocks) {
    const delayed = system.slots[slot]!.role === "internal";
    for (const flow of inflows) join(flow, slot, 1, delayed);
    for (const flow of outflows) join(flow, slot, -1, delayed);
  }
  for (const { slot, source } of system.delays) join(source, slot, 1, true);
  for (const { condition, changes } of system.events) {
    for (const { slot, expr } of changes) {
      for (const from of read(expr)) join(from, slot, polarity(expr, from, ranges));
      // When it happens depends on what the condition reads, which way cannot be told.
      for (const from of read(condition)) join(from, slot, "?");
    }
  }
  return links;
}

/**
 * Shares of non-negative stocks that are 1 all along: the stock always gives what is asked of it, and each of its outflows is what is
 * asked.
 */
function idleShares(
  system: OdeSystem,
  ranges: Ranges,
): { readonly shares: ReadonlySet<number>; readonly flows: ReadonlySet<number> } {
  const idle = system.stocks.filter(({ share }) => share !== undefined && ranges.slot(share).low >= 1);
  return {
    shares: new Set(idle.flatMap(({ share }) => share ?? [])),
    flows: new Set(idle.flatMap(({ outflows }) => outflows)),
  };
}

/** The slots that an expression reads, held ones too. */
function read(expr: OdeExpr): number[] {
  const slots = new Set(slotsRead(expr));
  visit(expr, (e) => {
    if (e.op === "held") slots.add(e.slot);
  });
  return [...slots];
}
