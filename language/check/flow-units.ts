import type * as ast from "../ast.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { UnitSolver } from "../units/solver.ts";
import { times, type UnitTerm } from "../units/term.ts";
import type { CheckContext } from "./context.ts";
import { suggestion } from "./naming.ts";
import { rangesOf } from "./ranges.ts";
import type { SystemTerm } from "./system-terms.ts";
import type { DraftedVariable } from "./system-variables.ts";

/**
 * Checks that every flow of a system joins stocks (or the cloud) with the same dimensions, and demands that its unit is theirs per unit
 * of time; stocks may be those of modules. Entries that have `failed` are not complained about again. What it gives back is called once the units are solved: it reports flows written on another scale.
 */
export function demandFlowUnits(
  own: readonly DraftedVariable[],
  variables: readonly SystemTerm[],
  failed: ReadonlySet<string>,
  time: UnitTerm,
  units: UnitSolver,
  ctx: CheckContext,
): () => void {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const joints: { flow: DraftedVariable; stock: SystemTerm; end: ast.Name; wanted: UnitTerm }[] = [];
  for (const flow of own) {
    const { entry } = flow;
    if (entry.kind !== "flow") continue;
    if (entry.from === undefined && entry.to === undefined) {
      report(ctx.sink, dynamics.flowNowhere, entry.name.span, { flow: flow.name });
    }
    if (entry.from !== undefined && entry.from.text === entry.to?.text) {
      report(ctx.sink, dynamics.flowInCircle, entry.to.span, { flow: flow.name, stock: entry.to.text });
      continue;
    }
    for (const end of [entry.from, entry.to]) {
      if (end === undefined || end.text === "") continue;
      const stock = byName.get(end.text);
      if (stock?.role === "stock") {
        checkDimensions(flow, stock, end, ctx);
        joints.push({ flow, stock, end, wanted: times(stock.unit, time, -1) });
      } else if (!failed.has(end.text) && !failed.has(end.text.replace(/\..*/, "")))
        reportEnd(flow, end, stock, variables, ctx);
    }
  }
  for (const { flow, stock, end, wanted } of joints) {
    units.same(flow.unitTerm, wanted, (sink, is, must) =>
      report(
        sink,
        dynamics.flowUnit,
        flow.entry.name.span,
        { flow: flow.name, stock: stock.name, is, must },
        {
          related: [{ span: stock.span, message: `the stock \`${end.text}\`` }],
        },
      ),
    );
  }
  return () => {
    for (const { flow, stock, wanted } of joints) {
      const factor = units.factor(flow.unitTerm, wanted);
      if (Math.abs(factor - 1) <= 1e-12) continue;
      const is = units.unit(flow.unitTerm)?.text ?? "?";
      const must = units.unit(wanted)?.text ?? "?";
      report(ctx.sink, dynamics.flowScale, flow.entry.name.span, {
        flow: flow.name,
        stock: stock.name,
        is,
        must,
      });
    }
  };
}

function reportEnd(
  flow: DraftedVariable,
  end: ast.Name,
  found: SystemTerm | undefined,
  variables: readonly SystemTerm[],
  ctx: CheckContext,
): void {
  const stocks = variables.flatMap((v) => (v.role === "stock" ? [v.name] : []));
  report(
    ctx.sink,
    dynamics.flowEnd,
    end.span,
    { flow: flow.name, end: end.text, role: found?.role },
    {
      ...suggestion(end.text, end.span, [...stocks, "cloud"]),
      ...(found ? { related: [{ span: found.span, message: `\`${end.text}\` is declared here` }] } : {}),
    },
  );
}

function checkDimensions(flow: DraftedVariable, stock: SystemTerm, end: ast.Name, ctx: CheckContext): void {
  // A flow by a range joins the elements of the range.
  const ranges = rangesOf(ctx);
  const whole = (dimension: string) => {
    let at: string | undefined = dimension;
    while (at !== undefined && !stock.dimensions.includes(at)) at = ranges[at];
    return at ?? dimension;
  };
  const [own, other] = [flow.dimensions.map(whole).sort(), [...stock.dimensions].sort()];
  if (own.join() === other.join()) return;
  report(ctx.sink, dynamics.flowDimensions, end.span, {
    flow: flow.name,
    stock: stock.name,
    own: flow.dimensions,
    other: stock.dimensions,
  });
}
