/** One diagnostic: what is wrong, where, what helps, and what the press of a button mends. */
import { useState } from "preact/hooks";
import type { JsonDiagnostic, Range } from "../../../../language/diagnostics/to-json.ts";
import { actions } from "../../state/actions.ts";
import { study } from "../../state/study.ts";
import { say } from "../../words/say.ts";
import { CodePage } from "./code-page.tsx";
import { fixed, markedLine, offsetAt } from "./source-edits.ts";

const marks = { error: "✗", warning: "!", note: "i" } as const;
const words = { error: "problemsError", warning: "problemsWarning", note: "problemsNote" } as const;

export function Problem({ problem }: { problem: JsonDiagnostic }) {
  const { severity, code, message, file, range, help, related, fixes } = problem;
  const [page, setPage] = useState(false);
  const text = textOf(file);
  const line = text === undefined ? null : markedLine(text, range);
  return (
    <li class={`problem ${severity}`}>
      <span class="severity" role="img" aria-label={say(words[severity])}>
        {marks[severity]}
      </span>
      <div class="problem-told">
        <p class="message">
          <button
            type="button"
            class="plain-link"
            title={say("problemsReveal")}
            onClick={() => revealRange(file, range)}
          >
            <Marked text={message} />
          </button>
        </p>
        {line !== null && line.marked + line.before + line.after !== "" && (
          <code class="excerpt">
            <span class="line-number">{range.start.line}</span>
            <span>
              {line.before}
              <mark>{line.marked || " "}</mark>
              {line.after}
            </span>
          </code>
        )}
        {related.map((one) => (
          <p key={`${one.file} ${one.range.start.line} ${one.message}`} class="small">
            <button type="button" class="plain-link" onClick={() => revealRange(one.file, one.range)}>
              <Marked text={one.message} /> <span class="muted">{placeText(one.file, one.range, file)}</span>
            </button>
          </p>
        ))}
        {help !== null && (
          <p class="help">
            <strong>{say("problemsHelp")}</strong> <Marked text={help} />
          </p>
        )}
        <p class="steps-on">
          {fixes.map((fix) => (
            <button key={fix.title} type="button" class="fix" onClick={() => applyFix(fix)}>
              <span aria-hidden="true">✎</span> <Marked text={fix.title} />
            </button>
          ))}
          <button type="button" class="quiet code" aria-expanded={page} onClick={() => setPage(!page)}>
            {code} <span class="unseen">{say("problemsExplain")}</span>
            <span aria-hidden="true">{page ? "▴" : "▾"}</span>
          </button>
        </p>
        {page && <CodePage code={code} />}
      </div>
    </li>
  );
}

/** The language's own words, which are English; names in backticks are code. */
function Marked({ text }: { text: string }) {
  return (
    <span lang="en">
      {text
        .split(/`([^`]+)`/)
        .map((part, i) => (i % 2 === 1 ? <code key={`${i} ${part}`}>{part}</code> : part))}
    </span>
  );
}

function placeText(file: string, { start }: Range, here: string): string {
  return say(file === here ? "problemsLine" : "problemsLineOf", { line: start.line, file });
}
function textOf(file: string): string | undefined {
  const content = study.files.value.get(file);
  return typeof content === "string" ? content : undefined;
}
function revealRange(file: string, range: Range): void {
  const text = textOf(file);
  if (text !== undefined) actions.reveal(file, offsetAt(text, range.start), offsetAt(text, range.end));
}
function applyFix(fix: JsonDiagnostic["fixes"][number]): void {
  for (const [file, text] of fixed(fix, textOf)) actions.setText(file, text);
}
