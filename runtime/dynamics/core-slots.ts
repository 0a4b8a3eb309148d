import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { slotsRead, visit } from "../../compiler/ode/scalar-expressions.ts";

/** The slots that a step needs: flows, sources of delays, what is held or counted, what events read, and all that these read. */
export function coreSlots(system: OdeSystem): ReadonlySet<number> {
  const equations = new Map(system.dynamic.map((a) => [a.slot, a]));
  const core = new Set<number>();
  const open = [
    ...system.stocks.flatMap(({ inflows, outflows, share }) => [...inflows, ...outflows, share ?? -1]),
    ...system.delays.map((delay) => delay.source),
    ...system.events.flatMap(({ condition, changes }) => [
      ...slotsRead(condition),
      ...changes.flatMap(({ expr }) => slotsRead(expr)),
    ]),
  ];
  for (const { slot, expr, held } of system.dynamic) {
    let counts = held === true;
    visit(expr, (e) => {
      if (e.op === "table") counts = true;
    });
    if (counts) open.push(slot);
  }
  for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
    if (core.has(slot)) continue;
    core.add(slot);
    const equation = equations.get(slot);
    if (equation === undefined) continue;
    open.push(...slotsRead(equation.expr));
    const { solve } = equation;
    if (solve !== undefined) open.push(...slotsRead(solve.low), ...slotsRead(solve.high));
  }
  return core;
}
