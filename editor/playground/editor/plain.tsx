/** A model in a plain field of text: for fingers, and where Monaco cannot serve. Colours lie under the field, problems below it. */
import { computed } from "@preact/signals";
import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import "../look/editor.css";
import "../look/plain-editor.css";
import type { JsonDiagnostic } from "../../../language/diagnostics/to-json.ts";
import { fixed, offsetAt } from "../panels/problems/source-edits.ts";
import { actions, editorCame, setEditor, takeText } from "../state/actions.ts";
import { study } from "../state/study.ts";
import { showPanel, view } from "../state/view.ts";
import { say } from "../words/say.ts";
import { coloured } from "./colour.ts";
import { preferEditor } from "./prefer-editor.ts";

/** So many problems are told below the text; the panel Problems has all. */
const shownProblems = 3;

export function createPlain(element: HTMLElement): void {
  render(<PlainEditor />, element);
}

const text = computed(() => textOf(study.shown.value) ?? "");
const problems = computed(() => study.diagnostics.value.filter(({ file }) => file === study.shown.value));

function textOf(path: string): string | undefined {
  const content = study.files.value.get(path);
  return typeof content === "string" ? content : undefined;
}

function PlainEditor() {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    setEditor({
      write: () => false,
      reveal(file, start, end) {
        study.shown.value = file;
        view.column.value = "model";
        // The field may not be in sight yet.
        requestAnimationFrame(() => select(field.current!, start, end));
      },
    });
    editorCame();
    return () => setEditor(null);
  }, []);
  return (
    <div class="plain-editor">
      <div class="plain-text">
        <div class="plain-layers">
          <Colours />
          <textarea
            ref={field}
            aria-label={say("editorPlainName")}
            value={text.value}
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            wrap="off"
            onInput={({ currentTarget }) => takeText(study.shown.value, currentTarget.value)}
            onKeyDown={(event) => keepIndent(event)}
          />
        </div>
      </div>
      <ProblemList select={(start, end) => select(field.current!, start, end)} />
      <p class="plain-foot">
        <button type="button" class="link" onClick={() => preferEditor("monaco")}>
          {say("editorFull")}
        </button>
      </p>
    </div>
  );
}

function Colours() {
  const marks = problems.value.map(({ range, severity }) => {
    const start = offsetAt(text.value, range.start);
    return { start, end: Math.max(start + 1, offsetAt(text.value, range.end)), severity };
  });
  return (
    <pre aria-hidden="true">
      {coloured(text.value, marks).map((piece, i) =>
        piece.class === "" ? (
          piece.text
        ) : (
          <span key={i} class={piece.class}>
            {piece.text}
          </span>
        ),
      )}
      {"\n"}
    </pre>
  );
}

function ProblemList({ select }: { readonly select: (start: number, end: number) => void }) {
  const list = problems.value.filter(({ severity }) => severity !== "note");
  if (list.length === 0) return null;
  return (
    <ul class="plain-problems">
      {list.slice(0, shownProblems).map((problem) => (
        <li key={`${problem.code} ${problem.range.start.line} ${problem.message}`} class={problem.severity}>
          <button
            type="button"
            class="link"
            onClick={() =>
              select(offsetAt(text.value, problem.range.start), offsetAt(text.value, problem.range.end))
            }
          >
            {say("editorLine", { n: problem.range.start.line })}
          </button>{" "}
          {problem.message.replaceAll("`", "")}
          {problem.fixes.map((fix) => (
            <button key={fix.title} type="button" class="fix" onClick={() => apply(fix)}>
              {fix.title.replaceAll("`", "")}
            </button>
          ))}
        </li>
      ))}
      {list.length > shownProblems && (
        <li>
          <button type="button" class="link" onClick={() => showPanel("problems")}>
            {say("editorMore", { n: list.length - shownProblems })}
          </button>
        </li>
      )}
    </ul>
  );
}

function apply(fix: JsonDiagnostic["fixes"][number]): void {
  for (const [file, after] of fixed(fix, textOf)) actions.setText(file, after);
}

function select(field: HTMLTextAreaElement, start: number, end: number): void {
  field.focus();
  field.setSelectionRange(start, end);
  const line = field.value.slice(0, start).split("\n").length - 1;
  const height = field.scrollHeight / field.value.split("\n").length;
  field.closest(".plain-text")?.scrollTo({ top: Math.max(0, line * height - 80) });
}

/** A new line begins where the one before did. */
function keepIndent(event: KeyboardEvent & { readonly currentTarget: HTMLTextAreaElement }): void {
  if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
  const { value, selectionStart } = event.currentTarget;
  const line = value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
  const [indent] = /^[ ]*/.exec(line)!;
  const deeper = /\{\s*$/.test(line) ? "  " : "";
  event.preventDefault();
  // The only way that the browser's own undo knows of.
  document.execCommand("insertText", false, `\n${indent}${deeper}`);
}
