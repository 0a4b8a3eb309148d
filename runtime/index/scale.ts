import { indices } from "../../language/builtins/indices.ts";
import type { Index } from "../../language/model.ts";

/** How changes are computed: ratios divide, multiply and average geometrically; differences subtract, add and average arithmetically. */
export interface Scale {
  /** No change. */
  readonly none: number;
  change(later: number, earlier: number): number;
  chain(a: number, b: number): number;
  mean(a: number, b: number): number;
}

/** NaN instead of an infinity: a ratio to zero is no number. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

const ratio: Scale = {
  none: 1,
  change: (later, earlier) => finite(later / earlier),
  chain: (a, b) => a * b,
  mean: (a, b) => Math.sqrt(a * b),
};

const difference: Scale = {
  none: 0,
  change: (later, earlier) => later - earlier,
  chain: (a, b) => a + b,
  mean: (a, b) => (a + b) / 2,
};

/** Ratio or difference, by the catalogue. */
export function scaleOf(index: Index): Scale {
  return indices.get(index.fn)!.scale === "ratio" ? ratio : difference;
}
