/**
 * Many runs of one system: it is compiled once, and each run sets other numbers in it.
 *
 *     const runs = prepareRuns(applyChanges(system, scenario, all), varied, env, sink);
 *     const co2 = runs.place("co2");                     // or "value[services]"
 *     for (const numbers of samples) {
 *       const outcome = runs.run(numbers);               // one number for each of `varied`, in their order
 *       if ("failure" in outcome) …                      // where it broke off: `reportFailure` tells it in words
 *       else outcome.run.values[row * runs.width + co2]  // at outcome.run.times[row]
 *     }
 *
 * Expressions over a run's variables are evaluated on `runTable(system, [{ scenario, ode: runs.ode, run }], variables)`.
 *
 * A run gives the very numbers that `gtfp run` gives for a scenario with these changes. What it returns is valid until the next
 * run: its arrays are written over, so that memory does not grow with the number of runs. Copy what is to be kept.
 */
import { compileSystem } from "../../compiler/ode/compile-system.ts";
import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { elementName, elementsOf, labelsIn } from "../../language/check/elements.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Expr, System, SystemVariable } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { Run, RunOutcome } from "./run.ts";
import { simulate } from "./simulate.ts";
import { systemInputs } from "./system-inputs.ts";

/** A parameter, auxiliary or stock (its initial value) that each run sets, as `Varied` of the checked model has it. */
export interface RunTarget {
  readonly variable: string;
  /** The labels of one element; null: all elements alike. */
  readonly labels: readonly string[] | null;
}

/** A compiled system and the slots that each target sets: plain data, which a thread can be sent. */
export interface RunPlan {
  readonly ode: OdeSystem;
  readonly targets: readonly (readonly number[])[];
}

/**
 * Compiles a system for many runs. An auxiliary that is a target loses its equation: it is a constant in these runs.
 *
 * @param targets what `run` takes numbers for; none of them is a flow, a series or a lookup
 * @returns null after reported errors (an empty input, a loop)
 */
export function planRuns(
  system: System,
  targets: readonly RunTarget[],
  env: Environment,
  sink: Diagnostics,
): RunPlan | null {
  const inputs = systemInputs(env);
  const ode = compileSystem(targets.reduce(withNumber, system), inputs, sink, system);
  if (ode === null) return null;
  const slots = new Map(ode.slots.map((slot, i) => [slot.name, i]));
  const variables = new Map(system.variables.map((variable) => [variable.name, variable]));
  const slotsOf = ({ variable, labels }: RunTarget): number[] => {
    const dimensions = variables.get(variable)?.dimensions ?? [];
    const elements =
      labels !== null
        ? [labels]
        : elementsOf(dimensions, inputs.labels).map((e) => labelsIn(e, dimensions) ?? []);
    return elements.flatMap((element) => slots.get(elementName(variable, element)) ?? []);
  };
  return { ode, targets: targets.map(slotsOf) };
}

/** A system ready for many runs. */
export class PreparedRuns {
  readonly ode: OdeSystem;
  /** The length of a row of a run's values. */
  readonly width: number;
  readonly #targets: RunPlan["targets"];
  readonly #places: ReadonlyMap<string, number>;
  #last: Run | undefined;

  constructor({ ode, targets }: RunPlan) {
    this.ode = ode;
    this.width = ode.slots.length;
    this.#targets = targets;
    this.#places = new Map(ode.slots.map((slot, i) => [slot.name, i]));
  }

  /** The place of an element (`value[services]`) in each row of a run's values; undefined where there is none. */
  place(element: string): number | undefined {
    return this.#places.get(element);
  }

  /**
   * One run.
   *
   * @param numbers one for each target, in the target's unit
   * @param seed added to the seeds of random numbers
   */
  run(numbers: ArrayLike<number>, seed = 0): RunOutcome {
    const given = new Map<number, number>();
    this.#targets.forEach((slots, i) => {
      for (const slot of slots) given.set(slot, numbers[i]);
    });
    const outcome = simulate(this.ode, { seed, given, reuse: this.#last });
    if ("run" in outcome) this.#last = outcome.run;
    return outcome;
  }
}

/** Compiles a system for many runs; see `planRuns`. Null after reported errors. */
export function prepareRuns(
  system: System,
  targets: readonly RunTarget[],
  env: Environment,
  sink: Diagnostics,
): PreparedRuns | null {
  const plan = planRuns(system, targets, env, sink);
  return plan === null ? null : new PreparedRuns(plan);
}

/** A number that each run sets stands where the target's equation was. */
function withNumber(system: System, { variable, labels }: RunTarget): System {
  const change = (v: SystemVariable): SystemVariable => {
    const type = { of: "number", unit: v.unit, keys: [], scale: "level" } as const;
    const expr: Expr = { op: "number", value: 0, type, span: v.span };
    const kept = labels === null ? [] : v.equations;
    return { ...v, equations: [...kept, { labels, expr, span: v.span }] };
  };
  return { ...system, variables: system.variables.map((v) => (v.name === variable ? change(v) : v)) };
}
