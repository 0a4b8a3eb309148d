/** Whether the parts of a technology mean something together. */
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { Technology } from "../model.ts";
import type { Span } from "../source.ts";
import type { CheckContext } from "./context.ts";

/** Disposabilities that each stage of a network may have. */
const stageWords: ReadonlySet<Technology["disposability"]> = new Set(["weak", "strong", "equality"]);

/** False after a reported error; `at` is where it is told. */
export function makesSense(technology: Technology, at: Span, ctx: CheckContext): boolean {
  const { name, returns, disposability, variables } = technology;
  const bads = variables.some((v) => v.role === "bad");
  if (returns === "fdh" && bads && disposability !== "strong") {
    report(ctx.sink, frontier.hullOfBads, at, { technology: name, disposability });
    return false;
  }
  const { restrictions = [], stages } = technology;
  if (stages !== undefined) {
    const what =
      returns === "fdh"
        ? "`returns fdh`"
        : !stageWords.has(disposability)
          ? `\`disposability ${disposability}\``
          : restrictions.length > 0
            ? "`restrict`"
            : null;
    if (what !== null) {
      report(ctx.sink, frontier.badNetwork, at, { why: `${what} is not defined over several stages` });
      return false;
    }
  }
  if (restrictions.length > 0 && (returns === "fdh" || disposability === "managerial")) {
    const why =
      returns === "fdh"
        ? "the free disposal hull has no shadow prices to restrict"
        : "under managerial disposability inputs have prices of the other sign";
    report(ctx.sink, frontier.badRestriction, restrictions[0]!.span, { why });
    return false;
  }
  if (!bads && (disposability === "by_production" || disposability === "managerial")) {
    report(ctx.sink, frontier.needsBads, at, { technology: name, disposability });
    return false;
  }
  if (disposability === "by_production" && !variables.some((v) => v.polluting === true)) {
    report(ctx.sink, frontier.pollutingMissing, at, { technology: name });
    return false;
  }
  return true;
}
