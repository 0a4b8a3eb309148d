/**
 * How long running a model will take, roughly, before anything is computed: from the sizes of panels, the kind of programs and the
 * number of runs alone. Whoever runs models by themselves asks it whether to wait for the user's word.
 */
import type {
  Declared,
  ExperimentDeclared,
  InferenceDeclared,
  Measure,
  MeasureSpec,
  Model,
  Panel,
  Regression,
  System,
  Technology,
} from "../language/model.ts";
import { runSeconds } from "./experiment/expected-seconds.ts";
import { programSeconds } from "./solve/program-seconds.ts";

export interface Cost {
  readonly seconds: number;
  /** What most of it goes into, in words; empty where it is next to nothing. */
  readonly why: string;
}

/** What is known of panels before they are read. */
export interface PanelSizes {
  /** Null where unknown. */
  rows(panel: Panel): number | null;
  /** How many different labels a key or group has; 1 where unknown. */
  labels(panel: Panel, column: string): number;
}

// Seconds, by measurement on one core of a small machine.
/** For a program beside its pivots: reading and proving it. */
const eachProgram = 2e-5;
/** For a row of a measure beside its programs, and for each unit of its frontier: slacks, targets, peers, returns to scale. */
const eachScored = 1e-4;
const eachUnit = 1.5e-7;
/** For an output of a run, and for each saved time in it. */
const eachOutput = 1e-5;
const eachSaved = 1.5e-7;
/** For a value in the table of a system's own runs, and on its way to whoever reads it. */
const eachTold = 2.5e-6;
/** For a row of a truncated regression with few terms, all its steps together. */
const eachLikelihood = 5e-6;
/** For reading a row of a panel. */
const eachRow = 1e-5;
/** Rows that a panel of unknown size is taken to have. */
const unknownRows = 1000;
/** Below this there is nothing to explain. */
const worthTelling = 0.1;

export function expectedCost(model: Model, sizes: PanelSizes): Cost {
  const known = new Sizes(model, sizes);
  const parts = model.declarations.map((declared) => ({ declared, ...costOf(declared, known) }));
  const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
  const first = parts.reduce((most, part) => (part.seconds > most.seconds ? part : most), {
    seconds: 0,
    what: "",
    declared: null as Declared | null,
  });
  if (seconds < worthTelling || first.declared === null) return { seconds, why: "" };
  const share = Math.round((100 * first.seconds) / seconds);
  const most = parts.length > 1 && share < 95 ? ` (${share} % of the time)` : "";
  return { seconds, why: `\`${first.declared.name}\`: ${first.what}${most}` };
}

interface Part {
  readonly seconds: number;
  /** `880 programs of 5 rows and 440 units each`. */
  readonly what: string;
}
const nothing: Part = { seconds: 0, what: "" };

function costOf(declared: Declared, sizes: Sizes): Part {
  switch (declared.kind) {
    case "panel": {
      const rows = sizes.rows(declared.name);
      return { seconds: rows * eachRow, what: `${count(rows)} rows` };
    }
    case "measure":
      return scored(sizes, declared.spec);
    case "index":
      return programs(sizes, declared.spec, declared.decomposition === undefined ? 3 : 6);
    case "system": {
      const runs = Math.max(1, sizes.scenarios(declared.name));
      const { time, variables } = declared;
      const told = runs * (time.steps / time.saveEvery) * (variables.length * elements(declared));
      const { seconds, what } = simulations(declared, runs, 0);
      return { seconds: seconds + told * eachTold, what };
    }
    case "regression":
      return regression(declared, sizes);
    case "sweep":
    case "sensitivity":
    case "calibration":
    case "optimization":
      return experiment(declared, sizes);
    case "influence":
    case "robustness":
    case "bootstrap":
    case "partial_frontier":
    case "comparison":
    case "returns_test":
    case "cross_efficiency":
      return inference(declared, sizes);
    default:
      return nothing;
  }
}

/** A measure's programs, and what is made of their solutions. */
function scored(sizes: Sizes, spec: MeasureSpec): Part {
  const technology = sizes.technology(spec.technology);
  if (technology === undefined) return nothing;
  const { seconds, what } = programs(sizes, spec, 1);
  const each = (eachScored + eachUnit * sizes.reference(technology)) * (movesOne(spec) ? 1 : 3);
  return { seconds: seconds + each * sizes.rows(technology.panel), what };
}

/** Whether all that a measure moves is moved by one number. */
function movesOne({ fn }: MeasureSpec): boolean {
  return fn === "radial" || fn === "ddf";
}

/** One or several programs for each row of the technology's panel. */
function programs(sizes: Sizes, spec: MeasureSpec, each: number, note = ""): Part {
  const technology = sizes.technology(spec.technology);
  if (technology === undefined) return nothing;
  const { variables, returns, disposability, stages = [] } = technology;
  const rows = variables.length + stages.length + (returns === "crs" ? 0 : 1);
  const abated = disposability === "weak" && returns !== "crs" && variables.some((v) => v.role === "bad");
  const units = sizes.reference(technology);
  const columns = units * (abated ? 2 : 1) * Math.max(1, stages.length);
  const own = movesOne(spec) ? 1 : variables.length;
  const number = Math.round(sizes.rows(technology.panel) * each);
  const one = returns === "fdh" ? columns * rows * 2e-9 : programSeconds({ rows, columns, own });
  return {
    seconds: number * (one + eachProgram),
    what: `${count(number)} programs of ${rows} rows over ${count(columns)} units${note}`,
  };
}

function simulations(system: System, runs: number, outputs: number, note = ""): Part {
  const { time, variables } = system;
  const eachRead = eachOutput + (eachSaved * time.steps) / time.saveEvery;
  const equations =
    variables.filter((v) => v.role !== "param" && v.role !== "lookup").length * elements(system);
  return {
    seconds: runs * (runSeconds(time.method, time.steps, equations, 0) + outputs * eachRead),
    what: `${count(runs)} ${runs === 1 ? "run" : "runs"} of ${count(time.steps)} steps with ${count(equations)} equations${note}`,
  };
}

/** Elements of a variable, taken to be few where it has dimensions. */
function elements({ variables }: System): number {
  const subscripted = variables.filter(({ dimensions }) => dimensions.length > 0).length;
  return 1 + (9 * subscripted) / Math.max(1, variables.length);
}

function experiment(declared: ExperimentDeclared, sizes: Sizes): Part {
  const system = sizes.system(declared.system);
  if (system === undefined) return nothing;
  switch (declared.kind) {
    case "sweep": {
      const runs = declared.ranges.reduce((n, { values }) => n * values.length, 1);
      return simulations(system, runs, declared.outputs.length, "; fewer values would be quicker");
    }
    case "sensitivity": {
      const { samples, sampling, distributions, outputs } = declared;
      const sets = sampling === "latin" || distributions.length < 2 ? 1 : distributions.length + 2;
      return simulations(system, samples * sets, outputs.length, "; fewer samples would be quicker");
    }
    case "calibration": {
      const d = declared.parameters.length;
      return simulations(system, 8 * 80 * d, declared.matches.length, "; fewer parameters would be quicker");
    }
    case "optimization": {
      const d = declared.parameters.length;
      const runs = 101 * Math.max(16, 10 * d) + 200 * d;
      return simulations(
        system,
        runs,
        1 + declared.constraints.length,
        "; fewer parameters would be quicker",
      );
    }
  }
}

/** Of bootstraps alone: everything else is quick. */
function regression({ panel, terms, bootstrap }: Regression, sizes: Sizes): Part {
  if (bootstrap === undefined) return nothing;
  const rows = sizes.rows(panel);
  const parameters = terms.length + 2;
  const fits = {
    seconds: bootstrap.replications * rows * eachLikelihood * (1 + parameters / 8),
    what: `${count(bootstrap.replications)} truncated regressions of ${count(rows)} rows; fewer replications would be quicker`,
  };
  const measure = bootstrap.measure === undefined ? undefined : sizes.measure(bootstrap.measure);
  if (measure === undefined) return fits;
  const corrected = programs(sizes, measure.spec, 100);
  return corrected.seconds > fits.seconds
    ? { seconds: fits.seconds + corrected.seconds, what: corrected.what }
    : { seconds: fits.seconds + corrected.seconds, what: fits.what };
}

function inference(declared: InferenceDeclared, sizes: Sizes): Part {
  switch (declared.kind) {
    case "bootstrap":
    case "returns_test": {
      const times = declared.replications * (declared.kind === "bootstrap" ? 1 : 2);
      return programs(sizes, declared.spec, times, "; fewer replications would be quicker");
    }
    case "influence":
      return programs(sizes, declared.spec, 10);
    case "robustness":
      return declared.choices.reduce((sum: Part, { subject, technology }) => {
        const one = scored(sizes.with(technology), subject.spec);
        return {
          seconds: sum.seconds + one.seconds,
          what: `${declared.choices.length} choices, each ${one.what}`,
        };
      }, nothing);
    case "cross_efficiency":
      return programs(sizes, declared.spec, declared.secondary === "none" ? 2 : 3);
    case "partial_frontier":
      return programs(sizes, declared.spec, 5);
    case "comparison":
      return nothing;
  }
}

/** Sizes by names, each worked out once. */
class Sizes {
  readonly #byName: ReadonlyMap<string, Declared>;
  readonly #scenarios = new Map<string, number>();
  readonly #rows = new Map<string, number>();
  readonly #sizes: PanelSizes;

  constructor(model: Pick<Model, "declarations">, sizes: PanelSizes) {
    this.#byName = new Map(model.declarations.map((d) => [d.name, d]));
    this.#sizes = sizes;
    for (const d of model.declarations) {
      if (d.kind === "scenario") this.#scenarios.set(d.system, this.scenarios(d.system) + 1);
    }
  }

  /** The same with another technology of its name. */
  with(technology: Technology): Sizes {
    const declarations = [...this.#byName.values()].filter((d) => d.name !== technology.name);
    return new Sizes({ declarations: [...declarations, technology] }, this.#sizes);
  }

  technology(name: string): Technology | undefined {
    const found = this.#byName.get(name);
    return found?.kind === "technology" ? found : undefined;
  }
  measure(name: string): Measure | undefined {
    const found = this.#byName.get(name);
    return found?.kind === "measure" ? found : undefined;
  }
  system(name: string): System | undefined {
    const found = this.#byName.get(name);
    return found?.kind === "system" ? found : undefined;
  }
  scenarios(system: string): number {
    return this.#scenarios.get(system) ?? 0;
  }

  rows(name: string): number {
    const known = this.#rows.get(name);
    if (known !== undefined) return known;
    // A circle, which the checker has told of.
    this.#rows.set(name, 0);
    const found = this.#byName.get(name);
    const rows = found?.kind === "panel" ? this.#panelRows(found) : 0;
    this.#rows.set(name, rows);
    return rows;
  }

  #panelRows(panel: Panel): number {
    const { source } = panel;
    const own = this.#sizes.rows(panel);
    if (own !== null) return own;
    switch (source.kind) {
      case "panel":
        return this.rows(source.panel);
      case "stack":
        return source.panels.reduce((sum, one) => sum + this.rows(one), 0);
      case "runs": {
        const system = this.system(source.system);
        if (system === undefined) return 0;
        const saved = system.time.steps / system.time.saveEvery + 1;
        return saved * Math.max(1, this.scenarios(source.system));
      }
      default:
        return unknownRows;
    }
  }

  /** How many units one frontier of a technology has. */
  reference({ referencePanel, by, reference }: Technology): number {
    const panel = this.#byName.get(referencePanel);
    if (panel?.kind !== "panel") return 0;
    const rows = this.rows(referencePanel);
    const of = (column: string) => Math.max(1, this.#sizes.labels(panel, column));
    const groups = by.reduce((n, column) => n * of(column), 1);
    const periods = panel.period === undefined ? 1 : of(panel.period);
    const taken = {
      contemporaneous: 1,
      biennial: 2,
      window: reference.kind === "window" ? reference.size : 1,
      sequential: periods / 2,
      global: periods,
    }[reference.kind];
    return Math.max(1, Math.round((rows / groups / periods) * Math.min(periods, Math.max(1, taken))));
  }
}

function count(n: number): string {
  return Math.round(n).toLocaleString("en-US");
}
