/** The linear program of the chosen unit: in numbers, in general, and solved step by step. */
import { useCallback, useEffect } from "preact/hooks";
import "../look/frontier.css";
import "../look/program.css";
import { study } from "../state/study.ts";
import { view } from "../state/view.ts";
import { say } from "../words/say.ts";
import { measure } from "./frontier/asked.ts";
import { labelsOf } from "./frontier/choices.ts";
import { MeasureMenu, Menu } from "./frontier/menus.tsx";
import { Errors, hasErrors, NoMeasure } from "./frontier/no-measure.tsx";
import { follow, type Shown, shown, stale, unit } from "./program/asked.ts";
import { remarkFor, worthOf } from "./program/prices.ts";
import { PrintedProgram } from "./program/printed-program.tsx";
import { Simplex } from "./program/simplex.tsx";
import { unitNamed } from "./program/unit-to-show.ts";

export default function Program() {
  useEffect(follow, []);
  const now = shown.value;
  const table = study.outcome.value?.tables.find(({ name }) => name === now?.measure);
  const unitOf = useCallback(
    (name: string) => (table === undefined ? null : unitNamed(name, table, now?.unit.period)),
    [table, now],
  );
  if (study.outline.value === null) return <p class="muted">{say("loading")}</p>;
  if (measure.value === null) return <NoMeasure />;
  return (
    <div class="program-panel">
      <Menus />
      {stale.value && hasErrors.value && <Errors nothing={now === null} />}
      {now === null ? (
        !hasErrors.value && <p class="muted">{say(unit.value === null ? "programAfterRun" : "loading")}</p>
      ) : (
        <div class={stale.value ? "shown stale" : "shown"}>
          <Programs now={now} />
          <section aria-labelledby="program-steps">
            <h2 id="program-steps">{say("programStepThrough")}</h2>
            <Simplex answer={now.steps} unitOf={unitOf} />
          </section>
        </div>
      )}
    </div>
  );
}

function Programs({ now }: { readonly now: Shown }) {
  const { numbers, general } = now;
  const table = study.outcome.value?.tables.find(({ name }) => name === now.measure);
  const worth = worthOf(table, now.unit);
  const name = [now.unit.dmu, now.unit.period].filter(Boolean).join(" ");
  const rowLabel = (row: string) => say("programToSource", { row });
  return (
    <div class="programs">
      <section aria-labelledby="program-numbers">
        <h2 id="program-numbers">{say("programOf", { unit: name })}</h2>
        {"wrong" in numbers ? (
          <p class="trouble">{numbers.wrong}</p>
        ) : (
          <PrintedProgram
            html={numbers.is}
            remark={(variables, binding) => remarkFor(variables, binding, worth, say)}
            restLabel={say("programSolution")}
            rowLabel={rowLabel}
          />
        )}
      </section>
      <section aria-labelledby="program-general">
        <h2 id="program-general">{say("programGeneral")}</h2>
        {"wrong" in general ? (
          <p class="trouble">{general.wrong}</p>
        ) : (
          <PrintedProgram html={general.is} restLabel={say("programLetters")} rowLabel={rowLabel} />
        )}
      </section>
    </div>
  );
}

function Menus() {
  const one = measure.value!;
  const { units, periods } = labelsOf(one.name, study.outcome.value, null);
  const which = unit.value;
  return (
    <div class="menus">
      <MeasureMenu name={one.name} />
      {which?.period !== undefined && periods.length > 1 && (
        <Menu
          label={say("frontierPeriod")}
          value={which.period}
          among={periods}
          onPick={(period) => {
            view.chosen.value = { ...which, period };
          }}
        />
      )}
      {which !== null && units.length > 0 && (
        <Menu
          label={say("frontierUnit")}
          value={which.dmu}
          among={units}
          onPick={(dmu) => {
            view.chosen.value = { ...which, dmu };
          }}
        />
      )}
    </div>
  );
}
