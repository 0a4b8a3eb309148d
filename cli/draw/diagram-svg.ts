/** Draws the DOT language by Graphviz, whose WebAssembly stands in its own module. */
import { Graphviz } from "@hpcc-js/wasm-graphviz";

let loaded: Promise<Graphviz> | null = null;

/** The picture as SVG, without the prologue that stands before it in files. */
export async function diagramSvg(dot: string): Promise<string> {
  loaded ??= Graphviz.load();
  const svg = (await loaded).dot(dot, "svg");
  return svg.slice(svg.indexOf("<svg")).trim();
}
