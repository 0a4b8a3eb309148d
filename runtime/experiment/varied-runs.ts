import { compileSystem } from "../../compiler/ode/compile-system.ts";
import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { applyChanges } from "../../language/check/apply-changes.ts";
import { elementName, elementsOf, labelsIn } from "../../language/check/elements.ts";
import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Model, Scenario, System, Varied } from "../../language/model.ts";
import { PreparedRuns, type RunPlan } from "../dynamics/prepare-runs.ts";
import { reportFailure } from "../dynamics/report-failure.ts";
import type { Run } from "../dynamics/run.ts";
import { systemInputs } from "../dynamics/system-inputs.ts";
import type { Environment } from "../evaluate/environment.ts";

/** What an experiment runs: its system, and the scenario that its runs start from. */
export interface Subject {
  readonly system: string;
  readonly scenario?: string;
}

/** A system as it is declared, and with the changes of the scenario that runs start from. */
export interface SubjectSystem {
  readonly base: System;
  readonly system: System;
}

export function subjectSystem(subject: Subject, model: Pick<Model, "declarations">): SubjectSystem {
  const system = model.declarations.find((d) => d.kind === "system" && d.name === subject.system);
  if (system?.kind !== "system") throw new Error(`no system ${subject.system}`);
  const scenarios = new Map(
    model.declarations.flatMap((d) => (d.kind === "scenario" ? [[d.name, d] as const] : [])),
  );
  const scenario = subject.scenario === undefined ? undefined : scenarios.get(subject.scenario);
  return {
    base: system,
    system: scenario === undefined ? system : applyChanges(system, scenario, scenarios),
  };
}

/** A run, or in words why it broke off. */
export type VariedOutcome = { readonly run: Run } | { readonly why: string };

/**
 * A system compiled once and run many times with other numbers for some parameters. A parameter that has an equation in the system
 * (a schedule, a lookup) is a constant in every run.
 */
export class VariedRuns {
  readonly ode: OdeSystem;
  /** The system and the slots of each parameter: one for each of its elements. */
  readonly plan: RunPlan;
  readonly #runs: PreparedRuns;

  private constructor(plan: RunPlan) {
    this.ode = plan.ode;
    this.plan = plan;
    this.#runs = new PreparedRuns(plan);
  }

  /** Null after reported errors. */
  static make(
    { base, system }: SubjectSystem,
    varied: readonly Varied[],
    env: Environment,
    sink: Diagnostics,
  ): VariedRuns | null {
    const changed = applyChanges(system, constants(system, varied), new Map());
    const ode = compileSystem(changed, systemInputs(env), sink, base);
    if (ode === null) return null;
    const places = new Map(ode.slots.map((slot, i) => [slot.name, i]));
    const slots = varied.map(({ variable, labels }) => {
      const { dimensions } = system.variables.find((v) => v.name === variable)!;
      const names =
        labels === null
          ? elementsOf(dimensions, (d) => env.dimension(d)).map((e) => labelsIn(e, dimensions) ?? [])
          : [labels];
      return names.map((element) => places.get(elementName(variable, element))!);
    });
    return new VariedRuns({ ode, targets: slots });
  }

  /** The run at these values, one for each parameter; its arrays are written over by the next run. */
  run(values: ArrayLike<number>): VariedOutcome {
    const outcome = this.#runs.run(values);
    if ("failure" in outcome) {
      const sink = new Diagnostics();
      reportFailure(sink, outcome.failure, this.ode, undefined);
      return { why: sink.list[0].message.replace(/\.$/, "") };
    }
    return outcome;
  }
}

/** A scenario in which each parameter is a number, to be replaced in each run. */
function constants(system: System, varied: readonly Varied[]): Scenario {
  const changes = varied.map(({ variable, labels, unit, span }) => {
    const type = { of: "number", unit, keys: [], scale: "level" } as const;
    return { variable, labels, expr: { op: "number", value: 1, type, span } as const, span };
  });
  return { kind: "scenario", name: "", span: system.span, system: system.name, changes };
}
