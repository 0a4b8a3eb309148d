/** Small helps for the sentences and examples of the catalogue. */

/** `a`, `b` and `c` in backticks. */
export function listed(names: readonly string[], joint: "and" | "or" = "and"): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length < 2) return quoted.join("");
  return `${quoted.slice(0, -1).join(", ")} ${joint} ${quoted.at(-1)}`;
}

/**
 * A small panel, and what follows it. With `inside` the text stands in the block, and the panel then has a period; without, an
 * indented text stands in a block without a period, any other text after it.
 */
export function panelExample(text: string, inside = false): string {
  const entry = text.startsWith("  ") ? text : "";
  const after = entry === "" ? text : "";
  return inside
    ? `data plants {
  dmu plant
  period year
  | plant | year | labor [person] |
  |-------|-----:|---------------:|
  | A     | 2020 |            100 |
  | A     | 2021 |            110 |
  | A     | 2022 |            120 |
${text}}
`
    : `data plants {
  dmu plant
  | plant | labor [person] |
  |-------|---------------:|
  | A     |            100 |
  | B     |            120 |
${entry}}
${after}`;
}
