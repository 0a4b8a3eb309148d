import type { lesson as en } from "../en/lesson.ts";

export const lesson: Readonly<Record<keyof typeof en, string>> = {};
