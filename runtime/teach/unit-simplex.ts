/** The steps of the simplex method for the program of one unit. */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { name, symbol } from "../../compiler/print/math.ts";
import { Notation } from "../../compiler/print/notation.ts";
import { columnName } from "../../compiler/print/program-names.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Measure, Model } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { Environment } from "../evaluate/environment.ts";
import { unitProgram } from "../explain/unit-program.ts";
import { simplexSteps } from "./simplex-steps.ts";
import type { DenseProgram, SimplexSteps, TooLarge } from "./simplex-types.ts";

/** The steps, and the score that the measure makes of their optimum. */
export interface UnitSimplex extends SimplexSteps {
  /** `Beijing 2014`. */
  readonly unit: string;
  /** Null without an optimum. */
  readonly score: number | null;
  /** The field's sign for what is asked for stands in `columns`; this is the measure's name. */
  readonly measure: string;
}

/** `wrong` says in words why there is no such unit or program, null stands for errors in the sink. `loadSolvers` must have been awaited. */
export function unitSimplex(
  measure: Measure,
  model: Model,
  env: Environment,
  sink: Diagnostics,
  asked: { readonly dmu: string; readonly period?: string },
): UnitSimplex | TooLarge | { readonly wrong: string } | null {
  const unit = unitProgram(measure, model, env, sink, asked);
  if (unit === null || "wrong" in unit) return unit;
  const { answer, data } = unit;
  if (answer.program === null) return { wrong: `${unit.name} has no program: ${answer.reason}` };
  const { family, task } = answer.program;
  if (family.single === true) {
    return { wrong: "on a free disposal hull units are compared one by one, without a linear program" };
  }
  const notation = new Notation(data.technology.variables, family.own);
  const steps = simplexSteps(familyProgram(family, task, notation, unit.nameOf, measure.span));
  if ("tooLarge" in steps) return steps;
  const score = Number.isFinite(answer.score) ? answer.score : null;
  return { ...steps, unit: unit.name, measure: measure.name, score };
}

const relations = { "<=": "≤", "=": "=", ">=": "≥" } as const;

/**
 * One task of a family as a program of its own, in the family's own numbers.
 * @param source where rows come from that are the measure's and not the technology's
 */
export function familyProgram(
  family: LpFamily,
  task: number,
  notation: Notation,
  nameOf: (observation: number) => string,
  source?: Span,
): DenseProgram {
  const { rhs, own, costs, excluded } = family.tasks[task]!;
  const [m, n] = [family.rows.length, family.columns.length];
  const left = new Set(excluded);
  const allowed = family.columns.flatMap((_, j) => (left.has(j) ? [] : [j]));
  return {
    sense: family.sense,
    columns: [
      ...allowed.map((j) => intensity(family, j, notation, nameOf)),
      ...family.own.map((one, k) => ({
        kind: "own" as const,
        name: one.name,
        formula: notation.own(one, false),
        free: one.free,
        cost: costs[k]!,
        ...(one.variable === undefined ? {} : { variable: one.variable }),
      })),
    ],
    rows: family.rows.map(({ label, relation, variable, span = source }, i) => ({
      name: label,
      relation: relations[relation],
      ...(variable === undefined ? {} : { variable }),
      ...(span === undefined ? {} : { source: span }),
      cells: [...allowed.map((j) => family.matrix[i * n + j]!), ...family.own.map((_, k) => own[k * m + i]!)],
      rhs: rhs[i]!,
    })),
  };
}

function intensity(
  family: LpFamily,
  j: number,
  notation: Notation,
  nameOf: (observation: number) => string,
): DenseProgram["columns"][number] {
  const column = family.columns[j]!;
  const letter = notation.intensity(column.kind);
  const text = letter.is === "symbol" ? letter.text : column.kind;
  const unit = columnName(column, j - family.columns.findIndex(({ kind }) => kind === column.kind), nameOf);
  const stage = column.stage === undefined ? [] : [name(column.stage)];
  return {
    kind: "intensity",
    name: [text, unit, ...(column.stage === undefined ? [] : [column.stage])].join(" "),
    formula: symbol(text, [name(unit), ...stage]),
    cost: 0,
    unit,
    ...(column.observation < 0 ? {} : { observation: column.observation }),
  };
}
