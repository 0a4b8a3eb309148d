/** Runs a measure: one program for each row of the panel, then slacks, classes, ranks and the tables. */
import { referencePeriods } from "../../compiler/lp/reference-set.ts";
import { measureColumns } from "../../language/builtins/measures.ts";
import { writtenOut } from "../../language/check/frontier-shapes.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Measure, Model } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { ProgramCount } from "../results.ts";
import type { SolveOptions } from "../solve/solve-family.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import { certificateTable, countPrograms } from "./certificate-table.ts";
import { DetailColumns, type DetailKind } from "./detail-columns.ts";
import { detailsOf } from "./details.ts";
import { dropVectors } from "./drop-vectors.ts";
import type { FrontierData } from "./frontier-data.ts";
import { readFrontier } from "./frontier-data.ts";
import { infeasibleTable } from "./infeasible-table.ts";
import type { Method } from "./method.ts";
import { methods } from "./methods.ts";
import { statusNotes, technologyNotes } from "./notes.ts";
import { rowName } from "./observations.ts";
import { peersTable } from "./peers-table.ts";
import { ranks } from "./ranks.ts";
import { returnsToScale, scaleOf } from "./returns-class.ts";
import type { Answer, Request } from "./score-requests.ts";
import { scoreRequests } from "./score-requests.ts";
import { keyColumns, keysAndGroups, labels, numbers } from "./table-columns.ts";
import { valueParts } from "./value-parts.ts";

export interface FrontierOptions extends SolveOptions {
  /** Where data that the model cannot take is reported. */
  readonly sink: Diagnostics;
}

export interface MeasureResult {
  /** The main table, then its side tables. */
  readonly tables: readonly Table[];
  readonly count: ProgramCount;
}

/** The measure's tables; none after errors, which are in the sink. Within `withSolvers`. */
export function runMeasure(
  measure: Measure,
  model: Model,
  env: Environment,
  options: FrontierOptions,
): MeasureResult {
  const { name, spec } = measure;
  const data = readFrontier(spec, model, env, options.sink);
  if (data === null) return { tables: [], count: countPrograms(name, []) };
  const { scored, labels: known, technology } = data;
  const rows = Array.from({ length: scored.table.rows }, (_, row) => row);
  const periods = Math.max(1, known.periods.length);
  const requests = rows.map((row): Request => {
    return { row, range: referencePeriods(technology.reference, scored.period[row]!, periods) };
  });
  const answers = scoreRequests(data, requests, options, { secondPhase: true });
  const details = new DetailColumns(rows.length, technology.variables.length);
  for (const [row, answer] of answers.entries()) {
    if (answer.status === "optimal") details.set(row, detailsOf(data, answer));
  }
  const own = ownColumns(data, answers, options);
  const peers = peersTable(name, data, answers, details.peers);
  const forScale = answers.map(scaleOf);
  dropVectors(answers);
  const more: SolveOptions = { solver: options.solver, pool: options.pool };
  const scale = returnsToScale(data, requests, forScale, more);
  const parts = spec.prices === undefined ? {} : valueParts(data, requests, answers, more);
  const notes = [
    ...technologyNotes(data),
    ...statusNotes(data, answers, `${name}.infeasible`),
    ...detailNotes(data, details),
  ];
  const main: Table = {
    name,
    rows: rows.length,
    columns: [
      ...keysAndGroups(scored.table),
      ...valueColumns(data, answers, details, scale, { ...parts, ...own }),
    ],
    ...(notes.length > 0 ? { notes } : {}),
  };
  const tables = [
    main,
    peers,
    certificateTable(name, keyColumns(scored.table), answers),
    infeasibleTable(name, data, requests, answers),
  ];
  return { tables, count: countPrograms(name, answers) };
}

/** The catalogue's columns, filled. */
function valueColumns(
  data: FrontierData,
  answers: readonly Answer[],
  details: DetailColumns,
  scale: readonly (string | null)[],
  parts: Readonly<Record<string, Float64Array>>,
): TableColumn[] {
  const { spec, technology, scored } = data;
  const method = methods[spec.fn]!;
  const scores = Float64Array.from(answers, (answer) => answer.score);
  const efficiency = Float64Array.from(answers, (answer) => answer.efficiency);
  const cells = answers.map((_, row) => `${scored.period[row]} ${scored.group[row]}`);
  const byName: Readonly<Record<string, Float64Array | readonly (string | null)[]>> = {
    score: scores,
    efficiency,
    rank: ranks(efficiency, cells),
    class: details.class,
    status: answers.map((answer) => answer.status),
    returns_to_scale: scale,
    model: answers.map((answer) => modelOf(answer, method)),
    ...parts,
  };
  return writtenOut(measureColumns(spec), technology, spec.money).map(({ name, column, unit, variable }) => {
    if (column.own === true) return numbers(name, byName[name] as Float64Array, { unit });
    if (variable !== undefined) {
      const values = details.column(byVariable[column.name]!, variable);
      return numbers(name, values, column.symbol === undefined ? { unit } : { unit, symbol: column.symbol });
    }
    const values = byName[name]!;
    if (!(values instanceof Float64Array)) return labels(name, values);
    return numbers(name, values, name === "score" ? { unit, symbol: method.symbol(spec) } : { unit });
  });
}

const byVariable: Readonly<Record<string, DetailKind>> = {
  "slack.V": "slacks",
  "target.V": "targets",
  "price.V": "prices",
  "beta.V": "betas",
  "price.V.low": "low",
  "price.V.high": "high",
};

/** The columns that a method makes of its programs' own variables. */
function ownColumns(
  data: FrontierData,
  answers: readonly Answer[],
  options: SolveOptions,
): Readonly<Record<string, Float64Array>> {
  const { spec, technology } = data;
  const method = methods[spec.fn]!;
  const names = writtenOut(measureColumns(spec), technology, spec.money).flatMap(({ name, column }) =>
    column.own === true ? [name] : [],
  );
  const columns = names.map((name) => [name, new Float64Array(answers.length).fill(Number.NaN)] as const);
  for (const [row, { status, program }] of answers.entries()) {
    if (status !== "optimal" || program === null || method.columns === undefined) continue;
    const values = method.columns(program, technology.variables, technology);
    for (const [name, column] of columns) column[row] = values[name] ?? Number.NaN;
  }
  const programs = answers.map(({ status, program }) => (status === "optimal" ? program : null));
  return { ...Object.fromEntries(columns), ...method.table?.(programs, technology, options) };
}

/** Which of a measure's programs gave the score; null where there is none. */
function modelOf(answer: Answer, method: Method): string | null {
  if (answer.status !== "optimal") return null;
  return (answer.program!.beyond ? method.beyond?.model : method.model) ?? null;
}

/** Shadow prices below zero, and second phases that failed. */
function detailNotes(data: FrontierData, details: DetailColumns): string[] {
  const { technology, scored, labels: known } = data;
  const notes: string[] = [];
  for (const [i, variable] of technology.variables.entries()) {
    if (variable.role !== "bad") continue;
    const prices = details.column("prices", i);
    // Against the unit's own amount, so that rounding does not count.
    const negative = scored.order.filter((row) => prices[row]! * Math.abs(data.values[i]![row]!) < -1e-9);
    if (negative.length === 0) continue;
    const first = rowName(known, scored, negative[0]!);
    notes.push(
      `price.${variable.name} is negative in ${negative.length} ${negative.length === 1 ? "row" : "rows"} (first: ${first}): there the frontier rewards more ${variable.name}, which weak disposability allows.`,
    );
  }
  const open = scored.order.filter((row) => details.peers[row] !== null && details.class[row] === null);
  if (open.length > 0) {
    notes.push(
      `The second phase found no slacks in ${open.length} ${open.length === 1 ? "row" : "rows"} (first: ${rowName(known, scored, open[0]!)}); slacks, targets, peers and class are empty there.`,
    );
  }
  return notes;
}
