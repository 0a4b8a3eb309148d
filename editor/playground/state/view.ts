import { computed, signal } from "@preact/signals";
import type { Language, PanelId, Theme, View } from "../contract.ts";

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const systemDark = signal(prefersDark.matches);
prefersDark.addEventListener("change", () => {
  systemDark.value = prefersDark.matches;
});
const theme = signal<Theme>("system");

export const view: View = {
  language: signal<Language>(navigator.language.startsWith("zh") ? "zh" : "en"),
  theme,
  dark: computed(() => theme.value === "dark" || (theme.value === "system" && systemDark.value)),
  panel: signal("results"),
  lesson: signal(null),
  solved: signal(new Set()),
  column: signal("model"),
  pointed: signal(null),
  chosen: signal(null),
  lit: signal(null),
  measure: signal(null),
};

/** Brings a panel into sight, on narrow screens its column too. */
export function showPanel(panel: PanelId): void {
  view.panel.value = panel;
  view.column.value = "meaning";
}
