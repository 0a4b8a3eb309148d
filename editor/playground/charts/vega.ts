/** Vega and Vega-Lite: one chunk, which the page loads when it first draws a chart. */
export { parse, View, Warn } from "vega";
export { compile } from "vega-lite";
