/**
 * The vertices of a concave piecewise linear function that can be evaluated together with one of its slopes, such as the optimum of a
 * linear program in one of its right-hand sides.
 *
 * Two supporting lines of neighbours meet at or above the function. Where they meet on it, that is a vertex and both sides are straight;
 * where not, the value there is a new neighbour of both. Every evaluation finds a vertex or a new line, so there are at most twice as
 * many as there are pieces (Aneja & Nair 1979; Eisner & Severance 1976).
 */
export interface Support {
  readonly x: number;
  readonly y: number;
  /** Any slope of a line through (x, y) that nowhere lies below the function. */
  readonly slope: number;
}

/** Differences below this share of the function's extent are rounding. */
const rounding = 1e-9;
/** Rounds of halving; a function with more pieces than 2^40 is none of ours. */
const mostRounds = 40;

/**
 * @param ends the function at both ends of an interval
 * @param at evaluates it at several places; null where it has no value
 * @returns the ends and all vertices between them, left to right
 */
export function concaveVertices(
  ends: readonly [Support, Support],
  at: (xs: readonly number[]) => readonly (Support | null)[],
): Support[] {
  const points: Support[] = [...ends];
  let open: (readonly [Support, Support])[] = [ends];
  for (let round = 0; open.length > 0 && round < mostRounds; round++) {
    const size = extent(points);
    const meeting = open.flatMap(([left, right]) => {
      const place = crossing(left, right, size);
      return place === null ? [] : [{ left, right, place }];
    });
    const found = at(meeting.map(({ place }) => place.x));
    open = meeting.flatMap(({ left, right, place }, i) => {
      const point = found[i] ?? null;
      if (point === null) return [];
      points.push(point);
      return place.y - point.y <= rounding * size ? [] : [[left, point] as const, [point, right] as const];
    });
  }
  return corners(points.sort((a, b) => a.x - b.x));
}

/** Where the supporting lines of two neighbours meet; null where the function is straight between them. */
function crossing(left: Support, right: Support, size: number): { x: number; y: number } | null {
  const width = right.x - left.x;
  const chord = (right.y - left.y) / width;
  const over = (left.slope - chord) * width;
  const under = (chord - right.slope) * width;
  if (!(over > rounding * size && under > rounding * size)) return null;
  const x = tidy(left.x + (width * under) / (over + under));
  return x > left.x && x < right.x ? { x, y: left.y + left.slope * (x - left.x) } : null;
}

/** The decimal that rounding alone keeps a number from: 5 for 4.999999999999998. */
export function tidy(value: number): number {
  const short = Number(value.toPrecision(12));
  return Math.abs(short - value) <= 1e-13 * Math.abs(value) ? short : value;
}

function extent(points: readonly Support[]): number {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { y } of points) {
    least = Math.min(least, Math.abs(y));
    most = Math.max(most, Math.abs(y));
  }
  return Math.max(most, most - least, Number.MIN_VALUE);
}

/** Without points on a straight line between their neighbours. */
function corners(points: readonly Support[]): Support[] {
  const size = extent(points);
  const kept: Support[] = [];
  for (const [i, point] of points.entries()) {
    const before = kept.at(-1);
    const after = points[i + 1];
    if (before !== undefined && after !== undefined) {
      const line = before.y + ((after.y - before.y) * (point.x - before.x)) / (after.x - before.x);
      if (Math.abs(point.y - line) <= 10 * rounding * size) continue;
    }
    kept.push(point);
  }
  return kept;
}
