/** Names beside points, where there is room for them. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Named {
  /** Null for a point without a name, which others keep off. */
  readonly name: string | null;
  readonly x: number;
  readonly y: number;
}
export interface Label {
  readonly name: string;
  /** Where the text is held: at its start, middle or end, and halfway up. */
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

const height = 16;
const gap = 10;

/**
 * Names in the order in which they matter, each right of its point or else left, above or below; a name that would lie on another,
 * on a point or outside of the picture is left out. The first one stands in any case.
 *
 * @param lines points of lines, on which a name stands only where it has no other place
 */
export function placeNames(
  points: readonly Named[],
  frame: Box,
  lines: readonly { readonly x: number; readonly y: number }[] = [],
): Label[] {
  const marks = points.map(({ x, y }): Box => ({ x: x - 7, y: y - 7, width: 14, height: 14 }));
  const taken: Box[] = [];
  const labels: Label[] = [];
  for (const [i, { name, x, y }] of points.entries()) {
    if (name === null) continue;
    const width = widthOf(name);
    const places = [
      { x: x + gap, y, anchor: "start" },
      { x: x - gap, y, anchor: "end" },
      { x, y: y - gap - 7, anchor: "middle" },
      { x, y: y + gap + 7, anchor: "middle" },
      { x: x + 5, y: y - gap - 5, anchor: "start" },
      { x: x - 5, y: y + gap + 5, anchor: "end" },
    ] as const;
    const box = (place: (typeof places)[number]): Box => {
      const start = { start: 0, middle: width / 2, end: width }[place.anchor];
      return { x: place.x - start, y: place.y - height / 2, width, height };
    };
    const free = places.filter((place) => {
      const own = box(place);
      const clear = marks.every((mark, k) => k === i || !overlap(own, mark));
      return clear && within(own, frame) && taken.every((other) => !overlap(own, other));
    });
    const crossed = (place: (typeof places)[number]) =>
      lines.some((point) => overlap(box(place), { ...point, width: 1, height: 1 }));
    // A name nearer to another point would be read as that one's.
    const astray = (place: (typeof places)[number]) =>
      marks.some((mark, k) => k !== i && overlap(box(place), around(mark)));
    const inside = places.filter((place) => within(box(place), frame));
    const found =
      free.find((place) => !crossed(place) && !astray(place)) ??
      free.find((place) => !crossed(place)) ??
      free[0] ??
      (i === 0 ? inside[0] : undefined);
    if (found === undefined) continue;
    taken.push(box(found));
    labels.push({ name, ...found });
  }
  return labels;
}

/** Points along a broken line, near enough to each other that no name passes between them. */
export function pointsAlong(vertices: readonly { readonly x: number; readonly y: number }[]): {
  readonly x: number;
  readonly y: number;
}[] {
  return vertices.slice(1).flatMap((to, i) => {
    const from = vertices[i]!;
    const count = Math.min(400, Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6)));
    return Array.from({ length: count + 1 }, (_, k) => ({
      x: from.x + ((to.x - from.x) * k) / count,
      y: from.y + ((to.y - from.y) * k) / count,
    }));
  });
}

/** Near enough at 13 px: letters of the East are twice as wide. */
function widthOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 13 : 7.6), 2);
}
function within(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}
function around({ x, y, width, height }: Box): Box {
  return { x: x - gap, y: y - gap, width: width + 2 * gap, height: height + 2 * gap };
}
function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
