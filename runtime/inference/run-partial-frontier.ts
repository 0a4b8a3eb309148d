/** Order-m and order-α scores: each unit against those that make at least as much, or use at most as much, as it does. */
import { derivedMeasures } from "../../language/builtins/inference.ts";
import { writtenOut } from "../../language/check/frontier-shapes.ts";
import type { Model, PartialFrontier } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import { methods } from "../measure/methods.ts";
import { someOf } from "../measure/notes.ts";
import { rowName } from "../measure/observations.ts";
import { ranks } from "../measure/ranks.ts";
import type { FrontierOptions } from "../measure/run-measure.ts";
import { keysAndGroups, labels, numbers } from "../measure/table-columns.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import type { Frontier } from "./frontiers.ts";
import { frontiersOf } from "./frontiers.ts";
import { orderAlpha, orderM } from "./partial-frontier.ts";

const onFrontier = 1e-7;

/** The table of a partial frontier; none after errors, which are in the sink. */
export function runPartialFrontier(
  partial: PartialFrontier,
  model: Model,
  env: Environment,
  options: FrontierOptions,
): { readonly tables: readonly Table[] } {
  const data = readFrontier(partial.spec, model, env, options.sink);
  if (data === null) return { tables: [] };
  const { rows } = data.scored.table;
  const scores = new Float64Array(rows).fill(Number.NaN);
  const peers = new Float64Array(rows).fill(Number.NaN);
  let done = 0;
  for (const frontier of frontiersOf(data)) {
    for (const row of frontier.rows) {
      options.progress?.(++done, rows);
      if (data.undefinedBecause[row] !== null) continue;
      const ratios = ratiosOf(data, frontier, row);
      peers[row] = ratios.length;
      if (ratios.length === 0) continue;
      const score = partial.fn === "order_m" ? orderM : orderAlpha;
      scores[row] = score(ratios, partial.order, partial.spec.orientation);
    }
  }
  return { tables: [tableOf(partial, data, scores, peers)] };
}

/**
 * τ of the units that count, ascending. Input: of those with at least the goods, at most the bads and fixed inputs, the
 * largest share x_j/x of an input that may move; output: of those with at most the inputs and bads, the smallest y_j/y.
 */
function ratiosOf(data: FrontierData, { units }: Frontier, row: number): Float64Array {
  const { variables } = data.technology;
  const input = data.spec.orientation !== "output";
  const moving = variables.map((v) => (input ? v.role === "input" && !v.fixed : v.role === "good"));
  const found: number[] = [];
  for (const unit of units) {
    let ratio = input ? 0 : Number.POSITIVE_INFINITY;
    let counts = true;
    for (let i = 0; i < variables.length && counts; i++) {
      const own = data.values[i]![row]!;
      const other = data.referenceValues[i]![unit]!;
      // Nothing of an input cannot be shared; nothing of a good is made by everybody.
      if (moving[i] && own > 0) ratio = input ? Math.max(ratio, other / own) : Math.min(ratio, other / own);
      else counts = variables[i]!.role === "good" ? other >= own : other <= own;
    }
    if (counts) found.push(ratio);
  }
  return Float64Array.from(found).sort();
}

function tableOf(
  { name, fn, order, spec }: PartialFrontier,
  data: FrontierData,
  scores: Float64Array,
  peers: Float64Array,
): Table {
  const { scored, technology, labels: known, undefinedBecause } = data;
  const efficiency = scores.map((score) => methods.radial!.efficiency(score, spec));
  const cells = Array.from(scores, (_, row) => `${scored.period[row]} ${scored.group[row]}`);
  const status = Array.from(scores, (score, row) =>
    undefinedBecause[row] !== null ? "undefined" : Number.isNaN(score) ? "infeasible" : "optimal",
  );
  const byName: Readonly<Record<string, Float64Array | readonly (string | null)[]>> = {
    score: scores,
    efficiency,
    class: Array.from(efficiency, (value) =>
      Number.isNaN(value) ? null : value >= 1 - onFrontier ? "efficient" : "inefficient",
    ),
    rank: ranks(efficiency, cells),
    status,
    peers,
  };
  const role = spec.orientation === "input" ? "input" : "good";
  const columns = writtenOut(derivedMeasures.get(fn)!.columns, technology).map(
    ({ name: column, unit, variable, column: { symbol } }): TableColumn => {
      if (variable !== undefined) {
        const { role: own, fixed } = technology.variables[variable]!;
        const moved = own === role && !fixed;
        const values = data.values[variable]!.map(
          (value, row) => value * (moved ? scores[row]! : scores[row]! * 0 + 1),
        );
        return numbers(column, values, { unit });
      }
      const values = byName[column]!;
      if (!(values instanceof Float64Array)) return labels(column, values);
      const sign = spec.orientation === "output" ? symbol?.replace("θ", "φ") : symbol;
      return numbers(column, values, { unit, ...(sign === undefined ? {} : { symbol: sign }) });
    },
  );
  const notes = [
    fn === "order_m"
      ? `m = ${order}: the expectation over all draws of ${order} units is computed exactly; nothing is drawn.`
      : `α = ${order}.`,
    `The frontier is that of the free-disposal hull; \`returns ${technology.returns}\` of \`${technology.name}\` plays no part.`,
  ];
  const alone = scored.order.filter((row) => status[row] === "infeasible");
  if (alone.length > 0) {
    const names = someOf(alone.map((row) => rowName(known, scored, row)));
    const what = spec.orientation === "input" ? "makes at least as much as" : "uses at most as much as";
    notes.push(`No unit of the reference set ${what} ${names}: infeasible.`);
  }
  const others = scored.order.filter((row) => undefinedBecause[row] !== null);
  for (const row of others.slice(0, 3))
    notes.push(`${rowName(known, scored, row)}: undefined, ${undefinedBecause[row]}.`);
  if (others.length > 3) notes.push(`${others.length - 3} more rows are undefined.`);
  return { name, rows: scores.length, columns: [...keysAndGroups(scored.table), ...columns], notes };
}
