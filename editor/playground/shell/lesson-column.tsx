/** The lesson beside the model: its question, the task with hint and check, and why once it is solved. */
import { useEffect, useRef } from "preact/hooks";
import type { Lesson } from "../lessons/lesson.ts";
import { readInlines } from "../lessons/markdown.ts";
import { view } from "../state/view.ts";
import { say } from "../words/say.ts";
import {
  checking,
  checkNow,
  course,
  explained,
  leaveLesson,
  lesson,
  openLesson,
  showSolution,
  solves,
  startOver,
  told,
  tries,
} from "./lessons.ts";
import { inlines, Prose } from "./prose.tsx";

/** Checks that the learner sees before the solution is offered. */
const triesBeforeSolution = 2;

export function LessonColumn() {
  const open = lesson.value;
  return (
    <section class="lesson" aria-label={say("lesson")} data-in-sight={view.column.value === "lesson"}>
      {open === null ? <p class="muted">{say("loading")}</p> : <LessonText key={open.id} lesson={open} />}
    </section>
  );
}

function LessonText({ lesson: { id, number, title, prose } }: { readonly lesson: Lesson }) {
  const language = view.language.value;
  const text = prose[language];
  const before = course.value[number - 2];
  const next = course.value[number];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current!.closest(".lesson")!.scrollTop = 0;
    // The button that led here is gone, and the focus with it.
    if (document.activeElement === document.body) heading.current!.focus({ preventScroll: true });
  }, []);
  return (
    <article lang={language === "zh" ? "zh-CN" : "en"}>
      <nav class="lesson-way" aria-label={say("lessonWay")}>
        <span class="muted">{say("lessonOf", { n: number, all: course.value.length })}</span>
        <Step to={before} name={say("lessonBefore")} mark="←" />
        <Step to={next} name={say("lessonNext")} mark="→" />
        <button type="button" class="quiet" onClick={leaveLesson}>
          {say("lessonLeave")}
        </button>
      </nav>
      <h1 ref={heading} tabIndex={-1}>
        {title[language]}
      </h1>
      <Prose blocks={text.text} />
      <section class="task" aria-labelledby="lesson-task">
        <h2 id="lesson-task">
          {say("lessonTask")}
          {view.solved.value.has(id) && <span class="solved-mark">✓ {say("lessonSolved")}</span>}
        </h2>
        <Prose blocks={text.task} />
        {text.hint.length > 0 && (
          <details>
            <summary>{say("lessonHint")}</summary>
            <Prose blocks={text.hint} />
          </details>
        )}
        <div class="row">
          <button type="button" class="primary" disabled={checking.value} onClick={() => void checkNow()}>
            {say("lessonCheck")}
          </button>
          <button type="button" class="quiet" onClick={startOver}>
            {say("lessonStartOver")}
          </button>
          {tries.value >= triesBeforeSolution && !explained.value && (
            <button type="button" class="quiet" onClick={showSolution}>
              {say("lessonSolution")}
            </button>
          )}
        </div>
        <Verdict />
      </section>
      {explained.value && (
        <section class="why" aria-labelledby="lesson-why">
          <h2 id="lesson-why">{say("lessonWhy")}</h2>
          <Prose blocks={text.why} />
          {next !== undefined && (
            <button type="button" class="primary" onClick={() => void openLesson(next.id)}>
              {say("lessonGoOn", { title: next.title[language] })} →
            </button>
          )}
          {next === undefined && <p>{say("lessonEnd")}</p>}
        </section>
      )}
    </article>
  );
}

/** What the check says, brought into sight. */
function Verdict() {
  const place = useRef<HTMLDivElement>(null);
  const off = told.value?.[view.language.value];
  useEffect(() => {
    // Below what solves the task stands why.
    if (solves.value) place.current!.scrollIntoView({ block: "center" });
    else if (off !== undefined) place.current!.scrollIntoView({ block: "nearest" });
  }, [off, solves.value]);
  return (
    <div ref={place} role="status" class="verdict">
      {solves.value && <p class="done">✓ {say("lessonDone")}</p>}
      {off !== undefined && <p class="off">{inlines(readInlines(off))}</p>}
    </div>
  );
}

function Step(props: { readonly to: Lesson | undefined; readonly name: string; readonly mark: string }) {
  const { to, name, mark } = props;
  return (
    <button
      type="button"
      class="quiet"
      disabled={to === undefined}
      aria-label={to === undefined ? name : `${name}: ${to.title[view.language.value]}`}
      title={to?.title[view.language.value]}
      onClick={() => to !== undefined && void openLesson(to.id)}
    >
      {mark}
    </button>
  );
}
