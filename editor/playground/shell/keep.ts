/** Brings back what the browser kept, and keeps what changes. */
import { effect, signal } from "@preact/signals";
import type { Language, PanelId, Theme } from "../contract.ts";
import { panels } from "../panels/panels.ts";
import { view } from "../state/view.ts";
import { keep, keepSettings, readKept, readSettings } from "./storage.ts";
import { readStoredStudy, type StoredStudy } from "./stored-study.ts";
import { aside, currentStudy, drafts } from "./studies.ts";

/** Widths of the columns in hundredths of the page, and whether the invitation to the first lesson was put away. */
export const widths = signal<{ readonly lesson: number; readonly model: number }>({ lesson: 24, model: 38 });
export const invited = signal(false);
/** False once the browser refused to keep the study. */
export const isKept = signal(true);

const languages: readonly Language[] = ["en", "zh"];
const themes: readonly Theme[] = ["light", "dark", "system"];

/** Settings that are not among the choices of today are passed over. */
export function restoreSettings(): void {
  const kept = readSettings();
  const one = <T>(choices: readonly T[], value: unknown, put: (choice: T) => void) => {
    if (choices.includes(value as T)) put(value as T);
  };
  one(languages, kept.language, (value) => {
    view.language.value = value;
  });
  one(themes, kept.theme, (value) => {
    view.theme.value = value;
  });
  one(Object.keys(panels) as PanelId[], kept.panel, (value) => {
    view.panel.value = value;
  });
  if (Array.isArray(kept.solved)) view.solved.value = new Set(kept.solved.filter(isText));
  const { lesson, model } = (kept.widths ?? {}) as Record<string, unknown>;
  if (isShare(lesson) && isShare(model)) widths.value = { lesson, model };
  invited.value = kept.invited === true;
}

export async function restoreStudies(): Promise<StoredStudy | null> {
  const [kept, besides, texts] = await Promise.all([
    readKept("study"),
    readKept("aside"),
    readKept("drafts"),
  ]);
  aside.value = readStoredStudy(besides);
  if (typeof texts === "object" && texts !== null) {
    drafts.value = Object.fromEntries(Object.entries(texts).filter(([, text]) => isText(text)));
  }
  return readStoredStudy(kept);
}

/** From now on everything is kept, a moment after it came to rest and at once when the page is left. */
export function keepEverything(): void {
  effect(() =>
    keepSettings({
      language: view.language.value,
      theme: view.theme.value,
      panel: view.panel.value,
      solved: [...view.solved.value],
      widths: widths.value,
      invited: invited.value,
    }),
  );
  keepLater("study", currentStudy);
  keepLater("aside", () => aside.value);
  keepLater("drafts", () => drafts.value);
}

function keepLater(key: string, value: () => unknown): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: unknown;
  const now = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    void keep(key, waiting).then((kept) => {
      isKept.value = kept;
    });
  };
  effect(() => {
    waiting = value();
    clearTimeout(timer);
    timer = setTimeout(now, 300);
  });
  addEventListener("pagehide", now);
  document.addEventListener("visibilitychange", now);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 10 && value <= 80;
}
