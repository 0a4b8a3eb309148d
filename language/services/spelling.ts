/** How a name is written: bare where it can be, else in backticks. */
import { NAME_PATTERN, RESERVED } from "../tokens.ts";

const bare = new RegExp(`^${NAME_PATTERN.source}$`, "u");
const reserved = new Set(RESERVED.map(({ word }) => word));

function isBareName(name: string): boolean {
  return bare.test(name) && !reserved.has(name);
}
/** Whether a name can be written at all: backticks hold anything but backticks and line ends. */
export function isName(name: string): boolean {
  return name.trim() !== "" && !/[`\r\n|]/.test(name);
}
export function written(name: string): string {
  return isBareName(name) ? name : `\`${name}\``;
}
/** `slack.energy`: each part for itself. */
export function writtenPath(path: string): string {
  return path.split(".").map(written).join(".");
}
