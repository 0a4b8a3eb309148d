import { beforeAll, describe, expect, it } from "vitest";
import { loadSolvers } from "../../../runtime/solve/solve-family.ts";
import { along, fixture, measured, numbersOf, technology } from "./frontier-model.ts";

beforeAll(() => loadSolvers());

describe("price_range (trap 24)", () => {
  it("is the facets that meet at a vertex, and one point in the inside of a facet", () => {
    // The weak frontier in (b, y) is O–A–B with A = (2, 7), B = (5, 5). At A: along OA p_b = 3.5 p_y, along AB p_b = −2/3 p_y,
    // each with 7 p_y + 2 p_b = 1.
    const spec = { fn: "ddf", moves: along({ y: "observed", b: "observed" }), priceRange: true };
    const on = technology({ input: ["x"], good: ["y"], bad: ["b"] });
    const main = measured(fixture("env5_apz2013"), on, spec).tables.get("m")!;
    const at = (name: string, row: number) => numbersOf(main, name)[row]!;
    expect(at("price.y.low", 0)).toBeCloseTo(1 / 14, 9);
    expect(at("price.y.high", 0)).toBeCloseTo(3 / 17, 9);
    expect(at("price.b.low", 0)).toBeCloseTo(-2 / 17, 9);
    expect(at("price.b.high", 0)).toBeCloseTo(1 / 4, 9);
    for (const row of [2, 3, 4]) {
      for (const name of ["y", "b", "x"]) {
        expect(at(`price.${name}.low`, row)).toBeCloseTo(at(`price.${name}`, row), 9);
        expect(at(`price.${name}.high`, row)).toBeCloseTo(at(`price.${name}`, row), 9);
      }
    }
  });

  it("holds the price for every row, whether the program is minimised or maximised", () => {
    const data = fixture("tone2001");
    const on = technology({ input: ["x1", "x2"], good: ["y1", "y2"] }, { returns: "vrs" });
    for (const spec of [
      { fn: "radial", orientation: "input" as const },
      { fn: "radial", orientation: "output" as const },
      { fn: "sbm", orientation: "none" as const },
    ]) {
      const main = measured(data, on, { ...spec, priceRange: true }).tables.get("m")!;
      let open = 0;
      for (const name of ["x1", "x2", "y1", "y2"]) {
        const [price, low, high] = ["", ".low", ".high"].map((end) => numbersOf(main, `price.${name}${end}`));
        for (let row = 0; row < 5; row++) {
          if (!Number.isNaN(low![row]!)) expect(price![row]! - low![row]!).toBeGreaterThan(-1e-9);
          if (!Number.isNaN(high![row]!)) expect(high![row]! - price![row]!).toBeGreaterThan(-1e-9);
          if (!(high![row]! - low![row]! < 1e-9)) open++;
        }
      }
      expect(open).toBeGreaterThan(0);
    }
  });
});
