import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileSystem } from "../../../compiler/ode/compile-system.ts";
import type { OdeSystem } from "../../../compiler/ode/ode-system.ts";
import { integrate } from "../../../runtime/dynamics/integrate.ts";
import { integrateGenerated } from "../../../runtime/dynamics/integrate-generated.ts";
import { checkSystems } from "../../helpers/systems.ts";

const provinces = Array.from({ length: 40 }, (_, i) => `p${i}`);
const places = `dimension p = ${provinces.join(", ")}\ndimension q = s1, s2, s3`;

function compiled(text: string, labels: Readonly<Record<string, readonly string[]>> = {}): OdeSystem {
  const { systems, sink } = checkSystems(text);
  const nothing = { value: () => Number.NaN, points: () => ({ xs: [], ys: [] }) };
  const labelsOf = (dimension: string) => labels[dimension] ?? ["a", "b", "c"];
  const ode = systems[0] && compileSystem(systems[0], { labels: labelsOf, ...nothing }, sink);
  if (!ode) throw new Error(sink.list.map((d) => d.message).join("\n"));
  return ode;
}

/** Both must agree to the last bit. */
function same(ode: OdeSystem): void {
  const interpreted = integrate(ode, { seed: 3 });
  const generated = integrateGenerated(ode, { seed: 3 });
  if ("failure" in interpreted) {
    expect(generated === null || generated).toEqual(generated === null ? true : interpreted);
    return;
  }
  expect(generated).toEqual(interpreted);
}

const everything = (method: string, extra = "") => `dimension d = a, b, c
system s {
  time [year] = 0 .. 6 step 0.1 using ${method} save every 0.3
  param rate by d [1/year] = {a: 5%, b: annual(7%), c: -2%}
  param knee = 2
  stock x by d [t] = 10
  stock nonnegative tank [t] = 4
  stock out [t] = 0
  flow gain by d: cloud -> x = rate * x * bend(total / 30 [t])
  flow drain: tank -> out = 3 [t/year] * pulse_train(1, 0.5, 2) + late / 9 [year]
  flow fill: cloud -> tank = step(1 [t/year], 2.5) + ramp(0.1 [t/year/year], 1, 4)
  aux total = sum(x)
  aux late [t] = delay_fixed(total, 0.7, 1)
  aux soft = smooth3(total, 2) + delay3(total, 1.5) + max(x) - min(x)
  aux odd = if soft > 40 [t] or not (time < 3 [year]) then mod(time / 1 [year], 0.7) else round(x[a] / 3 [t]) ^ 2
  aux noise = random.normal(0, 1) + previous(noise, 0) * 0.3
  aux seen = sample(noise, pulse(3) > 0, 0)
  aux curved = wave(time) + stairs(time - 1 [year]) * cos(0.1)
  lookup bend(u) = linear(0: 0.1, 1: knee, 2: 1.5, beyond: extend)
  lookup wave(t [year]) = spline(0: 0, 1: 1, 3: -1)
  lookup stairs(t [year]) = schedule(0: 1, 2: 4, 3: -1)
  ${extra}
}`;

describe("generated code", () => {
  for (const method of ["euler", "rk2", "rk4"]) {
    it(`computes the interpreter's numbers, every function at once, ${method}`, () => {
      same(compiled(everything(method)));
      // So many equations that they are written into several functions over an array.
      const more = Array.from(
        { length: 500 },
        (_, i) => `aux more${i} = total * ${i} + ${i === 0 ? 1 : `more${i - 1} / 1 [t]`} * 1 [t]`,
      );
      same(compiled(everything(method, more.join("\n  "))));
    });
  }

  it("lets events happen, solves loops and runs modules as the interpreter does", () => {
    const extra = `when x[a] > 11 [t] { tank = tank + 1 [t]; x = 0.9 * x }
  when tank < 3 [t] or total > 40 [t] { out = total }
  aux price = 1 + share * bend(price)
  aux share = (price + total / 1 [t]) / 200
  solve price in 0 .. 50 + total / 1 [t]`;
    for (const method of ["euler", "rk2", "rk4"]) {
      const small = compiled(everything(method, extra));
      same(small);
      const outcome = integrate(small, { seed: 3 });
      if ("failure" in outcome) throw new Error("no run");
      const row = (name: string) => small.slots.findIndex((slot) => slot.name === name);
      const last = outcome.run.values.subarray(-small.slots.length);
      expect(last[row("out")]).toBeGreaterThan(20);
      const more = Array.from({ length: 500 }, (_, i) => `aux more${i} = total * ${i} * price`);
      same(compiled(everything(method, `${extra}\n  ${more.join("\n  ")}`)));
    }
  });

  it("moves a delay's level by what the stock that enters it was before the step", () => {
    for (const method of ["euler", "rk2", "rk4"]) {
      same(
        compiled(`system s { time [year] = 0 .. 4 step 1/4 using ${method}
          stock a [t] = 8
          flow f: a -> cloud = a / 2 [year]
          aux late = delay1(a, 1) + delay3(smooth(a, 2), 3) + delay1(previous(a), 1) }`),
      );
    }
  });

  it("gives up where the run breaks off", () => {
    const ode = compiled(`system s { time [year] = 0 .. 9 step 1
      stock x [t] = 3
      flow f [t/year]: x -> cloud = 1
      aux bad = 1 / x }`);
    expect("failure" in integrate(ode)).toBe(true);
    expect(integrateGenerated(ode)).toBeNull();
  });

  it("agrees with the interpreter on random systems", () => {
    const leaf = fc.constantFrom("s0", "s1", "s2", "a0", "a1", "p", "2", "-0.5", "time", "0.1");
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        leaf,
        fc
          .tuple(tie("expression"), fc.constantFrom("+", "-", "*"), tie("expression"))
          .map((p) => `(${p.join(" ")})`),
        tie("expression").map((e) => `sin(${e})`),
        tie("expression").map((e) => `abs(-${e}) ^ 0.5`),
        fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `(if ${a} < ${b} then ${b} else 1)`),
        tie("expression").map((e) => `safediv(${e}, ${e} - 1, 2)`),
        tie("expression").map((e) => `smooth(${e}, 3, 0)`),
        tie("expression").map((e) => `bend(${e})`),
        fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `min(${a}, ${b}, 4)`),
      ),
    }));
    // What an auxiliary reads comes before it, so that there is no loop.
    const early = expression.map((e) => e.replace(/a1/g, "s1"));
    fc.assert(
      fc.property(
        fc.constantFrom("euler", "rk2", "rk4"),
        early.map((e) => e.replace(/a0/g, "s0")),
        early,
        fc.array(expression, { minLength: 3, maxLength: 3 }),
        (method, a0, a1, flows) => {
          same(
            compiled(`system s {
              time [1] = 0 .. 3 step 1/8 using ${method} save every 1/2
              stock s0 [1] = 1
              stock s1 [1] = 0.3
              stock s2 [1] = -2
              param p = 0.7
              aux a0 = ${a0}
              aux a1 = ${a1}
              lookup bend(x) = linear(-1: 1, 0: p, 2: 3)
              flow f: cloud -> s0 = sin(${flows[0]})
              flow g: s0 -> s1 = sin(${flows[1]})
              flow h: s1 -> s2 = ${flows[2]} / 10
            }`),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("agrees with the interpreter on random subscripted systems, which it writes as loops", () => {
    const own = fc.constantFrom("x", "y", "z", "rate", "2", "x[s1]", "sum(x by p)", "sum(z)", "w", "max(y)");
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        own,
        fc
          .tuple(tie("expression"), fc.constantFrom("+", "-", "*"), tie("expression"))
          .map((parts) => `(${parts.join(" ")})`),
        tie("expression").map((e) => `sin(${e})`),
        tie("expression").map((e) => `bend(${e})`),
        tie("expression").map((e) => `smooth(${e}, 3, 0)`),
        tie("expression").map((e) => `delay1(${e}, 2, 1)`),
        fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `(if ${a} < ${b} then ${b} else 1)`),
      ),
    }));
    fc.assert(
      fc.property(
        fc.constantFrom("euler", "rk2", "rk4"),
        fc.array(expression, { minLength: 4, maxLength: 4 }),
        (method, [a, b, f, g]) => {
          same(
            compiled(
              `${places}
            system s {
              time [1] = 0 .. 1 step 1/4 using ${method} save every 1/2
              stock x by p, q [1] = 1
              stock y by p [1] = 0.3
              stock z by q [1] = {s1: 1, s2: -2, s3: 0.5}
              param rate by q = {s1: 0.1, s2: 0.2, s3: 0.4}
              param w by p = 0.7
              param w[p7] = 0.2
              lookup bend(u) = linear(-1: 1, 0: 0.3, 2: 3)
              aux m by p, q = sin(${a})
              aux n by p, q = m * 2 - ${b}
              aux n[p3, s2] = 5
              flow f by p, q: cloud -> x = sin(n) - ${f}
              flow g by p: cloud -> y = sum(sin(n + ${g}) by p)
              flow h by q: cloud -> z = mean(m by q)
            }`,
              { p: provinces, q: ["s1", "s2", "s3"] },
            ),
          );
        },
      ),
      { numRuns: 15 },
    );
  });
});
