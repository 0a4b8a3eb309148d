import type { OdeBuilder } from "./ode-builder.ts";
import type { OdeExpr } from "./ode-system.ts";
import * as s from "./scalar-expressions.ts";
import { slotsRead } from "./scalar-expressions.ts";

/**
 * Non-negative stocks: where the outflows asked for exceed what there is, each gets the same share of it.
 *   available = stock at the step's start / dt + inflows,  share = min(1, available / Σ asked),  outflow = asked · share.
 * With the stock of the step's start every stage of a Runge–Kutta step has dt · (in − out) ≥ −stock, so the step
 * ends at or above zero, and since the flow itself is limited, what leaves one stock enters the other. An inflow
 * that depends on these outflows is not counted as available: that would be a loop.
 */
export function limitOutflows(builder: OdeBuilder, nonnegative: ReadonlySet<number>): void {
  const { equations, slots } = builder;
  for (const stock of builder.stocks) {
    if (!nonnegative.has(stock.slot) || stock.outflows.length === 0) continue;
    const { span } = slots[stock.slot];
    const asked = stock.outflows.map((flow) => {
      const slot = builder.addInternal(slots[flow], "asked", span);
      equations[slot].run = equations[flow].run;
      return slot;
    });
    const certain = stock.inflows.filter((flow) => !reaches(builder, flow, new Set(stock.outflows)));
    const share = builder.addInternal(slots[stock.slot], "share", span);
    const positive = asked.map((slot) => s.call("max", s.slot(slot), s.constant(0)));
    const backward = asked.map((slot) => s.call("max", s.call("negate", s.slot(slot)), s.constant(0)));
    const held: OdeExpr = { op: "held", slot: stock.slot };
    const available = s.add(s.divide(held, s.dt), ...certain.map(s.slot), ...backward);
    const total = s.add(...positive);
    equations[share].run = s.choose(
      s.call("le", total, available),
      s.constant(1),
      s.divide(s.call("max", available, s.constant(0)), total),
    );
    stock.outflows.forEach((flow, i) => {
      const limited = s.multiply(s.slot(asked[i]), s.slot(share));
      equations[flow].run = s.choose(
        s.call("gt", s.slot(asked[i]), s.constant(0)),
        limited,
        s.slot(asked[i]),
      );
    });
    stock.share = share;
  }
}

/** Whether a slot's equation needs one of the targets, directly or through others. */
function reaches(builder: OdeBuilder, from: number, targets: ReadonlySet<number>): boolean {
  const seen = new Set<number>();
  const open = [from];
  for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
    if (targets.has(slot)) return true;
    if (seen.has(slot)) continue;
    seen.add(slot);
    const equation = builder.equations[slot].run;
    if (equation !== undefined) open.push(...slotsRead(equation));
  }
  return false;
}
