/** The page's words in English; every other language has the same keys. Holes stand in braces. */
export const en = {
  run: "Run",
  lessons: "Lessons",
  examples: "Examples",
  open: "Open",
  save: "Save",
  share: "Share",
  lesson: "Lesson",
  model: "Model",
  meaning: "Meaning",
  results: "Results",
  frontier: "Frontier",
  program: "Program",
  scenarios: "Scenarios",
  diagram: "Diagram",
  report: "Report",
  problems: "Problems",
  loading: "Loading…",
} as const;
export type WordKey = keyof typeof en;
