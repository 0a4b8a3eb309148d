/** Shows what a lesson looks at. */
import type { Lesson } from "../lessons/lesson.ts";
import { view } from "../state/view.ts";

export function showLessonView(lesson: Lesson): void {
  const { panel, measure, dmu, period } = lesson.view;
  view.panel.value = panel;
  view.measure.value = measure ?? null;
  view.chosen.value = dmu === undefined ? null : { dmu, ...(period !== undefined && { period }) };
  void chooseWithin(lesson);
}

/** What the panels themselves are to show; they are loaded only where a lesson needs them. */
export async function chooseWithin({ view: { measure, x, y, system, variable } }: Lesson): Promise<void> {
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
