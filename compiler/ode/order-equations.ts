import { reportLoop } from "../../language/check/report-loop.ts";
import { topologicalOrder } from "../../language/check/topological-order.ts";
import type { OdeBuilder } from "./ode-builder.ts";
import type { OdeAssignment, OdeExpr, OdeSystem } from "./ode-system.ts";
import { changes, slotsRead } from "./scalar-expressions.ts";
import { strongComponents } from "./strong-components.ts";

/** Sorts the equations into constants, those of the start and those of each instant, each list in order. */
export function orderEquations(builder: OdeBuilder): Pick<OdeSystem, "constants" | "initial" | "dynamic"> {
  const { slots, equations } = builder;
  const byName = slots.map((_, i) => i).sort((a, b) => compare(slots[a].name, slots[b].name));
  const rank = new Int32Array(slots.length);
  byName.forEach((slot, place) => {
    rank[slot] = place;
  });
  const known = new Map<OdeExpr, number[]>();
  const sorted = (expr: OdeExpr | undefined): readonly number[] => {
    if (expr === undefined) return [];
    const read = known.get(expr) ?? slotsRead(expr).sort((a, b) => rank[a] - rank[b]);
    known.set(expr, read);
    return read;
  };
  const needs = (slot: number, expr: OdeExpr | undefined) => {
    const { solve } = equations[slot];
    return solve === undefined
      ? sorted(expr)
      : [...sorted(solve.low), ...sorted(solve.high), ...sorted(expr)];
  };
  const simultaneous = equations.some(({ solve }) => solve !== undefined);
  const arrange = (
    ids: readonly number[],
    exprOf: (slot: number) => OdeExpr | undefined,
    when: "running" | "start",
  ) =>
    new Arrangement(builder, (slot) => needs(slot, exprOf(slot)), exprOf, rank, when).of(ids, simultaneous);

  const running = byName.filter((slot) => equations[slot].run !== undefined);
  const run = arrange(running, (slot) => equations[slot].run, "running");
  const constant = new Set<number>();
  for (const { slot, expr, solve } of run.list) {
    const { start, held } = equations[slot];
    if (start !== undefined || held === true || solve !== undefined) continue;
    if (sorted(expr).every((read) => constant.has(read)) && !changes(expr)) constant.add(slot);
  }
  const states = byName.filter((slot) => equations[slot].run === undefined);
  const atStart = (slot: number) => equations[slot].start ?? equations[slot].run;
  // Loops of running equations are loops at the start too.
  const initial = run.looped ? [] : arrange(states, atStart, "start").list;
  const changing = ({ slot }: OdeAssignment) => !constant.has(slot);
  return {
    constants: run.list.filter(({ slot }) => constant.has(slot)),
    initial: initial.filter(changing),
    dynamic: run.list.filter(changing),
  };
}

/** Orders equations so that each follows what it needs; loops are solved where they are declared to be, else reported. */
class Arrangement {
  readonly #builder: OdeBuilder;
  readonly #needs: (slot: number) => readonly number[];
  readonly #exprOf: (slot: number) => OdeExpr | undefined;
  readonly #rank: Int32Array;
  readonly #when: "running" | "start";
  #looped = false;

  constructor(
    builder: OdeBuilder,
    needs: (slot: number) => readonly number[],
    exprOf: (slot: number) => OdeExpr | undefined,
    rank: Int32Array,
    when: "running" | "start",
  ) {
    this.#builder = builder;
    this.#needs = needs;
    this.#exprOf = exprOf;
    this.#rank = rank;
    this.#when = when;
  }

  of(ids: readonly number[], simultaneous: boolean): { list: OdeAssignment[]; looped: boolean } {
    const list = simultaneous ? this.#components(ids, this.#needs) : this.#straight(ids, this.#needs);
    return { list, looped: this.#looped };
  }

  #straight(ids: readonly number[], needs: (slot: number) => readonly number[]): OdeAssignment[] {
    const { order, cycles } = topologicalOrder(ids, needs);
    for (const cycle of cycles) {
      this.#looped = true;
      const { slots, equations, sink } = this.#builder;
      const path = cycle.map((slot) => ({ name: slots[slot].name, span: equations[slot].span }));
      reportLoop(sink, path, this.#when);
    }
    return order.flatMap((slot) => this.#assign(slot) ?? []);
  }

  /**
   * Of equations that need each other the first that may be solved for is taken as known, the rest ordered without it, perhaps
   * with a loop inside the loop.
   */
  #components(ids: readonly number[], needs: (slot: number) => readonly number[]): OdeAssignment[] {
    return strongComponents(ids, needs).flatMap((component) => {
      const [only] = component;
      if (component.length === 1 && !needs(only).includes(only)) return this.#assign(only) ?? [];
      const members = [...component].sort((a, b) => this.#rank[a] - this.#rank[b]);
      const unknown = members.find((slot) => this.#builder.equations[slot].solve !== undefined);
      const assignment = unknown === undefined ? null : this.#assign(unknown);
      if (unknown === undefined || assignment === null)
        return this.#straight(members, within(component, needs));
      const rest = members.filter((slot) => slot !== unknown);
      const list = this.#components(rest, within(rest, needs));
      const { low, high } = this.#builder.equations[unknown].solve ?? {};
      if (low === undefined || high === undefined) return list;
      return [{ ...assignment, solve: { low, high, within: list } }, ...list];
    });
  }

  #assign(slot: number): OdeAssignment | null {
    const expr = this.#exprOf(slot);
    const { span, held } = this.#builder.equations[slot];
    return expr === undefined ? null : held === true ? { slot, expr, span, held } : { slot, expr, span };
  }
}

function within(slots: readonly number[], needs: (slot: number) => readonly number[]) {
  const inside = new Set(slots);
  return (slot: number) => needs(slot).filter((other) => inside.has(other));
}

/** Order by code units, the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
