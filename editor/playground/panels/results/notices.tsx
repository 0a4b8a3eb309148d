/** What stands over the results when they are not what the text says: errors, a run that waits or is under way, an earlier text. */

import { actions } from "../../state/actions.ts";
import { study } from "../../state/study.ts";
import { view } from "../../state/view.ts";
import { shortNumber } from "../../words/number.ts";
import { say } from "../../words/say.ts";

export function Notices() {
  const errors = study.diagnostics.value.filter(({ severity }) => severity === "error").length;
  const waiting = study.waiting.value;
  return (
    <div class="notices" aria-live="polite">
      {errors > 0 && !study.running.value && (
        <p class="notice error">
          <span>
            {say(errors === 1 ? "resultsOneProblem" : "resultsProblems", { n: errors })}{" "}
            {study.outcome.value !== null && say("resultsEarlier")}
          </span>
          <button
            type="button"
            onClick={() => {
              view.panel.value = "problems";
            }}
          >
            {say("resultsSeeProblems")}
          </button>
        </p>
      )}
      {waiting !== null && (
        <p class="notice warning">
          <span>
            {say("resultsWaiting", { time: duration(waiting.seconds), why: waiting.why.replaceAll("`", "") })}
          </span>
          <button type="button" class="primary" onClick={() => actions.run()}>
            {say("run")}
          </button>
        </p>
      )}
    </div>
  );
}

function duration(seconds: number): string {
  const long = seconds >= 90;
  return say(long ? "resultsMinutes" : "resultsSeconds", {
    n: long ? Math.round(seconds / 60) : shortNumber(seconds, 2),
  });
}
