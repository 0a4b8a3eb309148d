/** Families of linear programs over a generated data set: one for each shape of program the solvers must master. */
import type { LpFamily, LpRow, LpTask, OwnVariable } from "../compiler/lp/lp-family.ts";
import type { DeaData } from "./dea-data.ts";

export type ModelKind =
  | "crs-input"
  | "vrs-input"
  | "vrs-output"
  | "vrs-super"
  | "ddf"
  | "ddf-excluded"
  | "kuosmanen"
  | "nddf"
  | "additive"
  | "sbm"
  | "cost";

export const modelKinds: readonly ModelKind[] = [
  "crs-input",
  "vrs-input",
  "vrs-output",
  "vrs-super",
  "ddf",
  "ddf-excluded",
  "kuosmanen",
  "nddf",
  "additive",
  "sbm",
  "cost",
];

interface Variable {
  readonly role: "input" | "good" | "bad";
  readonly at: number;
}

/** `scored` restricts the tasks to the first so many units. */
export function deaFamily(model: ModelKind, data: DeaData, scored = data.rows.length): LpFamily {
  const variables: Variable[] = data.rows[0]!.map((_, at) => ({
    role: at < data.inputs ? "input" : at < data.inputs + data.goods ? "good" : "bad",
    at,
  }));
  const observed = data.rows.slice(0, scored);
  switch (model) {
    case "crs-input":
    case "vrs-input":
    case "vrs-super":
      return radial(data, variables, observed, "input", model !== "crs-input", model === "vrs-super");
    case "vrs-output":
      return radial(data, variables, observed, "good", true, false);
    case "ddf":
    case "ddf-excluded":
      return directional(data, variables, observed, model === "ddf-excluded");
    case "kuosmanen":
      return kuosmanen(data, variables, observed);
    case "nddf":
      return nonradial(data, variables, observed);
    case "additive":
      return additive(data, variables, observed);
    case "sbm":
      return slacksBased(data, variables, observed);
    case "cost":
      return cost(data, variables, observed);
  }
}

function rowOf(variable: Variable, equalBads: boolean): LpRow {
  const relation = variable.role === "good" ? ">=" : variable.role === "bad" && equalBads ? "=" : "<=";
  return { relation, kind: variable.role, variable: `v${variable.at}`, label: `v${variable.at}` };
}

const convexity: LpRow = { relation: "=", kind: "convexity", label: "Σλ" };

interface Draft {
  readonly name: string;
  readonly rows: LpRow[];
  /** Coefficients of a unit's column by row. */
  readonly column: (unit: readonly number[]) => number[];
  readonly sense: "min" | "max";
  readonly own: OwnVariable[];
  /** Right-hand side, own coefficients (by own variable, then row) and costs of a task. */
  readonly task: (unit: readonly number[]) => { rhs: number[]; own: number[][]; costs: number[] };
  readonly exclude?: boolean;
}

function build(data: DeaData, observed: readonly (readonly number[])[], draft: Draft): LpFamily {
  const n = data.rows.length;
  const matrix = new Float64Array(draft.rows.length * n);
  data.rows.forEach((unit, j) => {
    for (const [i, value] of draft.column(unit).entries()) matrix[i * n + j] = value;
  });
  const tasks = observed.map((unit, observation): LpTask => {
    const { rhs, own, costs } = draft.task(unit);
    return {
      observation,
      rhs: Float64Array.from(rhs),
      own: Float64Array.from(own.flat()),
      costs: Float64Array.from(costs),
      excluded: draft.exclude ? [observation] : [],
    };
  });
  return {
    name: draft.name,
    rows: draft.rows,
    columns: data.rows.map((_, observation) => ({ kind: "lambda", observation })),
    matrix,
    own: draft.own,
    sense: draft.sense,
    tasks,
  };
}

/** Charnes, Cooper & Rhodes (1978), Banker, Charnes & Cooper (1984); bads count as inputs. */
function radial(
  data: DeaData,
  variables: Variable[],
  observed: readonly (readonly number[])[],
  moving: "input" | "good",
  vrs: boolean,
  exclude: boolean,
): LpFamily {
  const tail = vrs ? [1] : [];
  return build(data, observed, {
    name: "radial",
    rows: [...variables.map((v) => rowOf(v, false)), ...(vrs ? [convexity] : [])],
    column: (unit) => [...unit, ...tail],
    sense: moving === "input" ? "min" : "max",
    own: [{ name: "θ", free: true }],
    task: (unit) => ({
      rhs: [...variables.map((v) => (v.role === moving ? 0 : unit[v.at]!)), ...tail],
      own: [[...variables.map((v) => (v.role === moving ? -unit[v.at]! : 0)), ...tail.map(() => 0)]],
      costs: [1],
    }),
    exclude,
  });
}

/** Chung, Färe & Grosskopf (1997) under constant returns: g = (y, −b), Σλb = b − βb. */
function directional(
  data: DeaData,
  variables: Variable[],
  observed: readonly (readonly number[])[],
  exclude: boolean,
): LpFamily {
  return build(data, observed, {
    name: "ddf",
    rows: variables.map((v) => rowOf(v, true)),
    column: (unit) => [...unit],
    sense: "max",
    own: [{ name: "β", free: true }],
    task: (unit) => ({
      rhs: [...unit],
      own: [variables.map((v) => (v.role === "input" ? 0 : v.role === "good" ? -1 : 1) * unit[v.at]!)],
      costs: [1],
    }),
    exclude,
  });
}

/** Kuosmanen (2005): Σ(λ+μ)x ≤ x, Σλy ≥ y, Σλb = b, Σ(λ+μ) = 1. */
function kuosmanen(data: DeaData, variables: Variable[], observed: readonly (readonly number[])[]): LpFamily {
  const base = directional(data, variables, observed, false);
  const n = data.rows.length;
  const matrix = new Float64Array((variables.length + 1) * 2 * n);
  for (let j = 0; j < n; j++) {
    for (const [i, v] of variables.entries()) {
      matrix[i * 2 * n + j] = data.rows[j]![i]!;
      matrix[i * 2 * n + n + j] = v.role === "input" ? data.rows[j]![i]! : 0;
    }
    matrix[variables.length * 2 * n + j] = 1;
    matrix[variables.length * 2 * n + n + j] = 1;
  }
  return {
    ...base,
    name: "kuosmanen",
    rows: [...base.rows, convexity],
    columns: [...base.columns, ...data.rows.map((_, observation) => ({ kind: "mu" as const, observation }))],
    matrix,
    tasks: base.tasks.map((task) => ({
      ...task,
      rhs: Float64Array.from([...task.rhs, 1]),
      own: Float64Array.from([...task.own, 0]),
    })),
  };
}

/** Zhou, Ang & Wang (2012): a β ≥ 0 for each variable, equal weights. */
function nonradial(data: DeaData, variables: Variable[], observed: readonly (readonly number[])[]): LpFamily {
  return build(data, observed, {
    name: "nddf",
    rows: variables.map((v) => rowOf(v, true)),
    column: (unit) => [...unit],
    sense: "max",
    own: variables.map((v) => ({ name: `β${v.at}`, free: false })),
    task: (unit) => ({
      rhs: [...unit],
      own: variables.map((v) =>
        variables.map((w) => (v === w ? (v.role === "good" ? -1 : 1) * unit[v.at]! : 0)),
      ),
      costs: variables.map((v) => (unit[v.at]! > 0 ? 1 / variables.length : 0)),
    }),
  });
}

/** Charnes et al. (1985) with measure-invariant weights 1/x; a zero gets no slack. */
function additive(data: DeaData, variables: Variable[], observed: readonly (readonly number[])[]): LpFamily {
  return build(data, observed, {
    name: "additive",
    rows: [...variables.map((v) => ({ ...rowOf(v, false), relation: "=" as const })), convexity],
    column: (unit) => [...unit, 1],
    sense: "max",
    own: variables.map((v) => ({ name: `s${v.at}`, free: false })),
    task: (unit) => ({
      rhs: [...unit, 1],
      own: variables.map((v) => [...variables.map((w) => (v === w ? (v.role === "good" ? -1 : 1) : 0)), 0]),
      costs: variables.map((v) => (unit[v.at]! > 0 ? 1 / unit[v.at]! : 0)),
    }),
  });
}

/** Tone (2001) by Charnes & Cooper: min t − mean(S⁻/x), t + mean(S⁺/y) = 1, x t = XΛ + S⁻, y t = YΛ − S⁺. */
function slacksBased(
  data: DeaData,
  variables: Variable[],
  observed: readonly (readonly number[])[],
): LpFamily {
  const less = variables.filter((v) => v.role !== "good");
  const more = variables.filter((v) => v.role === "good");
  const mean = (list: Variable[], v: Variable, unit: readonly number[]) =>
    unit[v.at]! > 0 ? 1 / (list.length * unit[v.at]!) : 0;
  return build(data, observed, {
    name: "sbm",
    rows: [
      ...variables.map((v) => ({ ...rowOf(v, false), relation: "=" as const })),
      { relation: "=", kind: "normalization", label: "t" },
    ],
    column: (unit) => [...unit, 0],
    sense: "min",
    own: [{ name: "t", free: false }, ...variables.map((v) => ({ name: `s${v.at}`, free: false }))],
    task: (unit) => ({
      rhs: [...variables.map(() => 0), 1],
      own: [
        [...variables.map((v) => -unit[v.at]!), 1],
        ...variables.map((v) => [
          ...variables.map((w) => (v === w ? (v.role === "good" ? -1 : 1) : 0)),
          v.role === "good" ? mean(more, v, unit) : 0,
        ]),
      ],
      costs: [1, ...variables.map((v) => (v.role === "good" ? 0 : -mean(less, v, unit)))],
    }),
  });
}

/** Färe, Grosskopf & Lovell (1985): least cost of the outputs at prices 1, 2, 3, …; the inputs are free. */
function cost(data: DeaData, variables: Variable[], observed: readonly (readonly number[])[]): LpFamily {
  const inputs = variables.filter((v) => v.role === "input");
  return build(data, observed, {
    name: "cost",
    rows: variables.map((v) => rowOf(v, false)),
    column: (unit) => [...unit],
    sense: "min",
    own: inputs.map((v) => ({ name: `x${v.at}`, free: false })),
    task: (unit) => ({
      rhs: variables.map((v) => (v.role === "input" ? 0 : unit[v.at]!)),
      own: inputs.map((v) => variables.map((w) => (v === w ? -1 : 0))),
      costs: inputs.map((_, k) => k + 1),
    }),
  });
}
