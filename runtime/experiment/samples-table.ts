import type { Sensitivity } from "../../language/model.ts";
import type { Table } from "../tables/table.ts";
import type { ManyRuns } from "./run-all.ts";
import { numberColumn } from "./table-columns.ts";

/** The name of an output's column where a run has one number of it: of what is over time, the last. */
export function singleName(
  column: { readonly name: string; readonly overTime: boolean },
  end: number,
): string {
  return column.overTime ? `${column.name} at ${end}` : column.name;
}

/** The last number of each run, or its only one; NaN where the run broke off. */
export function singleValues({ values }: ManyRuns, place: number): Float64Array {
  return Float64Array.from(values, (run) => run?.[place].at(-1) ?? Number.NaN);
}

/** A row for each sample: the parameters, then the outputs. */
export function samplesTable(
  { name, distributions, sampling, seed }: Sensitivity,
  points: readonly Float64Array[],
  own: ManyRuns,
): Table {
  const { columns, times } = own.outputs!;
  const end = times[times.length - 1];
  const numbers = columns.map((column, place) =>
    numberColumn(singleName(column, end), column.unit, singleValues(own, place)),
  );
  const empty = columns.flatMap((column, place) => {
    const count = own.values.filter((run) => run !== null && Number.isNaN(run[place].at(-1))).length;
    if (count === 0) return [];
    const label = singleName(column, end);
    const reason = /^peak_time\(/.test(column.name) ? `: still rising at ${end}` : "";
    return [
      `${label} is empty in ${count.toLocaleString("en-US")} of ${points.length.toLocaleString("en-US")} runs${reason}.`,
    ];
  });
  return {
    name,
    rows: points.length,
    columns: [
      numberColumn(
        "sample",
        null,
        points.map((_, i) => i + 1),
        "dimension",
      ),
      ...distributions.map((parameter, i) =>
        numberColumn(
          parameter.name,
          parameter.unit,
          points.map((point) => point[i]),
        ),
      ),
      ...numbers,
    ],
    notes: [
      `${samplingText(sampling)}, seed ${seed}.`,
      ...own.tally.notes((place) => `sample ${place + 1}`),
      ...empty,
    ],
  };
}

function samplingText(sampling: Sensitivity["sampling"]): string {
  if (sampling === "sobol") return "Sobol points (Joe and Kuo 2008), scrambled as Owen (1995) does";
  return sampling === "latin" ? "A Latin hypercube" : "Independent draws";
}
