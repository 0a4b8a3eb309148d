/** Whether the parts of a technology mean something together. */
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { Technology } from "../model.ts";
import type { Span } from "../source.ts";
import type { CheckContext } from "./context.ts";

/** False after a reported error; `at` is where it is told. */
export function makesSense(technology: Technology, at: Span, ctx: CheckContext): boolean {
  const { name, returns, disposability, variables } = technology;
  const bads = variables.some((v) => v.role === "bad");
  if (returns === "fdh" && bads && disposability !== "strong") {
    report(ctx.sink, frontier.hullOfBads, at, { technology: name, disposability });
    return false;
  }
  return true;
}
