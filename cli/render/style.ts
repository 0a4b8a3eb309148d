/** The few ANSI styles in use, or none of them. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

function styles(paint: (on: number, off: number) => (text: string) => string): Style {
  const entries = Object.entries(codes).map(([name, [on, off]]) => [name, paint(on!, off!)]);
  return Object.fromEntries(entries) as unknown as Style;
}

export const plain: Style = styles(() => (text) => text);
export const coloured: Style = styles(
  (on, off) => (text) => (text === "" ? "" : `\x1b[${on}m${text}\x1b[${off}m`),
);

/** Colour on a terminal, unless `NO_COLOR`; `FORCE_COLOR` (not 0) has it anywhere. See no-color.org. */
export function styleFor(isTTY: boolean, env: Readonly<Record<string, string | undefined>>): Style {
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "")
    return env.FORCE_COLOR === "0" ? plain : coloured;
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return plain;
  return isTTY && env.TERM !== "dumb" ? coloured : plain;
}
