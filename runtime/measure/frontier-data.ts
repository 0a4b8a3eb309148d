/** All numbers that the programs of a measure or index are made of, read once from the panels and checked. */
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Expr, MeasureSpec, Model, StageLink, Technology, Variable } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { valuesFor } from "../evaluate/evaluate.ts";
import { checkAmounts, checkMoves } from "./data-limits.ts";
import { directionSizes } from "./direction-sizes.ts";
import { checkNullJointness } from "./null-jointness.ts";
import type { Observations, PanelLabels } from "./observations.ts";
import { readObservations } from "./observations.ts";

export interface FrontierData {
  readonly spec: MeasureSpec;
  readonly technology: Technology;
  readonly labels: PanelLabels;
  readonly scored: Observations;
  readonly reference: Observations;
  /** The technology's variables, then its links, over the rows of each panel. */
  readonly values: readonly Float64Array[];
  readonly referenceValues: readonly Float64Array[];
  /** The direction's sizes by variable over the scored rows; zeros for measures without one. */
  readonly moves: readonly Float64Array[];
  /** Weights or prices that the model gives, by variable over the scored rows; null where it gives none. */
  readonly given: readonly Float64Array[] | null;
  /** What is asked of prices: Σ limit_v · price_v ≤ 0, by variable. */
  readonly limits: readonly Float64Array[];
  /** Why a scored row has no program; null where it has one. */
  readonly undefinedBecause: readonly (string | null)[];
  /** Reference rows, by label, that are complete and meet the technology's `where`. */
  readonly referenceRows: readonly number[];
}

/** Reads the panels; null after errors, which are in the sink. */
export function readFrontier(
  spec: MeasureSpec,
  model: Model,
  env: Environment,
  sink: Diagnostics,
): FrontierData | null {
  const technology = model.declarations.find(
    (d): d is Technology => d.kind === "technology" && d.name === spec.technology,
  );
  if (technology === undefined) throw new Error(`no technology ${spec.technology}`);
  const table = env.table(technology.panel);
  const referenceTable = env.table(technology.referencePanel);
  if (table === undefined || referenceTable === undefined) return null;
  const same = table === referenceTable;
  const read = readObservations(same ? [table] : [table, referenceTable], technology.by);
  const scored = read.observations[0]!;
  const reference = read.observations[same ? 0 : 1]!;
  const { variables } = technology;
  const amounts = amountsOf(technology);
  const values = amounts.map((v) => valuesFor(v.value, table, env));
  const referenceValues = same
    ? values
    : amounts.map((v) => valuesFor(v.referenceValue ?? v.value, referenceTable, env));

  const complete = completeRows(values, table.rows);
  const referenceComplete = same ? complete : completeRows(referenceValues, referenceTable.rows);
  const allowed =
    technology.where === undefined ? undefined : valuesFor(technology.where, referenceTable, env);
  const referenceRows = reference.order.filter(
    (row) => referenceComplete[row] === 1 && (allowed === undefined || allowed[row] === 1),
  );
  const moves =
    spec.moves === undefined
      ? variables.map(() => new Float64Array(table.rows))
      : directionSizes(technology, spec.moves, scored, values, complete, env);

  const given = givenBy(spec, technology, (expr) => valuesFor(expr, table, env), table.rows);
  const { labels } = read;
  const limits = priceLimits(technology);
  const data = { spec, technology, labels, scored, reference, values, referenceValues, moves, given, limits };
  const undefinedBecause = Array.from({ length: table.rows }, (_, row) => whyUndefined(data, row));
  const whole: FrontierData = { ...data, undefinedBecause, referenceRows };
  const sound = checkAmounts(whole, complete, sink);
  checkNullJointness(whole, sink);
  return checkMoves(whole, sink) && sound ? whole : null;
}

/** What stands on the rows of a technology's programs: its variables, then its links. */
export function amountsOf({ variables, links = [] }: Technology): readonly (Variable | StageLink)[] {
  return [...variables, ...links];
}

/** Weights or prices by variable (of a network's stage at each of its variables), zeros where the model leaves one out. */
function givenBy(
  { prices, weights }: MeasureSpec,
  { variables }: Technology,
  evaluate: (expr: Expr) => Float64Array,
  rows: number,
): Float64Array[] | null {
  const byName = prices ?? (weights !== undefined && "values" in weights ? weights.values : undefined);
  if (byName === undefined) return null;
  return variables.map(({ name, stage = "" }) => {
    const found = byName[weights?.kind === "stages" ? stage : name];
    return found === undefined ? new Float64Array(rows) : evaluate(found);
  });
}

/** Each restriction as one or two half-spaces: low·p_under − p_over ≤ 0 and p_over − high·p_under ≤ 0. */
function priceLimits({ variables, restrictions = [] }: Technology): Float64Array[] {
  return restrictions.flatMap(({ over, under, low, high }) => {
    const limit = (ofOver: number, ofUnder: number) =>
      Float64Array.from(variables, ({ name }) => (name === over ? ofOver : name === under ? ofUnder : 0));
    return [...(low === undefined ? [] : [limit(-1, low)]), ...(high === undefined ? [] : [limit(1, -high)])];
  });
}

function completeRows(values: readonly Float64Array[], rows: number): Uint8Array {
  return Uint8Array.from({ length: rows }, (_, row) =>
    values.every((column) => Number.isFinite(column[row])) ? 1 : 0,
  );
}

function whyUndefined(
  data: Pick<FrontierData, "spec" | "technology" | "values" | "moves">,
  row: number,
): string | null {
  const { variables } = data.technology;
  const missing = amountsOf(data.technology).filter((_, i) => !Number.isFinite(data.values[i]![row]));
  if (missing.length > 0) return `${missing.map((v) => v.name).join(" and ")} missing`;
  if (data.spec.moves === undefined) return null;
  const sizes = data.moves.map((size) => size[row]!);
  const unknown = variables.filter((_, i) => !Number.isFinite(sizes[i]));
  if (unknown.length > 0) return `no size of the direction for ${unknown.map((v) => v.name).join(" and ")}`;
  return sizes.every((size) => size === 0) ? "the direction is zero" : null;
}
