import { quantileNames } from "../../language/check/experiment-shape.ts";
import type { Sensitivity } from "../../language/model.ts";
import type { Table } from "../tables/table.ts";
import type { ManyRuns } from "./run-all.ts";
import { mean, quantile, sortedNumbers } from "./sample-statistics.ts";
import { labelColumn, numberColumn } from "./table-columns.ts";

/**
 * The distribution of each output: at each saved time of what is over time, once of all else. Mean, median, and the two ends of
 * each central band as quantiles: a band of 90 per cent lies between `p5` and `p95`.
 */
export function bandsTable({ name, bands }: Sensitivity, own: ManyRuns): Table {
  const { columns, times } = own.outputs!;
  const shown = quantileNames(bands);
  const rows = columns.flatMap((column, place) =>
    (column.overTime ? times : [null]).map((time, t) => {
      const sorted = sortedNumbers(own.values.flatMap((run) => (run === null ? [] : [run[place][t]])));
      return {
        column,
        time,
        n: sorted.length,
        mean: mean(sorted),
        quantiles: shown.map(({ share }) => quantile(sorted, share)),
      };
    }),
  );
  return {
    name: `${name}.bands`,
    rows: rows.length,
    columns: [
      labelColumn(
        "output",
        "dimension",
        rows.map((row) => row.column.name),
      ),
      labelColumn(
        "unit",
        "label",
        rows.map((row) => row.column.unit?.text ?? null),
      ),
      labelColumn(
        "time",
        "time",
        rows.map((row) => row.time),
      ),
      numberColumn(
        "n",
        null,
        rows.map((row) => row.n),
      ),
      numberColumn(
        "mean",
        null,
        rows.map((row) => row.mean),
      ),
      ...shown.map(({ name: label }, i) =>
        numberColumn(
          label,
          null,
          rows.map((row) => row.quantiles[i]),
        ),
      ),
    ],
    notes: own.tally.failures((place) => `sample ${place + 1}`),
  };
}
