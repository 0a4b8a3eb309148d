/** The claims of the model: which hold, which do not and why. */

import type { ExpectationResult } from "../../../../runtime/results.ts";
import { actions } from "../../state/actions.ts";
import { study } from "../../state/study.ts";
import { shortNumber } from "../../words/number.ts";
import { say } from "../../words/say.ts";
import "../../look/claims.css";

export function Expectations({ list }: { list: readonly ExpectationResult[] }) {
  if (list.length === 0) return null;
  const failed = list.filter(({ pass }) => !pass).length;
  const words =
    failed > 0 ? "resultsClaimsFail" : list.length === 1 ? "resultsClaimHolds" : "resultsClaimsHold";
  const sentence = say(words, { n: list.length, failed });
  // Few claims are told at once, and so is every claim that fails.
  return (
    <details class="claims" open={failed > 0 || list.length <= 3}>
      <summary class={failed > 0 ? "fails" : "holds"}>
        <span class="sign" aria-hidden="true">
          {failed > 0 ? "✗" : "✓"}
        </span>{" "}
        {sentence}
      </summary>
      <ul>
        {[...list]
          .sort((a, b) => Number(a.pass) - Number(b.pass))
          .map((claim) => (
            <Claim key={`${claim.file} ${claim.line} ${claim.text}`} claim={claim} />
          ))}
      </ul>
    </details>
  );
}

export function Claim({ claim }: { claim: ExpectationResult }) {
  const { pass, title, text, actual, reason, file, line } = claim;
  const [shown, said] = [oneLine(title), oneLine(text)];
  return (
    <li class={pass ? "holds" : "fails"}>
      <span class="sign" role="img" aria-label={say(pass ? "resultsHolds" : "resultsFails")}>
        {pass ? "✓" : "✗"}
      </span>
      <div>
        <button
          type="button"
          class="plain-link"
          title={say("resultsToSource")}
          onClick={() => revealLine(file, line)}
        >
          {shown === said ? <code>{said}</code> : shown}
        </button>
        {shown !== said && <code class="claim-text">{said}</code>}
        {actual !== null && (
          <span class="muted small" title={String(actual)}>
            {say("resultsActual", { value: actualText(actual) })}
          </span>
        )}
        {!pass && reason !== undefined && <p class="reason">{reason}</p>}
      </div>
    </li>
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Shows a whole line of a file, counted from 1. */
function revealLine(file: string, line: number): void {
  const content = study.files.value.get(file);
  if (typeof content !== "string") return;
  const lines = content.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  actions.reveal(file, start, start + (lines[line - 1]?.length ?? 0));
}

/** Years are not grouped. */
function actualText(actual: number): string {
  const text = shortNumber(actual, 5);
  return Math.abs(actual) < 1e4 ? text.replace(",", "") : text;
}
