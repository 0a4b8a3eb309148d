/** The runs of a system as a table holds them, by scenario and variable. */
import type { ScenarioRun } from "../../../../runtime/charts/scenario-spec.ts";
import type { Table, TableColumn } from "../../../../runtime/tables/table.ts";
import { shortNumber } from "../../words/number.ts";
import type { SystemOutline } from "../../workers/outline.ts";

export interface RunVariable {
  /** With its labels: `value[services]`. */
  readonly name: string;
  readonly kind: "stock" | "flow" | "aux";
  readonly column: TableColumn;
}
export interface Runs {
  readonly scenarios: readonly string[];
  /** Stocks first, then what else is computed, then flows. */
  readonly variables: readonly RunVariable[];
  readonly from: number;
  readonly to: number;
  of(variable: RunVariable, control: string | null): ScenarioRun[];
}

const order = { stock: 0, aux: 1, flow: 2 } as const;

export function runsOf(table: Table, system: SystemOutline): Runs | null {
  const keys = table.columns.filter(({ role }) => role === "scenario" || role === "dimension");
  const time = table.columns.find(({ role }) => role === "time")?.cells.values;
  if (keys.length === 0 || time === undefined || table.rows === 0) return null;
  const rows = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row++) {
    const name = keys.map((key) => runName(key, row)).join(", ");
    const own = rows.get(name);
    if (own === undefined) rows.set(name, [row]);
    else own.push(row);
  }
  const kinds = new Map(system.variables.map(({ name, kind }) => [name, kind]));
  const variables = table.columns.flatMap((column): RunVariable[] => {
    const kind = kinds.get(column.name.replace(/\[[^[]*\]$/, ""));
    return kind === undefined || column.cells.of !== "number" ? [] : [{ name: column.name, kind, column }];
  });
  return {
    scenarios: [...rows.keys()],
    variables: variables.sort((a, b) => order[a.kind] - order[b.kind]),
    from: Number(time[0]),
    to: Number(time[table.rows - 1]),
    of: ({ column }, control) =>
      [...rows].map(([name, own]) => ({
        name,
        control: name === control,
        points: own.flatMap((row) => {
          const y = Number(column.cells.values[row]);
          return Number.isFinite(y) ? [{ x: Number(time[row]), y }] : [];
        }),
      })),
  };
}

/** A scenario goes by its name; a run of a sweep by what it sets: `growth 0.065`. */
function runName({ name, role, cells }: TableColumn, row: number): string {
  const label = cells.values[row];
  return role === "scenario"
    ? String(label)
    : `${name} ${typeof label === "number" ? shortNumber(label) : label}`;
}

const mostAtFirst = 4;

/** What is shown until the reader chooses: stocks, then others, in which most runs differ from the control run; else whatever moves. */
export function firstVariables(runs: Runs, control: string | null): readonly string[] {
  const differing = runs.variables.filter((variable) => {
    const all = runs.of(variable, control);
    const base = all.find((run) => run.control);
    const others = all.filter((run) => run !== base);
    const differs = others.filter(({ points }) => points.some(({ y }, i) => y !== base?.points[i]?.y));
    return base !== undefined && differs.length > 0 && 2 * differs.length >= others.length;
  });
  const moving = runs.variables.filter(({ column }) => {
    const values = column.cells.values as Float64Array;
    return values.some((value) => value !== values[0]);
  });
  const shown = differing.length > 0 ? differing : moving;
  return shown.slice(0, mostAtFirst).map(({ name }) => name);
}

/** The run that others are compared with until the reader chooses: the one that most are made from, else the first. */
export function firstControl(runs: Runs, system: SystemOutline): string | null {
  if (runs.scenarios.length < 2) return null;
  const made = (name: string) => system.scenarios.filter(({ from }) => from === name).length;
  return runs.scenarios.reduce((best, name) => (made(name) > made(best) ? name : best));
}
