/** The panels of the traps, small enough to be worked out by hand. */

/** A panel of inline rows. */
export function panel(name: string, keys: string, header: string, rows: readonly string[]): string {
  return `data ${name} {\n  ${keys}\n  | ${header} |\n${rows.map((row) => `  | ${row} |`).join("\n")}\n}\n`;
}
export const dmus = (header: string, ...rows: string[]) => panel("p", "dmu u", `u | ${header}`, rows);
export const years = (header: string, ...rows: string[]) =>
  panel("p", "dmu u\n  period year", `u | year | ${header}`, rows);

export const winWin = "direction win { good +observed; bad -observed }\n";
export const simple = "technology t on p { input x; good y }\n";
export const green = "technology g on p { input x; good y; bad b }\n";

/** Three units with the same input; only abatement reaches below B and C. */
export const abate = dmus("x | y | b", "A | 1 | 4 | 2", "B | 1 | 8 | 8", "C | 1 | 2 | 4");
/** Aparicio, Pastor & Zofío (2013). */
export const env5 = dmus(
  "x | y | b",
  "A | 1 | 7 | 2",
  "B | 1 | 5 | 5",
  "C | 1 | 1 | 3",
  "D | 1 | 3 | 3",
  "E | 1 | 4 | 2",
);
/** The same in a second year, in which B makes and emits more than anyone could before. */
export const env5years = years(
  "x | y | b",
  ...[
    "A | 1 | 1 | 7 | 2",
    "B | 1 | 1 | 5 | 5",
    "C | 1 | 1 | 1 | 3",
    "D | 1 | 1 | 3 | 3",
    "E | 1 | 1 | 4 | 2",
  ],
  ...[
    "A | 2 | 1 | 8 | 1",
    "B | 2 | 1 | 9 | 6",
    "C | 2 | 1 | 2 | 2",
    "D | 2 | 1 | 2 | 4",
    "E | 2 | 1 | 4 | 1",
  ],
);
/** Two firms over three years; the frontier is A's 1, 2 and 2 per unit of input, then B's 3. */
export const growth = years(
  "x | y",
  ...["A | 1 | 1 | 1", "B | 1 | 2 | 1", "A | 2 | 1 | 2", "B | 2 | 2 | 3", "A | 3 | 1 | 2", "B | 3 | 1 | 3"],
);
