import { describe, expect, it } from "vitest";
import { near, panel, ran } from "./models.ts";

/** Sixteen units with one input, one output, and something that explains how far from the frontier they are. */
const units = [
  [2, 4.243, 0],
  [5.5, 5.105, 0.625],
  [9, 6.923, 1.25],
  [4.5, 5.972, 1.875],
  [8, 6.171, 0.5],
  [3.5, 4.226, 1.125],
  [7, 7.055, 1.75],
  [2.5, 3.473, 0.375],
  [6, 5.443, 1],
  [9.5, 7.849, 1.625],
  [5, 4.969, 0.25],
  [8.5, 6.405, 0.875],
  [4, 4.898, 1.5],
  [7.5, 6.186, 0.125],
  [3, 3.779, 0.75],
  [6.5, 6.043, 1.375],
].map((numbers, i) => [`u${String(i).padStart(2, "0")}`, ...numbers] as const);
const model = (
  rows: readonly (readonly (string | number)[])[],
) => `${panel("shops", "dmu shop", ["shop", "staff [h]", "sales [t]", "age [1]"], rows)}
technology hull on shops { input staff; good sales; returns vrs }
measure phi = radial(hull, orientation: output)
measure theta = radial(hull, orientation: input)
`;

describe("efficiency scores", () => {
  // Another program: its own linear programs and minimiser, on the same counter-based random numbers.
  it("are corrected and explained as algorithm 2 says", async () => {
    const { term, column, fitOf } = await ran(
      `${model(units)}regression r on shops { truncated phi.score ~ age algorithm 2; replications 200; seed 5 }`,
    );
    const corrected = [
      1.21395755, 1.38156656, 1.23428924, 1.10519397, 1.3208766, 1.39829682, 1.10184377, 1.54072314,
      1.33785882, 1.11854178, 1.37375516, 1.30239389, 1.27171111, 1.28706899, 1.48544968, 1.24384499,
    ];
    const fitted = column("r.residuals", "fitted");
    column("r.residuals", "residual").forEach((e, i) => {
      near(fitted[i] + e, corrected[i], 1e-7);
    });
    const expected = {
      constant: [1.4156085804, 0.04724646, 1.3245006, 1.49857718],
      age: [-0.13117475093, 0.0468059, -0.22393222, -0.03390725],
      sigma: [0.10112780656, 0.01904279, 0.07181233, 0.14183007],
    };
    for (const [label, [value, error, lower, upper]] of Object.entries(expected)) {
      near(term("r", label).coefficient, value, 1e-6);
      near(term("r", label).standard_error, error, 1e-4);
      near(term("r", label).lower, lower, 1e-4);
      near(term("r", label).upper, upper, 1e-4);
    }
    expect(fitOf("r")).toMatchObject({ observations: 16, beyond: 0 });
  });

  it("are explained without correction by algorithm 1, those on the frontier left out", async () => {
    const { term, fitOf, results } = await ran(
      `${model(units)}regression plain on shops { truncated phi.score ~ age }
regression one on shops { truncated phi.score ~ age algorithm 1; replications 300 }`,
    );
    near(term("one", "age").coefficient, -0.07463042411585728, 1e-6);
    near(term("one", "age").coefficient, term("plain", "age").coefficient, 1e-12);
    expect(fitOf("one")).toMatchObject({ observations: 12, beyond: 4 });
    expect(results!.programs.map(({ name }) => name)).toEqual(["phi", "theta"]);
  });

  it("are the same as distances and as efficiencies of the other orientation's words", async () => {
    const { term } = await ran(
      `${model(units)}regression a on shops { truncated phi.efficiency ~ age algorithm 2; replications 100 }
regression b on shops { truncated 1 / phi.score ~ age algorithm 2; replications 100 }
regression c on shops { truncated 1 / theta.score ~ age algorithm 2; replications 100 }`,
    );
    near(term("a", "age").coefficient, term("b", "age").coefficient, 1e-9);
    expect(term("c", "age").coefficient).toBeLessThan(0);
  });

  it("do not depend on the order of rows", async () => {
    const formula = "regression r on shops { truncated phi.score ~ age algorithm 2; replications 100 }";
    const forward = await ran(model(units) + formula);
    const back = await ran(model([...units].reverse()) + formula);
    near(back.term("r", "age").lower, forward.term("r", "age").lower, 1e-9);
    near(back.term("r", "age").coefficient, forward.term("r", "age").coefficient, 1e-9);
  });
});
