import { describe, expect, it } from "vitest";
import { cells, numberAt, numbersIn, tablesOf } from "../../helpers/experiments.ts";
import { pipeline } from "../../helpers/pipeline.ts";

const economy = (experiment: string) => `system economy {
  time [year] = 2020 .. 2030 step 1/8 save every 5
  param growth [1/year] = annual(5%)
  param decline [1/year] = 2%
  stock gdp [CNY] = 100
  flow gain: cloud -> gdp = growth * gdp
  aux co2 [t] = gdp * exp(0 - decline * (time - 2020 [year])) * 1 [t/CNY]
}
${experiment}
`;

describe("sweep", () => {
  it("runs all combinations, the last parameter fastest, each as its closed form", async () => {
    const all = await tablesOf(
      economy(
        "sweep rates of economy { growth in 4% .. 6% step 1%; decline in 0 .. 2% step 1%; outputs gdp, co2 }",
      ),
    );
    const rates = all.get("rates")!;
    expect(rates.columns.map((c) => [c.name, c.role, c.unit?.text])).toEqual([
      ["growth", "dimension", "1/year"],
      ["decline", "dimension", "1/year"],
      ["time", "time", undefined],
      ["gdp", "value", "CNY"],
      ["co2", "value", "t"],
    ]);
    expect(rates.rows).toBe(3 * 3 * 3);
    expect(numbersIn(rates, "decline").slice(0, 9)).toEqual([0, 0, 0, 0.01, 0.01, 0.01, 0.02, 0.02, 0.02]);
    numbersIn(rates, "co2").forEach((co2, row) => {
      const [growth, decline, time] = ["growth", "decline", "time"].map(
        (name) => numbersIn(rates, name)[row],
      );
      expect(co2).toBeCloseTo(100 * Math.exp((growth - decline) * (time - 2020)), 4);
    });
  });

  it("has exact values of decimal steps", async () => {
    const all = await tablesOf(
      economy("sweep rates of economy { growth in 6% .. 8% step 0.25%; outputs gdp at 2030 }"),
    );
    expect(numbersIn(all.get("rates"), "growth")).toEqual([
      0.06, 0.0625, 0.065, 0.0675, 0.07, 0.0725, 0.075, 0.0775, 0.08,
    ]);
  });

  it("says where a range ends that its steps do not reach", async () => {
    const all = await tablesOf(
      economy("sweep rates of economy { growth in 6% .. 8% step 0.75%; outputs gdp at 2030 }"),
    );
    expect(numbersIn(all.get("rates"), "growth")).toEqual([0.06, 0.0675, 0.075]);
    expect(all.get("rates")!.notes).toEqual([
      "growth ends at 0.075, as 0.08 is no whole number of steps away.",
    ]);
  });

  it("means yearly figures by `annual` around the range", async () => {
    const all = await tablesOf(
      economy("sweep rates of economy { growth in annual(4% .. 6% step 1%); outputs gdp at 2030 }"),
    );
    const rates = all.get("rates");
    expect(numbersIn(rates, "gdp at 2030").map((x) => Math.round(x * 1e4) / 1e4)).toEqual(
      [1.04, 1.05, 1.06].map((x) => Math.round(100 * x ** 10 * 1e4) / 1e4),
    );
  });

  it("notes a bare per cent where the base is a yearly figure", async () => {
    const { diagnostics } = await pipeline(economy("sweep rates of economy { growth in 4% .. 6% step 1% }"));
    expect(diagnostics.map((d) => `${d.code} ${d.severity}`)).toEqual(["GTFP8015 note"]);
    expect(diagnostics[0].message).toContain("6.18 % a year");
  });

  it("keeps what is one number for each run beside what is over time", async () => {
    const all = await tablesOf(
      economy(
        "sweep rates of economy { decline in 0 .. 10% step 10%; outputs co2, peak_time(co2), peak_value(co2) }",
      ),
    );
    expect(cells(all.get("rates"), "co2").length).toBe(6);
    const outcomes = all.get("rates.outcomes");
    expect(numbersIn(outcomes, "peak_time(co2)")).toEqual([Number.NaN, 2020]);
    expect(numbersIn(outcomes, "peak_value(co2)")[1]).toBe(100);
  });

  it("serves expressions: a column by its keys", async () => {
    const { results } = await pipeline(
      `${economy("sweep rates of economy { growth in 4% .. 6% step 1%; outputs gdp }")}
expect max(rates.gdp where rates.time == 2030) == 182.212 [CNY] within 0.01%
expect count(rates.gdp where rates.growth > 0.045 [1/year]) == 6`,
    );
    expect(results?.expectations.map((e) => e.pass)).toEqual([true, true]);
  });

  it("starts from a scenario and varies elements, initial values and what had an equation", async () => {
    const text = `dimension industry = steel, services
system economy {
  time [year] = 2020 .. 2021
  param rate by industry [1/year] = {steel: 1, services: 2}
  param price [CNY] = 5
  stock output by industry [t] = 0
  flow make by industry: cloud -> output = rate * 1 [t]
  aux factor = schedule(2020: 1, 2021: 2)
  aux total [CNY] = sum(output) / 1 [t] * price * factor
}
scenario dear of economy { price = 7 }
`;
    const all = await tablesOf(`${text}
sweep one of dear { rate[steel] in 1 .. 3 step 1; outputs total at 2021, output }
sweep both of dear { rate in 1 .. 3 step 1; outputs total at 2021 }
sweep start of economy { output in 1 .. 2 step 1; outputs total at 2020 }
sweep flat of economy { factor in 1 .. 2 step 1; outputs total at 2021 }`);
    expect(numbersIn(all.get("one.outcomes"), "total at 2021")).toEqual([42, 56, 70]);
    expect(numberAt(all.get("one"), "output[steel]", { "rate[steel]": 3, time: 2021 })).toBe(3);
    expect(numberAt(all.get("one"), "output[services]", { "rate[steel]": 3, time: 2021 })).toBe(2);
    expect(numbersIn(all.get("both"), "total at 2021")).toEqual([28, 56, 84]);
    expect(numbersIn(all.get("start"), "total at 2020")).toEqual([10, 20]);
    expect(numbersIn(all.get("flat"), "total at 2021")).toEqual([15, 30]);
  });

  it("compares with scenarios of the same system", async () => {
    const all = await tablesOf(
      economy(`scenario current of economy
sweep rates of economy { growth in 4% .. 6% step 1%; outputs gdp at 2030 / current.gdp at 2030 }`),
    );
    const [first] = numbersIn(all.get("rates"), "gdp at 2030 / current.gdp at 2030");
    expect(first).toBeCloseTo(Math.exp(0.4) / 1.05 ** 10, 6);
  });

  it("counts runs that break off and leaves their rows empty", async () => {
    const { results, diagnostics } = await pipeline(
      economy("sweep rates of economy { growth in -1 .. 1 step 1; outputs 1 / gdp }").replace(
        "growth * gdp",
        "growth * gdp + (if growth > 0.5 [1/year] then gdp * gdp * 100 [1/(CNY year)] else 0 [CNY/year])",
      ),
    );
    expect(diagnostics.filter((d) => d.severity !== "note").map((d) => d.code)).toEqual(["GTFP8206"]);
    const rates = results!.tables.find((t) => t.name === "rates");
    expect(numbersIn(rates, "1 / gdp").slice(-3)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(rates!.notes![0]).toMatch(/1 of 3 runs broke off .* growth = 1: `gdp` grows beyond all numbers/);
  });
});
