/** The parameters of a run as sliders; a parameter that is no single number is told below. */
import { say } from "../../words/say.ts";
import type { SystemOutline } from "../../workers/outline.ts";
import { parameterValue } from "./parameter-value.ts";
import { choose } from "./shown.ts";
import { Slider } from "./slider.tsx";

interface Props {
  readonly system: SystemOutline;
  /** The scenario whose parameters are moved; null: the system's own. */
  readonly moved: string | null;
}

export function Sliders({ system, moved }: Props) {
  const known = system.parameters.map((parameter) => ({
    parameter,
    value: parameterValue(system, moved, parameter),
  }));
  const fixed = known.filter(({ value }) => value === null).map(({ parameter }) => parameter.name);
  return (
    <section class="sliders" aria-label={say("scenariosParameters")}>
      {system.scenarios.length > 0 && (
        <label class="moved">
          <span>{say("scenariosMoved")}</span>
          <select
            value={moved ?? ""}
            onChange={(event) => choose(system.name, { moved: event.currentTarget.value || null })}
          >
            <option value="">{say("scenariosAllRuns")}</option>
            {system.scenarios.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {known.flatMap(({ parameter, value }) =>
        value === null
          ? []
          : [
              <Slider
                key={`${moved ?? ""} ${parameter.name}`}
                system={system.name}
                scenario={moved}
                parameter={parameter}
                value={value}
              />,
            ],
      )}
      {fixed.length > 0 && <p class="muted small">{say("scenariosFixed", { names: fixed.join(", ") })}</p>}
      {system.parameters.length === 0 && <p class="muted">{say("scenariosNoParameters")}</p>}
    </section>
  );
}
