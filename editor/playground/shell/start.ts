/** What the page begins with, and what goes on by itself from then. */
import { effect } from "@preact/signals";
import { actions } from "../state/actions.ts";
import { followText } from "../state/follow-text.ts";
import { study } from "../state/study.ts";
import { view } from "../state/view.ts";
import { followAddress } from "./address-bar.ts";
import { firstStudy } from "./examples.ts";
import { keepEverything, restoreSettings, restoreStudies } from "./keep.ts";
import { chooseWithin } from "./lesson-view.ts";
import { checkAfterRuns, lesson, loadCourse, rewordWithLanguage } from "./lessons.ts";
import { saveShown } from "./open-save.ts";
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
  if (kept !== null) restoreStudy(kept, firstStudy);
  const opened = await followAddress();
  if (kept === null && !opened) {
    openStudy(firstStudy);
    view.panel.value = "frontier";
  }
  if (view.lesson.value !== null) void resumeLesson();
  keepDrafts();
  keepEverything();
  checkAfterRuns();
  rewordWithLanguage();
  followText();
  effect(() => {
    document.title = `${study.entry.value} · GTFP`;
  });
  addEventListener("hashchange", () => void followAddress());
  document.addEventListener("keydown", onShortcut, true);
}

/** The lesson in which the reader left the page, with what its panels show. */
async function resumeLesson(): Promise<void> {
  await loadCourse();
  if (lesson.value !== null) await chooseWithin(lesson.value);
}

/** Ctrl+Enter runs, Ctrl+S saves: before the editor begins a line and the browser saves the page. */
function onShortcut(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  if (event.key === "Enter") actions.run();
  else if (event.key === "s") void saveShown();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
