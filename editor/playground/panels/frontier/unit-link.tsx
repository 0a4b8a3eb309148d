/** Names of units in running text: they light up with their points, and choose them. */
import type { FrontierSection } from "../../../../runtime/charts/section.ts";
import { view } from "../../state/view.ts";
import { unitsIn } from "./sentence.ts";

/** The sentence, with the names of units that light up. */
export function Words({ words, section }: { readonly words: string; readonly section: FrontierSection }) {
  return (
    <>
      {unitsIn(words).map((part, i) =>
        // Names stand at odd places.
        i % 2 === 1 ? <UnitLink key={`${i} ${part}`} name={part} section={section} /> : part,
      )}
    </>
  );
}

export function UnitLink({ name, section }: { readonly name: string; readonly section: FrontierSection }) {
  const unit = section.units.find((one) => one.name === name);
  if (unit === undefined) return <b>{name}</b>;
  const called = { dmu: unit.dmu, ...(unit.period === null ? {} : { period: String(unit.period) }) };
  const chosen = unit.row === section.chosen.row;
  const point = {
    onPointerEnter: () => {
      view.pointed.value = called;
    },
    onPointerLeave: () => {
      view.pointed.value = null;
    },
  };
  if (chosen || unit.row === null) return <b {...point}>{name}</b>;
  return (
    <button
      type="button"
      class="unit-link"
      {...point}
      onClick={() => {
        view.chosen.value = called;
      }}
    >
      {name}
    </button>
  );
}
