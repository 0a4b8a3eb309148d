import type { Sensitivity } from "../../language/model.ts";
import type { Table } from "../tables/table.ts";
import { runAll } from "./run-all.ts";
import type { ExperimentOptions } from "./run-experiment.ts";
import type { RunOutputs } from "./run-outputs.ts";
import { singleName, singleValues } from "./samples-table.ts";
import { labelColumn, numberColumn } from "./table-columns.ts";
import { type SubjectSystem, VariedRuns } from "./varied-runs.ts";

/**
 * What each parameter does alone: the outputs where it stands at the low and the high end of the widest band while all others are
 * as in the base run; the greatest effects first. Null after reported errors.
 */
export function tornadoTable(
  sensitivity: Sensitivity,
  subject: SubjectSystem,
  values: readonly ((p: number) => number)[],
  { columns, times }: RunOutputs,
  { env, sink }: ExperimentOptions,
): Table | null {
  const { name, distributions, outputs, system, bands } = sensitivity;
  const share = (100 - (bands.at(-1) ?? 90)) / 200;
  const end = times[times.length - 1];
  const base = VariedRuns.make(subject, [], env, sink);
  if (base === null) return null;
  const baseRun = runAll(base, [[]], outputs, system, env);
  const alone = distributions.map((parameter, i) => {
    const runs = VariedRuns.make(subject, [parameter], env, sink);
    const ends = [values[i](share), values[i](1 - share)];
    const many =
      runs &&
      runAll(
        runs,
        ends.map((value) => [value]),
        outputs,
        system,
        env,
      );
    return many && { parameter, ends, many };
  });
  if (!alone.every((one) => one !== null)) return null;
  const rows = columns.flatMap((column, place) => {
    const atBase = singleValues(baseRun, place)[0];
    const list = alone.map(({ parameter, ends, many }) => {
      const [low, high] = singleValues(many, place);
      return { column, parameter, ends, atBase, low, high, swing: Math.abs(high - low) };
    });
    // What has no effect that could be told stands last.
    return list.sort(
      (x, y) => (Number.isNaN(y.swing) ? -1 : y.swing) - (Number.isNaN(x.swing) ? -1 : x.swing),
    );
  });
  const text = (p: number) => `${Number((100 * p).toPrecision(12))} %`;
  return {
    name: `${name}.tornado`,
    rows: rows.length,
    columns: [
      labelColumn(
        "output",
        "dimension",
        rows.map((row) => singleName(row.column, end)),
      ),
      labelColumn(
        "unit",
        "label",
        rows.map((row) => row.column.unit?.text ?? null),
      ),
      labelColumn(
        "parameter",
        "dimension",
        rows.map((row) => row.parameter.name),
      ),
      labelColumn(
        "parameter_unit",
        "label",
        rows.map((row) => row.parameter.unit?.text ?? null),
      ),
      numberColumn(
        "low",
        null,
        rows.map((row) => row.ends[0]),
      ),
      numberColumn(
        "high",
        null,
        rows.map((row) => row.ends[1]),
      ),
      numberColumn(
        "base",
        null,
        rows.map((row) => row.atBase),
      ),
      numberColumn(
        "at_low",
        null,
        rows.map((row) => row.low),
      ),
      numberColumn(
        "at_high",
        null,
        rows.map((row) => row.high),
      ),
      numberColumn(
        "swing",
        null,
        rows.map((row) => row.swing),
      ),
    ],
    notes: [
      `Each parameter at the ${text(share)} and ${text(1 - share)} quantiles of its distribution, all others as in the base run.`,
      ...alone.flatMap(({ parameter, many }) =>
        many.tally.failures((place) => `${parameter.name} at its ${place === 0 ? "low" : "high"} end`),
      ),
    ],
  };
}
