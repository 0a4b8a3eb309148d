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

/** Mills in two stages; the link between them is each example's own. */
export function network(link: string, rest = ""): string {
  return `data mills {\n  dmu mill\n  | mill | wood [t] | pulp [t] | energy [GJ] | paper [t] |\n  | A | 10 | 8 | 3 | 100 |\n  | B | 20 | 15 | 5 | 150 |\n}\ntechnology chain on mills {\n  stage boiling { input wood }\n  stage drying { input energy; good paper }\n  ${link}\n}\n${rest}`;
}

/** Words in backticks. */
export function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
