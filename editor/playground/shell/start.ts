/** What the page begins with, and what goes on by itself from then. */
import { effect } from "@preact/signals";
import { actions } from "../state/actions.ts";
import { followText } from "../state/follow-text.ts";
import { view } from "../state/view.ts";
import { followAddress } from "./address-bar.ts";
import { firstStudy } from "./examples.ts";
import { keepEverything, restoreSettings, restoreStudies } from "./keep.ts";
import { chooseWithin } from "./lesson-view.ts";
import { checkAfterRuns, lesson, loadCourse } from "./lessons.ts";
import { keepDrafts, openStudy, restoreStudy } from "./studies.ts";

/** Before anything is drawn. */
export function beginLook(): void {
  restoreSettings();
  effect(() => {
    const root = document.documentElement;
    root.lang = view.language.value === "zh" ? "zh-CN" : "en";
    root.dataset.theme = view.theme.value;
  });
}

/** The study that was asked for in the address, else the one that was kept, else the first. */
export async function beginStudy(): Promise<void> {
  const kept = await restoreStudies();
  if (kept !== null) restoreStudy(kept);
  const opened = await followAddress();
  if (kept === null && !opened) {
    openStudy(firstStudy);
    view.panel.value = "frontier";
  }
  if (view.lesson.value !== null) void resumeLesson();
  keepDrafts();
  keepEverything();
  checkAfterRuns();
  followText();
  addEventListener("hashchange", () => void followAddress());
  document.addEventListener("keydown", runOnCtrlEnter, true);
}

/** The lesson in which the reader left the page, with what its panels show. */
async function resumeLesson(): Promise<void> {
  await loadCourse();
  if (lesson.value !== null) await chooseWithin(lesson.value);
}

function runOnCtrlEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  // The editor would begin a line.
  event.preventDefault();
  event.stopPropagation();
  actions.run();
}
