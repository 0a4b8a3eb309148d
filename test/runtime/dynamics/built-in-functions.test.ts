import { describe, expect, it } from "vitest";
import { codes, runSystems, tryRun } from "../../helpers/systems.ts";

/** An auxiliary `x` beside whatever entries it needs. */
function column(equation: string, time = "0 .. 10 step 1 using euler", entries = ""): number[] {
  return runSystems(
    `system box {
    time [year] = ${time}
    stock clock [year] = 0
    flow tick: clock_out -> clock = 1
    ${entries}
    aux x = ${equation}
  }`.replace("clock_out", "cloud"),
  ).column("x");
}
const range = (n: number, f: (t: number) => number) => Array.from({ length: n }, (_, t) => f(t));

describe("test inputs", () => {
  it("step, ramp, pulse, pulse_train", () => {
    expect(column("step(5, 3)")).toEqual(range(11, (t) => (t >= 3 ? 5 : 0)));
    expect(column("ramp(2 [1/year], 3, 6)")).toEqual(range(11, (t) => 2 * (Math.min(Math.max(t, 3), 6) - 3)));
    expect(column("pulse(3, 2)")).toEqual(range(11, (t) => (t >= 3 && t < 5 ? 1 : 0)));
    expect(column("pulse(3)")).toEqual(range(11, (t) => (t === 3 ? 1 : 0)));
    expect(column("pulse_train(1, 2, 4, 9)")).toEqual(
      range(11, (t) => (t >= 1 && t < 9 && (t - 1) % 4 < 2 ? 1 : 0)),
    );
  });

  it("start on the same step for each of a thousand moments k/10", () => {
    const steps = range(1000, (k) => k).filter((k) => k % 37 === 0);
    const aux = steps
      .map((k) => `aux s${k} = step(1, ${k / 10})\n aux p${k} = pulse(${k / 10}, 0.1)`)
      .join("\n");
    const run = runSystems(`system box { time [s] = 0 .. 100 step 0.1 using euler\n stock x = 0\n ${aux} }`);
    for (const k of steps) {
      expect(run.column(`s${k}`).indexOf(1)).toBe(k);
      expect(run.column(`p${k}`).reduce((a, b) => a + b)).toBe(1);
      expect(run.column(`p${k}`).indexOf(1)).toBe(k);
    }
  });

  it("are held over a Runge–Kutta step: a pulse of one step delivers exactly itself", () => {
    const run = runSystems(`system tank {
      time [year] = 0 .. 5 step 1 using rk4
      stock water [t] = 0
      flow rain [t/year]: cloud -> water = pulse(2, 1) * 6 [t/year]
    }`);
    expect(run.column("water")).toEqual([0, 0, 0, 6, 6, 6]);
  });
});

describe("delays and averages", () => {
  const fine = "0 .. 10 step 1/64 using rk4 save every 1";
  it("smooth of a constant from another start: 1 − e^(−t/T)", () => {
    column("smooth(1, 4, 0)", fine).forEach((x, t) => {
      expect(x).toBeCloseTo(1 - Math.exp(-t / 4), 8);
    });
  });

  it("smooth3 and delay3 of a constant: the third-order Erlang distribution", () => {
    const erlang = (t: number, n: number, T: number) => {
      const z = (n * t) / T;
      let [term, sum] = [1, 1];
      for (let i = 1; i < n; i++) {
        term *= z / i;
        sum += term;
      }
      return 1 - Math.exp(-z) * sum;
    };
    for (const [call, n] of [
      ["smooth3(1, 4, 0)", 3],
      ["delay3(1, 4, 0)", 3],
      ["smoothn(1, 4, 5, 0)", 5],
      ["delayn(1, 4, 2, 0)", 2],
      ["delay1(1, 4, 0)", 1],
    ] as const) {
      column(call, fine).forEach((x, t) => {
        expect(x, `${call} at ${t}`).toBeCloseTo(erlang(t, n, 4), 7);
      });
    }
  });

  it("start in balance where no initial value is given", () => {
    for (const call of [
      "delay1(7, 4)",
      "delay3(7, 4)",
      "smooth(7, 4)",
      "delay_fixed(7, 3)",
      "smooth3(7, 3)",
    ]) {
      for (const x of column(call)) expect(x).toBeCloseTo(7, 12);
    }
  });

  it("a material delay conserves while its length changes; an average does not", () => {
    const run = runSystems(`system pipe {
      time [year] = 0 .. 40 step 1/16 using rk4 save every 1
      stock out [t] = 0
      flow arrived: cloud -> out = delay3(pulse(1, 1) * 12 [t/year], 3 [year] + step(3 [year], 4), 0)
    }`);
    expect(run.column("out").at(-1)).toBeCloseTo(12, 4);
  });

  it("delay_fixed shows the input of a fixed time ago", () => {
    expect(column("delay_fixed(clock, 3, -1)")).toEqual(range(11, (t) => (t < 3 ? -1 : t - 3)));
    expect(column("delay_fixed(clock, 0.3)", "0 .. 1 step 0.1 using rk4").map((x) => x.toFixed(6))).toEqual(
      range(11, (k) => Math.max(0, k - 3) / 10).map((x) => x.toFixed(6)),
    );
  });

  it("a fixed delay that fits no number of steps is refused", () => {
    const tried = tryRun(`system box {
      time [year] = 0 .. 10 step 1
      stock x = 1
      aux late = delay_fixed(x, 2.5)
    }`);
    expect(codes(tried.sink)).toEqual(["GTFP6305"]);
  });

  it("trend finds the growth rate of an exponential, forecast carries it on", () => {
    const entries = "stock size = 1\n flow growth: cloud -> size = 0.05 [1/year] * size";
    const trend = column("trend(size, 2)", "0 .. 80 step 1/16 using rk4 save every 1", entries);
    // At the steady state of an input e^(gt) the average is e^(gt) / (1 + g·T), so that trend = g exactly.
    expect(trend[0]).toBe(0);
    expect(trend.at(-1)).toBeCloseTo(0.05, 9);
    const ahead = column(
      "forecast(size, 2, 3, 0.05) / size",
      "0 .. 5 step 1/16 using rk4 save every 1",
      entries,
    );
    for (const x of ahead) expect(x).toBeCloseTo(1.15, 9);
  });
});

describe("memory", () => {
  it("initial, previous, sample", () => {
    expect(column("initial(clock + 2 [year])")).toEqual(range(11, () => 2));
    expect(column("previous(clock, -5)")).toEqual(range(11, (t) => (t === 0 ? -5 : t - 1)));
    expect(column("sample(clock, time == 3 or time == 7, -1)")).toEqual(
      range(11, (t) => (t < 3 ? -1 : t < 7 ? 3 : 7)),
    );
  });

  it("previous breaks a loop: a sum that grows by itself", () => {
    expect(column("previous(x, 0) + 1")).toEqual(range(11, (t) => t + 1));
  });

  it("active_initial: one value for the initial values, another while running", () => {
    const run = runSystems(`system box {
      time [year] = 0 .. 1 step 1 using euler
      stock level = target
      aux target = active_initial(2 * level, 5)
    }`);
    expect(run.column("level")[0]).toBe(5);
    expect(run.column("target")[0]).toBe(10);
  });
});

describe("random numbers", () => {
  const draws = (call: string, entries = "") => column(call, "0 .. 20000 step 1 using euler", entries);
  const mean = (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length;
  it("have the moments of their distributions", () => {
    const uniform = draws("random.uniform(2, 4)");
    expect(Math.min(...uniform)).toBeGreaterThan(2);
    expect(Math.max(...uniform)).toBeLessThan(4);
    expect(Math.abs(mean(uniform) - 3)).toBeLessThan(0.02);
    const normal = draws("random.normal(10, 2)");
    expect(Math.abs(mean(normal) - 10)).toBeLessThan(0.06);
    expect(Math.abs(mean(normal.map((x) => (x - 10) ** 2)) - 4)).toBeLessThan(0.15);
    expect(Math.abs(mean(draws("random.exponential(3)")) - 3)).toBeLessThan(0.1);
    // Neighbours in time do not know each other.
    const centred = uniform.map((x) => x - 3);
    expect(Math.abs(mean(centred.slice(1).map((x, i) => x * centred[i])))).toBeLessThan(0.01);
  });

  it("do not depend on what else is in the model, nor on declaration order; seeds make other streams", () => {
    const alone = column("random.uniform(0, 1)");
    expect(column("random.uniform(0, 1)", undefined, "aux a = random.uniform(0, 1)")).toEqual(alone);
    expect(column("random.uniform(0, 1, seed: 7)")).not.toEqual(alone);
    const run = runSystems(`system box {
      time [year] = 0 .. 10 step 1
      stock s = 0
      aux a = random.uniform(0, 1)
      aux b = random.uniform(0, 1)
    }`);
    expect(run.column("a")).not.toEqual(run.column("b"));
  });
});

describe("arithmetic", () => {
  it("safediv, powers and unary minus, mod and rounding", () => {
    expect(column("safediv(1, clock, 9 [1/year])")[0]).toBe(9);
    expect(column("safediv(1, clock)")[0]).toBe(0);
    expect(column("safediv(8, clock)")[4]).toBe(2);
    expect(column("-2 ^ 2")[0]).toBe(-4);
    expect(column("2 ^ 3 ^ 2")[0]).toBe(512);
    expect(column("trunc(-1.5)")[0]).toBe(-1);
    expect(column("floor(-1.5)")[0]).toBe(-2);
    expect(column("mod(-1, 3)")[0]).toBe(2);
  });

  it("the arm of an `if` that is not taken does not poison the value", () => {
    expect(column("if clock > 0 then 1 / clock else 0 [1/year]")[0]).toBe(0);
  });
});
