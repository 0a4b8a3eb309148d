import { describe, expect, it } from "vitest";
import { findRoot } from "../../../runtime/dynamics/find-root.ts";
import { checkSystems, codes, runSystems, tryRun } from "../../helpers/systems.ts";

describe("simultaneous equations", () => {
  it.each(["euler", "rk4", "rk45", "rosenbrock"])(
    "are solved at every instant: a market in closed form, %s",
    (method) => {
      const run = runSystems(`system market {
      time [year] = 0 .. 4 step 1/8 using ${method} save every 1
      param slope [CNY] = 3
      stock income [CNY] = 60
      flow growth: cloud -> income = 10 [CNY/year]
      aux price [CNY] = slope * supply
      aux supply = demand
      aux demand = (income - price) / 12 [CNY]
      solve price in 0 [CNY] .. 1000 [CNY]
    }`);
      // price = 3 (income − price) / 12 = income / 5
      run.column("time").forEach((t, i) => {
        expect(run.column("price")[i]).toBeCloseTo((60 + 10 * t) / 5, 11);
        expect(run.column("demand")[i]).toBeCloseTo((60 + 10 * t) / 15, 11);
      });
    },
  );

  it("take bounds in brackets too, and find what no formula gives", () => {
    const run = runSystems(`system s {
      time [1] = 0 .. 1
      aux x = cos(x)
      solve x in [0, 1]
      stock y = 2 * x
    }`);
    expect(run.column("x")[0]).toBeCloseTo(0.7390851332151607, 15);
    expect(run.column("y")[0]).toBeCloseTo(2 * 0.7390851332151607, 15);
  });

  it("are solved element by element, with bounds of their own", () => {
    const run = runSystems(`dimension d = a, b
    system s {
      time [1] = 0 .. 1
      param scale by d = {a: 1, b: 10}
      aux x by d = (y + scale) / 3
      aux y by d = x / 2
      solve x in 0 .. scale * 2
      aux total = sum(x)
    }`);
    // x = (x/2 + s)/3 = 0.4 s
    expect(run.column("x[a]")[0]).toBeCloseTo(0.4, 14);
    expect(run.column("x[b]")[0]).toBeCloseTo(4, 13);
    expect(run.column("total")[0]).toBeCloseTo(4.4, 13);
  });

  it("may stand in each other's loops", () => {
    const run = runSystems(`system s {
      time [1] = 0 .. 1
      aux x = (y + 4) / 4
      aux y = (x + y + 2) / 5
      solve x in 0 .. 10
      solve y in 0 .. 10
    }`);
    // 4x = y + 4 and 4y = x + 2: x = 6/5, y = 4/5
    expect(run.column("x")[0]).toBeCloseTo(1.2, 12);
    expect(run.column("y")[0]).toBeCloseTo(0.8, 12);
  });

  it("that have no solution between their bounds say what the equation gives there", () => {
    const told = (equation: string) =>
      tryRun(`system s { time [year] = 2020 .. 2021; aux x = ${equation}; solve x in 0 .. 10 }`).sink.list;
    expect(told("x / 2 + 7").map((d) => d.message)).toEqual([
      "No `x` between 0 and 10 fits its equation at 2020: with 0 it gives 7, with 10 12.",
    ]);
    expect(told("if x < 3 then 8 else 1").map((d) => d.code)).toEqual(["GTFP6307"]);
    expect(told("1 / (x - x)").map((d) => d.code)).toEqual(["GTFP6307"]);
  });

  it("need their bounds and a loop", () => {
    const told = (entries: string) => codes(checkSystems(`system s { time [1] = 0 .. 1\n ${entries} }`).sink);
    expect(told("aux x = y / 2; aux y = x + 1")).toEqual(["GTFP6113"]);
    expect(told("aux x = y / 2; aux y = x + 1; solve x in 0 .. y")).toEqual(["GTFP6113"]);
    expect(told("aux x = 2; solve x in 0 .. 1")).toEqual(["GTFP6152"]);
    expect(told("aux x [t] = y / 2; aux y = x + 1 [t]; solve x in 0 [t] .. 1 [year]")).toEqual(["GTFP3011"]);
  });

  it("count reads of tables once, not at every trial", () => {
    const run = runSystems(`system s {
      time [1] = 0 .. 3
      lookup halve(x) = linear(0: 0, 2: 1, beyond: extend)
      aux x = halve(x) + 2
      solve x in 0 .. 100
    }`);
    expect(run.column("x")[0]).toBeCloseTo(4, 12);
    expect(run.table.notes).toEqual(["baseline: halve was read 4 times above its last point."]);
  });
});

describe("the search for a zero", () => {
  it.each([
    ["a cubic", (x: number) => x ** 3 - 2, 0, 2, 2 ** (1 / 3)],
    ["a steep exponential", (x: number) => Math.exp(20 * x) - 1e6, -1, 2, Math.log(1e6) / 20],
    ["a flat touch", (x: number) => (x - 1) ** 9, 0, 3, 1],
    ["far ends", (x: number) => x - 1e-9, -1e9, 1e9, 1e-9],
  ])("finds %s", (_, f, low, high, zero) => {
    let trials = 0;
    const root = findRoot(low, high, (x) => {
      trials++;
      return f(x);
    });
    expect(Math.abs(Number(root) - zero)).toBeLessThan(
      1e-12 * Math.max(1, Math.abs(zero)) + (zero === 1 ? 0.03 : 0),
    );
    expect(trials).toBeLessThan(120);
  });
});
