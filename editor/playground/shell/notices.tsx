/** Lines below the bar: what just happened, the way back to the reader's own study, the first visit's invitation. */
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Trouble } from "../editor/trouble.tsx";
import { view } from "../state/view.ts";
import { say } from "../words/say.ts";
import { invited } from "./keep.ts";
import { openLesson } from "./lessons.ts";
import { notice } from "./notice.ts";
import type { StoredStudy } from "./stored-study.ts";
import { aside, backToStudy } from "./studies.ts";

/** The study of whose keeping the reader need not be told again. */
const putAway = signal<StoredStudy | null>(null);
const firstLesson = "01-two-inputs";

export function Notices() {
  const message = notice.value;
  return (
    <section class="page-notices" aria-label={say("notices")}>
      <Trouble />
      <div role={message?.is === "trouble" ? "alert" : "status"}>
        {message !== null && (
          <Line
            is={message.is}
            close={() => {
              notice.value = null;
            }}
          >
            {say(message.key, message.holes)}
          </Line>
        )}
      </div>
      {aside.value !== null && aside.value !== putAway.value && view.lesson.value === null && (
        <Line
          is="plain"
          close={() => {
            putAway.value = aside.value;
          }}
        >
          {say("noticeAside")}
          <button type="button" class="link" onClick={backToStudy}>
            {say("noticeBack")}
          </button>
        </Line>
      )}
      {aside.value === null && message === null && !invited.value && view.lesson.value === null && (
        <Line
          is="plain"
          close={() => {
            invited.value = true;
          }}
        >
          {say("noticeFirst")}
          <button
            type="button"
            class="link"
            onClick={() => {
              invited.value = true;
              void openLesson(firstLesson);
            }}
          >
            {say("noticeFirstOpen")}
          </button>
        </Line>
      )}
    </section>
  );
}

interface LineProps {
  readonly is: "done" | "trouble" | "plain";
  readonly close?: () => void;
  readonly children: ComponentChildren;
}

function Line({ is, close, children }: LineProps) {
  return (
    <p class={`page-notice ${is}`}>
      <span class="grow">{children}</span>
      {close !== undefined && (
        <button type="button" class="quiet" aria-label={say("close")} title={say("close")} onClick={close}>
          ×
        </button>
      )}
    </p>
  );
}
