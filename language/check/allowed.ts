/** Which measure means something on which technology. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { MeasureSpec, Technology } from "../model.ts";
import type { ReadCall } from "./call-arguments.ts";
import type { CheckContext } from "./context.ts";

/** Measures that give each bad a slack of its own. */
const slackOfBads: ReadonlySet<string> = new Set(["sbm", "additive", "ram", "bam"]);

/** False after a reported error. */
export function allowed(
  spec: MeasureSpec,
  technology: Technology,
  call: Pick<ReadCall, "span">,
  ctx: CheckContext,
): boolean {
  const { variables, returns, disposability } = technology;
  const { fn } = spec;
  const role = movedRole(spec);
  if (role !== undefined && !variables.some((v) => v.role === role && !v.fixed)) {
    const lacks = role === "good" ? "`good` output" : "`input` that may move";
    report(ctx.sink, frontier.incomplete, call.span, { technology: technology.name, lacks });
    return false;
  }
  const bads = variables.some((v) => v.role === "bad");
  const unfit = whyUnfit(spec, technology);
  if (unfit !== null) {
    report(ctx.sink, frontier.unfit, call.span, { measure: fn, technology: technology.name, ...unfit });
    return false;
  }
  const graph = fn === "russell" && spec.orientation === "none";
  if (bads && disposability !== "strong" && (slackOfBads.has(fn) || graph)) {
    const params = { measure: fn, technology: technology.name, disposability };
    report(ctx.sink, frontier.slackOfBad, call.span, params);
    return false;
  }
  if (fn === "profit" && (returns === "crs" || returns === "ndrs")) {
    report(ctx.sink, frontier.profitUnbounded, call.span, { technology: technology.name, returns });
    return false;
  }
  const convex = returns === "vrs" || returns === "ndrs";
  if (!bads || disposability !== "shephard" || !convex) return true;
  const moved = (name: string) => spec.moves?.some((m) => m.variable === name) ?? false;
  const movesInputs =
    role === "input" ||
    fn === "profit" ||
    (fn === "hyperbolic" && role === undefined) ||
    variables.some((v) => v.role === "input" && moved(v.name));
  if (movesInputs) report(ctx.sink, frontier.shephardInputs, call.span, { measure: fn });
  return !movesInputs;
}

/** Why a measure is not defined on a technology, and what is; null where it is. */
function whyUnfit(
  { fn }: MeasureSpec,
  { variables, returns }: Technology,
): { readonly why: string; readonly instead: string } | null {
  const bads = variables.filter((v) => v.role === "bad").map((v) => `\`${v.name}\``);
  if (fn === "ebm" && bads.length > 0) {
    return {
      why: `it weighs inputs and good outputs by how alike their mixes are, and has no place for ${bads.join(" and ")}`,
      instead: "use `sbm`, or make the bad an `input`",
    };
  }
  if (fn === "ebm" && returns === "fdh") {
    return {
      why: "its radial and its single movements are traded off between units, and in the free disposal hull there is one",
      instead: "use `returns vrs`, or `radial` or `sbm` on the hull",
    };
  }
  return null;
}

/** The role that a measure moves alone. */
function movedRole({ fn, orientation }: MeasureSpec): ast.Role | undefined {
  if (fn === "cost") return "input";
  if (fn === "revenue" || orientation === "output") return "good";
  return orientation === "input" ? "input" : undefined;
}
