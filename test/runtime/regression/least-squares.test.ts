import { describe, expect, it } from "vitest";
import { leastSquares } from "../../../runtime/regression/least-squares.ts";
import { grunfeld } from "./grunfeld.ts";
import { longley } from "./longley.ts";
import { firms, near, panel, ran } from "./models.ts";

describe("least squares", () => {
  it("agrees with the certified values of Longley's data to 12 digits", () => {
    const terms = Object.entries(longley.terms).map(([label, values]) => ({
      label,
      values: Float64Array.from(values),
    }));
    const sample = { y: Float64Array.from(longley.employed), terms, fixed: [], clusters: null };
    const { coefficients, covariance, statistics } = leastSquares(sample, { kind: "classical" });
    longley.coefficients.forEach((value, j) => {
      near(coefficients[j], value, 1e-12);
      near(Math.sqrt(covariance[j][j]), longley.errors[j], 1e-12);
    });
    near(statistics.sigma, longley.sigma, 1e-12);
    near(statistics.r2, longley.r2, 1e-12);
    near(statistics.F, longley.F, 1e-11);
  });

  it("fits a polynomial of the fifth degree exactly (NIST: Wampler 1)", () => {
    const x = Float64Array.from({ length: 21 }, (_, i) => i);
    const powers = [1, 2, 3, 4, 5].map((k) => ({ label: `x^${k}`, values: x.map((value) => value ** k) }));
    const y = x.map((value) => 1 + value + value ** 2 + value ** 3 + value ** 4 + value ** 5);
    const { coefficients } = leastSquares(
      { y, terms: powers, fixed: [], clusters: null },
      { kind: "classical" },
    );
    for (const value of coefficients) near(value, 1, 1e-8);
  });

  // Computed in another program by pseudo-inverses of explicit indicator columns.
  const references = [
    {
      name: "pooled",
      fixed: "",
      coefficients: [0.11556215636055, 0.23067848873197],
      errors: {
        classical: [5.83570955722063e-3, 2.54758014765089e-2],
        robust: [6.81095445687196e-3, 4.88655395343423e-2],
        hc3: [7.16266624438005e-3, 5.85098662053139e-2],
        "cluster firm": [1.58943366870588e-2, 8.49671126355402e-2],
      },
    },
    {
      name: "fixed effects of one key",
      fixed: "fixed firm",
      coefficients: [0.11012380412073, 0.31006534130016],
      errors: {
        classical: [0.01185669421404, 0.01735450277555],
        robust: [0.01937803329078, 0.0427950056185],
        hc3: [0.02271635867893, 0.05521871231748],
        "cluster firm": [0.01519449394271, 0.05275177175876],
      },
    },
    {
      name: "fixed effects of two keys",
      fixed: "fixed firm, year",
      coefficients: [0.11771585508254, 0.3579162730739],
      errors: {
        classical: [0.01375128300365, 0.02271901088258],
        robust: [0.01917992052128, 0.05440266425847],
        hc3: [0.02362378902702, 0.08011549708351],
        "cluster firm": [0.01082442947687, 0.04784839659221],
      },
    },
  ] as const;
  it.each(references)("on Grunfeld's data: $name", async ({ fixed, coefficients, errors }) => {
    const kinds = Object.keys(errors) as (keyof typeof errors)[];
    const all = kinds.map(
      (kind, i) => `regression r${i} on firms { ols invest ~ value + capital; ${fixed}; errors ${kind} }\n`,
    );
    const { column, term } = await ran(firms + all.join(""));
    for (const [i, kind] of kinds.entries()) {
      for (const [j, label] of ["value", "capital"].entries()) {
        near(term(`r${i}`, label).coefficient, coefficients[j], 1e-11);
        near(term(`r${i}`, label).standard_error, errors[kind][j], 1e-11);
      }
    }
    expect(column("r0", "coefficient").length).toBe(fixed === "" ? 3 : 2);
  });

  it("compares clustered statistics with Student's t of one less than the clusters", async () => {
    const { term, fitOf } = await ran(
      `${firms}regression r on firms { ols invest ~ value + capital; fixed firm, year; errors cluster firm }`,
    );
    near(term("r", "value").statistic, 10.875017046774, 1e-11);
    near(term("r", "value").p, 1.77267137311301e-6, 1e-11);
    near(term("r", "value").lower, 0.09322929440824, 1e-11);
    near(fitOf("r").F, 60.082092562915, 1e-10);
    near(fitOf("r").sigma, 51.72452466622, 1e-11);
    expect(fitOf("r")).toMatchObject({
      observations: 200,
      clusters: 10,
      "groups.firm": 10,
      "groups.year": 20,
    });
    expect(fitOf("r").df).toBe(200 - 10 - 19 - 2);
  });

  it("gives with fixed effects what indicator columns give", async () => {
    const names = [...new Set(grunfeld.map(([firm]) => firm))].slice(1);
    const columns = names.map((name) => `(if firm == "${name}" then 1 else 0)`).join(" + ");
    const years = Array.from({ length: 19 }, (_, i) => `(if year == ${1936 + i} then 1 else 0)`).join(" + ");
    const { term, fitOf } = await ran(
      `${firms}regression effects on firms { ols invest ~ value + capital; fixed firm, year; errors robust }
regression columns on firms { ols invest ~ value + capital + ${columns} + ${years}; errors robust }`,
    );
    for (const label of ["value", "capital"]) {
      for (const name of ["coefficient", "standard_error", "statistic", "p", "lower", "upper"]) {
        near(term("effects", label)[name], term("columns", label)[name], 1e-9);
      }
    }
    for (const name of ["df", "r2", "adjusted_r2", "sigma", "log_likelihood", "aic"]) {
      near(fitOf("effects")[name], fitOf("columns")[name], 1e-11);
    }
  });

  it("does not depend on the order of rows, and follows units", async () => {
    const shuffled = grunfeld.map((row, i) => [(i * 77) % 200, row] as const).sort((a, b) => a[0] - b[0]);
    const scaled = panel(
      "scaled",
      "dmu firm; period year",
      ["firm", "year", "invest [k USD]", "value [M USD]", "capital [M USD]"],
      shuffled.map(([, [firm, year, invest, value, capital]]) => [firm, year, invest * 1000, value, capital]),
    );
    const { term, fitOf, table } = await ran(
      `${firms}${scaled}regression a on firms { ols invest ~ value + capital; fixed firm; errors cluster year }
regression b on scaled { ols invest ~ value + capital; fixed firm; errors cluster year }`,
    );
    near(term("b", "value").coefficient, 1000 * term("a", "value").coefficient, 1e-12);
    near(term("b", "value").standard_error, 1000 * term("a", "value").standard_error, 1e-12);
    near(term("b", "value").p, term("a", "value").p, 1e-11);
    near(fitOf("b").r2, fitOf("a").r2, 1e-13);
    expect(table("b").columns.at(-1)!.cells.values).toEqual(["k USD/M USD", "k USD/M USD"]);
  });
});

describe("the rows of a regression", () => {
  const rows = [
    ["A", 1, 2],
    ["B", 2, 4.5],
    ["C", 3, 5.5],
    ["D", 4, 8.5],
    ["E", 0, 9],
  ] as const;
  const small = panel("small", 'dmu unit; missing values "-"', ["unit", "x", "y"], rows);

  it("are left out where a value is missing, and counted", async () => {
    const { fitOf, table, column } = await ran(`${small}regression r on small { ols log(x) ~ y }`);
    expect(fitOf("r")).toMatchObject({ observations: 4, left_out: 1 });
    expect(table("r").notes!.join(" ")).toContain("1 row is left out as a value is missing: log(x) in 1.");
    expect(column("r.residuals", "residual").length).toBe(4);
  });

  it("take columns of other tables by their labels", async () => {
    const other = panel(
      "other",
      "dmu unit",
      ["unit", "z"],
      [...rows].reverse().map(([unit, x]) => [unit, x * x]),
    );
    const { term } = await ran(
      `${small}${other}regression a on small { ols y ~ x + other.z }\nregression b on small { ols y ~ x + x^2 }`,
    );
    near(term("a", "other.z").coefficient, term("b", "x^2").coefficient, 1e-12);
  });

  it("leave a term without a coefficient that others determine", async () => {
    const { diagnostics, term, fitOf } = await ran(
      `${small}regression r on small { ols y ~ x + 3 - 2 * x + x^2 + 0 * x }\nregression s on small { ols y ~ x + x^2 }`,
    );
    expect(diagnostics.map((d) => d.message)).toEqual([
      "`3 - 2 * x` is a combination of the constant and `x`, so it has no coefficient of its own.",
      "`0 * x` is 0 in every row, so it has no coefficient.",
    ]);
    expect(term("r", "3 - 2 * x").coefficient).toBeNaN();
    near(term("r", "x").coefficient, term("s", "x").coefficient, 1e-12);
    expect(fitOf("r").df).toBe(2);
  });

  it("tell when fixed effects determine a term", async () => {
    const { diagnostics } = await ran(
      `${firms}regression r on firms { ols invest ~ value + mean(value by firm) + 2 * year; fixed firm, year }`,
    );
    expect(diagnostics.map((d) => d.message)).toEqual([
      "`mean(value by firm)` is a combination of the fixed effects of `firm` and `year`, so it has no coefficient of its own.",
      "`2 * year` is a combination of the fixed effects of `firm` and `year`, so it has no coefficient of its own.",
    ]);
  });

  it("that are fitted exactly are said to be", async () => {
    const { table } = await ran(
      `${small}regression r on small { ols 2 * x + 1 ~ x }\nregression s on small { ols y ~ x }`,
    );
    expect(table("r").notes!.join(" ")).toContain("Every row is fitted exactly");
    expect(table("s").notes!.join(" ")).not.toContain("exactly");
  });
});
