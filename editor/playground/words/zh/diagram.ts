import type { diagram as en } from "../en/diagram.ts";

export const diagram: Readonly<Record<keyof typeof en, string>> = {};
