/** The traps of stock-flow simulation into which other programs have fallen, each under its name; README.md tells where else it is tested. */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import { prepareRuns } from "../../../runtime/dynamics/prepare-runs.ts";
import { pipeline } from "../../helpers/pipeline.ts";
import { checkSystems, codes, runSystems, tryRun } from "../../helpers/systems.ts";

const system = (entries: string, time = "[year] = 0 .. 4 step 1 using euler") => `system s {
  time ${time}
  ${entries}
}`;
const run = (entries: string, time?: string) => runSystems(system(entries, time));
const told = (entries: string, time?: string) => codes(tryRun(system(entries, time)).sink);
const first = (expression: string) => run(`stock one [1] = 1\n aux x = ${expression}`).column("x")[0];

/** A column for each of many values of the parameter `start`. */
function forStarts(entries: string, starts: readonly number[], column: string, method = "euler"): number[][] {
  const { systems } = checkSystems(
    system(`param start [year] = 0\n ${entries}`, `[year] = 0 .. 100 step 0.1 using ${method}`),
  );
  const env = { table: () => undefined, dimension: () => [] };
  const runs = prepareRuns(systems[0], [{ variable: "start", labels: null }], env, new Diagnostics());
  if (runs === null) throw new Error("does not compile");
  return starts.map((start) => {
    const outcome = runs.run([start]);
    if ("failure" in outcome) throw new Error(outcome.failure.kind);
    const place = runs.place(column) ?? -1;
    return Array.from(outcome.run.times, (_, row) => outcome.run.values[row * runs.width + place]);
  });
}
const tenths = Array.from({ length: 999 }, (_, k) => (k + 1) / 10);

describe("traps", () => {
  it("DT not a binary fraction: a step of 0.1 begins every `step` at its own instant", () => {
    forStarts("aux x = step(1, start)", tenths, "x").forEach((values, k) => {
      expect(values.indexOf(1)).toBe(k + 1);
    });
    expect(told("stock x = 1", "[year] = 0 .. 1 step 0.3")).toEqual(["GTFP6006"]);
  });

  it("PULSE of width DT: it lasts one step, whenever it begins", () => {
    forStarts("aux x = pulse(start)", tenths, "x").forEach((values, k) => {
      expect([values.indexOf(1), values.lastIndexOf(1)]).toEqual([k + 1, k + 1]);
    });
    const train = run("aux x = pulse_train(0.1, 0.1, 0.7, 9)", "[year] = 0 .. 10 step 0.1");
    expect(train.column("x").filter((x) => x === 1)).toHaveLength(13);
  });

  it("RAMP: it rises from its moment on, on the grid or off it, and stops", () => {
    const ramps = run("aux x = ramp(2 [1/year], 1.25, 2.5)", "[year] = 0 .. 4 step 1/2 save every 1/2");
    expect(ramps.column("x")).toEqual([0, 0, 0, 0.5, 1.5, 2.5, 2.5, 2.5, 2.5]);
  });

  it("SAVEPER: no saved point is lost, and each shows its own instant", () => {
    for (const [span, step, points] of [
      ["0 .. 20", "0.1", 21],
      ["0 .. 20", "0.05", 21],
      ["2005 .. 2025", "0.1", 21],
      ["0 .. 1", "0.01", 11],
    ] as const) {
      const every = points === 11 ? 0.1 : 1;
      const { column } = run(
        "stock x [year] = 0\n flow f: cloud -> x = 1",
        `[year] = ${span} step ${step} using euler save every ${every}`,
      );
      const times = column("time");
      expect(times).toHaveLength(points);
      times.forEach((t, i) => {
        expect(t).toBe(Number((times[0] + i * every).toFixed(6)));
        expect(column("x")[i]).toBeCloseTo(t - times[0], 9);
      });
    }
    expect(told("stock x = 1", "[year] = 0 .. 1 step 0.1 save every 0.25")).toEqual(["GTFP6007"]);
  });

  it("order in a step: a row shows stocks at t and flows from them, which act until t + dt", () => {
    const { column } = run("stock x [t] = 8\n flow f: x -> cloud = x / 4 [year]\n aux seen = f * 2");
    expect(column("x")).toEqual([8, 6, 4.5, 3.375, 2.53125]);
    expect(column("f")).toEqual(column("x").map((x) => x / 4));
    expect(column("seen")).toEqual(column("x").map((x) => x / 2));
  });

  it("Euler vs RK: test inputs, data and fixed delays are held over a Runge–Kutta step", () => {
    for (const method of ["euler", "rk2", "rk4"]) {
      const { column } = run(
        `stock x [1] = 0
  flow f: cloud -> x = (pulse(1) + 0 * delay_fixed(time, 1) / 1 [year]) / 1 [year]
  stock y [1] = 0
  flow g: cloud -> y = step(3 [1/year], 2)`,
        `[year] = 0 .. 4 step 1 using ${method}`,
      );
      expect(column("x"), method).toEqual([0, 0, 1, 1, 1]);
      expect(column("y"), method).toEqual([0, 0, 0, 3, 6]);
    }
  });

  it("adaptive + discontinuities: steps end at pulses, knees and events, none is stepped over", () => {
    const { column } = run(
      `stock x [1] = 0
  flow f: cloud -> x = 1000 [1/year] * pulse(1.3, 0.001) + knee(time)
  lookup knee(t [year]) [1/year] = linear(0: 0, 3: 0, 3.001: 500, 3.002: 0)`,
      "[year] = 0 .. 4 step 1 using rk45",
    );
    expect(column("x").map((x) => Number(x.toFixed(8)))).toEqual([0, 0, 1, 1, 1.5]);
  });

  it("adaptive output: rows stand on the grid, the same in every scenario", () => {
    const text = system(
      "param rate [1/year] = 1\n stock x = 1\n flow f: x -> cloud = rate * x",
      "[year] = 0 .. 1 step 0.25 using rk45",
    );
    const both = runSystems(
      `${text}\nscenario slow of s { rate = 0.01 [1/year] }\nscenario fast of s { rate = 40 [1/year] }`,
    );
    expect(both.column("time", "slow")).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(both.column("time", "fast")).toEqual(both.column("time", "slow"));
    both.column("x", "fast").forEach((x, i) => {
      expect(x).toBeCloseTo(Math.exp(-10 * i), 8);
    });
  });

  it("DELAY3 with delay/3 < DT: it is an error at the start and told when it comes later", () => {
    expect(told("aux x = delay3(1, 2.9)")).toEqual(["GTFP6306"]);
    const later = run("aux T [year] = 6 [year] - time\n aux x = delay3(1, T)");
    expect(later.table.notes?.[0]).toContain("a delay in x became shorter than a step");
  });

  it("DELAY N vs Stella DELAYN: material is conserved while the delay changes", () => {
    const { column } = run(
      `aux T [year] = 2 [year] + step(3 [year], 4)
  stock sent [t] = 0
  flow send: cloud -> sent = 10 [t/year] * pulse(1, 1)
  stock arrived [t] = 0
  flow arrive: cloud -> arrived = delayn(send, T, 4, 0)`,
      "[year] = 0 .. 60 step 1/16 using rk4 save every 60",
    );
    expect(column("sent").at(-1)).toBeCloseTo(10, 12);
    expect(column("arrived").at(-1)).toBeCloseTo(10, 6);
  });

  it("DELAY1 initial value: the output at the start is the input, or the initial value of the output", () => {
    const { column } = run("aux a = delay1(5, 4)\n aux b = delay1(5, 4, 2)\n aux c = delay3(5, 6, 2)");
    expect([column("a")[0], column("b")[0], column("c")[0]]).toEqual([5, 2, 2]);
    expect(column("a")).toEqual([5, 5, 5, 5, 5]);
  });

  it("DELAY FIXED: it shows what the input was, and fits whole steps alone", () => {
    expect(run("aux x [year] = delay_fixed(time, 2, -1 [year])").column("x")).toEqual([-1, -1, 0, 1, 2]);
    expect(told("aux x = delay_fixed(time, 1.5)")).toEqual(["GTFP6305"]);
    expect(told("aux x = delay_fixed(time, 0.2)")).toEqual(["GTFP6305"]);
  });

  it("INITIAL vs ACTIVE INITIAL: a start of its own breaks a loop of initial values, and no other", () => {
    const { column } = run(
      "stock x [t] = 2 * y\n aux y = active_initial(x / 4, 10 [t])\n aux z = initial(x)\n flow f: cloud -> x = 1 [t/year]",
    );
    expect(column("x")[0]).toBe(20);
    expect(column("y")).toEqual([5, 5.25, 5.5, 5.75, 6]);
    expect(column("z")).toEqual([20, 20, 20, 20, 20]);
    expect(told("stock x = 2 * y\n aux y = x / 4")).toEqual(["GTFP6114"]);
    expect(told("aux x = active_initial(x, 1)")).toEqual(["GTFP6113"]);
  });

  it("order of evaluation: it does not depend on the order of the text, and counts elements one by one", () => {
    const entries = [
      "aux a = b * 2",
      "aux b = x[q] + c",
      "stock c = 0.1",
      "flow f: cloud -> c = a / 3 [year]",
      "flow g: c -> cloud = 0.7 * b / 1 [year]",
      "flow h: cloud -> c = 0.1 / 1 [year]",
      "aux x by d = 1",
      "aux x[q] = x[p] * c",
    ];
    const text = (list: readonly string[]) => `dimension d = p, q\n${system(list.join("\n"))}`;
    const forward = runSystems(text(entries));
    const backward = runSystems(text([...entries.slice(0, 6).reverse(), ...entries.slice(6)]));
    for (const name of ["a", "b", "c", "x[q]"]) expect(backward.column(name)).toEqual(forward.column(name));
  });

  it("unary minus and ^: the power binds tighter, and to the right", () => {
    expect([first("-2 ^ 2"), first("2 ^ 3 ^ 2"), first("2 ^ -1"), first("(-2) ^ 2")]).toEqual([
      -4, 512, 0.5, 4,
    ]);
  });

  it("integer functions: trunc goes to zero, floor down, mod has the divisor's sign", () => {
    expect([first("trunc(-1.5)"), first("floor(-1.5)"), first("round(-1.5)")]).toEqual([-1, -2, -2]);
    expect([first("mod(-1, 3)"), first("mod(1, -3)"), first("mod(7.5, 2)")]).toEqual([2, -2, 1.5]);
  });

  it("IF THEN ELSE: what the arm not taken would give does not matter", () => {
    expect(first("if one > 2 then 1 / (one - 1) else 7")).toBe(7);
    expect(first("if one < 2 then 3 else ln(-one)")).toBe(3);
  });

  it("safe division: only a denominator of exactly 0 takes the other value", () => {
    expect([
      first("safediv(3, one - 1)"),
      first("safediv(3, one - 1, 9)"),
      first("safediv(1, 2 ^ -30, 9)"),
    ]).toEqual([0, 9, 2 ** 30]);
    expect(told("stock one = 1\n aux x = 1 / (one - 1)")).toEqual(["GTFP6303"]);
  });

  it("non-negative stock: it limits what flows out, so that nothing is made from nothing, and says so", () => {
    const { column, table } = run(
      "stock nonnegative a [t] = 5\n stock b [t] = 0\n flow f: a -> b = 3 [t/year]\n flow g: a -> cloud = 1 [t/year]\n stock out [t] = 0\n flow h: cloud -> out = g",
    );
    column("a").forEach((a, i) => {
      expect(a).toBeGreaterThanOrEqual(0);
      expect(a + column("b")[i] + column("out")[i]).toBeCloseTo(5, 12);
    });
    expect(table.notes?.[0]).toContain("the outflows of a were limited");
  });

  it("lookups: the ends are held, extended or refused as is written, and reads beyond them are told", () => {
    const at = (beyond: string) =>
      run(`lookup f(x) = linear(0: 0, 1: 2, 2: 3${beyond})\n aux y = f(4)\n aux z = f(-1)\n aux w = f(1)`);
    const [held, extended] = [at(""), at(", beyond: extend")];
    expect([held.column("y")[0], held.column("z")[0], held.column("w")[0]]).toEqual([3, 0, 2]);
    expect([extended.column("y")[0], extended.column("z")[0]]).toEqual([5, -2]);
    expect(held.table.notes?.[0]).toContain(
      "f was read once below its first point and once above its last point",
    );
    expect(told("lookup f(x) = linear(0: 0, 1: 2, beyond: error)\n aux y = f(4)")).toEqual(["GTFP6304"]);
    expect(first("linear(1: 5, 3: 6)")).toBe(5);
    expect(checkSystems(system("lookup f(x) = linear(0: 0, 2: 1, 1: 2)")).sink.hasErrors).toBe(true);
    expect(checkSystems(system("lookup f(x) = linear(0: 0, 1: 1, 1: 2)")).sink.hasErrors).toBe(true);
  });

  const data = `data rains {
  period year
  | year | rain [mm] |
  |-----:|----------:|
  | 1    |        10 |
  | 3    |        30 |
}
`;
  const series = async (entry: string, from = 1) => {
    const text = `${data}${system(`series rain = ${entry}\n stock x [mm year] = 0\n flow f: cloud -> x = rain`, `[year] = ${from} .. 4 step 1 using euler`)}`;
    const { results, diagnostics } = await pipeline(text);
    const cells = results?.tables.find((t) => t.name === "s")?.columns.find((c) => c.name === "rain")?.cells;
    return cells === undefined ? diagnostics.map((d) => d.code) : [...cells.values];
  };
  it("data interpolation: linear, held or next, and no value that nobody stated", async () => {
    expect(await series("rains.rain linear after hold")).toEqual([10, 20, 30, 30]);
    expect(await series("rains.rain hold after hold")).toEqual([10, 10, 30, 30]);
    expect(await series("rains.rain next after hold")).toEqual([10, 30, 30, 30]);
    expect(await series("rains.rain linear")).toEqual(["GTFP6304"]);
    expect(await series("rains.rain linear after hold", 0)).toEqual(["GTFP6304"]);
    expect((await series("rains.rain next after hold", 0))[0]).toBe(10);
  });

  it(":NA:: what is missing is no number", async () => {
    const { diagnostics } = await pipeline(
      `${data}${system("param p [mm] = rains.rain at 2\n aux x = p * 0")}`,
    );
    expect(diagnostics.map((d) => d.code)).not.toEqual([]);
    expect(diagnostics.some((d) => d.severity === "error")).toBe(true);
  });

  it("units: the time unit is part of every flow, and a contradiction is told once at its root", () => {
    expect(told("stock x [t] = 1\n flow f [t]: cloud -> x = 1 [t]")).toEqual(["GTFP6111"]);
    expect(
      told("stock x [t] = 1\n aux bad = x + 1 [day]\n aux a = bad * 2\n aux b = a + bad\n aux c [CNY] = b"),
    ).toEqual(["GTFP3010"]);
    expect(told("stock x [t] = 0\n flow f: cloud -> x = 0\n aux none = if x > 0 then x else 0")).toEqual([]);
    expect(told("stock x [t] = 1\n aux e = exp(x)")).toEqual(["GTFP3012"]);
  });

  it("initial value of a stock: other initial values and auxiliaries at the start may be in it", () => {
    const { column } = run(
      "stock a = b * 2\n stock b = c + 1\n aux c = time / 1 [year] + 3\n flow f: cloud -> b = 1 [1/year]",
    );
    expect([column("a")[0], column("b")[0]]).toEqual([8, 4]);
  });

  it("float32 oracle: numbers are doubles, to the last digit", () => {
    expect(first("1 + 2 ^ -50 * one") - 1).toBe(2 ** -50);
  });

  it("names: capitals tell names apart, and others stand in backticks", () => {
    const { column } = run(
      "stock Rate = 1\n param rate = 2\n aux `rate of 省份 (Mt)` = Rate + rate\n aux 排放 = `rate of 省份 (Mt)` * 2",
    );
    expect([column("rate of 省份 (Mt)")[0], column("排放")[0]]).toEqual([3, 6]);
  });

  it("random: a draw depends on seed, variable and step, on nothing else", () => {
    const text = (entries: string) => system(`stock x = 0\n ${entries}`);
    const noise = "aux noise = random.normal(0, 1)";
    const alone = runSystems(text(noise)).column("noise");
    expect(
      runSystems(text(`aux before = random.uniform(0, 1)\n ${noise}\n aux a = noise`)).column("noise"),
    ).toEqual(alone);
    expect(runSystems(text(noise.replace("0, 1", "0, 1, seed: 2"))).column("noise")).not.toEqual(alone);
    expect(new Set(alone).size).toBe(5);
  });

  it("chaos / stiffness: a long step is noted, Euler gains energy, a stiff method stays", () => {
    expect(told("stock x = 1\n flow f: x -> cloud = x / 1.2 [year]")).toEqual(["GTFP6012"]);
    const energy = (method: string) => {
      const { column } = run(
        "stock x [m] = 1\n stock v [m/s] = 0\n flow f: cloud -> x = v\n flow g: v -> cloud = 1 [1/s^2] * x",
        `[s] = 0 .. 20 step 1/8 using ${method} save every 20`,
      );
      return (column("x").at(-1) ?? 0) ** 2 + (column("v").at(-1) ?? 0) ** 2;
    };
    expect(energy("euler")).toBeGreaterThan(3);
    expect(energy("rk4")).toBeCloseTo(1, 4);
    const stiff = run(
      "stock x = 0\n flow f: cloud -> x = 1e6 [1/year] * (cos(time / 1 [year]) - x)",
      "[year] = 0 .. 3 step 1 using rosenbrock",
    );
    expect(stiff.column("x").at(-1)).toBeCloseTo(Math.cos(3), 4);
  });
});
