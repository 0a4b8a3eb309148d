/** Draws a Vega-Lite specification without a screen. It fetches nothing: all data stands in the specification. */
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { VegaLite } from "../../runtime/charts/chart.ts";
import { chartLook } from "../../runtime/charts/look.ts";
import { textWidth } from "./text-width.ts";

/** What Vega exports beside its types: how texts are measured, and the numbers of the next clip and gradient. */
interface Beside {
  readonly textMetrics: {
    width(item: TextItem, text: unknown): number;
  };
  resetSVGDefIds(): void;
}
interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}
const { textMetrics, resetSVGDefIds } = vega as unknown as Beside;
// Without a canvas Vega takes 0.8 of the size for every letter: too much for Latin, too little for Chinese.
textMetrics.width = ({ fontSize = 11, fontWeight }, text) =>
  textWidth(String(text ?? ""), fontSize, fontWeight === "bold" || Number(fontWeight) >= 600);

const refuse = () => Promise.reject(new Error("charts fetch nothing"));
const nothing = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** The chart in the light look as SVG, on no ground. */
export async function chartSvg(spec: VegaLite): Promise<string> {
  resetSVGDefIds();
  // What the runtime makes is a specification of Vega-Lite; its type is the plain data that tests read.
  const whole = structuredClone(spec) as unknown as TopLevelSpec;
  const { spec: parsed } = compile(whole, { config: { ...chartLook("light"), aria: false } });
  const view = new vega.View(vega.parse(parsed), { renderer: "none", logLevel: vega.Error, loader: nothing });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
