/** Checks `reference …` in a technology and `reference: …` of an index: the same words. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { Reference } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { suggestion } from "./naming.ts";

const words = ["contemporaneous", "global", "sequential", "window", "biennial"] as const;

/** The reference that an entry `reference window 3 centered` names; null after a reported error. */
export function checkReference(
  entry: { readonly word: ast.Name; readonly size?: ast.Expr; readonly centered?: boolean },
  ctx: CheckContext,
): Reference | null {
  const { word, size } = entry;
  const found = words.find((one) => one === word.text);
  if (found === undefined) {
    const params = { what: "reference", word: word.text, words };
    report(ctx.sink, frontier.unknownWord, word.span, params, suggestion(word.text, word.span, words));
    return null;
  }
  if (found !== "window") {
    if (size === undefined && entry.centered !== true) return { kind: found };
    report(ctx.sink, frontier.badArgument, size?.span ?? word.span, {
      fn: "reference",
      name: found,
      wanted: "no size; only `window` has one",
    });
    return null;
  }
  const centered = entry.centered === true;
  const count = size?.kind === "number" ? size.value : Number.NaN;
  if (!Number.isInteger(count) || count < 1) {
    report(ctx.sink, frontier.badWindow, size?.span ?? word.span, {
      reason: "a whole number of periods, such as `window 3`",
    });
    return null;
  }
  if (centered && count % 2 === 0) {
    report(ctx.sink, frontier.badWindow, size!.span, {
      reason: "an odd number of periods to be centered, such as `window 3 centered`",
    });
    return null;
  }
  return { kind: "window", size: count, centered };
}

/** The reference that an argument names: `global`, `window(3)`, `window(3, centered)`. */
export function referenceArgument(value: ast.Expr, fn: string, ctx: CheckContext): Reference | null {
  if (value.kind === "name") return checkReference({ word: value.name }, ctx);
  if (value.kind === "call" && value.args.length <= 2) {
    const [size, mode] = value.args;
    const centered = mode?.value.kind === "name" && mode.value.name.text === "centered";
    if (mode === undefined || centered) {
      return checkReference(
        { word: value.callee, ...(size === undefined ? {} : { size: size.value }), centered },
        ctx,
      );
    }
  }
  report(ctx.sink, frontier.badArgument, value.span, {
    fn,
    name: "reference",
    wanted: "a word such as `global` or `window(3, centered)`",
  });
  return null;
}
