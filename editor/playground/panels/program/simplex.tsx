/** The simplex method, step by step: buttons, keys and a slider go through its tableaux; each has its sentence. */
import { useEffect, useState } from "preact/hooks";
import type { TooLarge } from "../../../../runtime/teach/simplex-types.ts";
import type { UnitSimplex } from "../../../../runtime/teach/unit-simplex.ts";
import { say } from "../../words/say.ts";
import { short } from "../frontier/figures.ts";
import type { Answer } from "./asked.ts";
import { ObjectiveLine } from "./objective-line.tsx";
import { basisWords, stepWords } from "./step-words.ts";
import { Tableau } from "./tableau.tsx";

export function Simplex({ answer }: { readonly answer: Answer<UnitSimplex | TooLarge> }) {
  if ("wrong" in answer) return <p class="trouble">{answer.wrong}</p>;
  if ("tooLarge" in answer.is) {
    const { rows, columns } = answer.is.tooLarge;
    return <p class="trouble">{say("programTooLarge", { rows, columns })}</p>;
  }
  return <Steps steps={answer.is} />;
}

function Steps({ steps }: { readonly steps: UnitSimplex }) {
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
        <Button label={say("programFirst")} sign="⏮" disabled={at === 0} onClick={() => to(0)} />
        <Button label={say("programBack")} sign="◀" disabled={at === 0} onClick={() => to(at - 1)} />
        <Button label={say("programNext")} sign="▶" disabled={at === last} onClick={() => to(at + 1)} />
        <Button label={say("programLast")} sign="⏭" disabled={at === last} onClick={() => to(last)} />
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
      <Tableau steps={steps} at={at} />
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

interface ButtonProps {
  readonly label: string;
  readonly sign: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}
function Button({ label, sign, disabled, onClick }: ButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
