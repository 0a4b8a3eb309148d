/** Draws a chart without a screen, as a page would: the theme's look, then Vega-Lite, then Vega. */
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { VegaLite } from "../../runtime/charts/chart.ts";
import { chartLook, type Theme } from "../../runtime/charts/look.ts";

export interface Drawing {
  readonly svg: string;
  /** What Vega-Lite and Vega complained about. */
  readonly warnings: readonly string[];
}

export async function draw(spec: VegaLite, theme: Theme = "light"): Promise<Drawing> {
  const warnings: string[] = [];
  const tell = (...words: readonly unknown[]) => {
    warnings.push(words.map(String).join(" "));
    return logger;
  };
  const logger = { level: () => logger, error: tell, warn: tell, info: () => logger, debug: () => logger };
  const whole = structuredClone({ ...spec, config: chartLook(theme) }) as unknown as TopLevelSpec;
  const compiled = compile(whole, { logger: logger as never });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: "none", logger: logger as never });
  const svg = await view.toSVG();
  view.finalize();
  return { svg, warnings };
}
