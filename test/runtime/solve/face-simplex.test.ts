import { expect, test } from "vitest";
import { FaceSimplex } from "../../../runtime/solve/face-simplex.ts";

const program = (rows: readonly (readonly number[])[], rhs: readonly number[]) =>
  new FaceSimplex(Float64Array.from(rows.flat()), Float64Array.from(rhs), rows.length, rows[0]!.length);

const rounded = (values: Float64Array) => [...values].map((v) => Number(v.toFixed(12)));

test("objectives one after the other: the second chooses among the optima of the first", () => {
  // x + y + z = 1: first x + y, then z (already 0), then y.
  const simplex = program([[1, 1, 1]], [1]);
  expect(simplex.start()).toBe(true);
  simplex.maximize(Float64Array.of(1, 1, 0));
  simplex.maximize(Float64Array.of(0, 0, 1));
  simplex.maximize(Float64Array.of(0, 1, 0));
  expect(rounded(simplex.values())).toEqual([0, 1, 0]);
  expect(simplex.settled()).toBe(true);
});

test("no weight is so small that it loses to an earlier objective, nor so large that it beats one", () => {
  // First 1e-9 x, then 1e9 y, on x + y = 1: x wins.
  const simplex = program([[1, 1]], [1]);
  simplex.start();
  simplex.maximize(Float64Array.of(1e-9, 0));
  simplex.maximize(Float64Array.of(0, 1e9));
  expect(rounded(simplex.values())).toEqual([1, 0]);
});

test("redundant rows are dropped, contradictory ones have no point", () => {
  const twice = program(
    [
      [1, 1],
      [2, 2],
    ],
    [1, 2],
  );
  expect(twice.start()).toBe(true);
  expect(twice.maximize(Float64Array.of(1, 0))).toBe(true);
  expect(rounded(twice.values())).toEqual([1, 0]);
  const never = program(
    [
      [1, 1],
      [1, 1],
    ],
    [1, 2],
  );
  expect(never.start()).toBe(false);
});

test("a direction without end is told", () => {
  const simplex = program([[1, -1]], [1]);
  simplex.start();
  expect(simplex.maximize(Float64Array.of(0, 1))).toBe(false);
});

test("a degenerate vertex on which Dantzig's rule cycles (Beale 1955)", () => {
  const simplex = program(
    [
      [0.25, -8, -1, 9, 1, 0, 0],
      [0.5, -12, -0.5, 3, 0, 1, 0],
      [0, 0, 1, 0, 0, 0, 1],
    ],
    [0, 0, 1],
  );
  expect(simplex.start()).toBe(true);
  expect(simplex.maximize(Float64Array.of(0.75, -20, 0.5, -6, 0, 0, 0))).toBe(true);
  expect(rounded(simplex.values()).slice(0, 4)).toEqual([1, 0, 1, 0]);
});
