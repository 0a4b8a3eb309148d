/** `frontier` items: the section of a technology through one unit, as a picture, its sentence and its numbers. */
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { evaluation } from "../../language/diagnostics/runtime.ts";
import type { Measure, Model, ReportItem } from "../../language/model.ts";
import type { Chart } from "../charts/chart.ts";
import { firstInefficient, sectionOf } from "../charts/frontier-section.ts";
import { frontierSpec } from "../charts/frontier-spec.ts";
import { heldSentence, sectionSentence } from "../charts/section-facts.ts";
import { sectionTable } from "../charts/section-table.ts";
import type { Environment } from "../evaluate/environment.ts";
import { listed } from "../evaluate/select.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import { periodColumn } from "../measure/observations.ts";
import { itemUnit } from "./item-unit.ts";

type FrontierItem = Extract<ReportItem, { kind: "frontier" }>;

/** The chart; null after errors in the sink. */
export function frontierItem(
  name: string,
  item: FrontierItem,
  model: Model,
  env: Environment,
  sink: Diagnostics,
): Chart | null {
  const measure = measureNamed(item.measure, model);
  const data = readFrontier(measure.spec, model, env, sink);
  if (data === null) return null;
  const { x, y, at, dmu, span } = item;
  const { periods } = data.labels;
  if (at !== undefined && !periods.some((period) => String(period) === String(at))) {
    const key = periodColumn(data.scored.table)?.name ?? "period";
    report(sink, evaluation.notSaved, span, { key, at: String(at), known: listed(periods) });
    return null;
  }
  let row: number | null = null;
  if (dmu !== undefined) {
    row = itemUnit(data, { span, dmu, ...(at === undefined ? {} : { at }) }, sink);
    if (row === null) return null;
  }
  const asked = { x, y, ...(at === undefined ? {} : { period: String(at) }) };
  const section = sectionOf(measure, data, asked, (period) =>
    row === null ? firstInefficient(data, period) : { row },
  );
  if ("wrong" in section) {
    report(sink, evaluation.noSection, span, { why: section.wrong });
    return null;
  }
  const sentence = [sectionSentence(section), heldSentence(section)].filter((one) => one !== "").join(" ");
  return { spec: frontierSpec(section), sentence, table: sectionTable(name, section, data) };
}

/** A checked item's measure. */
export function measureNamed(name: string, model: Model): Measure {
  const found = model.declarations.find((d) => d.kind === "measure" && d.name === name);
  if (found?.kind !== "measure") throw new Error(`no measure ${name}`);
  return found;
}
