/**
 * The relational measure of a network (Kao & Hwang 2008; with inputs and outputs at every stage Kao 2009): the same factor has the same
 * price wherever it stands, and no stage of any unit earns more than it costs. In prices,
 *
 *     E = max Σ u y : Σ v x = 1,   Σ outputs − Σ inputs ≤ 0 for every stage of every unit (links at their price w in both)
 *
 * whose dual is the radial program on the network in which a stage may make more of a link than the next one uses:
 *
 *     min θ : Σλ(s) x ≤ θx,  Σλ(s) y ≥ y,  Σλ(from) z ≥ Σλ(to) z
 *
 * In a chain of stages with nothing but links between them E is the product of the stages' efficiencies.
 */
import type { LpFamily, LpTask } from "./lp-family.ts";
import { radialFamily } from "./radial.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";

/** One program for each point; θ is its own variable. */
export function relationalFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
): LpFamily {
  const links = form.links!.map((link) => ({ ...link, relation: ">=" as const }));
  return radialFamily(name, { ...form, links }, reference, points, "input");
}

/** A unit whose efficiencies overall and in the stages before are known. */
export interface StageTask {
  readonly point: Point;
  readonly overall: number;
  readonly before: readonly number[];
}

/** What is held at its optimum is let go by this share, so that rounding cannot make it impossible. */
const slack = 1e-10;

/**
 * The greatest efficiency of stage k among all prices that give the overall one (Kao & Hwang 2008, eq. 8), and to the stages before it
 * theirs: optimal prices are seldom unique, so stages come in their order. The program in prices,
 *
 *     max outputs(k) : inputs(k) = 1,  outputs − E inputs ≥ 0 overall,  outputs(l) − E(l) inputs(l) ≥ 0 for l < k,
 *
 * and the rows of every unit, has the dual min α over the intensities of `overall`, with α for its first row, γ and δ for the others.
 */
export function stageFamily(
  overall: LpFamily,
  form: TechnologyForm,
  tasks: readonly StageTask[],
  k: number,
): LpFamily {
  const { variables, stages = [], links = [] } = form;
  const m = overall.rows.length;
  const before = stages.slice(0, k);
  const own = [
    { name: "α", free: true },
    { name: "γ", free: false },
    ...before.map((stage) => ({ name: `δ ${stage}`, free: false })),
  ];
  const programs = tasks.map(({ point, overall: whole, before: known }): LpTask => {
    const rhs = new Float64Array(m);
    const coefficients = new Float64Array(own.length * m);
    const add = (variable: number, row: number, value: number) => {
      coefficients[variable * m + row]! += value;
    };
    for (const [i, { role, stage }] of variables.entries()) {
      const amount = point.at[i]!;
      const at = before.indexOf(stage!);
      if (role === "good") {
        if (stage === stages[k]) rhs[i] = amount;
        add(1, i, -amount);
        if (at >= 0) add(2 + at, i, -amount);
      } else {
        if (stage === stages[k]) add(0, i, -amount);
        add(1, i, -amount * whole * (1 - slack));
        if (at >= 0) add(2 + at, i, -amount * known[at]! * (1 - slack));
      }
    }
    for (const [l, { from, to }] of links.entries()) {
      const row = variables.length + l;
      const amount = point.at[row]!;
      if (from === stages[k]) rhs[row] = amount;
      if (to === stages[k]) add(0, row, amount);
      const [made, used] = [before.indexOf(from), before.indexOf(to)];
      if (made >= 0) add(2 + made, row, -amount);
      if (used >= 0) add(2 + used, row, amount * known[used]! * (1 - slack));
    }
    const costs = new Float64Array(own.length);
    costs[0] = 1;
    return { observation: point.observation, rhs, own: coefficients, costs, excluded: [] };
  });
  return { ...overall, name: `${overall.name} ${stages[k]}`, own, sense: "min", tasks: programs };
}
