/** Which run is the control, which variables are drawn, and how differences are told. */
import { say } from "../../words/say.ts";
import { Fold } from "../results/fold.tsx";
import type { Runs } from "./runs-of.ts";
import { choose, relative } from "./shown.ts";

interface Props {
  readonly system: string;
  readonly runs: Runs;
  readonly control: string | null;
  readonly shown: readonly string[];
}

export function RunChoice({ system, runs, control, shown }: Props) {
  const toggle = (name: string) =>
    choose(system, {
      variables: shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name],
    });
  return (
    <div class="run-choice">
      <Fold label={say("scenariosVariables", { n: shown.length, all: runs.variables.length })}>
        <fieldset>
          <legend class="unseen">{say("scenariosVariablesLegend")}</legend>
          {runs.variables.map(({ name, kind }) => (
            <label key={name}>
              <input type="checkbox" checked={shown.includes(name)} onChange={() => toggle(name)} /> {name}{" "}
              <small class="muted">{say(`scenarios_${kind}`)}</small>
            </label>
          ))}
        </fieldset>
      </Fold>
      {control !== null && (
        <>
          <label>
            {say("scenariosControl")}{" "}
            <select
              value={control}
              onChange={(event) => choose(system, { control: event.currentTarget.value })}
            >
              {runs.scenarios.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <label>
            <input
              type="checkbox"
              checked={relative.value}
              onChange={(event) => {
                relative.value = event.currentTarget.checked;
              }}
            />{" "}
            {say("scenariosRelative")}
          </label>
        </>
      )}
    </div>
  );
}
