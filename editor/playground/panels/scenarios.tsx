/** The runs of a system beside each other, with the parameters in the reader's hand. */
import { useMemo } from "preact/hooks";
import type { Table } from "../../../runtime/tables/table.ts";
import { tableView } from "../../../runtime/tables/table-view.ts";
import { study } from "../state/study.ts";
import { shortNumber } from "../words/number.ts";
import { say } from "../words/say.ts";
import type { SystemOutline } from "../workers/outline.ts";
import { DataTable } from "./results/data-table.tsx";
import { Notices } from "./results/notices.tsx";
import { endTable, runFact } from "./scenarios/comparison-facts.ts";
import { useLiveRuns } from "./scenarios/live-runs.ts";
import { NoSystem } from "./scenarios/no-system.tsx";
import { RunCharts } from "./scenarios/run-charts.tsx";
import { RunChoice } from "./scenarios/run-choice.tsx";
import { firstControl, firstVariables, type Runs, runsOf } from "./scenarios/runs-of.ts";
import { choices, choose } from "./scenarios/shown.ts";
import { Sliders } from "./scenarios/sliders.tsx";
import { SystemMenu, shownSystem } from "./scenarios/system-menu.tsx";
import "../look/report.css";
import "../look/results.css";
import "../look/scenarios.css";

export default function Scenarios() {
  const systems = study.outline.value?.systems ?? [];
  const system = shownSystem(systems);
  const { tables, fresh } = useLiveRuns(system?.name);
  if (system === undefined) {
    return (
      <div class="scenarios-panel">
        <Notices />
        <NoSystem />
      </div>
    );
  }
  const wished = choices.value[system.name]?.runs;
  const own = (name: string | undefined) => tables.find((table) => table.name === name);
  const table = (wished !== undefined && system.sweeps.includes(wished) && own(wished)) || own(system.name);
  return (
    <div class="scenarios-panel">
      <Notices />
      <SystemMenu name={system.name} />
      {system.sweeps.length > 0 && table !== undefined && (
        <label class="small">
          {say("scenariosRuns")}{" "}
          <select
            value={table.name}
            onChange={(event) => choose(system.name, { runs: event.currentTarget.value })}
          >
            <option value={system.name}>{say("scenariosOwnRuns")}</option>
            {system.sweeps.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <SystemRuns key={system.name} {...{ system, table, tables, fresh }} />
    </div>
  );
}

/** The runs of a sweep are none that a sensitivity varies. */
const none: SystemOutline["sensitivities"] = [];

interface Props {
  readonly system: SystemOutline;
  readonly table: Table | undefined;
  readonly tables: readonly Table[];
  readonly fresh: boolean;
}

function SystemRuns({ system, table, tables, fresh }: Props) {
  const runs = useMemo(() => (table === undefined ? null : runsOf(table, system)), [table, system]);
  const choice = choices.value[system.name] ?? {};
  const moved = choice.moved === undefined ? firstMoved(system, runs) : choice.moved;
  const alive = system.scenarios.some(({ name }) => name === moved) ? moved : null;
  const sliders = <Sliders system={system} moved={alive} />;
  if (runs === null) {
    return (
      <>
        {sliders}
        <p class="muted">{say("scenariosNotYet")}</p>
      </>
    );
  }
  const wished = runs.scenarios.find((name) => name === choice.control);
  const control = wished ?? firstControl(runs, system);
  const wanted = choice.variables ?? firstVariables(runs, control);
  const variables = runs.variables.filter(({ name }) => wanted.includes(name));
  const words = {
    end: String(runs.to),
    peak: say("scenariosPeak"),
    peakTime: say("scenariosPeakTime"),
  };
  const ends = tableView(endTable(`${system.name} ${runs.to}`, runs, variables, control, words));
  return (
    <>
      <RunSentence {...{ runs, variables, control, alive }} />
      <div class="bench">
        {sliders}
        <div class={fresh ? "outcome" : "outcome stale"}>
          <RunChoice system={system.name} runs={runs} control={control} shown={wanted} />
          <RunCharts
            {...{ runs, variables, control, tables }}
            sensitivities={table?.name === system.name ? system.sensitivities : none}
          />
          {variables.length > 0 && <DataTable view={ends} label={say("scenariosEnds", { time: runs.to })} />}
        </div>
      </div>
    </>
  );
}

/** The sliders begin with a scenario that changes something. */
function firstMoved(system: SystemOutline, runs: Runs | null): string | null {
  const control = runs === null ? null : firstControl(runs, system);
  const changes = system.scenarios.find(({ name, sets }) => name !== control && Object.keys(sets).length > 0);
  return (changes ?? system.scenarios[0])?.name ?? null;
}

type FactArguments = Parameters<typeof runFact>;

function RunSentence({
  runs,
  variables,
  control,
  alive,
}: {
  runs: FactArguments[0];
  variables: FactArguments[1];
  control: string | null;
  alive: string | null;
}) {
  const fact = runFact(runs, variables, control, alive);
  if (fact === null) return null;
  const { variable, run, time, percent, peak } = fact;
  const same = Math.abs(percent) < 0.005;
  const key = same ? "scenariosSame" : percent < 0 ? "scenariosLess" : "scenariosMore";
  const first = say(key, {
    time,
    run,
    variable,
    control: fact.control,
    percent: shortNumber(Math.abs(percent)),
  });
  const second = peak === null ? "" : say("scenariosPeaks", { variable, run, peak });
  return (
    <p class="panel-sentence" role="status">
      {first} {second}
    </p>
  );
}
