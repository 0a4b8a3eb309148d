import type { results as en } from "../en/results.ts";

export const results: Readonly<Record<keyof typeof en, string>> = {};
