import type { CheckContext } from "./context.ts";
import { type Ranges, wholesOf } from "./elements.ts";

/** The ranges among the dimensions checked so far. */
export function rangesOf(ctx: CheckContext): Ranges {
  return Object.fromEntries(
    [...ctx.checked.values()].flatMap((declared) =>
      declared.kind === "dimension" && declared.within !== undefined
        ? [[declared.name, declared.within]]
        : [],
    ),
  );
}

/** Dimensions and those in which they are ranges: the keys that a value for each of their elements may have. */
export function withWholes(dimensions: readonly string[], ctx: CheckContext): readonly string[] {
  return [...dimensions, ...wholesOf(dimensions, rangesOf(ctx)).keys()];
}
