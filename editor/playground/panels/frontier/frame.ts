/** Where the picture's axes stand on the page. */
import type { Scale } from "./scale.ts";

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** The pixels of the plane's edges. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
}

export function frameOf(
  width: number,
  domainX: readonly [number, number],
  domainY: readonly [number, number],
): Frame {
  const height = Math.round(Math.min(480, Math.max(300, width * 0.66)));
  const [left, right, top, bottom] = [58, width - 28, 40, height - 46];
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    x: { domain: domainX, range: [left, right] },
    y: { domain: domainY, range: [bottom, top] },
  };
}
