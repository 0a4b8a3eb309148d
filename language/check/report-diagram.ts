/** Checks `diagram`: the stocks and flows of a system. */
import { report } from "../diagnostics/entry.ts";
import { names } from "../diagnostics/names.ts";
import { reports } from "../diagnostics/reports.ts";
import type { CheckContext } from "./context.ts";
import { suggestion } from "./naming.ts";
import type { ListItem } from "./report.ts";
import { Clauses } from "./report-clauses.ts";

/** `diagram economy`; a scenario stands for its system. Null after a reported error. */
export function checkDiagram(item: ListItem, ctx: CheckContext) {
  const clauses = new Clauses("diagram", item.clauses, ctx);
  const [first, ...more] = item.items;
  if (first === undefined || first.kind === "broken" || !clauses.ok) return null;
  if (first.kind !== "name" || more.length > 0) {
    report(ctx.sink, reports.needsSystem, (more[0] ?? first).span, {});
    return null;
  }
  const { text, span } = first.name;
  const found = ctx.checked.get(text);
  if (found?.kind === "system") return { kind: "diagram" as const, system: text };
  if (found?.kind === "scenario") return { kind: "diagram" as const, system: found.system };
  if (found !== undefined) report(ctx.sink, reports.needsSystem, span, {});
  else if (!ctx.declared.has(text) && text !== "") {
    const systems = [...ctx.declared].flatMap(([name, decl]) => (decl.kind === "system" ? [name] : []));
    report(ctx.sink, names.unknownName, span, { name: text }, suggestion(text, span, systems));
  }
  return null;
}
