import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runSystems } from "../../helpers/systems.ts";

const chain = (method: string, rain: number, use: number, seep: number) => `system lake {
  time [day] = 0 .. 10 step 1/2 using ${method} save every 1/2
  stock nonnegative lake [t] = 20
  stock nonnegative city [t] = 5
  stock ground [t] = 0
  flow rain [t/day]: cloud -> lake = pulse(2, 3) * ${rain} [t/day]
  flow supply [t/day]: lake -> city = ${use} [t/day]
  flow seepage [t/day]: lake -> ground = ${seep} [t/day]
  flow consumption [t/day]: city -> ground = ${use} [t/day] * 0.9
}`;

describe("a non-negative stock", () => {
  it("gives what it has, in equal shares, and says so", () => {
    const run = runSystems(`system tank {
      time [day] = 0 .. 2 step 1 using euler
      stock nonnegative tank [t] = 6
      stock left [t] = 0
      stock right [t] = 0
      flow a [t/day]: tank -> left = 8
      flow b [t/day]: tank -> right = 4
    }`);
    expect(run.column("a")[0]).toBe(4);
    expect(run.column("b")[0]).toBe(2);
    expect(run.column("tank")).toEqual([6, 0, 0]);
    expect(run.table.notes).toEqual([
      "baseline: the outflows of tank were limited in 2 of 2 steps, as it may not fall below zero.",
    ]);
  });

  it("passes on what flows in during the step", () => {
    const run = runSystems(`system tank {
      time [day] = 0 .. 2 step 1 using euler
      stock nonnegative tank [t] = 0
      flow rain [t/day]: cloud -> tank = 3
      flow use [t/day]: tank -> cloud = 5
      aux sold = use
    }`);
    expect(run.column("use")).toEqual([3, 3, 3]);
    expect(run.column("sold")).toEqual([3, 3, 3]);
    expect(run.column("tank")).toEqual([0, 0, 0]);
  });

  it("does not see a loop where an inflow depends on the outflow", () => {
    const run = runSystems(`system tank {
      time [day] = 0 .. 4 step 1 using euler
      stock nonnegative tank [t] = 8
      flow use [t/day]: tank -> cloud = 6
      flow recycling: cloud -> tank = use / 2
    }`);
    expect(run.column("tank")).toEqual([8, 5, 2.5, 1.25, 0.625]);
  });

  it("never falls below zero and conserves, under every method", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("euler", "rk2", "rk4"),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        (method, rain, use, seep) => {
          const run = runSystems(chain(method, rain, use, seep));
          const [lake, city, ground] = ["lake", "city", "ground"].map((name) => run.column(name));
          for (let i = 0; i < lake.length; i++) {
            expect(lake[i]).toBeGreaterThanOrEqual(0);
            expect(city[i]).toBeGreaterThanOrEqual(0);
            const fallen = rain * Math.min(Math.max(run.column("time")[i] - 2, 0), 3);
            expect(lake[i] + city[i] + ground[i]).toBeCloseTo(25 + fallen, 9);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
