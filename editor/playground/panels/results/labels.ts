/** The labels of result tables that are words of the field: each with a mark, so that colour is not all that tells them apart. */
import type { WordKey } from "../../words/en.ts";

export interface MarkedLabel {
  readonly mark: string;
  readonly word: WordKey;
  readonly tone: "good" | "bad" | "plain";
}

const classes: Readonly<Record<string, MarkedLabel>> = {
  efficient: { mark: "●", word: "resultsEfficient", tone: "good" },
  weakly_efficient: { mark: "◐", word: "resultsWeaklyEfficient", tone: "plain" },
  inefficient: { mark: "○", word: "resultsInefficient", tone: "plain" },
};
const statuses: Readonly<Record<string, MarkedLabel>> = {
  optimal: { mark: "✓", word: "resultsOptimal", tone: "good" },
  infeasible: { mark: "⊘", word: "resultsInfeasible", tone: "bad" },
  unbounded: { mark: "∞", word: "resultsUnbounded", tone: "bad" },
  undefined: { mark: "∅", word: "resultsUndefined", tone: "bad" },
  first_period: { mark: "·", word: "resultsFirstPeriod", tone: "plain" },
  gap: { mark: "…", word: "resultsGap", tone: "plain" },
};
const returns: Readonly<Record<string, MarkedLabel>> = {
  constant: { mark: "=", word: "resultsConstant", tone: "plain" },
  increasing: { mark: "↗", word: "resultsIncreasing", tone: "plain" },
  decreasing: { mark: "↘", word: "resultsDecreasing", tone: "plain" },
};
const answers: Readonly<Record<string, MarkedLabel>> = {
  yes: { mark: "✓", word: "resultsYes", tone: "good" },
  no: { mark: "✗", word: "resultsNo", tone: "bad" },
};
const plainAnswers: Readonly<Record<string, MarkedLabel>> = {
  yes: { mark: "✓", word: "resultsYes", tone: "plain" },
  no: { mark: "–", word: "resultsNo", tone: "plain" },
};
const byColumn: Readonly<Record<string, Readonly<Record<string, MarkedLabel>>>> = {
  class: classes,
  status: statuses,
  returns_to_scale: returns,
  certified: answers,
  retried: plainAnswers,
};

/** Null for a label that is the reader's own. Classes are known in any column, as reports put them under labels. */
export function markedLabel(column: string, label: string): MarkedLabel | null {
  return (byColumn[column.split(".").at(-1)!] ?? classes)[label] ?? null;
}
