/** The feedback loops: what each runs through, and whether it reinforces or balances. Pointing at one lights it in the picture. */
import { say } from "../../words/say.ts";
import type { Answers } from "../../workers/protocol.ts";

type Loop = Answers["diagram"]["loops"][number];

interface Props {
  readonly loops: readonly Loop[];
  readonly lit: readonly string[] | null;
  readonly onLight: (variables: readonly string[] | null) => void;
}

const words = { "+": "diagramReinforcing", "−": "diagramBalancing", "?": "diagramEither" } as const;
const marks = { "+": "R", "−": "B", "?": "?" } as const;

export function LoopList({ loops, lit, onLight }: Props) {
  if (loops.length === 0) return null;
  return (
    <section class="loops" aria-label={say("diagramLoops")}>
      <h2>{say("diagramLoops")}</h2>
      <ul>
        {loops.map((loop) => {
          const { variables, polarity } = loop;
          return (
            <li key={variables.join(" ")}>
              <button
                type="button"
                class="quiet"
                aria-pressed={lit === variables}
                onPointerEnter={() => onLight(variables)}
                onPointerLeave={() => onLight(null)}
                onFocus={() => onLight(variables)}
                onBlur={() => onLight(null)}
              >
                <span
                  class={`polarity ${polarity === "+" ? "reinforcing" : polarity === "−" ? "balancing" : ""}`}
                >
                  <span aria-hidden="true">{marks[polarity]}</span>
                  <span class="unseen">{say(words[polarity])}</span>
                </span>
                <span class="path">{[...variables, variables[0]].join(" → ")}</span>
                <span class="muted small">{say(words[polarity])}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
