/**
 * Checks measures that are made of other measures or of no linear program: `bootstrap`, `order_m`, `order_alpha`,
 * `technology_gap`, `scale_efficiency`, `cross_efficiency`.
 */
import type * as ast from "../ast.ts";
import { derivedMeasures } from "../builtins/inference.ts";
import type { MeasureEntry } from "../builtins/measures.ts";
import { report } from "../diagnostics/entry.ts";
import { inference } from "../diagnostics/inference.ts";
import type { Bootstrap, CrossEfficiency, InferenceDeclared, PartialFrontier, Technology } from "../model.ts";
import { whyNoBootstrap } from "./bootstrap-theory.ts";
import type { ReadCall } from "./call-arguments.ts";
import { nameArgument, readCall, wordArgument } from "./call-arguments.ts";
import { checkComparison } from "./comparison.ts";
import type { CheckContext } from "./context.ts";
import { findDeclared } from "./frontier-names.ts";
import { measureShape } from "./frontier-shapes.ts";
import { technologyArgument } from "./measure.ts";
import { drawsOf, numberOf, seedOf } from "./number-argument.ts";
import { checkReturnsTest } from "./returns-test.ts";

/** Whether a measure's call is one of these. */
export function isDerivedMeasure(decl: ast.MeasureDecl): boolean {
  return decl.value.kind === "call" && derivedMeasures.has(decl.value.callee.text);
}

/** The checked declaration, its shape set in `ctx.shapes`; null after reported errors. */
export function checkDerivedMeasure(decl: ast.MeasureDecl, ctx: CheckContext): InferenceDeclared | null {
  if (decl.value.kind !== "call") return null;
  const entry = derivedMeasures.get(decl.value.callee.text)!;
  const call = readCall(decl.value, entry.parameters, ctx);
  if (call === null) return null;
  const { name, doc } = decl;
  const base = { name: name.text, span: name.span, ...(doc === undefined ? {} : { doc }) };
  switch (entry.name) {
    case "bootstrap":
      return checkBootstrap(base, entry, call, ctx);
    case "order_m":
    case "order_alpha":
      return checkPartial(base, entry, call, ctx);
    case "returns_test":
      return checkReturnsTest(base, entry, call, ctx);
    case "cross_efficiency":
      return checkCross(base, entry, call, ctx);
    default:
      return checkComparison(base, entry, call, ctx);
  }
}

const stagesOfItsOwn = "it has stages, and this looks at one set of inputs and outputs";

type Base = Pick<Bootstrap, "name" | "span" | "doc">;

/** Sets the shape of a table with the catalogue's columns. */
function shape(base: Base, entry: MeasureEntry, technology: Technology, ctx: CheckContext): boolean {
  const panel = ctx.shapes.get(technology.panel);
  if (panel === undefined) return false;
  ctx.shapes.set(base.name, measureShape(base.name, entry, technology, null, panel));
  return true;
}

function checkBootstrap(
  base: Base,
  entry: MeasureEntry,
  call: ReadCall,
  ctx: CheckContext,
): Bootstrap | null {
  const draws = drawsOf(call, entry, ctx);
  const name = nameArgument(call, "measure", "the name of a measure", ctx);
  if (name === null || findDeclared(name, ["measure", "index"], "measure", ctx) === null) return null;
  const measure = ctx.checked.get(name.text);
  if (measure === undefined) return null;
  const technology = measure.kind === "measure" ? ctx.checked.get(measure.spec.technology) : undefined;
  const why = whyNoBootstrap(measure, technology?.kind === "technology" ? technology : undefined);
  if (why !== null) {
    const call = ctx.declared.get(name.text);
    const of =
      call !== undefined && "value" in call && call.value?.kind === "call" ? call.value.callee.text : "";
    report(ctx.sink, inference.noTheory, name.span, { name: name.text, of, why });
    return null;
  }
  if (measure.kind !== "measure" || technology?.kind !== "technology") return null;
  if (draws === null) return null;
  if (!shape(base, entry, technology, ctx)) return null;
  return { ...base, kind: "bootstrap", measure: name.text, spec: measure.spec, ...draws };
}

function checkPartial(
  base: Base,
  entry: MeasureEntry,
  call: ReadCall,
  ctx: CheckContext,
): PartialFrontier | null {
  const orientation = wordArgument(call, entry.parameters, "orientation", ctx);
  const order =
    entry.name === "order_m"
      ? numberOf(call, entry, "m", "a whole number from 1 on", (m) => Number.isInteger(m) && m >= 1, ctx)
      : numberOf(
          call,
          entry,
          "alpha",
          "a share above 0 and at most 1, such as `95%`",
          (a) => a > 0 && a <= 1,
          ctx,
        );
  const seed = seedOf(call, entry, ctx);
  const technology = technologyArgument(call, ctx);
  if (technology === null || orientation === null || order === null || seed === null) return null;
  const { variables, disposability } = technology;
  const role = orientation === "output" ? "good" : "input";
  const why =
    technology.stages !== undefined
      ? stagesOfItsOwn
      : variables.some((v) => v.role === "bad") && disposability !== "strong"
        ? `its bads have \`disposability ${disposability}\`, but in the free-disposal hull they act like inputs (\`strong\`)`
        : variables.some((v) => v.role === role && !v.fixed)
          ? null
          : `it has no ${role} that may move`;
  if (why !== null) {
    report(ctx.sink, inference.unsuitableTechnology, call.span, {
      fn: call.fn,
      technology: technology.name,
      why,
    });
    return null;
  }
  if (!shape(base, entry, technology, ctx)) return null;
  const spec = {
    fn: "radial",
    technology: technology.name,
    orientation: orientation === "output" ? ("output" as const) : ("input" as const),
    super: false as const,
    slacks: "plain" as const,
  };
  return {
    ...base,
    kind: "partial_frontier",
    fn: entry.name === "order_m" ? "order_m" : "order_alpha",
    spec,
    order,
  };
}

function checkCross(
  base: Base,
  entry: MeasureEntry,
  call: ReadCall,
  ctx: CheckContext,
): CrossEfficiency | null {
  const secondary = wordArgument(call, entry.parameters, "secondary", ctx);
  const technology = technologyArgument(call, ctx);
  if (technology === null || secondary === null) return null;
  const { variables, returns, reference, panel, referencePanel } = technology;
  const has = (role: ast.Role) => variables.some((v) => v.role === role);
  const why =
    technology.stages !== undefined
      ? stagesOfItsOwn
      : technology.restrictions !== undefined
        ? "its `restrict` entries bound the prices that the secondary goal chooses"
        : returns !== "crs"
          ? `it has \`returns ${returns}\`, under which a unit's prices can make others' efficiency negative; use \`crs\``
          : has("bad")
            ? "it has bad outputs, and the ratio of outputs to inputs has no place for them"
            : !has("input")
              ? "it has no inputs to divide by"
              : variables.some((v) => v.fixed)
                ? "a fixed input belongs to neither side of the ratio"
                : reference.kind !== "contemporaneous" && reference.kind !== "global"
                  ? `with \`reference ${reference.kind}\` units of one period are judged by several frontiers`
                  : panel !== referencePanel
                    ? "its frontier is another panel's, whose units are not scored"
                    : null;
  if (why !== null) {
    report(ctx.sink, inference.unsuitableTechnology, call.span, {
      fn: call.fn,
      technology: technology.name,
      why,
    });
    return null;
  }
  if (!shape(base, entry, technology, ctx)) return null;
  const spec = {
    fn: "radial",
    technology: technology.name,
    orientation: "input" as const,
    super: false as const,
    slacks: "plain" as const,
  };
  return { ...base, kind: "cross_efficiency", spec, secondary: secondary as CrossEfficiency["secondary"] };
}
