import { computed } from "@preact/signals";
import { study } from "../../state/study.ts";
import { measure, section } from "./asked.ts";
import { type Grip, gripOf } from "./choices.ts";

/** What of the shown section a hand may move; null without one. */
export const grip = computed((): Grip | null => {
  const [outline, one, shown] = [study.outline.value, measure.value, section.value];
  if (outline === null || one === null || shown === null || shown.measure !== one.name) return null;
  return gripOf(outline, one, shown, study.text.value);
});
