/** The chosen variables as small charts of one size: all runs, and below each what differs from the control run. */
import { useMemo } from "preact/hooks";
import { fanOf } from "../../../../runtime/charts/fan.ts";
import { scenarioCharts } from "../../../../runtime/charts/scenario-spec.ts";
import type { Table } from "../../../../runtime/tables/table.ts";
import { VegaChart } from "../../charts/vega-chart.tsx";
import { shortNumber } from "../../words/number.ts";
import { say } from "../../words/say.ts";
import type { SystemOutline } from "../../workers/outline.ts";
import type { Runs, RunVariable } from "./runs-of.ts";
import { relative } from "./shown.ts";

interface Props {
  readonly runs: Runs;
  readonly variables: readonly RunVariable[];
  readonly control: string | null;
  readonly tables: readonly Table[];
  readonly sensitivities: SystemOutline["sensitivities"];
}

export function RunCharts({ runs, variables, control, tables, sensitivities }: Props) {
  return (
    <div class="run-charts">
      {variables.map((variable) => (
        <RunChart key={variable.name} {...{ runs, variable, control, tables, sensitivities }} />
      ))}
    </div>
  );
}

function RunChart({
  runs,
  variable,
  control,
  tables,
  sensitivities,
}: Omit<Props, "variables"> & { readonly variable: RunVariable }) {
  const inPercent = relative.value;
  const { value, difference } = useMemo(() => {
    const fan =
      sensitivities
        .flatMap(({ name, scenario }) => {
          const table = tables.find((one) => one.name === `${name}.bands`);
          return table === undefined ? [] : [fanOf(table, variable.name, scenario)];
        })
        .find((found) => found !== null) ?? null;
    const { unit } = variable.column;
    const named = { name: variable.name, unit };
    return scenarioCharts(named, runs.of(variable, control), inPercent, fan);
  }, [runs, variable.name, control, inPercent, tables, sensitivities]);
  const told = { name: variable.name, ends: endsOf(runs, variable), time: runs.to };
  return (
    <figure>
      <VegaChart spec={value} label={say("scenariosChart", told)} />
      {difference !== null && (
        <VegaChart
          spec={difference}
          label={say("scenariosDifference", { name: variable.name, control: control ?? "" })}
        />
      )}
    </figure>
  );
}

function endsOf(runs: Runs, variable: RunVariable): string {
  return runs
    .of(variable, null)
    .map(({ name, points }) => `${name} ${shortNumber(points.at(-1)?.y ?? Number.NaN)}`)
    .join(", ");
}
