/** What the runs come to: the facts of the sentence over the charts, and the table of ends and peaks below them. */
import type { ScenarioRun } from "../../../../runtime/charts/scenario-spec.ts";
import type { Table, TableColumn } from "../../../../runtime/tables/table.ts";
import type { Runs, RunVariable } from "./runs-of.ts";

export interface RunFact {
  readonly variable: string;
  readonly run: string;
  readonly control: string;
  readonly time: number;
  /** Per cent more (or less) than in the control run. */
  readonly percent: number;
  /** When it is greatest; null where it still rises at the end, or only falls. */
  readonly peak: number | null;
}

/** Of the variables shown the one in which a run differs most from the control run at the end; the asked-for run where it differs. */
export function runFact(
  runs: Runs,
  variables: readonly RunVariable[],
  control: string | null,
  asked: string | null,
): RunFact | null {
  const facts = variables.flatMap((variable): RunFact[] => {
    const all = runs.of(variable, control);
    const base = all.find((run) => run.control)?.points.at(-1);
    if (control === null || base === undefined || base.y === 0) return [];
    return all.flatMap((run) => {
      const last = run.points.at(-1);
      if (run.control || last === undefined || last.x !== base.x) return [];
      const percent = (100 * (last.y - base.y)) / Math.abs(base.y);
      return [
        {
          variable: variable.name,
          run: run.name,
          control,
          time: Number(last.x),
          percent,
          peak: peakOf(run)?.inside ?? null,
        },
      ];
    });
  });
  const own = facts.filter(({ run, percent }) => run === asked && Math.abs(percent) >= 0.005);
  const [first] = (own.length > 0 ? own : facts).sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent));
  return first ?? null;
}

/** A run's greatest value, and its time where that is neither the first nor the last. */
export function peakOf({
  points,
}: ScenarioRun): { readonly y: number; readonly inside: number | null } | null {
  let at = -1;
  for (const [i, { y }] of points.entries()) if (at < 0 || y > points[at]!.y) at = i;
  if (at < 0) return null;
  const within = at > 0 && at < points.length - 1;
  return { y: points[at]!.y, inside: within ? Number(points[at]!.x) : null };
}

export interface EndWords {
  readonly end: string;
  readonly peak: string;
  readonly peakTime: string;
}

/** A row for each variable shown, and of each run its value at the end, how that differs in per cent, and its peak. */
export function endTable(
  name: string,
  runs: Runs,
  variables: readonly RunVariable[],
  control: string | null,
  words: EndWords,
): Table {
  const all = variables.map((variable) => runs.of(variable, control));
  const bases = all.map((own) => own.find((run) => run.control)?.points.at(-1)?.y ?? Number.NaN);
  const labels = (
    column: string,
    role: TableColumn["role"],
    values: readonly (string | null)[],
  ): TableColumn => ({
    name: column,
    role,
    unit: null,
    cells: { of: "label", values },
  });
  const numbers = (column: string, values: readonly number[], digits?: number): TableColumn => ({
    name: column,
    role: "value",
    unit: null,
    ...(digits === undefined ? {} : { digits }),
    cells: { of: "number", values: Float64Array.from(values) },
  });
  const columns = runs.scenarios.flatMap((scenario): TableColumn[] => {
    const own = all.map((list) => list.find((run) => run.name === scenario)!);
    const ends = own.map(({ points }) => points.at(-1)?.y ?? Number.NaN);
    const peaks = own.map((run) => peakOf(run));
    const differs = scenario !== control && control !== null;
    const change = ends.map((end, i) => (100 * (end - bases[i]!)) / Math.abs(bases[i]!));
    const times = peaks.map((peak) => (peak?.inside == null ? null : String(peak.inside)));
    return [
      numbers(`${scenario}.${words.end}`, ends),
      ...(differs ? [numbers(`${scenario}.%`, change.map(finite), 2)] : []),
      ...(times.some((time) => time !== null)
        ? [
            numbers(
              `${scenario}.${words.peak}`,
              peaks.map((peak) => (peak?.inside == null ? Number.NaN : peak.y)),
            ),
            labels(`${scenario}.${words.peakTime}`, "label", times),
          ]
        : []),
    ];
  });
  return {
    name,
    rows: variables.length,
    columns: [
      labels(
        "variable",
        "dimension",
        variables.map((variable) => variable.name),
      ),
      labels(
        "unit",
        "label",
        variables.map(({ column }) => column.unit?.text ?? null),
      ),
      ...columns,
    ],
  };
}

function finite(x: number): number {
  return Number.isFinite(x) ? x : Number.NaN;
}
