/** GTFP4023 on: labels in the conditions of panels, held against the data. */
import { entry } from "./entry.ts";
import { listed } from "./words.ts";

const mills = (condition: string) => `data mills {
  dmu mill
  period year
  where ${condition}
  | mill  | year | labor [person] |
  | north | 2020 |            120 |
  | south | 2020 |            130 |
}
`;
const most = 6;

export const dataLabels = {
  neverTrue: entry<{ source: string; column: string; label: string; labels: readonly string[] }>({
    code: "GTFP4023",
    severity: "warning",
    title: "Label that no row has",
    message: ({ source, column, label }) => `No row of ${source} has "${label}" in \`${column}\`.`,
    help: ({ labels }) =>
      labels.length <= most
        ? `there ${labels.length === 1 ? "is" : "are"} ${listed(labels)}`
        : `there are ${labels.length} others, ${listed(labels.slice(0, 3))} among them`,
    page: "A condition of the block compares a key or group with a label that stands in no row, so that it is false everywhere (or true everywhere with `!=`). Labels are compared with upper and lower case. Mostly it is misspelt; the rows that were meant would be missing without a word.",
    failing: mills('mill != "nort"'),
    mended: mills('mill != "north"'),
  }),
};
