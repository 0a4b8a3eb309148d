/** The shapes of units: what a unit is can be told without colour. */
import type { UnitKind } from "../../../../runtime/charts/section.ts";

/** In the order in which they are drawn, the last on top. */
export const kinds: readonly UnitKind[] = ["none", "inefficient", "efficient", "peer", "chosen"];

/** A path around (0, 0). */
export function mark(kind: UnitKind, size = 6): string {
  const s = size;
  switch (kind) {
    case "chosen":
      return `M0 ${-1.45 * s}L${1.45 * s} 0L0 ${1.45 * s}L${-1.45 * s} 0Z`;
    case "peer":
      return `M${-s} ${-s}H${s}V${s}H${-s}Z`;
    case "efficient":
      return `M0 ${-1.15 * s}L${1.1 * s} ${0.85 * s}H${-1.1 * s}Z`;
    case "inefficient":
    case "none":
      return `M${-s} 0A${s} ${s} 0 1 1 ${s} 0A${s} ${s} 0 1 1 ${-s} 0Z`;
  }
}

/** Drawings whose words stand elsewhere too are not read aloud. */
export const unread = { "aria-hidden": "true" } as const;
