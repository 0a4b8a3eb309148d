/** The small models that show the diagnostics of frontiers. */

/** Two paper mills; what `rest` holds is each example's own. */
export function mills(rest: string, rows = "  | A | 10 | 100 | 5 |\n  | B | 20 | 150 | 9 |"): string {
  return `data mills {\n  dmu mill\n  | mill | labor [h] | paper [t] | bod [kg] |\n${rows}\n}\n${rest}`;
}

/** The same mills over two years. */
export function years(rest: string): string {
  return `data mills {\n  dmu mill\n  period year\n  | mill | year | labor [h] | paper [t] | bod [kg] |\n  | A | 2020 | 10 | 100 | 5 |\n  | B | 2020 | 20 | 150 | 9 |\n  | A | 2021 | 10 | 110 | 5 |\n  | B | 2021 | 19 | 150 | 8 |\n}\n${rest}`;
}

/** Their technology with the contract's defaults. */
export const plain = "technology green on mills { input labor; good paper; bad bod }\n";

/** Words in backticks. */
export function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
