/** The further measures over random panels: no digit depends on the order of rows, no score on units, none on a duplicate. */
import { describe, expect, it } from "vitest";
import { near, tablesOf } from "../../helpers/model-tables.ts";

const names = ["k", "l", "z", "y", "b"] as const;
type Row = readonly [string, ...number[]];

/** Log-normal amounts from a fixed seed. */
function rows(seed: number, count: number): Row[] {
  let state = seed;
  const uniform = () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return (state + 0.5) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return Array.from({ length: count }, (_, i): Row => {
    const size = Math.exp(0.6 * normal());
    return [
      `U${String(i).padStart(2, "0")}`,
      ...names.map(() => Number((10 * size * Math.exp(0.3 * normal())).toPrecision(8))),
    ];
  });
}

const measures = {
  hull: "technology t on p { input k, l; good y; bad b; returns fdh; disposability strong }\nmeasure m = radial(t)",
  hyperbolic: "technology t on p { input k, l; good y; bad b; returns vrs }\nmeasure m = hyperbolic(t)",
  epsilon: "technology t on p { input k, l; good y, z; returns vrs }\nmeasure m = ebm(t)",
  sums: "technology t on p { input k, l; good y; returns vrs }\nmeasure m = additive(t, weights: mip, super: true)",
  by_production:
    "technology t on p { input k, l; good y; bad b; returns vrs; disposability by_production; polluting l }\nmeasure m = by_production(t)",
  managerial:
    "technology t on p { input k, l; good y; bad b; returns vrs; disposability managerial }\nmeasure m = ram(t)",
  network:
    "technology t on p {\n  stage one { input k }\n  stage two { input l; good y }\n  link z: one -> two\n}\nmeasure m = network_sbm(t)",
  relational:
    "technology t on p {\n  stage one { input k }\n  stage two { good y }\n  link z: one -> two\n}\nmeasure m = relational(t)",
};

function model(list: readonly Row[], rest: string): string {
  const lines = list.map((row) => `  | ${row.join(" | ")} |`);
  return `data p {\n  dmu u\n  | u | ${names.join(" | ")} |\n${lines.join("\n")}\n}\n${rest}`;
}

describe.each(Object.entries(measures))("%s", (_, rest) => {
  const list = rows(11, 18);

  it("does not depend on the order of rows, not by a digit", async () => {
    const plain = await tablesOf(model(list, rest));
    const mixed = list.map((_, i) => list[(i * 7 + 5) % list.length]!);
    const shuffled = await tablesOf(model(mixed, rest));
    const columns = plain.columns("m").filter((name) => name !== "u");
    const byUnit = (m: typeof plain) =>
      Object.fromEntries(
        m.column("m", "u").map((u, i) => [u, columns.map((name) => m.column("m", name)[i])]),
      );
    expect(byUnit(shuffled)).toEqual(byUnit(plain));
    expect(plain.count("m").certified).toBe(plain.count("m").optimal + plain.count("m").infeasible);
  });

  it("does not depend on units", async () => {
    const plain = await tablesOf(model(list, rest));
    const factors = [1e6, 1e-4, 1e3, 1e8, 1e-6];
    const scaled = await tablesOf(
      model(
        list.map(([u, ...values]): Row => [u, ...values.map((v, i) => v * factors[i]!)]),
        rest,
      ),
    );
    expect(scaled.column("m", "score")).toSatisfy(near(plain.column("m", "score") as number[], 1e-7));
  });
});

it("the free disposal hull lies within the convex one, and weaker sets give lower scores", async () => {
  const m = await tablesOf(
    model(
      rows(5, 24),
      `technology c on p { input k, l; good y }
technology v from c { returns vrs }
technology f from c { returns fdh }
measure crs = radial(c)
measure vrs = radial(v)
measure fdh = radial(f)
measure h = hyperbolic(v)`,
    ),
  );
  const [crs, vrs, fdh, h] = ["crs", "vrs", "fdh", "h"].map((name) => m.numbers(name, "score"));
  for (let i = 0; i < 24; i++) {
    expect(crs![i]).toBeLessThanOrEqual(vrs![i]! + 1e-12);
    expect(vrs![i]).toBeLessThanOrEqual(fdh![i]! + 1e-12);
    // Moving both ways meets the frontier no later than moving inputs alone.
    expect(h![i]).toBeGreaterThanOrEqual(vrs![i]! - 1e-12);
  }
});
