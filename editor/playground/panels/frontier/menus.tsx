/** Which measure, which two variables, which period, which unit. */
import type { FrontierSection } from "../../../../runtime/charts/section.ts";
import { study } from "../../state/study.ts";
import { view } from "../../state/view.ts";
import { say } from "../../words/say.ts";
import { axes, measure, plane } from "./asked.ts";
import { labelsOf } from "./choices.ts";

export function Menus({ section }: { readonly section: FrontierSection | null }) {
  const one = measure.value;
  const shown = plane.value;
  if (one === null || shown === null) return null;
  const { units, periods } = labelsOf(one.name, study.outcome.value, section);
  const names = one.variables.map(({ name }) => name);
  const chosen = section?.measure === one.name ? section.chosen : null;
  const put = (axis: "x" | "y", name: string) => {
    const other = axis === "x" ? "y" : "x";
    // The variable of the other axis changes places with this one.
    const next = { ...shown, [axis]: name, ...(shown[other] === name ? { [other]: shown[axis] } : {}) };
    axes.value = new Map(axes.value).set(one.name, next);
  };
  const choose = (dmu: string, period: string | undefined) => {
    view.chosen.value = { dmu, ...(period === undefined ? {} : { period }) };
  };
  const period = chosen === null || chosen.period === null ? undefined : String(chosen.period);
  return (
    <div class="menus">
      <MeasureMenu name={one.name} />
      <Menu label={say("frontierAcross")} value={shown.x} among={names} onPick={(name) => put("x", name)} />
      <Menu label={say("frontierUp")} value={shown.y} among={names} onPick={(name) => put("y", name)} />
      {periods.length > 1 && chosen !== null && (
        <Menu
          label={say("frontierPeriod")}
          value={period ?? ""}
          among={periods}
          onPick={(next) => choose(chosen.dmu, next)}
        />
      )}
      {chosen !== null && (
        <Menu
          label={say("frontierUnit")}
          value={chosen.dmu}
          among={units.includes(chosen.dmu) ? units : [chosen.dmu, ...units]}
          onPick={(dmu) => choose(dmu, period)}
        />
      )}
    </div>
  );
}

interface MenuProps {
  readonly label: string;
  readonly value: string;
  readonly among: readonly string[];
  readonly onPick: (value: string) => void;
}
/** Which measure Frontier and Program show, where there are several. */
export function MeasureMenu({ name }: { readonly name: string }) {
  const measures = study.outline.value?.measures ?? [];
  if (study.outcome.value === null || measures.length < 2) return null;
  const pick = (picked: string) => {
    view.measure.value = picked;
  };
  return (
    <Menu label={say("frontierMeasure")} value={name} among={measures.map((one) => one.name)} onPick={pick} />
  );
}

export function Menu({ label, value, among, onPick }: MenuProps) {
  return (
    <label class="menu">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {among.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
