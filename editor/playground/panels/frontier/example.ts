/** What a model without any measure can be given to begin with. */
import type { Outline, PanelOutline } from "../../workers/outline.ts";

/** A whole small model: two inputs, one good, one bad output, a direction. */
const mills = `data mills {
  dmu mill
  | mill | labor [person] | paper [t] | bod [kg] |
  |------|---------------:|----------:|---------:|
  | A    |            100 |       900 |       20 |
  | B    |            100 |      1200 |       45 |
  | C    |            100 |       700 |       40 |
  | D    |            100 |       500 |       25 |
}

technology green on mills { input labor; good paper; bad bod }
direction win_win { good +observed; bad -observed }
measure inefficiency = ddf(green, along: win_win)
`;

const technologyName = /(?:^|\n)\s*technology\s+(`[^`]+`|[\p{L}_][\p{L}\p{N}_]*)/u;

/**
 * Lines that, at the end of the text, give it a first measure: of its technology, along its direction if it has one, else of its first panel with two columns, else
 * a small model of its own.
 */
export function exampleFor(text: string, outline: Outline | null): string {
  const technology = technologyName.exec(text)?.[1];
  if (technology !== undefined) {
    const direction = outline?.directions[0]?.name;
    return direction === undefined
      ? `measure efficiency = radial(${technology}, orientation: output)\n`
      : `measure inefficiency = ddf(${technology}, along: ${quoted(direction)})\n`;
  }
  const panel = outline?.panels.find(({ columns }) => columns.length > 1);
  return panel === undefined ? mills : fromPanel(panel);
}

function fromPanel({ name, columns }: PanelOutline): string {
  const names = columns.map((column) => quoted(column.name));
  return `technology production on ${quoted(name)} {
  input ${names.slice(0, -1).join(", ")}
  good  ${names.at(-1)}
}
measure efficiency = radial(production, orientation: output)
`;
}

function quoted(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name}\``;
}

/** The text with the example below it, one blank line apart. */
export function withExample(text: string, outline: Outline | null): string {
  const example = exampleFor(text, outline);
  const before = text.trimEnd();
  return before === "" ? example : `${before}\n\n${example}`;
}
