import { describe, expect, it } from "vitest";
import { runSystems } from "../../helpers/systems.ts";

const decay = (step: string, method: string) => `system tank {
  time [year] = 0 .. 2 step ${step} using ${method} save every 2
  stock water [t] = 100
  param rate [1/year] = 0.7
  flow loss: water -> cloud = rate * water
}`;
const oscillator = (step: string, method: string) => `system spring {
  time [s] = 0 .. 2 step ${step} using ${method} save every 2
  stock position [m] = 1
  stock speed [m/s] = 0
  param frequency [1/s] = 2
  flow move: cloud -> position = speed
  flow pull: speed -> cloud = frequency ^ 2 * position
}`;

describe("the order of convergence", () => {
  const exact = Math.cos(4);
  for (const [method, order] of [
    ["euler", 1],
    ["rk2", 2],
    ["rk4", 4],
  ] as const) {
    it(`${method} has order ${order} on an oscillator`, () => {
      const error = (step: string) =>
        Math.abs((runSystems(oscillator(step, method)).column("position").at(-1) ?? 0) - exact);
      const seen = Math.log2(error("1/64") / error("1/128"));
      expect(seen).toBeGreaterThan(order - 0.1);
      expect(seen).toBeLessThan(order + 0.25);
    });
  }
});

describe("closed forms", () => {
  it("exponential decay under Euler is (1 − rate·dt)^k exactly", () => {
    const [, last] = runSystems(decay("1/4", "euler")).column("water");
    expect(last).toBeCloseTo(100 * (1 - 0.7 / 4) ** 8, 11);
  });

  it("exponential decay under rk4 is its Taylor factor", () => {
    const z = -0.7 / 4;
    const factor = 1 + z + z ** 2 / 2 + z ** 3 / 6 + z ** 4 / 24;
    expect(runSystems(decay("1/4", "rk4")).column("water")[1]).toBeCloseTo(100 * factor ** 8, 11);
  });

  it("logistic growth", () => {
    const run = runSystems(`system fish {
      time [year] = 0 .. 10 step 1/64 using rk4 save every 1
      param rate [1/year] = 0.8
      param capacity [t] = 1000
      stock fish [t] = 10
      flow growth: cloud -> fish = rate * fish * (1 - fish / capacity)
    }`);
    run.column("time").forEach((t, i) => {
      const exact = 1000 / (1 + 99 * Math.exp(-0.8 * t));
      expect(Math.abs(run.column("fish")[i] / exact - 1)).toBeLessThan(1e-8);
    });
  });

  it("annual(6%) grows by 6 % from one year to the next", () => {
    const run = runSystems(`system economy {
      time [year] = 2017 .. 2020 step 1/8 using rk4 save every 1
      param growth [1/year] = annual(6%)
      stock gdp [100M CNY] = 100
      flow gain: cloud -> gdp = growth * gdp
    }`);
    expect(run.column("gdp")[3]).toBeCloseTo(100 * 1.06 ** 3, 5);
  });
});

describe("the grid of time", () => {
  it("shows exact instants for a step of 0.1", () => {
    const run = runSystems(`system tank {
      time [year] = 2017 .. 2018 step 0.1
      stock water = 1
    }`);
    expect(run.column("time")).toEqual([
      2017, 2017.1, 2017.2, 2017.3, 2017.4, 2017.5, 2017.6, 2017.7, 2017.8, 2017.9, 2018,
    ]);
  });

  it("saves all points where others lose most (0 .. 20, step 0.1, saved every 1)", () => {
    const run = runSystems(`system sir {
      time [day] = 0 .. 20 step 0.1 using euler save every 1
      stock s = 995
      stock i = 5
      flow infection: s -> i = 0.3 * s * i / 1000 / 1 [day]
      flow recovery: i -> cloud = i / 5 [day]
    }`);
    expect(run.column("time")).toEqual(Array.from({ length: 21 }, (_, k) => k));
    let [s, i] = [995, 5];
    for (let k = 0; k < 10; k++) {
      const infection = (0.3 * s * i) / 1000;
      [s, i] = [s - 0.1 * infection, i + 0.1 * (infection - i / 5)];
    }
    expect(run.column("i")[1]).toBeCloseTo(i, 10);
  });

  it("saves the last instant even where the interval does not end there", () => {
    const run = runSystems(`system tank {
      time [year] = 0 .. 5 step 1 save every 2
      stock water = 1
    }`);
    expect(run.column("time")).toEqual([0, 2, 4, 5]);
  });

  it("a row shows flows computed from the stocks of that instant", () => {
    const run = runSystems(`system tank {
      time [year] = 0 .. 2 step 1 using euler
      stock water [t] = 8
      flow loss: water -> cloud = water / 2 [year]
    }`);
    expect(run.column("water")).toEqual([8, 4, 2]);
    expect(run.column("loss")).toEqual([4, 2, 1]);
  });
});
