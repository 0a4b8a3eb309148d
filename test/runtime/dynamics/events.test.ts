import { describe, expect, it } from "vitest";
import { codes, runSystems, tryRun } from "../../helpers/systems.ts";

const gravity = 9.81;
/** A ball that is let go at 10 m and keeps 0.8 of its speed at each bounce. */
const ball = (using: string) => `system ball {
  time [s] = 0 .. 4 step 1/16 using ${using}
  stock height [m] = 10
  stock speed [m/s] = 0
  flow rise: cloud -> height = speed
  flow fall: cloud -> speed = -9.81 [m/s^2]
  when height <= 0 [m] { height = 0; speed = -0.8 * speed }
}`;

/** Its height in closed form: parabolas between the bounces. */
function exact(t: number): number {
  const first = Math.sqrt(20 / gravity);
  if (t < first) return 10 - (gravity * t * t) / 2;
  let [start, speed] = [first, 0.8 * gravity * first];
  while (t > start + (2 * speed) / gravity) [start, speed] = [start + (2 * speed) / gravity, 0.8 * speed];
  return speed * (t - start) - (gravity * (t - start) ** 2) / 2;
}

describe("events", () => {
  it.each(["rk45", "rosenbrock"])(
    "are met by root finding: the bouncing ball in closed form, %s",
    (method) => {
      const run = runSystems(ball(method));
      const digits = method === "rk45" ? 7 : 3;
      run.column("time").forEach((t, i) => {
        expect(run.column("height")[i], `at ${t}`).toBeCloseTo(exact(t), digits);
      });
    },
  );

  it.each(["euler", "rk2", "rk4"])(
    "happen at the ends of steps of %s: the error is of the step's size",
    (method) => {
      const error = (step: string) => {
        const run = runSystems(ball(`${method} save every 1/16`).replace("step 1/16", `step ${step}`));
        return Math.max(...run.column("time").map((t, i) => Math.abs(run.column("height")[i] - exact(t))));
      };
      expect(error("1/16")).toBeLessThan(3.5);
      expect(error("1/1024")).toBeLessThan(0.1);
    },
  );

  it("happen once, when the condition begins to hold; what holds at the start has begun", () => {
    const run = runSystems(`system s {
      time [year] = 0 .. 6 step 1 using euler
      stock x [t] = 5
      stock n = 0
      stock m = 0
      flow gain: cloud -> x = if time < 2 [year] then -1 [t/year] else if time < 4 [year] then 1 [t/year] else 0
      when x > 4.5 [t] { n = n + 1 }
      when x < 4.5 [t] { m = m + 1 }
    }`);
    expect(run.column("x")).toEqual([5, 4, 3, 4, 5, 5, 5]);
    expect(run.column("n")).toEqual([0, 0, 0, 0, 1, 1, 1]);
    expect(run.column("m")).toEqual([0, 1, 1, 1, 1, 1, 1]);
  });

  it("compute all new values from those before, and set off others at the same instant", () => {
    const run = runSystems(`dimension d = a, b
    system s {
      time [1] = 0 .. 2 step 1
      stock x by d = {a: 1, b: 2}
      stock y = 0
      aux total = sum(x)
      when time >= 1 { x = total * x; y = total }
      when y > 2 { x[a] = -y }
    }`);
    // 3 · {1, 2}, then x[a] = −3.
    expect(run.column("x[a]")).toEqual([1, -3, -3]);
    expect(run.column("x[b]")).toEqual([2, 6, 6]);
    expect(run.column("total")).toEqual([3, 3, 3]);
  });

  it("see the aggregates, delays and schedules of their instant in every method", () => {
    const text = (method: string) => `system s {
      time [year] = 0 .. 8 step 1/8 using ${method} save every 1
      stock stockpile [t] = 100
      flow use: stockpile -> cloud = need * 1 [t/year]
      aux need = schedule(0: 10, 4: 30)
      aux seen [t] = smooth(stockpile, 1)
      stock orders = 0
      when seen < 45 [t] { stockpile = stockpile + 80 [t]; orders = orders + 1 }
    }`;
    const [fixed, adaptive] = [runSystems(text("rk4")), runSystems(text("rk45"))];
    expect(fixed.column("orders")).toEqual(adaptive.column("orders"));
    fixed.column("stockpile").forEach((value, i) => {
      expect(Math.abs(value - adaptive.column("stockpile")[i])).toBeLessThan(4);
    });
  });

  it("tell of rows without end and of two that set one stock", () => {
    const told = (method: string, events: string) =>
      codes(
        tryRun(`system s { time [year] = 0 .. 9 step 1 using ${method}
      stock x = 0
      flow gain: cloud -> x = 1 [1/year]
      ${events} }`).sink,
      );
    for (const method of ["euler", "rk45"]) {
      expect(told(method, "when x >= 5 { x = 0 }; when x == 0 { x = 6 }")).toEqual(["GTFP6308"]);
      expect(told(method, "when x >= 5 { x = 0 }; when x > 4.5 and time >= 5 [year] { x = 1 }")).toEqual([
        "GTFP6309",
      ]);
    }
    // A ball that comes to rest in finite time bounces infinitely often before it does.
    expect(codes(tryRun(ball("rk45").replace("0 .. 4", "0 .. 20")).sink)).toEqual(["GTFP6308"]);
  });
});
