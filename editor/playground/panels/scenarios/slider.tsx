/** One parameter: slid, typed exactly, or put back to what it was. The text of the model follows. */
import { useEffect, useRef, useState } from "preact/hooks";
import { actions } from "../../state/actions.ts";
import { study } from "../../state/study.ts";
import { shortNumber } from "../../words/number.ts";
import { say } from "../../words/say.ts";
import type { Place, SystemOutline } from "../../workers/outline.ts";
import { placeOf, places, type SliderRange, sliderRange, valueAt } from "./slider-range.ts";

interface Props {
  readonly system: string;
  readonly scenario: string | null;
  readonly parameter: SystemOutline["parameters"][number];
  readonly value: number;
}

export function Slider({ system, scenario, parameter, value }: Props) {
  const { name, title, unit, low, high, place } = parameter;
  /** The value under the hand, ahead of the text until that has caught up. */
  const [held, setHeld] = useState<number | null>(null);
  const letGo = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (held !== null && Math.abs(value - held) <= 1e-3 * Math.abs(held)) setHeld(null);
  }, [value]);
  useEffect(() => () => clearTimeout(letGo.current), []);
  const first = useRef(value);
  const range = useRef(sliderRange(value, low, high));
  if (held === null && !within(value, range.current)) range.current = sliderRange(value, low, high);
  const now = held ?? value;
  // Rates are told in per cent.
  const percent =
    unit?.startsWith("1/") === true && Math.max(Math.abs(range.current.high), Math.abs(now)) <= 2;
  const factor = percent ? 100 : 1;
  const unitText = percent ? `%/${unit.slice(2)}` : (unit ?? "");
  const set = (next: number, last: boolean) => {
    if (!Number.isFinite(next)) return;
    setHeld(next);
    clearTimeout(letGo.current);
    // A text that does not follow, as it has an error elsewhere, is the truth all the same.
    if (last) letGo.current = setTimeout(() => setHeld(null), 2000);
    const target = scenario === null ? {} : { scenario };
    void actions.edit({ of: "parameter", system, parameter: name, ...target, value: next }, last);
  };
  const id = `parameter-${system}-${scenario ?? ""}-${name}`;
  return (
    <div class="slider">
      <span class="head">
        <label for={id} title={title}>
          {name}
        </label>
        {now !== first.current && (
          <button
            type="button"
            class="quiet"
            title={say("scenariosResetTo", { value: shortNumber(first.current * factor, 5) })}
            aria-label={say("scenariosReset", { name })}
            onClick={() => set(first.current, true)}
          >
            ↺
          </button>
        )}
        {place !== undefined && (
          <button
            type="button"
            class="quiet"
            title={say("scenariosToSource")}
            aria-label={say("scenariosSource", { name })}
            onClick={() => revealEntry(place)}
          >
            ✎
          </button>
        )}
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={places}
        value={placeOf(now, range.current)}
        aria-valuetext={`${shortNumber(now * factor)} ${unitText}`}
        onInput={(event) => set(valueAt(event.currentTarget.valueAsNumber, range.current), false)}
        onChange={(event) => set(valueAt(event.currentTarget.valueAsNumber, range.current), true)}
      />
      <span class="value">
        <input
          class="typed"
          type="number"
          step="any"
          aria-label={say("scenariosExactly", { name, unit: unitText })}
          value={trimmed(now * factor)}
          onChange={(event) => set(event.currentTarget.valueAsNumber / factor, true)}
        />
        <span class="unit-text muted">{unitText}</span>
      </span>
      <span class="ends muted" aria-hidden="true">
        <span>{shortNumber(range.current.low * factor)}</span>
        {range.current.logarithmic && <span>{say("scenariosLog")}</span>}
        <span>{shortNumber(range.current.high * factor)}</span>
      </span>
      {title !== undefined && <p class="muted small">{title}</p>}
    </div>
  );
}

function within(value: number, { low, high }: SliderRange): boolean {
  return value >= low && value <= high;
}
/** Without the noise of the last digits. */
function trimmed(value: number): string {
  return String(Number(value.toPrecision(5)));
}
function revealEntry({ start, end }: Place): void {
  actions.reveal(study.entry.value, start, end);
}
