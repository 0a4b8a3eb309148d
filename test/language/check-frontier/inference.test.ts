import { describe, expect, it } from "vitest";
import { check } from "../../../language/check/check.ts";

const head = `data d {
  dmu firm
  period year
  group region
  | firm | year | region | labor [h] | energy [GJ] | value [t] | waste [kg] |
  | A | 2020 | n | 1 | 2 | 3 | 4 |
  | B | 2020 | s | 2 | 2 | 4 | 5 |
}
technology plain on d { input labor, energy; good value }
technology vrs from plain { returns vrs }
technology green on d { input labor, energy; good value; bad waste }
technology by_region on d by region { input labor, energy; good value }
technology windowed from plain { reference window 2 }
direction win { good +observed; bad -observed }
direction saving { energy -observed; value +observed }
measure theta = radial(plain)
measure theta_vrs = radial(vrs)
measure phi = radial(plain, orientation: output)
measure beyond = radial(plain, super: true)
measure own = radial(by_region)
measure beta = ddf(green, along: win)
measure saved = nddf(plain, along: saving, weights: {energy: 1/2, value: 1/2})
index ml = malmquist_luenberger(green, along: win)
index m = malmquist(plain)
measure interval = bootstrap(theta, replications: 100)
`;

/** Messages of errors and warnings, the line of the model's own text before each. */
function told(rest: string): string[] {
  const { diagnostics } = check("m.gtfp", () => head + rest);
  return diagnostics.map((d) => `${d.code} ${d.message}`);
}

describe("inference is checked", () => {
  it("takes what the contract shows", () => {
    const rest = `
influence leverage of beta
robustness choices of beta { disposability weak, strong, equality; returns crs, vrs; without energy; all combinations }
robustness index_choices of ml { returns vrs; reference global }
measure b = bootstrap(theta, replications: 2000, alpha: 5%, seed: 1)
measure bd = bootstrap(beta)
measure pm = order_m(plain, orientation: output, m: 25, seed: 1)
measure pa = order_alpha(plain, alpha: 0.95)
measure gap = technology_gap(own, theta)
measure se = scale_efficiency(theta, theta_vrs)
measure rt = returns_test(theta, theta_vrs)
measure ce = cross_efficiency(plain, secondary: benevolent)
expect leverage.moved >= 0
expect choices.kendall["returns vrs"] <= 1
expect b.lower <= b.upper
expect rt.p_value <= 1
data shown from b { dmu firm; period year; low = b.lower }`;
    expect(told(rest)).toEqual([]);
  });

  it("leaves a variable out of directions and weights too", () => {
    const { model } = check("m.gtfp", () => `${head}robustness r of saved { without energy, labor }`);
    const robustness = model!.declarations.find((d) => d.kind === "robustness");
    if (robustness?.kind !== "robustness") throw new Error("no robustness");
    const [base, energy, labor] = robustness.choices;
    expect(base!.subject.spec.moves!.map((move) => move.variable)).toEqual(["energy", "value"]);
    expect(energy!.subject.spec.moves!.map((move) => move.variable)).toEqual(["value"]);
    expect(energy!.subject.spec.weights).toMatchObject({ kind: "map", values: { value: {} } });
    expect(energy!.technology.variables.map((v) => v.name)).toEqual(["labor", "value"]);
    expect(labor!.without).toBe("labor");
  });

  it.each([
    ["robustness r of beta { retruns vrs }", /GTFP1022 `retruns` does not begin an entry of a `robustness`/],
    ["robustness r of beta { returns vsr }", /GTFP5007 `vsr` is no kind of returns/],
    ["robustness r of beta { without energi }", /GTFP5013 Technology `green` has no variable `energi`/],
    ["robustness r of beta { without value }", /GTFP5103 The choice `without value` cannot be tried/],
    ["robustness r of beta { reference window }", /GTFP5010/],
    ["robustness r of beta { all choices }", /GTFP5007 `choices` is no combination of all/],
    [
      "robustness r of theta { disposability strong }",
      /GTFP5108 `disposability strong` changes nothing in `plain`/,
    ],
    ["robustness r of plain { returns vrs }", /GTFP5002 `plain` is a technology/],
    ["robustness r of interval { returns vrs }", /GTFP5109 `robustness` cannot be made of `interval`/],
    ["influence i of ml", /GTFP5002 `ml` is an? index/],
    ["influence i", /GTFP5101 An influence needs the measure/],
    [
      "index i = malmquist(interval)",
      /GTFP5109 `malmquist` cannot be made of `interval`: `bootstrap` gives no/,
    ],
    [
      "measure b = bootstrap(ml)",
      /GTFP5105 There is no valid bootstrap of `ml` \(malmquist_luenberger\): inference for/,
    ],
    ["measure b = bootstrap(m)", /GTFP5105 .*an index is made of scores of two periods/],
    ["measure b = bootstrap(beyond)", /GTFP5105 .*leaves the unit out of its own sample/],
    ["measure b = bootstrap(saved)", /GTFP5105 .*made for radial scores/],
    ["measure b = bootstrap(interval)", /GTFP5105 .*no score of a unit/],
    [
      "measure b = bootstrap(theta, replications: 10)",
      /GTFP5022 `replications` of `bootstrap` takes a whole number from 100/,
    ],
    ["measure b = bootstrap(theta, alpha: 60%)", /GTFP5022 `alpha` of `bootstrap`/],
    ["measure b = bootstrap(theta, seed: -1)", /GTFP5022 `seed`/],
    ["measure b = bootstrap(theta, sead: 1)", /GTFP5020 `bootstrap` has no argument `sead`/],
    ["measure p = order_m(plain)", /GTFP5021 `order_m` needs `m`/],
    ["measure p = order_m(plain, m: 2.5)", /GTFP5022 `m` of `order_m` takes a whole number/],
    ["measure p = order_alpha(plain, alpha: 0)", /GTFP5022 `alpha` of `order_alpha`/],
    ["measure p = order_m(green, m: 2)", /GTFP5107 `order_m` cannot stand on `green`: its bads/],
    ["measure g = technology_gap(theta, theta)", /GTFP5106 .*both have the same frontier/],
    ["measure g = technology_gap(theta, own)", /GTFP5106 .*has a frontier for each region/],
    ["measure g = technology_gap(own, theta_vrs)", /GTFP5106 .*returns are crs in `by_region`, vrs in `vrs`/],
    ["measure g = technology_gap(own, phi)", /GTFP5106 .*`orientation: input`, the other `output`/],
    ["measure g = technology_gap(own, beyond)", /GTFP5106 .*one is super-efficient/],
    ["measure s = scale_efficiency(theta_vrs, theta)", /GTFP5106 .*the first needs `returns crs`/],
    ["measure s = scale_efficiency(theta, beta)", /GTFP5106 .*one is `radial`, the other `ddf`/],
    ["measure s = scale_efficiency(theta, interval)", /GTFP5109/],
    ["measure t = returns_test(beta, beta)", /GTFP5105 .*is made for radial scores/],
    ["measure c = cross_efficiency(vrs)", /GTFP5107 .*`returns vrs`/],
    ["measure c = cross_efficiency(green)", /GTFP5107 .*bad outputs/],
    ["measure c = cross_efficiency(windowed)", /GTFP5107 .*`reference window`/],
    ["measure c = cross_efficiency(plain, secondary: kind)", /GTFP5007 `kind` is no `secondary`/],
    ["measure b = bootstrapp(theta)", /GTFP5018 There is no measure function `bootstrapp`/],
  ])("refuses %s", (rest, message) => {
    const messages = told(rest);
    expect(messages.join("\n")).toMatch(message);
    expect(messages.length).toBe(1);
  });
});
