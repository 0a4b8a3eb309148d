import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { timeGrid } from "../../compiler/ode/time-grid.ts";
import { counterRandom } from "../counter-random.ts";
import { DelayLines } from "./delay-lines.ts";
import { findRoot } from "./find-root.ts";
import { generateCode, parameters } from "./generate-code.ts";
import { assignStart, newState } from "./interpreter.ts";
import { readTable } from "./lookup-table.ts";
import { type RunChoices, type RunOutcome, roomFor } from "./run.ts";
import { scalarFunctions } from "./scalar-functions.ts";
import { shortLag, varyingLags } from "./short-lag.ts";

/** False where the run breaks off. */
type Program = (...args: unknown[]) => boolean;

/** Programs by their text: scenarios that differ in numbers alone share one. */
const programs = new Map<string, Program>();
const mostPrograms = 50;
/** What is made once for a system; the program is null where code may not be generated. */
interface Prepared {
  readonly program: Program | null;
  readonly varying: readonly number[];
}
const prepared = new WeakMap<OdeSystem, Prepared>();

/**
 * The run of a system with fixed steps by generated code. Null where code may not be generated (a page's content security
 * policy), and where the run breaks off: then the interpreter tells where.
 */
export function integrateGenerated(system: OdeSystem, choices: RunChoices = {}): RunOutcome | null {
  const { program, varying } = prepare(system);
  if (program === null) return null;
  const { steps, saveEvery } = system.time;
  const grid = timeGrid(system.time);
  const state = newState(system, choices.seed);
  const { values, below, above } = state;
  state.dt = grid.dt;
  state.time = state.heldTime = grid.at(0);
  assignStart(system, state, choices.given);
  // Reads of the initial values are not reads of the run.
  const [readBelow, readAbove] = [Float64Array.from(below), Float64Array.from(above)];
  const delays = DelayLines.make(system, state);
  if (!(delays instanceof DelayLines)) return { failure: delays };
  const width = values.length;
  const { times, values: saved } = roomFor(system, choices);
  const limited = new Float64Array(system.stocks.length);
  const passed: Record<(typeof parameters)[number], unknown> = {
    v: values,
    saved,
    times,
    limited,
    below: readBelow,
    above: readAbove,
    rings: delays.lines.map((line) => line.ring),
    width,
    steps,
    saveEvery,
    offset: grid.offset,
    stride: grid.stride,
    denominator: grid.denominator,
    dt: grid.dt,
    seed: state.seed,
    F: scalarFunctions,
    power: scalarFunctions.power,
    random: counterRandom,
    read: (table: Parameters<typeof readTable>[0], ys: number[], x: number, id: number) => {
      const { value, outside } = readTable(table, ys, x);
      if (outside !== 0 && id >= 0) (outside < 0 ? readBelow : readAbove)[id]++;
      return value;
    },
    root: (low: number, high: number, f: (x: number) => number) => {
      const found = findRoot(low, high, f);
      return typeof found === "number" ? found : Number.NaN;
    },
  };
  if (!program(...parameters.map((name) => passed[name]))) return null;
  // Which slot it is, and whether it matters, is for the interpreter to say.
  if (!allFinite(saved)) return null;
  const short = new Float64Array(system.lags.length);
  for (let row = 0; row < times.length; row++) {
    const which = row === 0 ? system.lags.map((_, i) => i) : varying;
    if (which.length === 0) continue;
    values.set(saved.subarray(row * width, (row + 1) * width));
    state.time = state.heldTime = times[row];
    const lag = shortLag(system, state, short, which);
    if (lag !== null && row === 0) return { failure: lag };
  }
  return { run: { times, values: saved, limited, below: readBelow, above: readAbove, short } };
}

function allFinite(numbers: Float64Array): boolean {
  // What is not finite gives NaN when it is multiplied by 0, and NaN stays.
  let zero = 0;
  for (let i = 0; i < numbers.length; i++) zero += numbers[i] * 0;
  return zero === 0;
}

function prepare(system: OdeSystem): Prepared {
  const ready = prepared.get(system) ?? { program: programFor(system), varying: varyingLags(system) };
  prepared.set(system, ready);
  return ready;
}

function programFor(system: OdeSystem): Program | null {
  const text = generateCode(system);
  const same = programs.get(text);
  if (same !== undefined) return same;
  try {
    const program = new Function(...parameters, text) as Program;
    const oldest = programs.keys().next();
    if (programs.size >= mostPrograms && oldest.done !== true) programs.delete(oldest.value);
    programs.set(text, program);
    return program;
  } catch (error) {
    if (error instanceof EvalError) return null;
    throw error;
  }
}
