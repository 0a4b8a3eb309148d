import type { program as en } from "../en/program.ts";

export const program: Readonly<Record<keyof typeof en, string>> = {};
