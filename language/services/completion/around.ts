/** What stands around the place of a completion: its system, the tables of its call. */
import { isTable } from "./candidates.ts";
import type { Place } from "./place.ts";

/** The system that a declaration runs or changes. */
export function systemOf({ decl, analysis }: Place): string | undefined {
  switch (decl?.kind) {
    case "system":
      return decl.name.text;
    case "scenario":
      return analysis.tables.of(decl.name.text)?.name;
    case "sweep":
    case "sensitivity":
    case "calibration":
    case "optimization":
      return analysis.tables.of(decl.of?.text)?.name;
    default:
      return undefined;
  }
}

/** The tables that stand before a point in the call around the cursor, and the block's own. */
export function tablesBefore(place: Place): string[] {
  const { tokens, decl } = place;
  const found: string[] = [];
  let depth = 0;
  for (let i = tokens.length - 1; i >= 0 && depth >= 0; i--) {
    const { image } = tokens[i]!;
    if (image === ")") depth++;
    else if (image === "(") depth--;
    else if (tokens[i + 1]?.image === "." && isTable(place, image)) found.push(image);
  }
  const own = decl !== undefined && "name" in decl ? [decl.name.text] : [];
  const panel = decl?.kind === "technology" || decl?.kind === "regression" ? [decl.on?.text ?? ""] : [];
  return [...found, ...own, ...panel];
}
