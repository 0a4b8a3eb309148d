/**
 * The non-oriented slacks-based measure and its super-efficiency, made linear by the transformation of Charnes & Cooper (1962):
 * intensities Λ = tλ and slacks S = ts, so the convexity row reads ΣΛ = t.
 */
import type { LpFamily, LpRow, LpTask, OwnVariable } from "./lp-family.ts";
import { peersOf } from "./returns-to-scale.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";
import { excludedColumns, technologyMatrix } from "./technology-matrix.ts";

/**
 * Tone (2001), with bads Tone (2004): `worth` holds 1/(m x) for inputs and 1/((s1+s2) y), 1/((s1+s2) b) for goods and bads.
 *
 *     min t − Σ wx Sx : t + Σ wy Sy + Σ wb Sb = 1,  ΣΛx + Sx = tx,  ΣΛy − Sy = ty,  ΣΛb + Sb = tb
 */
export function slacksBasedFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
): LpFamily {
  return fractional(name, form, reference, points, {
    relation: () => "=",
    slack: "slack",
    sign: (role) => (role === "good" ? -1 : 1),
    cost: -1,
    norm: 1,
  });
}

/**
 * Super-efficiency of units that the measure calls efficient (Tone 2002; with bads the same excess in the denominator): the nearest
 * point of the others' set that is no better in any variable.
 *
 *     min t + Σ wx Sx : t − Σ wy Sy − Σ wb Sb = 1,  ΣΛx − Sx ≤ tx,  ΣΛy + Sy ≥ ty,  ΣΛb − Sb ≤ tb,  Sy ≤ ty
 */
export function superSlacksBasedFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
): LpFamily {
  return fractional(name, form, reference, points, {
    relation: (role) => (role === "good" ? ">=" : "<="),
    slack: "excess",
    sign: (role) => (role === "good" ? 1 : -1),
    cost: 1,
    norm: -1,
  });
}

interface Shape {
  relation(role: Role): LpRow["relation"];
  /** What the own variables of the variables are called. */
  readonly slack: string;
  sign(role: Role): 1 | -1;
  /** Sign of inputs' slacks in the objective and of outputs' slacks in the normalization. */
  readonly cost: 1 | -1;
  readonly norm: 1 | -1;
}
type Role = TechnologyForm["variables"][number]["role"];

function fractional(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  shape: Shape,
): LpFamily {
  const { variables } = form;
  const technology = technologyMatrix(form, reference);
  const rows: LpRow[] = technology.rows.map((row, i) =>
    i < variables.length ? { ...row, relation: shape.relation(variables[i]!.role) } : row,
  );
  const normalization = rows.push({ relation: "=", kind: "normalization", label: "outputs' part is 1" }) - 1;
  // An output cannot fall below zero: only super-efficiency could push it there.
  const floors = variables.flatMap(({ name: variable, role }, i) => {
    if (shape.norm === 1 || role !== "good") return [];
    const row = rows.push({ relation: "<=", kind: "bound", variable, label: `${variable} ≥ 0` }) - 1;
    return [{ row, variable: i }];
  });
  const m = rows.length;
  const matrix = new Float64Array(m * technology.columns.length);
  matrix.set(technology.matrix);
  const own: OwnVariable[] = [
    { name: "t", free: false },
    ...variables.map(({ name: variable }) => ({ name: `${shape.slack} ${variable}`, variable, free: false })),
  ];
  const tasks = points.map((point): LpTask => {
    const rhs = new Float64Array(m);
    const coefficients = new Float64Array(own.length * m);
    const costs = new Float64Array(own.length);
    costs[0] = 1;
    rhs[normalization] = 1;
    coefficients[normalization] = 1;
    for (const [i, { role }] of variables.entries()) {
      const column = (i + 1) * m;
      coefficients[i] = -point.at[i]!;
      coefficients[column + i] = shape.sign(role);
      if (role === "input") costs[i + 1] = shape.cost * point.worth[i]!;
      else coefficients[column + normalization] = shape.norm * point.worth[i]!;
    }
    for (const { row, variable } of floors) {
      coefficients[row] = -point.at[variable]!;
      coefficients[(variable + 1) * m + row] = 1;
    }
    for (const row of technology.sizes) coefficients[row] = -1;
    for (const { row, of } of technology.fixed) coefficients[row] = -point.at[of]!;
    const excluded = excludedColumns(technology, point);
    return { observation: point.observation, rhs, own: coefficients, costs, excluded };
  });
  return {
    name,
    rows,
    columns: technology.columns,
    matrix,
    own,
    sense: "min",
    ...peersOf(form.returns),
    tasks,
  };
}
