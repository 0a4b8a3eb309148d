import type { OdeAssignment, OdeExpr, OdeSystem } from "../../compiler/ode/ode-system.ts";
import { counterRandom } from "../counter-random.ts";
import { findRoot, type NoRoot } from "./find-root.ts";
import { readTable } from "./lookup-table.ts";
import type { Given } from "./run.ts";
import { scalarFunctions } from "./scalar-functions.ts";

/** The numbers of one run while it goes on. */
export interface RunState {
  /** The value of every slot. */
  readonly values: Float64Array;
  /** The stocks' values at the start of the step, by slot. */
  readonly held: Float64Array;
  /** The stage's time, the time at the step's start, the step's length and number. */
  time: number;
  heldTime: number;
  dt: number;
  step: number;
  seed: number;
  /** Whether the method chooses its steps and meets breaks exactly. */
  readonly adaptive: boolean;
  /** Reads beyond the ends by table, at starts of steps: below and above. */
  readonly below: Float64Array;
  readonly above: Float64Array;
  /** The last table that was read where it has no value; -1 while there is none. */
  refused: number;
  /** A stock that has grown so large within a step that what reads it may have no value; -1 while there is none. */
  vast: number;
  /** The last slot that was solved for in vain. */
  unsolved: (NoRoot & { readonly slot: number }) | null;
  /** Whether trial values are in the slots, so that nothing is counted. */
  trying: boolean;
}

/** A fresh state: every slot is NaN until it is assigned. */
export function newState(system: OdeSystem, seed = 0): RunState {
  return {
    values: new Float64Array(system.slots.length).fill(Number.NaN),
    held: new Float64Array(system.slots.length),
    time: 0,
    heldTime: 0,
    dt: 0,
    step: 0,
    seed,
    adaptive: system.time.method === "rk45" || system.time.method === "rosenbrock",
    below: new Float64Array(system.tables.length),
    above: new Float64Array(system.tables.length),
    refused: -1,
    vast: -1,
    unsolved: null,
    trying: false,
  };
}

/** The constants and the values at the start. */
export function assignStart(system: OdeSystem, state: RunState, given?: Given): void {
  for (const assignment of [...system.constants, ...system.initial]) {
    const { slot } = assignment;
    state.values[slot] = given?.get(slot) ?? numberOf(assignment, state, false);
  }
}

/** Evaluates assignments from top to bottom; `stage` leaves out those that are held over the step. */
export function assign(assignments: readonly OdeAssignment[], state: RunState, stage: boolean): void {
  for (const assignment of assignments) {
    if (!(stage && assignment.held === true)) {
      state.values[assignment.slot] = numberOf(assignment, state, stage);
    }
  }
}

function numberOf(assignment: OdeAssignment, state: RunState, stage: boolean): number {
  const { slot, expr, solve } = assignment;
  if (solve === undefined) return evaluate(expr, state);
  const before = state.trying;
  state.trying = true;
  const root = findRoot(evaluate(solve.low, state), evaluate(solve.high, state), (x) => {
    state.values[slot] = x;
    assign(solve.within, state, stage);
    return evaluate(expr, state) - x;
  });
  state.trying = before;
  if (typeof root === "number") return root;
  state.unsolved = { slot, ...root };
  return Number.NaN;
}

/** The value of a scalar expression: the plain reading of the intermediate form, and the oracle of the generated code. */
export function evaluate(expr: OdeExpr, state: RunState): number {
  switch (expr.op) {
    case "const":
      return expr.value;
    case "slot":
      return state.values[expr.slot];
    case "held":
      return state.held[expr.slot];
    case "time":
      return state.time;
    case "held_time":
      return state.heldTime;
    case "input_time":
      return state.adaptive ? state.time : state.heldTime;
    case "half_step":
      return state.adaptive ? 0 : state.dt / 2;
    case "dt":
      return state.dt;
    case "if":
      return evaluate(expr.condition, state) !== 0
        ? evaluate(expr.then, state)
        : evaluate(expr.otherwise, state);
    case "call": {
      if (expr.fn === "random") {
        const [key, seed, draw] = expr.args.map((arg) => evaluate(arg, state));
        return counterRandom(key, seed + state.seed, draw, state.step);
      }
      return scalarFunctions[expr.fn](...expr.args.map((arg) => evaluate(arg, state)));
    }
    case "table": {
      const ys = expr.ys.map((y) => evaluate(y, state));
      const { value, outside } = readTable(expr, ys, evaluate(expr.input, state));
      if (outside !== 0 && state.time === state.heldTime && !state.trying) {
        (outside < 0 ? state.below : state.above)[expr.table]++;
      }
      if (outside !== 0 && Number.isNaN(value)) state.refused = expr.table;
      return value;
    }
  }
}
