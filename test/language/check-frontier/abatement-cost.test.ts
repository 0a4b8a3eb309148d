import { describe, expect, it } from "vitest";
import { pipeline } from "../../helpers/pipeline.ts";

/** The example of Aparicio, Pastor & Zofío (2013): the weak frontier in (b, y) is O–A–B. */
const model = (rest: string) => `data plants {
  dmu plant
  | plant | labor [person] | steel [t] | soot [MJ] |
  | A | 1 | 7 | 2 |
  | B | 1 | 5 | 5 |
  | C | 1 | 1 | 3 |
  | D | 1 | 3 | 3 |
  | E | 1 | 4 | 2 |
}
technology green on plants { input labor; good steel; bad soot }
direction win_win { good +observed; bad -observed }
measure m = ddf(green, along: win_win)
${rest}`;

async function said(rest: string): Promise<string[]> {
  const { diagnostics } = await pipeline(model(rest));
  return diagnostics.map((d) => d.message + (d.help === undefined ? "" : ` (${d.help})`));
}

describe("marginal_abatement_cost", () => {
  it("is the slope of the frontier at the market price of the good, per unit of the bad", async () => {
    // C, D and E meet the ray O–A: one MJ of soot less takes 3.5 t of steel, at 400 CNY each.
    const rest = `data costs from plants {
  dmu plant
  cost [CNY/MJ] = marginal_abatement_cost(m, good: steel, bad: soot, price: 400 [CNY/t])
  steel_lost = marginal_abatement_cost(m, good: steel, bad: soot)
}
expect marginal_abatement_cost(m, good: steel, bad: soot)["D"] == 3.5 [t/MJ] within 0.0001%
`;
    const { results, diagnostics } = await pipeline(model(rest));
    expect(diagnostics).toEqual([]);
    const table = results!.tables.find((one) => one.name === "costs")!;
    const column = (name: string) => {
      const found = table.columns.find((one) => one.name === name)!;
      return found.cells.of === "number" ? [...found.cells.values].slice(2) : [];
    };
    for (const cost of column("cost")) expect(cost).toBeCloseTo(1400, 8);
    for (const cost of column("steel_lost")) expect(cost).toBeCloseTo(3.5, 10);
    expect(table.columns.find((one) => one.name === "steel_lost")!.unit!.text).toBe("t/MJ");
    expect(results!.expectations.map((one) => one.pass)).toEqual([true]);
  });

  it("tells what is wrong with its arguments", async () => {
    const cost = (args: string) => said(`expect marginal_abatement_cost(${args}) > 0\n`);
    expect(await cost("m, good: labor, bad: soot")).toEqual([
      "`good` of `marginal_abatement_cost` takes a good output of `green`.",
    ]);
    expect(await cost("m, good: steel, bad: sot")).toEqual([
      "`bad` of `marginal_abatement_cost` takes a bad output of `green`. (did you mean `soot`?)",
    ]);
    expect(await cost("green, good: steel, bad: soot")).toEqual([
      "`green` is a technology; a measure is needed here.",
    ]);
    expect(await cost("1, good: steel, bad: soot")).toEqual([
      "`measure` of `marginal_abatement_cost` takes the name of a measure.",
    ]);
    expect(await cost("m, good: steel")).toHaveLength(1);
  });
});
