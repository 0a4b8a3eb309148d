import { report } from "../../language/diagnostics/entry.ts";
import { experiments } from "../../language/diagnostics/experiments.ts";
import type { Sweep } from "../../language/model.ts";
import type { Table } from "../tables/table.ts";
import { numberText } from "./number-text.ts";
import { type ManyRuns, runAll, warnOfFailures } from "./run-all.ts";
import type { ExperimentOptions } from "./run-experiment.ts";
import type { OutputColumn } from "./run-outputs.ts";
import { numberColumn } from "./table-columns.ts";
import { subjectSystem, VariedRuns } from "./varied-runs.ts";

/**
 * Runs all combinations of a sweep's values, the last parameter fastest. The table has a row for each combination and saved time;
 * outputs that are one number for each run stand in `NAME.outcomes`, or in the table itself where there are no others.
 */
export function runSweep(sweep: Sweep, options: ExperimentOptions): Table[] | null {
  const { model, env, sink } = options;
  const runs = VariedRuns.make(subjectSystem(sweep, model), sweep.ranges, env, sink);
  if (runs === null) return null;
  const points = combinations(sweep.ranges.map((range) => range.values));
  const many = runAll(runs, points, sweep.outputs, sweep.system, env, options);
  if (many.outputs === null) {
    const why = many.tally.first!.why;
    report(sink, experiments.allRunsFail, sweep.span, { name: sweep.name, runs: points.length, why });
    return null;
  }
  const { columns, times } = many.outputs;
  const overTime = columns.filter((column) => column.overTime);
  const single = columns.filter((column) => !column.overTime);
  const nameOf = (place: number) =>
    sweep.ranges.map((range, i) => `${range.name} = ${numberText(points[place][i])}`).join(", ");
  const notes = [...shortRanges(sweep), ...many.tally.notes(nameOf)];
  warnOfFailures(sweep, many.tally, nameOf, sink);
  const tables = [
    ...(overTime.length > 0 ? [tableOf(sweep, points, times, overTime, many)] : []),
    ...(single.length > 0 ? [tableOf(sweep, points, null, single, many)] : []),
  ];
  return tables.map((table, i) => ({
    ...table,
    name: i === 0 ? sweep.name : `${sweep.name}.outcomes`,
    ...(notes.length > 0 && { notes }),
  }));
}

/** One row for each combination, or for each combination and time. */
function tableOf(
  sweep: Sweep,
  points: readonly (readonly number[])[],
  times: readonly number[] | null,
  shown: readonly OutputColumn[],
  { outputs, values }: ManyRuns,
): Table {
  const each = times?.length ?? 1;
  const rows = points.length * each;
  const parameters = sweep.ranges.map((range, i) => {
    const column = points.flatMap((point) => new Array<number>(each).fill(point[i]));
    return numberColumn(range.name, range.unit, column, "dimension");
  });
  const time =
    times === null
      ? []
      : [
          numberColumn(
            "time",
            null,
            points.flatMap(() => times),
            "time",
          ),
        ];
  const results = shown.map((column) => {
    const place = outputs!.columns.indexOf(column);
    const numbers = new Float64Array(rows).fill(Number.NaN);
    values.forEach((run, p) => {
      if (run !== null) numbers.set(run[place], p * each);
    });
    return numberColumn(column.name, column.unit, numbers);
  });
  return { name: sweep.name, rows, columns: [...parameters, ...time, ...results] };
}

/** Ranges whose upper bound is no whole number of steps from the lower one. */
function shortRanges({ ranges }: Sweep): string[] {
  return ranges.flatMap(({ name, values, high }) => {
    const last = values[values.length - 1];
    if (Math.abs(last - high) <= 1e-9 * Math.abs(high)) return [];
    return [`${name} ends at ${numberText(last)}, as ${numberText(high)} is no whole number of steps away.`];
  });
}

/** All combinations of some values, the last ones fastest. */
function combinations(lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>((all, list) => all.flatMap((head) => list.map((v) => [...head, v])), [[]]);
}
