/** What a model must do when its inputs are at their extremes: nothing from nothing, no change without rates, no silent nonsense. */
import { describe, expect, it } from "vitest";
import { codes, runSystems, tryRun } from "../../helpers/systems.ts";

const economy = (changes = "", using = "rk4") => `dimension d = a, b
system economy {
  time [year] = 0 .. 10 step 1/4 using ${using} save every 1
  param growth [1/year] = 5%
  param life [year] = 20
  param share by d = {a: 0.4, b: 0.6}
  stock capital by d [CNY] = 100
  stock nonnegative coal [t] = 1000
  stock carbon [t] = 0
  flow investment by d: cloud -> capital = growth * capital * share
  flow wear by d: capital -> cloud = capital / life
  flow burning: coal -> carbon = intensity * sum(capital)
  param intensity [t/CNY/year] = 0.2
  aux per_capital [t/CNY] = safediv(burning * 1 [year], sum(capital))
}
scenario extreme of economy { ${changes} }`;
const run = (changes: string, using?: string) => {
  const found = runSystems(economy(changes, using));
  return (name: string) => found.column(name);
};
const methods = ["euler", "rk2", "rk4"];

describe("extreme conditions", () => {
  it.each(methods)("nothing comes from nothing, %s", (method) => {
    const column = run("capital = 0 [CNY]", method);
    for (const name of ["capital[a]", "capital[b]", "burning", "carbon", "per_capital"]) {
      expect(new Set(column(name)), name).toEqual(new Set([0]));
    }
  });

  it.each(methods)("without rates nothing changes, %s", (method) => {
    const column = run("growth = 0; life = 1e300 [year]; intensity = 0", method);
    expect(new Set(column("capital[a]"))).toEqual(new Set([100]));
    expect(new Set(column("coal"))).toEqual(new Set([1000]));
  });

  it.each(methods)("a thousandfold demand takes what there is and no more, %s", (method) => {
    const column = run("intensity = 200 [t/CNY/year]", method);
    column("coal").forEach((coal, i) => {
      expect(coal).toBeGreaterThanOrEqual(0);
      expect(coal + column("carbon")[i]).toBeCloseTo(1000, 9);
    });
    expect(column("coal").at(-1)).toBe(0);
  });

  it.each(methods)("a step no larger makes no difference to a system at rest, %s", (method) => {
    const column = run(
      "growth = 0.125 [1/year]; share = {a: 0.4, b: 0.4}; life = 20 [year]; intensity = 0",
      method,
    );
    expect(new Set(column("capital[a]").map((x) => Number(x.toPrecision(12))))).toEqual(new Set([100]));
  });

  it("growth beyond all numbers is told, with the stock and the time", () => {
    const { sink } = tryRun(economy("growth = 1e80 [1/year]"));
    expect(codes(sink)).toContain("GTFP6302");
    expect(sink.list.find((d) => d.code === "GTFP6302")?.message).toMatch(
      /`capital\[[ab]\]` grows beyond all numbers by/,
    );
  });

  it("very large and very small numbers keep their digits", () => {
    const column = run("capital = 1e300 [CNY]; intensity = 1e-302 [t/CNY/year]");
    expect(column("capital[a]").at(-1)).toBeGreaterThan(0.6e300);
    expect(column("burning")[0]).toBeCloseTo(0.02, 12);
  });

  it("the smallest systems run: one step, one label, no stock", () => {
    const small = runSystems(`dimension one = only_label
system s { time [year] = 0 .. 1; aux x by one = 2 * time / 1 [year] }`);
    expect(small.column("x[only_label]")).toEqual([0, 2]);
    expect(codes(tryRun("system s { time [year] = 0 .. 1 }").sink)).toEqual([]);
  });
});
