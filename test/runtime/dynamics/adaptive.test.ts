import { describe, expect, it } from "vitest";
import { tryDormandPrince as tryStep } from "../../../runtime/dynamics/dormand-prince.ts";
import { tryRosenbrock } from "../../../runtime/dynamics/rosenbrock.ts";
import { codes, runSystems, tryRun } from "../../helpers/systems.ts";

const allowance = { relative: 1e-9, sizes: Float64Array.of(1), veryShort: false };

describe("one step of Dormand and Prince", () => {
  const step = (h: number) =>
    tryStep((t, [y], rates) => rates.set([y * Math.cos(t)]), 0, h, Float64Array.of(1), allowance);
  const exact = (t: number) => Math.exp(Math.sin(t));
  it("has a local error of order 6 at its end and of order 5 within", () => {
    const end = (h: number) => Math.abs(step(h).end[0] - exact(h));
    expect(Math.log2(end(0.2) / end(0.1))).toBeGreaterThan(5.7);
    const into = new Float64Array(1);
    const inside = (h: number, share: number) => {
      step(h).at(share, into);
      return Math.abs(into[0] - exact(share * h));
    };
    for (const share of [0.25, 0.6, 0.9]) {
      expect(Math.log2(inside(0.2, share) / inside(0.1, share))).toBeGreaterThan(4.6);
    }
    step(0.3).at(1, into);
    expect(into[0]).toBeCloseTo(step(0.3).end[0], 14);
  });
});

describe("rosenbrock", () => {
  it("has a local error of order 3 at its end and within, with a right side that depends on time", () => {
    const exact = (t: number) => Math.exp(Math.sin(t));
    const step = (h: number) =>
      tryRosenbrock((t, [y], rates) => rates.set([y * Math.cos(t)]), 0, h, Float64Array.of(1), allowance);
    const into = new Float64Array(1);
    const off = (h: number, share: number) => {
      step(h).at(share, into);
      return Math.abs(into[0] - exact(share * h));
    };
    for (const share of [0.4, 1]) expect(Math.log2(off(0.1, share) / off(0.05, share))).toBeGreaterThan(2.6);
    step(0.1).at(1, into);
    expect(into[0]).toBeCloseTo(step(0.1).end[0], 14);
  });

  it("runs Robertson's stiff kinetics (reference values of Hairer & Wanner's test set)", () => {
    const run = runSystems(`system robertson {
      time [s] = 0 .. 40 step 0.4 using rosenbrock save every 0.4
      stock a = 1
      stock b = 0
      stock c = 0
      flow first: a -> b = 0.04 [1/s] * a
      flow back: b -> a = 1e4 [1/s] * b * c
      flow second: b -> c = 3e7 [1/s] * b ^ 2
    }`);
    const at = (name: string, row: number) => run.column(name)[row];
    expect(at("a", 1)).toBeCloseTo(0.98517, 4);
    expect(at("b", 1) / 3.3864e-5).toBeCloseTo(1, 3);
    expect(at("a", 100)).toBeCloseTo(0.71583, 4);
    expect(at("b", 100) / 9.1855e-6).toBeCloseTo(1, 3);
    expect(at("c", 100)).toBeCloseTo(0.28416, 4);
  });
});

describe("rk45", () => {
  it("gives the closed form on the grid of results, whatever its steps", () => {
    const run = runSystems(`system spring {
      time [s] = 0 .. 20 step 0.1 using rk45
      stock position [m] = 1
      stock speed [m/s] = 0
      flow move: cloud -> position = speed
      flow pull: speed -> cloud = 4 [1/s^2] * position
    }`);
    expect(run.column("time").length).toBe(201);
    run.column("time").forEach((t, i) => {
      expect(Math.abs(run.column("position")[i] - Math.cos(2 * t))).toBeLessThan(2e-6);
    });
  });

  it("meets breaks exactly: pulses off the grid, knees of tables, steps", () => {
    const run = runSystems(`system tank {
      time [year] = 0 .. 10 step 1 using rk45
      stock rain [mm] = 0
      stock bent [mm] = 0
      stock risen [mm] = 0
      flow a: cloud -> rain = pulse(2.3, 0.4) * 10 [mm/year]
      flow b: cloud -> bent = linear(0: 0, 4.7: 47, 10: 47)
      flow c: cloud -> risen = step(3 [mm/year], 6.25) + ramp(2 [mm/year/year], 1.5, 3.5)
    }`);
    expect(run.column("rain").map((x) => Number(x.toFixed(9)))).toEqual([0, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4]);
    expect(run.column("bent")[10]).toBeCloseTo((47 * 4.7) / 2 + 47 * 5.3, 8);
    expect(run.column("risen")[10]).toBeCloseTo(3 * 3.75 + 4 + 4 * 6.5, 8);
  });

  it("keeps delayed values by the steps of its grid", () => {
    const run = runSystems(`system pipe {
      time [year] = 0 .. 6 step 1 using rk45
      stock clock [year] = 0
      stock gathered = 0
      flow tick: cloud -> clock = 1
      aux late = delay_fixed(clock, 2, 0)
      flow gather: cloud -> gathered = late / 1 [year]
    }`);
    expect(run.column("late")).toEqual([0, 0, 0, 1, 2, 3, 4].map((x) => expect.closeTo(x, 9)));
    expect(run.column("gathered")[6]).toBeCloseTo(0 + 0 + 0 + 1 + 2 + 3, 8);
  });

  it("says which variable runs away, and when", () => {
    const { sink } = tryRun(`system boom {
      time [year] = 0 .. 5 step 1 using rk45
      stock x = 1
      stock calm = 1
      flow gain: cloud -> x = x ^ 2 / 1 [year]
    }`);
    expect(codes(sink)).toEqual(["GTFP6302"]);
    expect(sink.list[0].message).toMatch(/^`(x|gain)` grows beyond all numbers by (1|0\.99999)/);
  });
});

describe("the tolerance of a step", () => {
  it.each(["rk45", "rosenbrock"])("is what is written: the error of %s follows it", (method) => {
    const error = (tolerance: string) => {
      const run = runSystems(`system spring {
        time [s] = 0 .. 5 step 5 using ${method} tolerance ${tolerance}
        stock position [m] = 1
        stock speed [m/s] = 0
        flow move: cloud -> position = speed
        flow pull: speed -> cloud = 4 [1/s^2] * position
      }`);
      return Math.abs((run.column("position").at(-1) ?? 0) - Math.cos(10));
    };
    const [rough, fine] = [error("1e-4"), error("1e-8")];
    expect(rough).toBeLessThan(1e-2);
    expect(fine).toBeLessThan(1e-5);
    expect(fine).toBeLessThan(rough / 50);
  });
});
