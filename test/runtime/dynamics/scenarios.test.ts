import { describe, expect, it } from "vitest";
import { codes, runSystems, tryRun } from "../../helpers/systems.ts";

const economy = `system economy {
  time [year] = 2017 .. 2019 step 1 using euler
  param growth [1/year] = 10%
  param tax = 20%
  stock gdp [CNY] = 100
  flow gain: cloud -> gdp = growth * gdp
  lookup price(t [year]) = linear(2017: 1, 2019: 3)
  aux worth = gdp * price(time)
  aux revenue = tax * worth
}
`;

describe("scenarios", () => {
  it("a system without scenarios runs once, as `baseline`", () => {
    const run = runSystems(economy);
    expect(run.table.columns[0].cells).toEqual({ of: "label", values: ["baseline", "baseline", "baseline"] });
    expect(run.column("gdp")).toEqual([100, 110, 121]);
  });

  it("inherit, override, and leave all else as it was; rows stand by scenario, then by time", () => {
    const run = runSystems(`${economy}
scenario current of economy
scenario fast from current { growth = 20% }
scenario faster from fast { tax = 50%; gdp = 200 }
scenario priced from current { price = linear(2017: 2, 2019: 2); revenue = worth }`);
    expect(run.column("gdp", "current")[1]).toBeCloseTo(110, 10);
    expect(run.column("gdp", "fast")).toEqual([100, 120, 144]);
    expect(run.column("gdp", "faster")).toEqual([200, 240, 288]);
    expect(run.column("revenue", "faster")[0]).toBe(100);
    expect(run.column("revenue", "priced")[0]).toBe(200);
    expect(run.column("revenue", "current")[0]).toBe(20);
    const labels = run.table.columns[0].cells;
    expect(labels.of === "label" && labels.values.filter((_, i) => i % 3 === 0)).toEqual([
      "current",
      "fast",
      "faster",
      "priced",
    ]);
  });

  it("a schedule may stand where a constant was", () => {
    const run = runSystems(`${economy}
scenario late of economy { growth = schedule(2017: 0, 2018: 50%) }`);
    expect(run.column("gdp")).toEqual([100, 100, 150]);
  });

  it("one element of a subscripted parameter", () => {
    const run = runSystems(`dimension industry = manufacturing, services
system economy {
  time [year] = 0 .. 1 step 1 using euler
  param rate by industry [1/year] = 0
  stock value by industry [t] = 100
  flow gain by industry: cloud -> value = rate * value
}
scenario a of economy { rate[services] = 10% }
scenario b of economy { rate = {manufacturing: 20%, services: 30%} }`);
    expect(run.column("value[services]", "a")[1]).toBeCloseTo(110, 10);
    expect(run.column("value[manufacturing]", "a")).toEqual([100, 100]);
    expect(run.column("value[manufacturing]", "b")[1]).toBeCloseTo(120, 10);
  });

  it("units are converted and checked", () => {
    const run = runSystems(`${economy}
scenario rich of economy { gdp = 0.001 [M CNY] }`);
    expect(run.column("gdp")[0]).toBeCloseTo(1000, 9);
    const { table, sink } = tryRun(`${economy}
scenario wrong of economy { gdp = 5 [t] }`);
    expect(table).toBeNull();
    expect(sink.list[0].code).toMatch(/^GTFP3/);
  });

  it("what does not exist cannot be changed; neither can a flow", () => {
    const { sink } = tryRun(`${economy}
scenario a of economy { grwoth = 7% }
scenario b of economy { gain = 7 [CNY/year] }
scenario c of economi { growth = 7% }
scenario d from economy { growth = 7% }
scenario e { growth = 7% }`);
    expect(codes(sink)).toEqual(["GTFP6206", "GTFP6207", "GTFP6201", "GTFP6202", "GTFP6203"]);
    expect(sink.list[0].help).toContain("growth");
    expect(sink.list[3].help).toContain("of economy");
  });

  it("a change that closes a loop is found", () => {
    const { sink } = tryRun(`${economy}
scenario a of economy { worth = revenue }`);
    expect(codes(sink)).toEqual(["GTFP6113"]);
  });
});

describe("scenarios that change numbers alone", () => {
  const base = `dimension d = a, b
system s {
  time [year] = 0 .. 4 step 1/2
  param rate by d [1/year] = {a: 5%, b: 7%}
  param level = 2 * 1.5
  stock x by d [t] = 10
  flow gain by d: cloud -> x = rate * x * push
  aux push = level + wave(time)
  lookup wave(t [year]) = linear(0: 0, 4: 1)
}
`;
  const scenarios = {
    plain: "",
    rates: "rate[b] = 1%",
    levels: "level = 4; x = 5 [t]",
    start: "x[a] = 1 [t]",
    lookup: "wave = linear(0: 0, 4: 2); level = 4",
    schedule: "rate = schedule(0: 1%, 2: 3%)",
    numbers: "rate = {b: 2%, a: 1%}",
  };

  it("give the same numbers in any company", () => {
    const all = runSystems(
      base +
        Object.entries(scenarios)
          .map(([name, changes]) => `scenario ${name} of s { ${changes} }`)
          .join("\n"),
    );
    for (const [name, changes] of Object.entries(scenarios)) {
      const alone = runSystems(`${base}scenario ${name} of s { ${changes} }`);
      for (const column of ["x[a]", "x[b]", "push", "rate[a]", "rate[b]", "level"]) {
        expect(all.column(column, name), `${name} ${column}`).toEqual(alone.column(column));
      }
    }
  });
});
