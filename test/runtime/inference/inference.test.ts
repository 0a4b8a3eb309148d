/** Inference from text to tables: what must not matter does not, and what a seed fixes it fixes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Table } from "../../../runtime/tables/table.ts";
import { pipeline } from "../../helpers/pipeline.ts";

const firms = Array.from({ length: 9 }, (_, i) => {
  const at = (k: number) => (2 + Math.abs(Math.sin(7 * i + k)) * 9).toFixed(3);
  return [2019, 2020, 2021].map(
    (year, t) =>
      `| F${i} | ${year} | ${i % 2 ? "north" : "south"} | ${at(t)} | ${at(t + 3)} | ${at(t + 5)} | ${at(t + 8)} |`,
  );
}).flat();

function model(rest: string, rows: readonly string[] = firms): string {
  return `data d {
  dmu firm
  period year
  group region
  | firm | year | region | labor [h] | energy [GJ] | value [t] | waste [kg] |
  ${rows.join("\n  ")}
}
technology plain on d { input labor, energy; good value; returns vrs }
technology pooled from plain { reference global }
technology green on d { input labor, energy; good value; bad waste }
direction win { good +observed; bad -observed }
measure theta = radial(plain)
measure phi = radial(pooled, orientation: output)
measure beta = ddf(green, along: win)
${rest}`;
}

async function tables(rest: string, rows?: readonly string[]): Promise<ReadonlyMap<string, Table>> {
  const { results, diagnostics } = await pipeline(model(rest, rows));
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return new Map(results!.tables.map((table) => [table.name, table]));
}

function column(table: Table | undefined, name: string): readonly (string | number | null)[] {
  const cells = table?.columns.find((one) => one.name === name)?.cells;
  if (cells === undefined) throw new Error(`no ${name} in ${table?.name}`);
  return Array.from(cells.values);
}

/** Cells by key, exact. */
function byKey(table: Table): Record<string, string> {
  const keys = table.columns.filter((c) => ["dmu", "period", "dimension"].includes(c.role));
  const rows = Array.from({ length: table.rows }, (_, row) => {
    const cells = table.columns.map((c) => `${c.name}=${c.cells.values[row]}`);
    return [keys.map((c) => c.cells.values[row]).join(" "), cells.join(" ")];
  });
  return Object.fromEntries(rows);
}

const all = `
influence owners of beta
robustness choices of theta { returns crs, vrs; without energy }
measure smooth = bootstrap(theta, replications: 100, seed: 4)
measure clusters = bootstrap(phi, replications: 100, seed: 4)
measure sub = bootstrap(beta, replications: 100, seed: 4)
measure m3 = order_m(plain, m: 3)
technology crs from plain { returns crs }
measure theta_crs = radial(crs)
measure scale = scale_efficiency(theta_crs, theta)
measure test = returns_test(theta_crs, theta, replications: 100)
measure cross = cross_efficiency(crs, secondary: aggressive)`;
const names = ["owners", "choices", "smooth", "clusters", "sub", "m3", "scale", "test", "cross"];

describe("inference", () => {
  it("gives the same bytes whatever the order of rows", async () => {
    const expected = await tables(all);
    for (const name of names) expect(expected.get(name)!.rows, name).toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(firms, { minLength: firms.length }), async (rows) => {
        const found = await tables(all, rows);
        for (const name of names) expect(byKey(found.get(name)!)).toEqual(byKey(expected.get(name)!));
      }),
      { numRuns: 2 },
    );
  });

  it("follows its seed, which stands in its notes", async () => {
    const one = (seed: number) =>
      `measure b = bootstrap(theta, replications: 100, seed: ${seed})\nmeasure s = bootstrap(beta, replications: 100, seed: ${seed})`;
    const [a, b, c] = [await tables(one(1)), await tables(one(1)), await tables(one(2))];
    for (const name of ["b", "s"]) {
      expect(column(a.get(name), "bias")).toEqual(column(b.get(name), "bias"));
      expect(column(a.get(name), "bias")).not.toEqual(column(c.get(name), "bias"));
      expect(c.get(name)!.notes!.join()).toContain("seed 2");
      expect(column(a.get(name), "score")).toEqual(column(a.get(name === "b" ? "theta" : "beta"), "score"));
    }
  });

  it("trap 38: no interval leaves (0, 1], reaches across the estimate or stands for an index", async () => {
    const found = await tables("measure b = bootstrap(theta, replications: 200, alpha: 1%)");
    const [score, lower, upper] = ["score", "lower", "upper"].map(
      (name) => column(found.get("b"), name) as number[],
    );
    for (const [i, value] of score!.entries()) {
      expect(lower![i]).toBeGreaterThan(0);
      expect(upper![i]).toBeGreaterThanOrEqual(lower![i]!);
      expect(upper![i]).toBeLessThanOrEqual(value + 1e-12);
    }
    const { diagnostics } = await pipeline(
      model(
        "index ml = malmquist_luenberger(green, along: win)\nmeasure b = bootstrap(ml, replications: 200)",
      ),
    );
    expect(diagnostics.map((d) => d.code)).toContain("GTFP5105");
  });

  it("says that a pooled frontier is sampled by DMU", async () => {
    const found = await tables(
      "measure b = bootstrap(phi, replications: 100)\nmeasure c = bootstrap(theta, replications: 100)",
    );
    expect(found.get("b")!.notes!.join()).toContain("a DMU is drawn with all its observations");
    expect(found.get("c")!.notes!.join()).not.toContain("a DMU is drawn");
  });

  it("tells subsamples without a solution", async () => {
    const found = await tables("measure b = bootstrap(beta, replications: 200)");
    const replications = column(found.get("b"), "replications") as number[];
    const upper = column(found.get("b"), "upper") as number[];
    const few = replications.findIndex((n) => n < 150);
    expect(few).toBeGreaterThanOrEqual(0);
    expect(upper[few]).toBeNaN();
    expect(found.get("b")!.notes!.join()).toContain("In some samples the program has no solution");
  });

  it("agrees with a reference set without the unit, whichever measure looks", async () => {
    const roles = "input labor, energy; good value; bad waste";
    const technologies = (where: string) => `
technology strong on d { ${roles}; disposability strong; ${where} }
technology hull on d { input labor, energy; good value; returns fdh; ${where} }
technology mixed on d { ${roles}; polluting energy; disposability by_production; returns vrs; ${where} }
technology kuosmanen on d { ${roles}; returns vrs; ${where} }
measure m1 = sbm(strong, super: true)
measure m2 = hyperbolic(strong)
measure m3 = radial(hull)
measure m4 = ddf(mixed, along: win)
measure m5 = nddf(kuosmanen, along: win)
measure m6 = ddf(kuosmanen, along: win, super: true)
measure m7 = russell(strong)
`;
    const measures = [1, 2, 3, 4, 5, 6, 7].map((k) => `m${k}`);
    const studies = measures.map((m) => `influence of_${m} of ${m}`).join("\n");
    const found = await tables(technologies("") + studies);
    const units = ["F2", "F3", "F7"];
    let compared = 0;
    for (const unit of units) {
      const without = await tables(technologies(`where not (firm == "${unit}" and year == 2020)`));
      for (const measure of measures) {
        const table = found.get(`of_${measure}`)!;
        const years = column(table, "year");
        const at = column(table, "firm").findIndex((firm, i) => firm === unit && years[i] === 2020);
        const after = without.get(measure)!;
        const scores = column(after, "score") as number[];
        const firm = column(after, "firm");
        const others = column(after, "year").flatMap((year, i) =>
          year === 2020 && firm[i] !== unit ? [scores[i]!] : [],
        );
        const known = others.filter((score) => !Number.isNaN(score));
        const mean = known.reduce((sum, score) => sum + score, 0) / known.length;
        if (at < 0) {
          // No frontier unit: leaving it out moves nobody.
          const before = column(found.get(measure), "score") as number[];
          for (const [i, score] of scores.entries()) {
            if (firm[i] !== unit && !Number.isNaN(score)) expect(score).toBeCloseTo(before[i]!, 8);
          }
          continue;
        }
        compared++;
        const n = column(table, "n")[at] as number;
        // Units without a score before or after count on neither side.
        if (n === known.length)
          expect(column(table, "mean_after")[at], `${measure} ${unit}`).toBeCloseTo(mean, 8);
      }
    }
    expect(compared).toBeGreaterThan(8);
  });

  it("keeps what slacks are divided by", async () => {
    const rest =
      "technology strong from green { disposability strong }\nmeasure gamma = ram(strong)\ninfluence of_ram of gamma";
    expect((await tables(rest)).get("of_ram")!.notes!.join()).toContain(
      "stays that of the whole reference set",
    );
  });

  it("says what the data do not allow under another choice", async () => {
    const rows = firms.map((row, i) =>
      i === 0 ? row.replace(/\| [\d.]+ \| [\d.]+ \|$/, "| -1 | 4 |") : row,
    );
    const { results } = await pipeline(`data d {
  dmu firm
  period year
  group region
  | firm | year | region | labor [h] | energy [GJ] | value [t] | waste [kg] |
  ${rows.join("\n  ")}
}
technology t on d { input labor, energy; good value; returns vrs }
direction up { good +range }
measure beta = ddf(t, along: up)
robustness choices of beta { returns crs }`);
    const table = results!.tables.find((one) => one.name === "choices")!;
    expect(column(table, "n")).toEqual([27, Number.NaN]);
    expect(table.notes!.join()).toContain("returns crs has no numbers: `value` is -1");
  });
});
