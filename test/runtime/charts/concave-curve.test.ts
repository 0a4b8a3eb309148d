import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concaveVertices, type Support } from "../../../runtime/charts/concave-curve.ts";

/** The least of some lines, with a slope of one that is least there, and how often it was asked. */
function least(lines: readonly (readonly [number, number])[]) {
  let asked = 0;
  const at = (x: number): Support => {
    asked++;
    const values = lines.map(([height, slope]) => height + slope * x);
    const y = Math.min(...values);
    return { x, y, slope: lines[values.indexOf(y)]![1] };
  };
  return { at, asked: () => asked };
}

describe("the vertices of a concave function", () => {
  it("are found exactly, each line asked once or twice", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -20, max: 20 })), {
          minLength: 1,
          maxLength: 12,
        }),
        (lines) => {
          const { at, asked } = least(lines);
          const [low, high] = [at(0), at(10)];
          const before = asked();
          const vertices = concaveVertices([low, high], (xs) => xs.map(at));
          const evaluated = asked() - before;
          // Between vertices the function is straight: halves and thirds lie on the chord.
          for (const [i, right] of vertices.entries()) {
            const left = vertices[i - 1];
            if (left === undefined) continue;
            for (const share of [1 / 2, 1 / 3, 0.9]) {
              const x = left.x + share * (right.x - left.x);
              expect(left.y + share * (right.y - left.y)).toBeCloseTo(at(x).y, 6);
            }
          }
          expect(vertices[0]!.x).toBe(0);
          expect(vertices.at(-1)!.x).toBe(10);
          expect(evaluated).toBeLessThanOrEqual(2 * lines.length);
        },
      ),
      { numRuns: 300, seed: 3 },
    );
  });

  it("take a vertex at which any slope may be told", () => {
    // At x = 1 the slope 0.25 supports the function as well as 1 and −1 do.
    const at = (x: number): Support =>
      x < 1 ? { x, y: x, slope: 1 } : x > 1 ? { x, y: 2 - x, slope: -1 } : { x, y: 1, slope: 0.25 };
    const found = concaveVertices([at(0), at(2)], (xs) => xs.map(at));
    expect(found.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [1, 1],
      [2, 0],
    ]);
  });

  it("are the ends alone where it is straight, or has no value between", () => {
    const line = (x: number): Support => ({ x, y: 3 * x, slope: 3 });
    expect(concaveVertices([line(0), line(4)], (xs) => xs.map(line))).toHaveLength(2);
    const ends: [Support, Support] = [
      { x: 0, y: 0, slope: 5 },
      { x: 1, y: 0, slope: -5 },
    ];
    expect(concaveVertices(ends, (xs) => xs.map(() => null))).toHaveLength(2);
  });
});
