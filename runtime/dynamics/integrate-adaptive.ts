import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { timeGrid } from "../../compiler/ode/time-grid.ts";
import type { TryStep } from "./adaptive-step.ts";
import { DelayLines } from "./delay-lines.ts";
import { tryDormandPrince } from "./dormand-prince.ts";
import { EventWatch } from "./events.ts";
import { rateOfChange } from "./integrate.ts";
import { assign, assignStart, evaluate, newState } from "./interpreter.ts";
import { tryRosenbrock } from "./rosenbrock.ts";
import { type RunChoices, type RunOutcome, roomFor } from "./run.ts";
import { failureAtSave } from "./run-failure.ts";

/** How a method tries a step, the error allowed in it relative to each stock's size, and the order of that error. */
const methods: Readonly<
  Record<"rk45" | "rosenbrock", { tryStep: TryStep; relative: number; order: number }>
> = {
  rk45: { tryStep: tryDormandPrince, relative: 1e-9, order: 5 },
  rosenbrock: { tryStep: tryRosenbrock, relative: 1e-6, order: 3 },
};

/** The relative error allowed in a step of an adaptive method; undefined of a method with fixed steps. */
export function toleranceOf({ method, tolerance }: OdeSystem["time"]): number | undefined {
  return method === "rk45" || method === "rosenbrock" ? (tolerance ?? methods[method].relative) : undefined;
}

/** So many events that follow each other almost at once are taken for a row without end. */
const mostQuick = 10;

/**
 * The share of a step at which an event first begins, by halving where a look shows that one has; undefined where none does. What
 * begins and ends again between two looks is not seen.
 *
 * @param begins whether one has begun at a share of the step
 * @param pass takes what holds there as known
 */
function firstShare(begins: (share: number) => boolean, pass: () => void): number | undefined {
  let low = 0;
  for (const look of [0.25, 0.5, 0.75, 1]) {
    if (!begins(look)) {
      pass();
      low = look;
      continue;
    }
    let high = look;
    while (high - low > 1e-15) {
      const middle = (low + high) / 2;
      if (middle === low || middle === high) break;
      if (begins(middle)) high = middle;
      else low = middle;
    }
    return high;
  }
  return undefined;
}

/**
 * Runs a system by a method that chooses its steps. The grid of results is reached by the continuous extension.
 * No step crosses a break (a moment of `step`, `pulse`, `ramp`, a point of a table or a series); a system with values that
 * are held or delayed by steps has a break at every step of its grid.
 */
export function integrateAdaptive(system: OdeSystem, choices: RunChoices = {}): RunOutcome {
  const { steps, saveEvery, method, tolerance } = system.time;
  const { tryStep, order, relative: usual } = methods[method === "rosenbrock" ? method : "rk45"];
  const relative = tolerance ?? usual;
  const grid = timeGrid(system.time);
  const state = newState(system, choices.seed);
  const { values, held } = state;
  state.dt = grid.dt;
  state.time = state.heldTime = grid.at(0);
  assignStart(system, state, choices.given);
  const delays = DelayLines.make(system, state);
  if (!(delays instanceof DelayLines)) return { failure: delays };

  const stocks = system.stocks.map(({ slot }) => slot);
  const { times, values: saved } = roomFor(system, choices);
  const isSaved = (k: number) => k % saveEvery === 0 || k === steps;
  const stepwise = system.delays.length > 0 || system.dynamic.some((a) => a.held === true);
  const ends = new Set(system.breaks.map((at) => evaluate(at, state)));
  if (stepwise) for (let k = 1; k < steps; k++) ends.add(grid.at(k));
  const last = grid.at(steps);
  const segments = [...[...ends].filter((t) => t > grid.at(0) && t < last).sort((a, b) => a - b), last];

  const y = Float64Array.from(stocks, (slot) => values[slot]);
  const sizes = y.map(Math.abs);
  const point = new Float64Array(y.length);
  const show = (time: number, at: Float64Array, stage: boolean) => {
    state.time = time;
    for (let i = 0; i < stocks.length; i++) values[stocks[i]] = at[i];
    assign(system.dynamic, state, stage);
  };
  const derivative = (time: number, at: Float64Array, rates: Float64Array) => {
    show(time, at, true);
    rateOfChange(system.stocks, values, rates);
  };
  let row = 0;
  const save = (time: number) => {
    saved.set(values, row * values.length);
    times[row++] = time;
    return failureAtSave(system, state);
  };

  const watch = new EventWatch(system, state, () => assign(system.dynamic, state, true));
  /** Lets events happen at the time of `state`, which then begins with what they have set. */
  const happen = () => {
    const fault = watch.happen();
    for (let i = 0; i < stocks.length; i++) y[i] = values[stocks[i]];
    return fault;
  };
  /** The last event, and how many have followed each other almost at once: ever shorter pauses never reach an end. */
  let lastEvent = grid.at(0);
  let quick = 0;
  let k = 0;
  let time = grid.at(0);
  let h = grid.dt / 4;
  const shortest = grid.dt * 1e-6;
  for (const end of [...segments, Number.POSITIVE_INFINITY]) {
    // A segment begins: what is held takes the values that it keeps to the segment's end.
    state.heldTime = time;
    for (let i = 0; i < stocks.length; i++) held[stocks[i]] = y[i];
    const onGrid = grid.at(k) === time;
    state.step = onGrid ? k : k - 1;
    if (onGrid) delays.show(k, values);
    show(time, y, false);
    if (k === 0) watch.look();
    const fault = happen();
    if (fault !== null) return { failure: fault };
    if (onGrid) delays.note(k, values);
    if (onGrid) {
      const failure = isSaved(k) ? save(time) : null;
      if (failure !== null) return { failure };
      k++;
    }
    if (end === Number.POSITIVE_INFINITY) break;
    while (time < end) {
      const close = time + h * 1.01 >= end;
      const length = close ? end - time : h;
      const veryShort = length <= shortest;
      const tried = tryStep(derivative, time, length, y, { relative, sizes, veryShort });
      if (!(tried.error <= 1)) {
        h = length * (Number.isFinite(tried.error) ? Math.max(0.2, 0.9 * tried.error ** (-1 / order)) : 0.1);
        if (h > 1e-13 * Math.max(Math.abs(time), grid.dt)) continue;
        show(time, y, true);
        const failure = failureAtSave(system, state);
        return { failure: failure ?? { kind: "diverged", slot: stocks[tried.worst], time } };
      }
      const whole = close ? end : time + length;
      const look = (share: number) => {
        tried.at(share, point);
        show(time + share * length, point, true);
        return watch.begins();
      };
      const share = system.events.length === 0 ? undefined : firstShare(look, () => watch.look());
      const next = share === undefined ? whole : Math.min(whole, time + share * length);
      for (; k <= steps && grid.at(k) < next; k++) {
        if (!isSaved(k)) continue;
        tried.at((grid.at(k) - time) / length, point);
        show(grid.at(k), point, true);
        const failure = save(grid.at(k));
        if (failure !== null) return { failure };
      }
      if (share === undefined) y.set(tried.end);
      else {
        tried.at(share, y);
        show(next, y, true);
        if (next < end) {
          quick = next - lastEvent < 1e-9 * grid.dt ? quick + 1 : 0;
          const fault = quick > mostQuick ? watch.endless() : happen();
          if (fault !== null) return { failure: fault };
        }
      }
      for (let i = 0; i < y.length; i++) sizes[i] = Math.max(sizes[i], Math.abs(y[i]));
      time = next;
      const grown = length * Math.min(5, Math.max(0.2, 0.9 * Math.max(tried.error, 1e-10) ** (-1 / order)));
      // A step cut short by a break says little about the next one.
      h = close ? Math.max(h, grown) : grown;
      if (share === undefined) continue;
      // Where events come ever faster, the next one is not to be stepped over.
      h = Math.min(h, Math.max((next - lastEvent) / 4, shortest * 1e-6));
      lastEvent = next;
    }
  }
  const limited = new Float64Array(system.stocks.length);
  const short = new Float64Array(system.lags.length);
  return { run: { times, values: saved, limited, below: state.below, above: state.above, short } };
}
