import type { OdeStock, OdeSystem } from "../../compiler/ode/ode-system.ts";
import { timeGrid } from "../../compiler/ode/time-grid.ts";
import { DelayLines } from "./delay-lines.ts";
import { EventWatch } from "./events.ts";
import { assign, assignStart, newState, type RunState } from "./interpreter.ts";
import { type RunChoices, type RunOutcome, roomFor } from "./run.ts";
import { failureAtSave, failureInStep, noteVast } from "./run-failure.ts";
import { shortLag, varyingLags } from "./short-lag.ts";
import { type StepMethod, stepMethods } from "./step-methods.ts";

/** Runs a system by a method with fixed steps, interpreting its expressions. */
export function integrate(system: OdeSystem, choices: RunChoices = {}): RunOutcome {
  const { steps, saveEvery, method } = system.time;
  const grid = timeGrid(system.time);
  const state = newState(system, choices.seed);
  const { values, held } = state;
  state.dt = grid.dt;
  state.time = state.heldTime = grid.at(0);
  assignStart(system, state, choices.given);
  const delays = DelayLines.make(system, state);
  if (!(delays instanceof DelayLines)) return { failure: delays };

  const { times, values: saved } = roomFor(system, choices);
  const limited = new Float64Array(system.stocks.length);
  const short = new Float64Array(system.lags.length);
  const [all, varying] = [system.lags.map((_, i) => i), varyingLags(system)];
  const stepper = stepMethods[method as StepMethod](system.stocks.length);
  const watch = new EventWatch(system, state, () => assign(system.dynamic, state, false));
  let row = 0;
  for (let k = 0; ; k++) {
    state.step = k;
    state.time = state.heldTime = grid.at(k);
    for (const { slot } of system.stocks) held[slot] = values[slot];
    delays.show(k, values);
    assign(system.dynamic, state, false);
    if (k === 0) watch.look();
    const fault = watch.happen();
    if (fault !== null) return { failure: fault };
    delays.note(k, values);
    if (k % saveEvery === 0 || k === steps) {
      const failure = failureAtSave(system, state);
      if (failure !== null) return { failure };
      const lag = shortLag(system, state, short, k === 0 ? all : varying);
      if (lag !== null && k === 0) return { failure: lag };
      saved.set(values, row * values.length);
      times[row++] = state.time;
    }
    if (k === steps) break;
    system.stocks.forEach((stock, i) => {
      if (stock.share !== undefined && values[stock.share] < 1) limited[i]++;
    });
    const stage = (at: 0.5 | 1, rates: Float64Array) => {
      state.time = grid.at(k + at);
      noteVast(system, state);
      assign(system.dynamic, state, true);
      rateOfChange(system.stocks, values, rates);
    };
    rateOfChange(system.stocks, values, stepper.first);
    stepper.step(system.stocks, state, stage);
    settleNonnegative(system.stocks, state);
    noteVast(system, state);
    const failure = failureInStep(system, state, grid.at(k + 1));
    if (failure !== null) return { failure };
  }
  return { run: { times, values: saved, limited, below: state.below, above: state.above, short } };
}

/** The derivative of each stock: what flows in less what flows out. */
export function rateOfChange(stocks: readonly OdeStock[], values: Float64Array, rates: Float64Array): void {
  for (let i = 0; i < stocks.length; i++) {
    const { inflows, outflows } = stocks[i];
    let gain = inflows.length === 0 ? 0 : values[inflows[0]];
    for (let j = 1; j < inflows.length; j++) gain += values[inflows[j]];
    let loss = outflows.length === 0 ? 0 : values[outflows[0]];
    for (let j = 1; j < outflows.length; j++) loss += values[outflows[j]];
    rates[i] = inflows.length === 0 ? -loss : outflows.length === 0 ? gain : gain - loss;
  }
}

/** A stock that was emptied may end a rounding error below zero; what is more is not ours to hide. */
function settleNonnegative(stocks: readonly OdeStock[], { values, held, dt }: RunState): void {
  for (const { slot, share, inflows } of stocks) {
    if (share === undefined || values[slot] >= 0) continue;
    let gross = held[slot];
    for (const inflow of inflows) gross += dt * Math.abs(values[inflow]);
    if (values[slot] > -1e-12 * gross) values[slot] = 0;
  }
}
