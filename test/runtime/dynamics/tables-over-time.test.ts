import { describe, expect, it } from "vitest";
import { readTable } from "../../../runtime/dynamics/lookup-table.ts";
import { codes, runSystems, tryRun } from "../../helpers/systems.ts";

const hold = { before: "hold", after: "hold" } as const;

describe("reading a table", () => {
  const xs = [0, 1, 3];
  const ys = [10, 20, 0];
  const at = (form: "linear" | "schedule" | "next" | "spline", x: number) =>
    readTable({ form, xs, ...hold }, ys, x).value;

  it("gives the points' values at the points, whatever the form", () => {
    for (const form of ["linear", "schedule", "next", "spline"] as const) {
      expect(xs.map((x) => at(form, x))).toEqual(ys);
    }
  });
  it("between them: a line, the last value, the next value", () => {
    expect(at("linear", 2)).toBe(10);
    expect(at("schedule", 2.9)).toBe(20);
    expect(at("next", 1.1)).toBe(0);
  });
  it("natural spline: solved by hand for three points", () => {
    // M1 = 6·((0−20)/2 − (20−10)/1) / (2·(1+2)) = −20; s(2) = (20+0)/2 + (0.5³−0.5)·(−20)·4/6
    expect(at("spline", 2)).toBeCloseTo(10 + (0.125 - 0.5) * -20 * (4 / 6), 12);
  });
  it("beyond the ends: holds, extends the slope or refuses", () => {
    expect(readTable({ form: "linear", xs, ...hold }, ys, 5)).toEqual({ value: 0, outside: 1 });
    const extend = { before: "extend", after: "extend" } as const;
    expect(readTable({ form: "linear", xs, ...extend }, ys, 5).value).toBe(-20);
    expect(readTable({ form: "linear", xs, ...extend }, ys, -1).value).toBe(0);
    const error = { before: "error", after: "error" } as const;
    expect(readTable({ form: "linear", xs, ...error }, ys, -1)).toEqual({ value: Number.NaN, outside: -1 });
  });
  it("a spline goes on along its tangent", () => {
    const extend = { form: "spline", xs, before: "extend", after: "extend" } as const;
    const value = (x: number) => readTable(extend, ys, x).value;
    const inside = (value(3) - value(3 - 1e-6)) / 1e-6;
    expect((value(4) - value(3)) / 1).toBeCloseTo(inside, 4);
    const before = (value(1e-6) - value(0)) / 1e-6;
    expect(value(0) - value(-1)).toBeCloseTo(before, 4);
  });
});

const tables = (entries: string) => `system economy {
  time [year] = 2017 .. 2030 step 1/2 using rk4 save every 1
  stock capital [t] = 1
  ${entries}
}`;

describe("tables in a system", () => {
  it("a lookup of time and a schedule", () => {
    const run = runSystems(
      tables(`lookup price(t [year]) [CNY/t] = linear(2017: 10, 2027: 20, beyond: hold)
  aux worth = capital * price(time)
  param rate [1/year] = schedule(2017: 1%, 2021: 3%)`),
    );
    expect(run.column("worth").slice(0, 3)).toEqual([10, 11, 12]);
    expect(run.column("worth").at(-1)).toBe(20);
    expect(run.column("rate")).toEqual([...Array(4).fill(0.01), ...Array(10).fill(0.03)]);
    expect(run.table.notes?.join()).toContain("price was read 6 times above its last point");
  });

  it("a lookup of another quantity, called with an expression", () => {
    const run = runSystems(
      tables(`lookup effect(ratio) = linear(0: 0, 1: 1, 2: 1.5)
  aux up = effect(capital / 1 [t])
  aux far = effect(2 * capital / 1 [t])`),
    );
    expect(run.column("up")[0]).toBe(1);
    expect(run.column("far")[0]).toBe(1.5);
  });

  it("a schedule that jumps at a step's end is not smeared into the step before", () => {
    const run = runSystems(`system tank {
      time [year] = 0 .. 4 step 1 using rk4
      stock water [t] = 0
      stock other [t] = 0
      lookup fall(t [year]) [t/year] = schedule(0: 0, 2: 10)
      flow rain [t/year]: cloud -> water = schedule(0: 0, 2: 10)
      flow called: cloud -> other = fall(time)
    }`);
    expect(run.column("water")).toEqual([0, 0, 0, 10, 20]);
    expect(run.column("other")).toEqual([0, 0, 0, 10, 20]);
  });

  it("`beyond: error` names the table and the instant", () => {
    const { table, sink } = tryRun(
      tables(`lookup price(t [year]) = linear(2017: 1, 2025: 2, beyond: error)
  aux worth = capital * price(time)`),
    );
    expect(table).toBeNull();
    expect(codes(sink)).toEqual(["GTFP6304"]);
    expect(sink.list[0].message).toBe("`price` is read at 2026, beyond its points, where it has no value.");
  });
});
