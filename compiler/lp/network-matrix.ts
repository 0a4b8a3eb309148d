/**
 * The rows and columns of a technology in stages (Färe & Grosskopf 2000; Tone & Tsutsui 2009): each stage has intensities, and a size, of
 * its own. What passes between two stages is
 *
 *     free:    Σλ(from) z − Σλ(to) z = 0     as much is used as is made, at whatever amount (Tone & Tsutsui 2009, eq. 4)
 *     fixed:   Σλ(from) z = z,  Σλ(to) z = z   both keep the observed amount (eq. 5)
 *
 * Where emissions are weakly disposable and size is bound, a stage's units are abated one by one as in Kuosmanen (2005): its μ use inputs
 * and links, and make neither goods, bads nor links.
 */
import type { LpColumn, LpRow } from "./lp-family.ts";
import { convexityRow } from "./returns-to-scale.ts";
import type { FixedRow, ReferenceUnits, TechnologyForm, TechnologyMatrix } from "./technology-matrix.ts";
import { badRows } from "./weak-disposability.ts";

/** Variables first, in their order, then links, then sizes. Values of links follow those of the variables. */
export function networkMatrix(form: TechnologyForm, reference: ReferenceUnits): TechnologyMatrix {
  const { variables, returns, disposability, stages = [], links = [] } = form;
  const n = reference.observations.length;
  const columns: LpColumn[] = [];
  /** Where the λ and the μ of a stage begin; −1 where it has no μ. */
  const blocks = new Map<string, { readonly lambda: number; readonly mu: number }>();
  for (const stage of stages) {
    const emits = variables.some((v) => v.stage === stage && v.role === "bad");
    const { mu } = badRows(disposability, returns, emits);
    blocks.set(stage, { lambda: columns.length, mu: mu ? columns.length + n : -1 });
    for (const kind of mu ? (["lambda", "mu"] as const) : (["lambda"] as const)) {
      for (const observation of reference.observations) columns.push({ kind, observation, stage });
    }
  }
  const { relation } = badRows(disposability, returns, true);
  const rows: LpRow[] = variables.map(({ name, role, span }) => ({
    relation: role === "input" ? "<=" : role === "good" ? ">=" : relation,
    kind: role,
    variable: name,
    label: name,
    span,
  }));
  const entries: {
    readonly row: number;
    readonly stage: string;
    readonly value: number;
    readonly sign: 1 | -1;
    readonly used: boolean;
  }[] = variables.map(({ role, stage }, i) => ({
    row: i,
    stage: stage!,
    value: i,
    sign: 1,
    used: role === "input",
  }));
  const fixed: FixedRow[] = [];
  for (const [l, link] of links.entries()) {
    const { name, from, to, span } = link;
    const value = variables.length + l;
    const row = (label: string, relation: LpRow["relation"] = "=") =>
      rows.push({ relation, kind: "link", label, span }) - 1;
    const made = row(link.fixed ? `${name} made` : name, link.fixed ? "=" : (link.relation ?? "="));
    const used = link.fixed ? row(`${name} used`) : made;
    if (link.fixed) fixed.push({ row: made, of: value }, { row: used, of: value });
    entries.push({ row: made, stage: from, value, sign: 1, used: false });
    entries.push({ row: used, stage: to, value, sign: link.fixed ? 1 : -1, used: true });
  }
  const sizes: number[] = [];
  for (const stage of stages) {
    const scale = convexityRow(returns, `Σλ ${stage}`, form.span);
    if (scale !== null) sizes.push(rows.push(scale) - 1);
  }

  const width = columns.length;
  const matrix = new Float64Array(rows.length * width);
  for (const { row, stage, value, sign, used } of entries) {
    const { lambda, mu } = blocks.get(stage)!;
    for (const [j, unit] of reference.observations.entries()) {
      const amount = sign * reference.values[value]![unit]! + 0;
      matrix[row * width + lambda + j] = amount;
      if (used && mu >= 0) matrix[row * width + mu + j] = amount;
    }
  }
  for (const [s, row] of sizes.entries()) {
    for (const [j, column] of columns.entries()) if (column.stage === stages[s]) matrix[row * width + j] = 1;
  }
  const columnsOf = new Map<number, number[]>();
  for (const [j, { observation }] of columns.entries()) {
    const list = columnsOf.get(observation);
    if (list === undefined) columnsOf.set(observation, [j]);
    else list.push(j);
  }
  const rowsOf = variables.map((_, i) => [i]);
  return { rows, columns, matrix, rowsOf, sizes, fixed, abatement: -1, columnsOf };
}
