/** Makes a Vega view from a specification of the runtime. It fetches nothing: all data stands in the specification. */
import type { Item, View as VegaView } from "vega";
import type { TopLevelSpec } from "vega-lite";
import type { Json, VegaLite } from "../../../runtime/charts/chart.ts";
import { chartLook } from "../../../runtime/charts/look.ts";
import { hideTip, showTip } from "./tip.ts";

/** Rows of a specification's data sets, by their names. */
export type DataSets = Readonly<Record<string, readonly Json[]>>;

export async function drawChart(
  place: HTMLElement,
  spec: VegaLite,
  data: DataSets,
  dark: boolean,
): Promise<VegaView> {
  const { View, Warn, compile, parse } = await import("./vega.ts");
  const whole = { ...fitted(spec), datasets: { ...dataSetsOf(spec), ...data } };
  const look = { ...chartLook(dark ? "dark" : "light"), aria: false };
  // What the runtime makes is a specification of Vega-Lite; its type is the plain data that tests read.
  const vega = compile(whole as unknown as TopLevelSpec, { config: look }).spec;
  const view = new View(parse(vega), { renderer: "svg", hover: true, logLevel: Warn, loader: nothing });
  view.tooltip((_handler: unknown, event: MouseEvent, _item: Item, value: unknown) => {
    if (value === null || value === undefined || value === "") hideTip();
    else showTip(event, value);
  });
  return view.initialize(place).runAsync();
}

/** A specification without its named data: charts with the same one keep their view when data change. */
export function withoutData(spec: VegaLite): string {
  return JSON.stringify(spec, (key, value: unknown) => (key === "datasets" ? undefined : value));
}
export function dataSetsOf(spec: VegaLite): DataSets {
  return (spec.datasets ?? {}) as DataSets;
}
/** A single picture takes its container's width; a row of small ones, and a map of tiles, keep their size. */
export function fitted(spec: VegaLite): VegaLite {
  if (!takesWidth(spec)) return spec;
  return { ...spec, width: "container", autosize: { type: "fit-x", contains: "padding" } };
}
export function takesWidth(spec: VegaLite): boolean {
  const many = ["facet", "concat", "hconcat", "vconcat", "repeat"].some((key) => key in spec);
  const faceted = ["row", "column", "facet"].some((key) => key in ((spec.encoding ?? {}) as object));
  return !many && !faceted && typeof spec.width !== "object";
}

const refuse = () => Promise.reject(new Error("charts fetch nothing"));
const nothing = { load: refuse, sanitize: refuse, http: refuse, file: refuse };
