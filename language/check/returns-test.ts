/** Checks `returns_test(CRS, VRS)` and sets the shape of its table: one row for each frontier. */
import type { MeasureEntry } from "../builtins/measures.ts";
import { report } from "../diagnostics/entry.ts";
import { inference } from "../diagnostics/inference.ts";
import type { ReturnsTest, Technology } from "../model.ts";
import { dimensionless } from "../units/unit.ts";
import { whyNoBootstrap } from "./bootstrap-theory.ts";
import type { ReadCall } from "./call-arguments.ts";
import { sideOf, whyNoScale, whyNotAlike } from "./comparison.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { drawsOf } from "./number-argument.ts";

/** The checked test; null after reported errors. */
export function checkReturnsTest(
  base: Pick<ReturnsTest, "name" | "span" | "doc">,
  entry: MeasureEntry,
  call: ReadCall,
  ctx: CheckContext,
): ReturnsTest | null {
  const draws = drawsOf(call, entry, ctx);
  const crs = sideOf("crs", call, ctx);
  const vrs = sideOf("vrs", call, ctx);
  if (crs === null || vrs === null) return null;
  const { spec } = crs.measure;
  const invalid =
    spec.fn === "radial"
      ? whyNoBootstrap(crs.measure, crs.technology)
      : "the test (Simar & Wilson 2002) is made for radial scores";
  if (invalid !== null) {
    report(ctx.sink, inference.noTheory, crs.name.span, { name: crs.name.text, of: spec.fn, why: invalid });
    return null;
  }
  const why = whyNotAlike(crs, vrs) ?? whyNoScale(crs, vrs);
  if (why !== null) {
    const params = { fn: call.fn, one: crs.name.text, other: vrs.name.text, why };
    report(ctx.sink, inference.notAlike, call.span, params);
    return null;
  }
  const panel = ctx.shapes.get(crs.technology.panel);
  if (draws === null || panel === undefined) return null;
  const columns: TableShape["columns"] = new Map(
    entry.columns.map(({ name, of }) => [
      name,
      { of, unit: of === "number" ? dimensionless : null, scale: "level" as const },
    ]),
  );
  ctx.shapes.set(base.name, {
    name: base.name,
    keys: frontierKeys(crs.technology, panel),
    groups: [],
    columns,
  });
  return { ...base, kind: "returns_test", measures: [crs.name.text, vrs.name.text], spec, ...draws };
}

/** What tells the frontiers of a technology apart: its groups, and the period or the periods in words. */
export function frontierKeys(technology: Technology, panel: TableShape): TableShape["keys"] {
  const period = panel.keys.find((key) => key.role === "period" || key.role === "time");
  const groups = technology.by.map(
    (name) => panel.keys.find((key) => key.name === name) ?? { name, role: "dimension" as const },
  );
  const { kind } = technology.reference;
  if (period === undefined || kind === "global") return groups;
  return [...groups, kind === "contemporaneous" ? period : { name: "frontier", role: "dimension" }];
}
