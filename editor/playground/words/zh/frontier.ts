import type { frontier as en } from "../en/frontier.ts";

export const frontier: Readonly<Record<keyof typeof en, string>> = {};
