import { describe, expect, it } from "vitest";
import { check } from "../../language/check/check.ts";
import { expectedCost, type PanelSizes } from "../../runtime/expected-cost.ts";

const head = `data d from "d.csv" { dmu u; period y; group g; l [t]; k [t]; v [t]; c [t] }
direction w { good +observed; bad -observed }
technology T on d { input l, k; good v; bad c }
`;
const system = `system s {
  time [year] = 0 .. 100 step 1/8
  param a [1/year] = 0.01
  stock x [t] = 1
  flow f: cloud -> x = a * x
}
`;
/** A thousand units in ten periods and two groups. */
const sizes: PanelSizes = {
  rows: ({ source }) =>
    source.kind === "file" ? 10_000 : source.kind === "inline" ? source.rows.length : null,
  labels: (_, column) => ({ u: 1000, y: 10, g: 2 })[column] ?? 1,
};
function cost(body: string, known = sizes) {
  const { model, diagnostics } = check("m.gtfp", () => body);
  expect(diagnostics.filter((d) => d.severity === "error").map((d) => d.message)).toEqual([]);
  return expectedCost(model!, known);
}
const seconds = (body: string) => cost(body).seconds;

describe("the expected cost", () => {
  it("is next to nothing, and not explained, for a small model", () => {
    const inline = `data d { dmu u
      | u | l [t] | k [t] | v [t] | c [t] |
      | A | 1 | 1 | 1 | 1 |
    }
    technology T on d { input l, k; good v; bad c }
    direction w { good +observed; bad -observed }
    measure m = ddf(T, along: w)
    ${system}`;
    expect(cost(inline).seconds).toBeLessThan(0.01);
    expect(cost(inline).why).toBe("");
  });

  it("names what takes most of it, with its size", () => {
    const { why, seconds } = cost(`${head}measure m = ddf(T, along: w)`);
    expect(why).toMatch(/^`m`: 10,000 programs of 4 rows over 1,000 units/);
    expect(seconds).toBeGreaterThan(1);
    expect(seconds).toBeLessThan(60);
    expect(
      cost(`${system}sensitivity e of s { a ~ uniform(0, 1); samples 100000; outputs x at 100 }`).why,
    ).toBe("`e`: 100,000 runs of 800 steps with 2 equations; fewer samples would be quicker");
  });

  it("grows with what a frontier has, and shrinks with its groups", () => {
    const of = (technology: string) =>
      seconds(`${head}technology U from T { ${technology} }\nmeasure m = ddf(U, along: w)`);
    const base = of("returns crs");
    expect(of("reference global")).toBeGreaterThan(base);
    expect(of("reference window 3")).toBeGreaterThan(base);
    expect(of("reference global")).toBeGreaterThan(of("reference sequential"));
    const grouped = `${head}technology U on d by g { input l, k; good v; bad c }\nmeasure m = ddf(U, along: w)`;
    expect(seconds(grouped)).toBeLessThan(base);
  });

  it("grows with the bootstraps of a regression", () => {
    const measure = `${head}technology P on d { input l; good v; reference global }\nmeasure m = radial(P, orientation: output)\n`;
    const of = (settings: string) =>
      seconds(`${measure}regression r on d { truncated m.score ~ k ${settings} }`) - seconds(measure);
    expect(of("")).toBe(0);
    expect(of("algorithm 1; replications 1000")).toBeCloseTo(10 * of("algorithm 1; replications 100"), 6);
    expect(of("algorithm 2; replications 100")).toBeGreaterThan(2 * of("algorithm 1; replications 100"));
  });

  it("counts replications, choices and periods", () => {
    const measure = `${head}technology V on d { input l, k; good v }\nmeasure m = radial(V, orientation: input)\n`;
    const few = seconds(`${measure}measure b = bootstrap(m, replications: 200)`);
    const many = seconds(`${measure}measure b = bootstrap(m, replications: 2000)`);
    expect(many).toBeGreaterThan(5 * few);
    expect(seconds(`${measure}influence i of m`)).toBeGreaterThan(seconds(measure));
    expect(seconds(`${measure}robustness r of m { returns crs, vrs }`)).toBeGreaterThan(
      1.5 * seconds(measure),
    );
    const index = `${head}index i = malmquist_luenberger(T, along: w)`;
    expect(seconds(index)).toBeGreaterThan(seconds(head));
  });

  it("counts runs by what an experiment varies", () => {
    const beside = (text: string) => seconds(`${system}${text}`) - seconds(system);
    const sweep = (step: string) => beside(`sweep e of s { a in 0 .. 1 step ${step}; outputs x at 100 }`);
    expect(sweep("0.001")).toBeGreaterThan(50 * sweep("0.1"));
    const sampled = (sampling: string, more = "") =>
      beside(
        `sensitivity e of s { a ~ uniform(0, 1)${more}; samples 1000; sampling ${sampling}; outputs x at 100 }`,
      );
    expect(sampled("sobol", "; x ~ uniform(1, 2)")).toBeCloseTo(4 * sampled("latin"), 3);
    expect(beside("optimization o of s { a in 0 .. 1; maximize x at 100 }")).toBeGreaterThan(0);
  });

  it("counts the values that a system's own runs tell", () => {
    const saved = (every: string) =>
      seconds(system.replace(/step \S+/, (step) => `${step} save every ${every}`));
    expect(saved("1")).toBeGreaterThan(5 * saved("10"));
  });

  it("follows panels that are made of panels and of runs", () => {
    const stacked = `${head}data e from d { where y > 3 }
data both = d + e
technology U on both { input l, k; good v; bad c }
measure m = ddf(U, along: w)`;
    expect(cost(stacked).why).toContain("20,000 programs");
    const futures = `${system}scenario p of s\nscenario q of s { a = 0.02 [1/year] }
data runs from s { dmu scenario; period time }
technology U on runs { input x; good f }
measure m = radial(U, orientation: input)`;
    expect(cost(futures).why).toContain("1,602 programs");
  });

  it("takes a panel of unknown size for a thousand rows", () => {
    const unknown = { ...sizes, rows: () => null };
    expect(cost(`${head}measure m = ddf(T, along: w)`, unknown).why).toContain("1,000 programs");
  });
});
