import type { scenarios as en } from "../en/scenarios.ts";

export const scenarios: Readonly<Record<keyof typeof en, string>> = {};
