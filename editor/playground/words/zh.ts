import type { WordKey } from "./en.ts";
import { diagram } from "./zh/diagram.ts";
import { editor } from "./zh/editor.ts";
import { frontier } from "./zh/frontier.ts";
import { lesson } from "./zh/lesson.ts";
import { problems } from "./zh/problems.ts";
import { program } from "./zh/program.ts";
import { report } from "./zh/report.ts";
import { results } from "./zh/results.ts";
import { scenarios } from "./zh/scenarios.ts";
import { shell } from "./zh/shell.ts";

export const zh: Readonly<Record<WordKey, string>> = {
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
};
