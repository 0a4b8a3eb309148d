import { report } from "../../language/diagnostics/entry.ts";
import { experiments } from "../../language/diagnostics/experiments.ts";
import type { Optimization } from "../../language/model.ts";
import type { Run } from "../dynamics/run.ts";
import type { Table } from "../tables/table.ts";
import { ConstraintReader, compareWorth, type Standing, type Worth } from "./constrained-value.ts";
import { differentialEvolution } from "./differential-evolution.ts";
import { type Found, nelderMead } from "./nelder-mead.ts";
import { optimumTable } from "./optimum-table.ts";
import { runAll } from "./run-all.ts";
import type { ExperimentOptions } from "./run-experiment.ts";
import { samplePoints } from "./sample-points.ts";
import { subjectSystem, VariedRuns } from "./varied-runs.ts";

const generations = 100;

/** A point that was looked at. */
export interface Outcome extends Worth {
  readonly objective: number;
  readonly standings: readonly Standing[];
}

/**
 * Looks for the parameters at which the objective is best among those that satisfy all constraints: differential evolution from
 * points spread evenly, then the search of Nelder and Mead from the best of them, both with Deb's comparison. A search of this kind
 * finds no proof; where it found no point that satisfies the constraints, it says so and shows the nearest one.
 */
export function runOptimization(optimization: Optimization, options: ExperimentOptions): Table[] | null {
  const { parameters, objective, constraints, goal, seed, name, system } = optimization;
  const { model, env, sink, progress } = options;
  const runs = VariedRuns.make(subjectSystem(optimization, model), parameters, env, sink);
  if (runs === null) return null;
  const d = parameters.length;
  const valuesAt = (x: Float64Array) =>
    x.map((v, i) => parameters[i].low + v * (parameters[i].high - parameters[i].low));
  const starts = samplePoints(
    "sobol",
    Math.min(128, Math.max(32, 2 ** Math.ceil(Math.log2(8 * d)))),
    d,
    seed,
  );
  const first = runAll(runs, starts.map(valuesAt), [objective], system, env);
  if (first.outputs === null) {
    const why = first.tally.first!.why;
    report(sink, experiments.allRunsFail, optimization.span, { name, runs: starts.length, why });
    return null;
  }
  const { outputs } = first;
  let readers: ConstraintReader[] | null = null;
  const standingsOf = (run: Run): Standing[] => {
    readers ??= constraints.map((c) => new ConstraintReader(c, system, runs.ode, run, env));
    return readers.map((reader) => reader.read(run));
  };
  const expected = starts.length * (generations + 1) + 200 * d;
  let count = starts.length;
  const evaluate = (x: Float64Array): Outcome => {
    progress?.(Math.min(++count, expected), expected);
    const outcome = runs.run(valuesAt(x));
    if ("why" in outcome) return broken;
    const value = outputs.read(outcome.run)[0][0];
    const standings = standingsOf(outcome.run);
    const violation = standings.reduce((sum, one) => sum + one.violation, 0);
    const cost = goal === "minimize" ? value : -value;
    // An objective without a value is no better than a broken constraint.
    return Number.isNaN(value)
      ? { violation: violation + 1e6, cost: 0, objective: value, standings }
      : { violation, cost, objective: value, standings };
  };
  const population = starts.map((x): Found<Outcome> => ({ x, value: evaluate(x) }));
  const evolved = differentialEvolution(population, evaluate, compareWorth, { generations, seed });
  let best = evolved.reduce((a, b) => (compareWorth(b.value, a.value) < 0 ? b : a));
  for (const size of [0.02, 0.002]) {
    best = nelderMead(best, size, evaluate, compareWorth, 100 * d);
  }
  progress?.(expected, expected);
  if (Number.isNaN(best.value.objective)) {
    const label = objective.label;
    report(sink, experiments.noObjective, optimization.span, { name, label, runs: count });
    return null;
  }
  if (best.value.violation > 0) {
    const nearest = parameters
      .map((p, i) => `${p.name} = ${Number(valuesAt(best.x)[i].toPrecision(4))}`)
      .join(", ");
    report(sink, experiments.noFeasible, optimization.span, { name, runs: count, nearest });
  }
  return [optimumTable(optimization, best, valuesAt(best.x), count, outputs)];
}

const broken: Outcome = {
  violation: Number.POSITIVE_INFINITY,
  cost: 0,
  objective: Number.NaN,
  standings: [],
};
