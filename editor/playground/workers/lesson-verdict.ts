/** Whether the learner's text solves a lesson. Its hidden check is loaded when it is first asked for. */
/// <reference types="vite/client" />
import { checkLesson } from "../lessons/check-lesson.ts";
import type { Answers } from "./protocol.ts";

const checks = import.meta.glob<string>("../../../examples/lessons/*/check.gtfp", {
  query: "?raw",
  import: "default",
});

export async function lessonVerdict(lesson: string, text: string): Promise<Answers["lesson"]> {
  const load = checks[`../../../examples/lessons/${lesson}/check.gtfp`];
  if (load === undefined) throw new Error(`no lesson ${lesson}`);
  const verdict = await checkLesson({ check: await load() }, text);
  return verdict.solved ? { solved: true } : { solved: false, told: verdict.told };
}
