import { describe, expect, it } from "vitest";
import { check } from "../../../language/check/check.ts";
import type { Regression } from "../../../language/model.ts";

const base = `unit person
data plants {
  dmu plant
  period year
  group region
  | plant | year | region | energy [GJ] | paper [t] | staff [person] |
  | A | 2020 | north | 10 | 100 | 3 |
  | B | 2020 | south | 12 | 110 | 4 |
}
technology plain on plants { input energy; good paper }
technology hull from plain { returns fdh }
direction up { paper +observed }
measure theta = radial(plain, orientation: input)
measure free = radial(hull, orientation: output)
measure phi = radial(plain, orientation: output)
measure beta = ddf(plain, along: up)
measure beyond = radial(plain, orientation: output, super: true)
index tfp = malmquist(plain)
`;
function told(text: string): string[] {
  return check("model.gtfp", (path) => (path === "model.gtfp" ? base + text : null)).diagnostics.map(
    ({ code, message, help, span }) =>
      `${code} ${(base + text).slice(span.start, span.end)}: ${message}${help === undefined ? "" : ` (${help})`}`,
  );
}
function checked(entries: string): Regression {
  const text = `${base}regression r on plants { ${entries} }`;
  const { model, diagnostics } = check("model.gtfp", (path) => (path === "model.gtfp" ? text : null));
  const found = model?.declarations.find((d) => d.kind === "regression");
  if (found?.kind !== "regression") throw new Error(diagnostics.map((d) => d.message).join("\n"));
  return found;
}
const one = (entries: string) => told(`regression r on plants { ${entries} }`);

describe("the terms of a formula", () => {
  it.each([
    ["paper ~ energy + staff", ["energy", "staff"]],
    ["paper ~ energy - 1 [GJ] + staff", ["energy - 1 [GJ]", "staff"]],
    ["paper ~ energy + staff - 2 [person]", ["energy", "staff - 2 [person]"]],
    ["paper ~ (energy + energy) + staff", ["energy + energy", "staff"]],
    ["paper ~ staff + (energy + energy)", ["staff", "energy + energy"]],
    ["paper ~ (energy + energy) * 2 + staff", ["(energy + energy) * 2", "staff"]],
    ["paper ~ energy * staff + log(energy)", ["energy * staff", "log(energy)"]],
    ["tfp.change ~ energy + mean(paper by region)", ["energy", "mean(paper by region)"]],
  ])("ols %s", (formula, labels) => {
    expect(checked(`ols ${formula}`).terms.map(({ label }) => label)).toEqual(labels);
  });
});

describe("limits", () => {
  it.each([
    ["tobit paper ~ energy censored in 0 .. 100", { low: 0, high: 100 }],
    ["tobit paper ~ energy censored below 0", { low: 0 }],
    ["tobit paper ~ energy below -5 above 100", { low: -5, high: 100 }],
    ["truncated theta.score ~ energy", { low: 0, high: 1 }],
    ["truncated 1 / theta.score ~ energy", { low: 1 }],
    ["truncated phi.score ~ energy", { low: 1 }],
    ["truncated phi.efficiency ~ energy", { low: 0, high: 1 }],
    ["truncated beta.score ~ energy", { low: 0 }],
    ["truncated phi.score ~ energy below 1.01", { low: 1.01 }],
  ])("%s", (formula, limits) => {
    expect(checked(formula).limits).toEqual(limits);
  });
});

it("settles the bootstrap of scores", () => {
  expect(
    checked("truncated 1 / theta.score ~ energy algorithm 2; replications 500; seed 9").bootstrap,
  ).toEqual({
    algorithm: 2,
    replications: 500,
    seed: 9,
    measure: "theta",
    form: "distance",
  });
  expect(checked("truncated paper ~ energy below 3 algorithm 1").bootstrap).toEqual({
    algorithm: 1,
    replications: 2000,
    seed: 1,
  });
});

describe("mistakes", () => {
  it.each([
    ["ols paper ~ enrgy", ["GTFP2010 enrgy: Nothing here is called `enrgy`. (did you mean `energy`?)"]],
    [
      "ols paper ~ region",
      ["GTFP2046 region: A term of the regression must be a number, but this is a label."],
    ],
    [
      "ols paper ~ energy; fixed regin",
      [
        "GTFP2012 regin: `regin` is not a key of this value, which has the keys `plant` and `year` and the group `region`. (did you mean `region`?)",
      ],
    ],
    [
      "ols paper ~ energy; errors robst",
      [
        "GTFP5206 robst: `errors` needs one of `classical`, `robust`, `hc3` and `cluster KEY`. (did you mean `robust`?)",
      ],
    ],
    [
      "ols paper ~ energy; errors cluster plant, year",
      [
        "GTFP5206 errors cluster plant, year: `errors` needs one key after `cluster`, as in `errors cluster province`.",
      ],
    ],
    [
      "tobit paper ~ energy below 0; errors hc3",
      ["GTFP5204 errors hc3: `tobit` takes no `hc3` errors: they are made of least squares' leverages."],
    ],
    ["ols paper ~ energy below 0", ["GTFP5204 below 0: `ols` takes no `below`."]],
    ["ols paper ~ energy; seed 3", ["GTFP5204 seed 3: `ols` takes no `seed`."]],
    [
      "quantile paper ~ energy censored below 0",
      ["GTFP5204 censored below 0: `quantile` takes no `below`, only `at`."],
    ],
    [
      "tobit paper ~ energy censored in 5 .. 1",
      [
        "GTFP5205 censored in 5 .. 1: `in` needs two numbers in the dependent's own unit, the lower one first.",
      ],
    ],
    ["truncated paper ~ energy below 0 algorithm 3", ["GTFP5205 algorithm 3: `algorithm` needs 1 or 2."]],
    [
      "truncated paper ~ energy below 0 algorithm 1; replications 3",
      ["GTFP5205 replications 3: `replications` needs a whole number from 100 to 100,000."],
    ],
    [
      "truncated phi.score ~ energy algorithm 1; errors robust",
      ["GTFP5204 errors robust: `truncated … algorithm` takes no `errors`: its intervals are drawn."],
    ],
    ["ols paper ~ energy + energy", ["GTFP5202 energy: This regression has the term `energy` already."]],
  ])("%s", (entries, messages) => {
    expect(one(entries)).toEqual(messages);
  });

  it.each([
    ["beta.score", "algorithm 2 moves units along the ray"],
    ["free.score", "the free-disposal hull is not convex"],
    ["tfp.change", "it is no score of a measure of this model"],
    ["beyond.score", "it is no score of a measure of this model"],
    ["2 * phi.score", "it is no score of a measure of this model"],
  ])("algorithm 2 of %s", (dependent, why) => {
    const [message] = one(`truncated ${dependent} ~ energy below 0 algorithm 2`);
    expect(message).toContain("GTFP5210 algorithm 2");
    expect(message).toContain(why);
  });

  it("are told of what reads a regression that has failed once only", () => {
    expect(told("regression r on plants { ols paper ~ enrgy }\nexpect r.fit.r2 > 0")).toHaveLength(1);
  });
});
