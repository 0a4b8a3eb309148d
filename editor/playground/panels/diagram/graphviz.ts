/** Draws the DOT language; Graphviz is loaded with the first diagram and kept. */
import type { Graphviz } from "@hpcc-js/wasm-graphviz";

let loaded: Promise<Graphviz> | null = null;

/** The picture as SVG, without the prologue that stands before it in files. */
export async function dotSvg(dot: string): Promise<string> {
  loaded ??= import("@hpcc-js/wasm-graphviz").then(({ Graphviz }) => Graphviz.load());
  const svg = (await loaded).dot(dot, "svg");
  return svg.slice(svg.indexOf("<svg"));
}
