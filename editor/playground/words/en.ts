/**
 * The page's words in English; every other language has the same keys. Holes stand in braces: `{n} rows`.
 * Each part of the page keeps its own words in a file of its own, in `en/` and `zh/`; keys begin with the part's name.
 */
import { diagram } from "./en/diagram.ts";
import { editor } from "./en/editor.ts";
import { frontier } from "./en/frontier.ts";
import { lesson } from "./en/lesson.ts";
import { problems } from "./en/problems.ts";
import { program } from "./en/program.ts";
import { report } from "./en/report.ts";
import { results } from "./en/results.ts";
import { scenarios } from "./en/scenarios.ts";
import { shell } from "./en/shell.ts";

export const en = {
  ...shell,
  ...editor,
  ...lesson,
  ...results,
  ...frontier,
  ...program,
  ...scenarios,
  ...diagram,
  ...report,
  ...problems,
} as const;
export type WordKey = keyof typeof en;
