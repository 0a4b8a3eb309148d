/** The simplex method, step by step: buttons, keys and a slider go through its tableaux; each has its sentence. */
import { useEffect, useState } from "preact/hooks";
import type { TooLarge } from "../../../../runtime/teach/simplex-types.ts";
import type { UnitSimplex } from "../../../../runtime/teach/unit-simplex.ts";
import type { UnitName } from "../../contract.ts";
import { say } from "../../words/say.ts";
import { short } from "../frontier/figures.ts";
import type { Answer } from "./asked.ts";
import { ObjectiveLine } from "./objective-line.tsx";
import { basisWords, freeNames, stepWords } from "./step-words.ts";
import { Tableau } from "./tableau.tsx";

interface Props {
  readonly answer: Answer<UnitSimplex | TooLarge>;
  readonly unitOf: (name: string) => UnitName | null;
}

export function Simplex({ answer, unitOf }: Props) {
  if ("wrong" in answer) return <p class="trouble">{answer.wrong}</p>;
  if ("tooLarge" in answer.is) {
    const { rows, columns } = answer.is.tooLarge;
    return <p class="trouble">{say("programTooLarge", { rows, columns })}</p>;
  }
  return <Steps steps={answer.is} unitOf={unitOf} />;
}

function Steps({ steps, unitOf }: Pick<Props, "unitOf"> & { readonly steps: UnitSimplex }) {
  const [wanted, go] = useState(0);
  const [playing, setPlaying] = useState(false);
  const last = steps.tableaux.length - 1;
  const at = Math.min(wanted, last);
  useEffect(() => {
    if (!playing || at === last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => go(at + 1), 1800);
    return () => clearTimeout(timer);
  }, [playing, at, last]);
  const to = (step: number) => {
    setPlaying(false);
    go(Math.max(0, Math.min(last, step)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    // The slider has these keys already, and a wide tableau scrolls with them.
    const own = (event.target as Element).matches("input, .tableau-scroll");
    if (step === undefined || own) return;
    event.preventDefault();
    to(step);
  };
  const { phase } = steps.tableaux[at]!;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside.
    <div class="simplex-steps" onKeyDown={onKeyDown}>
      <div class="steps-bar" role="toolbar" aria-label={say("programSteps")}>
        <Button
          label={say("programFirst")}
          icon="M3 3v10M13 3L6 8L13 13Z"
          disabled={at === 0}
          onClick={() => to(0)}
        />
        <Button
          label={say("programBack")}
          icon="M11 3L4 8L11 13Z"
          disabled={at === 0}
          onClick={() => to(at - 1)}
        />
        <Button
          label={say("programNext")}
          icon="M5 3L12 8L5 13Z"
          disabled={at === last}
          onClick={() => to(at + 1)}
        />
        <Button
          label={say("programLast")}
          icon="M13 3v10M3 3L10 8L3 13Z"
          disabled={at === last}
          onClick={() => to(last)}
        />
        <button
          type="button"
          disabled={at === last && !playing}
          onClick={() => setPlaying(!playing)}
          aria-pressed={playing}
        >
          {say(playing ? "programPause" : "programPlay")}
        </button>
        <input
          type="range"
          min={0}
          max={last}
          value={at}
          aria-label={say("programStep")}
          aria-valuetext={say("programStepOf", { n: at + 1, all: last + 1 })}
          onInput={(event) => to(Number(event.currentTarget.value))}
        />
        <span class="muted small">
          {say("programStepOf", { n: at + 1, all: last + 1 })}
          {steps.tableaux[0]!.phase === 1 && ` · ${say("programPhase", { n: phase })}`}
        </span>
      </div>
      <p class="step-sentence" aria-live="polite">
        {stepWords(steps, at, say)}
      </p>
      <Tableau steps={steps} at={at} unitOf={unitOf} />
      <Notes steps={steps} at={at} />
      <div class="below-tableau">
        <p class="small">
          <span class="muted">{say("programBasisNow")}</span> {basisWords(steps, at, say)}
        </p>
        <ObjectiveLine steps={steps} at={at} />
      </div>
      {at === last && steps.score !== null && (
        <p>
          {say("programScoreIs", { measure: steps.measure, unit: steps.unit, score: short(steps.score) })}
        </p>
      )}
    </div>
  );
}

/** What a reader of this tableau has to know beside it. */
function Notes({ steps, at }: { readonly steps: UnitSimplex; readonly at: number }) {
  const notes = [
    ...(steps.tableaux[at]!.phase === 1 ? [say("programPhaseFirst")] : []),
    ...freeNames(steps).map((name) => say("programFree", { name })),
  ];
  return notes.length === 0 ? null : <p class="muted small">{notes.join(say("programGap"))}</p>;
}

interface ButtonProps {
  readonly label: string;
  /** A path in 16 × 16. */
  readonly icon: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}
function Button({ label, icon, disabled, onClick }: ButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={icon} />
      </svg>
    </button>
  );
}
