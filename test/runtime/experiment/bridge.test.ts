import { describe, expect, it } from "vitest";
import type { Table } from "../../../runtime/tables/table.ts";
import { pipeline } from "../../helpers/pipeline.ts";

const system = `data history {
  dmu country
  period year
  group region
  | country | year | region | labor [person] | gdp [CNY] | co2 [kt] |
  | A       | 2018 | east   |             10 |       100 |       50 |
  | A       | 2019 | east   |             10 |       110 |       50 |
  | B       | 2018 | west   |             20 |       100 |       40 |
  | B       | 2019 | west   |             20 |       120 |       42 |
}
system economy {
  time [year] = 2019 .. 2021 step 1/8
  param growth [1/year] = annual(5%)
  param shedding [1/year] = annual(2%)
  param labor [person] = 20
  stock gdp [CNY] = 120
  stock content [t/CNY] = 350
  flow gain: cloud -> gdp = growth * gdp
  flow loss: content -> cloud = shedding * content
  aux co2 [t] = gdp * content
}
scenario base of economy
scenario fast of economy { growth = annual(8%) }
scenario clean of economy { shedding = annual(6%) }
technology green on history { input labor; good gdp; bad co2; reference global }
direction win_win { good +observed; bad -observed }
`;

async function tables(text: string): Promise<Map<string, Table>> {
  const { results, diagnostics } = await pipeline(system + text);
  expect(diagnostics.filter((d) => d.severity !== "note").map((d) => `${d.code} ${d.message}`)).toEqual([]);
  return new Map(results!.tables.map((table) => [table.name, table]));
}

function numbers(table: Table | undefined, column: string): number[] {
  const cells = table?.columns.find((c) => c.name === column)?.cells;
  if (cells?.of !== "number") throw new Error(`no numbers ${column}`);
  return [...cells.values];
}

describe("a system's runs as a panel", () => {
  it("has every variable with its unit, at the periods that `where` keeps", async () => {
    const all =
      await tables(`data futures from economy { dmu scenario; period time; where time in 2020 .. 2021 }
data whole from economy { dmu scenario; period time }`);
    const futures = all.get("futures")!;
    expect(all.get("whole")!.rows).toBe(51);
    expect(futures.rows).toBe(27);
    expect(futures.columns.map((c) => [c.name, c.unit?.text])).toEqual([
      ["scenario", undefined],
      ["time", undefined],
      ["growth", "1/year"],
      ["shedding", "1/year"],
      ["labor", "person"],
      ["gdp", "CNY"],
      ["content", "t/CNY"],
      ["gain", "CNY/year"],
      ["loss", "t/(CNY year)"],
      ["co2", "t"],
    ]);
    expect(numbers(futures, "gdp")[0]).toBeCloseTo(126, 6);
  });

  it("has the columns that it declares, under other names and units", async () => {
    const all = await tables(`data futures from economy {
  dmu scenario
  period time
  output [k CNY] = gdp
  co2 [kt]
  intensity = co2 / output
  where time == 2020
}`);
    const futures = all.get("futures")!;
    expect(futures.columns.map((c) => c.name)).toEqual(["scenario", "time", "output", "co2", "intensity"]);
    expect(numbers(futures, "output")[0]).toBeCloseTo(0.126, 9);
    expect(numbers(futures, "co2")[0]).toBeCloseTo((126 * 350) / 1.02 / 1000, 6);
    expect(numbers(futures, "intensity")[0]).toBeCloseTo(350 / 1.02, 6);
  });

  it("is measured against the frontier of history, in whatever scale its units are", async () => {
    const all = await tables(`data futures from economy { dmu scenario; period time }
technology future on futures from green { reference global of history }
measure distance = ddf(future, along: win_win)
index greener = malmquist_luenberger(future, along: win_win)`);
    // In 2019 every path stands where B stood, which is on the frontier of history.
    const scores = numbers(all.get("distance"), "score");
    expect(scores[0]).toBeCloseTo(0, 9);
    // At the end the frontier between A and B of 2019 counts, 20 persons in all, a of them as in B:
    // (1 + β) y = 220 − 100 a, (1 − β) b = 100 − 58 a.
    const end = scores.length / 3 - 1;
    const [y, b] = [numbers(all.get("futures"), "gdp")[end], numbers(all.get("futures"), "co2")[end] / 1000];
    expect(y).toBeCloseTo(120 * 1.05 ** 2, 6);
    const a = (100 - 2 * b + (220 * b) / y) / (58 + (100 * b) / y);
    expect(scores[end]).toBeCloseTo((220 - 100 * a) / y - 1, 8);
    // With one fixed reference the yearly changes multiply to the change of the distances: (1 + D(start)) / (1 + D(end)).
    const cumulative = numbers(all.get("greener"), "cumulative");
    expect(cumulative[end]).toBeCloseTo((1 + scores[0]) / (1 + scores[end]), 9);
    const byScenario = [0, 1, 2].map((s) => cumulative[(s + 1) * (end + 1) - 1]);
    expect(Math.max(...byScenario)).toBe(byScenario[2]);
  });

  it("stands below history, with those of its columns that history has", async () => {
    for (const order of ["history + futures", "futures + history"]) {
      const all = await tables(`data futures from economy { dmu scenario; period time }
data all = ${order}`);
      const stacked = all.get("all")!;
      expect(stacked.rows).toBe(4 + 51);
      expect(
        stacked.columns
          .map((c) => c.name)
          .filter((c) => c !== "region")
          .slice(2),
      ).toEqual(["labor", "gdp", "co2"]);
      const first = order.startsWith("history") ? "kt" : "t";
      expect(stacked.columns.find((c) => c.name === "co2")?.unit?.text).toBe(first);
      const co2 = numbers(stacked, "co2").sort((a, b) => a - b);
      expect(co2[0]).toBeCloseTo(first === "kt" ? 40 : 40000, 6);
    }
  });

  it("does not stand below a panel whose columns it lacks", async () => {
    const { diagnostics } = await pipeline(
      `${system}data futures from economy { dmu scenario; period time; labor [person]; gdp [CNY] }\ndata all = history + futures`,
    );
    expect(diagnostics.map((d) => d.code)).toEqual(["GTFP4058"]);
    expect(diagnostics[0].message).toContain("`futures` has no column `co2`");
  });
});
