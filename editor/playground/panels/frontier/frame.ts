/** Where the picture's axes stand on the page. */
import { short } from "./figures.ts";
import { type Scale, ticks } from "./scale.ts";

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
  const [right, top, bottom] = [width - 28, 40, height - 46];
  const y: Scale = { domain: domainY, range: [bottom, top] };
  const numbers = ticks(y, ticksUp(bottom - top)).map(short);
  const left = Math.max(58, 16 + 7.8 * Math.max(...numbers.map((text) => text.length)));
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    x: { domain: domainX, range: [left, right] },
    y,
  };
}

/** How many numbers the upright axis has room for. */
export function ticksUp(height: number): number {
  return Math.max(3, Math.floor(height / 56));
}
