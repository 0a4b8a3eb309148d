import type { Sensitivity } from "../../language/model.ts";
import type { Table } from "../tables/table.ts";
import type { ManyRuns } from "./run-all.ts";
import { singleName, singleValues } from "./samples-table.ts";
import { labelColumn, numberColumn } from "./table-columns.ts";
import { type VarianceIndex, varianceIndex } from "./variance-indices.ts";

/**
 * Variance-based indices of every parameter for every output, of what is over time at the last saved time. Where any of the runs
 * that belong together has no value, none of them counts.
 */
export function indicesTable(
  sensitivity: Sensitivity,
  own: ManyRuns,
  other: ManyRuns,
  mixed: readonly ManyRuns[],
): Table {
  const { name, distributions, samples, sampling } = sensitivity;
  const { columns, times } = own.outputs!;
  const end = times[times.length - 1];
  const left: string[] = [];
  const rows = columns.flatMap((column, place) => {
    const all = [own, other, ...mixed].map((runs) => singleValues(runs, place));
    const kept = own.values.flatMap((_, j) => (all.every((values) => !Number.isNaN(values[j])) ? [j] : []));
    const take = (values: Float64Array) => Float64Array.from(kept, (j) => values[j]);
    const label = singleName(column, end);
    if (kept.length < samples)
      left.push(
        `${label}: ${(samples - kept.length).toLocaleString("en-US")} of ${samples.toLocaleString("en-US")} points left out, as a run of theirs has no value.`,
      );
    const [a, b, ...ab] = all.map(take);
    return distributions.map((parameter, i): { label: string; parameter: string; index: VarianceIndex } => ({
      label,
      parameter: parameter.name,
      index: varianceIndex(a, b, ab[i]),
    }));
  });
  return {
    name: `${name}.indices`,
    rows: rows.length,
    columns: [
      labelColumn(
        "output",
        "dimension",
        rows.map((row) => row.label),
      ),
      labelColumn(
        "parameter",
        "dimension",
        rows.map((row) => row.parameter),
      ),
      numberColumn(
        "first_order",
        null,
        rows.map((row) => row.index.first),
      ),
      numberColumn(
        "first_order_error",
        null,
        rows.map((row) => row.index.firstError),
      ),
      numberColumn(
        "total",
        null,
        rows.map((row) => row.index.total),
      ),
      numberColumn(
        "total_error",
        null,
        rows.map((row) => row.index.totalError),
      ),
    ],
    notes: [...designNotes(distributions.length, samples, sampling), ...left],
  };
}

function designNotes(d: number, n: number, sampling: Sensitivity["sampling"]): string[] {
  const runs = (n * (d + 2)).toLocaleString("en-US");
  const size = n.toLocaleString("en-US");
  const design = `${runs} runs: two samples A and B of ${size} points and, for each of the ${d} parameters, A with that parameter from B. First order: Saltelli et al. (2010); total: Jansen (1999); errors as for independent draws.`;
  const power = 2 ** Math.round(Math.log2(n));
  if (sampling !== "sobol" || power === n) return [design];
  return [
    design,
    `Sobol points are spread evenly in full where their number is a power of two, such as ${power.toLocaleString("en-US")}.`,
  ];
}
