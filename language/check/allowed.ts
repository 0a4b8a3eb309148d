/** Which measure means something on which technology. */
import type * as ast from "../ast.ts";
import { networkMeasureNames } from "../builtins/network-measures.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { Disposability, MeasureSpec, Technology } from "../model.ts";
import type { ReadCall } from "./call-arguments.ts";
import type { CheckContext } from "./context.ts";

/** Measures that give each bad a slack of its own. */
const slackOfBads: ReadonlySet<string> = new Set(["sbm", "additive", "ram", "bam", "network_sbm"]);

/** Disposabilities under which a bad can be cut while all else stays. */
const freely: ReadonlySet<Disposability> = new Set(["strong", "natural", "managerial"]);
/** What is defined where inputs are to grow. */
const managerialMeasures: ReadonlySet<string> = new Set([
  "radial",
  "ddf",
  "nddf",
  "russell",
  "additive",
  "ram",
]);

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
  if (bads && !freely.has(disposability) && (slackOfBads.has(fn) || graph)) {
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
  spec: MeasureSpec,
  technology: Technology,
): { readonly why: string; readonly instead: string } | null {
  const { variables, returns, disposability } = technology;
  const { fn } = spec;
  const bads = variables.filter((v) => v.role === "bad").map((v) => `\`${v.name}\``);
  const network = whyNoNetwork(spec, technology);
  if (network !== null) return network;
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
  if (spec.prices !== undefined && technology.restrictions !== undefined) {
    return {
      why: "its prices are given, and `restrict` bounds prices that the program chooses",
      instead: "take a technology without `restrict`",
    };
  }
  if (fn === "by_production") {
    if (disposability !== "by_production") {
      return {
        why: `it needs a set of its own for emissions, and the technology has \`disposability ${disposability}\``,
        instead: "say `disposability by_production` and which inputs are `polluting`",
      };
    }
    if (variables.filter((v) => v.role === "good").length > 1) {
      return {
        why: "with several goods the mean of their shares 1/φ is no linear program",
        instead: "use `nddf`, whose movements of goods and bads are each their own",
      };
    }
  }
  if (disposability === "managerial") {
    const inputs = variables.filter((v) => v.role === "input").map((v) => v.name);
    const shrinks =
      movedRole(spec) === "input" || spec.moves?.some((move) => inputs.includes(move.variable)) === true;
    const graph = fn === "russell" && spec.orientation === "none";
    if (!managerialMeasures.has(fn) || shrinks || graph || spec.super !== false) {
      return {
        why:
          spec.super !== false && managerialMeasures.has(fn) && !shrinks && !graph
            ? "super-efficiency is not defined where inputs are to grow"
            : "it shrinks inputs, and under managerial disposability a unit cuts its bads while it uses no less",
        instead: "use `ram`, or `ddf` along goods and bads (Sueyoshi & Goto 2012)",
      };
    }
  }
  return null;
}

/** Why a measure and the stages of a technology do not go together. */
function whyNoNetwork(
  { fn }: MeasureSpec,
  { stages, links = [], returns, variables }: Technology,
): { readonly why: string; readonly instead: string } | null {
  const known = networkMeasureNames.has(fn);
  if (stages === undefined) {
    if (!known) return null;
    return {
      why: "it measures stages, and the technology has none",
      instead: "declare each `stage` and the `link`s",
    };
  }
  if (!known) {
    return {
      why: "it looks at one set of inputs and outputs, and the technology has stages",
      instead: "use `network_sbm`, `network_ddf` or `relational`",
    };
  }
  if (fn !== "relational") return null;
  const why =
    returns !== "crs"
      ? `efficiencies of stages multiply under constant returns alone, and it has \`returns ${returns}\``
      : variables.some((v) => v.role === "bad")
        ? "the ratio of outputs to inputs has no place for bads"
        : links.some((link) => link.fixed)
          ? "a link that is kept as observed has no price in both stages"
          : null;
  return why === null ? null : { why, instead: "use `network_sbm` or `network_ddf`" };
}

/** The role that a measure moves alone. */
function movedRole({ fn, orientation }: MeasureSpec): ast.Role | undefined {
  if (fn === "cost") return "input";
  if (fn === "revenue" || orientation === "output") return "good";
  return orientation === "input" ? "input" : undefined;
}
