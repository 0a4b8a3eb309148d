/** Names beside points, where there is room for them. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Named {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}
export interface Label {
  readonly name: string;
  /** Of the text's start and its middle. */
  readonly x: number;
  readonly y: number;
}

const height = 16;
const gap = 9;

/**
 * Names in the order in which they matter, each right of its point or else left, above or below; a name that would lie on another,
 * on a point or outside of the picture is left out.
 *
 * @param lines further boxes that stay free
 */
export function placeNames(points: readonly Named[], frame: Box, lines: readonly Box[] = []): Label[] {
  const taken: Box[] = [
    ...lines,
    ...points.map(({ x, y }) => ({ x: x - 6, y: y - 6, width: 12, height: 12 })),
  ];
  const labels: Label[] = [];
  for (const [i, { name, x, y }] of points.entries()) {
    const width = widthOf(name);
    const places = [
      { x: x + gap, y },
      { x: x - gap - width, y },
      { x: x - width / 2, y: y - gap - 7 },
      { x: x - width / 2, y: y + gap + 7 },
      { x: x + 6, y: y - gap - 5 },
      { x: x - 6 - width, y: y + gap + 5 },
    ];
    const own = lines.length + i;
    const found = places.find((place) => {
      const box = { x: place.x, y: place.y - height / 2, width, height };
      return within(box, frame) && taken.every((other, k) => k === own || !overlap(box, other));
    });
    if (found === undefined) continue;
    taken.push({ x: found.x, y: found.y - height / 2, width, height });
    labels.push({ name, ...found });
  }
  return labels;
}

/** Near enough at 13 px: letters of the East are twice as wide. */
function widthOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 13 : 7.3), 2);
}
function within(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}
function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
