/**
 * Which periods make up a frontier. Every reference of the language is a range of the panel's periods, so a reference set is
 * a range of period numbers (from 0) and a group.
 */
import type { Reference } from "../../language/model.ts";

/** Period numbers from … to, both included. */
export interface PeriodRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The periods whose units form the frontier of period `base`. Contemporaneous: t; sequential: all up to t (Tulkens & Vanden
 * Eeckaut 1995); window n: t−n+1 … t, centred t−(n−1)/2 … t+(n−1)/2; biennial: t and t+1 (Pastor, Asmild & Lovell 2011);
 * global: all (Pastor & Lovell 2005). Ranges end where the panel ends.
 */
export function referencePeriods(reference: Reference, base: number, periods: number): PeriodRange {
  const clip = (from: number, to: number): PeriodRange => ({
    from: Math.max(0, from),
    to: Math.min(periods - 1, to),
  });
  switch (reference.kind) {
    case "contemporaneous":
      return { from: base, to: base };
    case "sequential":
      return clip(0, base);
    case "global":
      return clip(0, periods - 1);
    case "biennial":
      return clip(base, base + 1);
    case "window": {
      if (!reference.centered) return clip(base - reference.size + 1, base);
      const half = (reference.size - 1) / 2;
      return clip(base - half, base + half);
    }
  }
}
