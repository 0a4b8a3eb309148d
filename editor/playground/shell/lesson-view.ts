/** Shows what a lesson looks at. */
import type { Lesson } from "../lessons/lesson.ts";
import { view } from "../state/view.ts";

export function showLessonView(lesson: Lesson): void {
  view.panel.value = lesson.view.panel;
  void chooseWithin(lesson);
}

/** What the panels are to show, whichever is in sight; they are loaded only where a lesson needs them. */
export async function chooseWithin({ view: wanted }: Lesson): Promise<void> {
  const { measure, dmu, period, x, y, system, variable } = wanted;
  view.measure.value = measure ?? null;
  view.chosen.value = dmu === undefined ? null : { dmu, ...(period !== undefined && { period }) };
  if (measure !== undefined && x !== undefined && y !== undefined) {
    const { axes } = await import("../panels/frontier/asked.ts");
    axes.value = new Map(axes.value).set(measure, { x, y });
  }
  if (system !== undefined) {
    const scenarios = await import("../panels/scenarios/shown.ts");
    scenarios.system.value = system;
    if (variable !== undefined) scenarios.choose(system, { variables: [variable] });
  }
}
