import { describe, expect, it } from "vitest";
import { grunfeld } from "./grunfeld.ts";
import { firms, near, panel, ran } from "./models.ts";

/** Coefficients and standard errors, the constant first. */
function agree(
  row: (label: string) => Readonly<Record<string, number>>,
  labels: readonly string[],
  coefficients: readonly number[],
  errors: readonly number[],
  relative: number,
): void {
  for (const [j, label] of labels.entries()) {
    near(row(label).coefficient, coefficients[j], relative);
    near(row(label).standard_error, errors[j], relative);
  }
}
const linear = ["constant", "value", "capital"];

describe("random effects", () => {
  it("give what Baltagi prints for Grunfeld's data, and Hausman's test", async () => {
    const { term, fitOf } = await ran(`${firms}regression r on firms { random invest ~ value + capital }`);
    const published = [-57.83, 0.1098, 0.3081];
    linear.forEach((label, j) => {
      near(term("r", label).coefficient, published[j], 5e-4);
    });
    const coefficients = [-57.83441491, 0.10978115, 0.30811298];
    agree((label) => term("r", label), linear, coefficients, [28.8989353, 0.0104926635, 0.0171804691], 5e-8);
    const fit = fitOf("r");
    near(fit.sigma_u, 84.20095070311291, 1e-10);
    near(fit.sigma_e, 52.76796595263014, 1e-10);
    near(fit.theta_min, 0.8612236207478787, 1e-10);
    near(fit.theta_max, 0.8612236207478787, 1e-10);
    near(fit.hausman, 2.330366893787847, 1e-8);
    expect(fit.hausman_df).toBe(2);
    near(fit.hausman_p, Math.exp(-2.330366893787847 / 2), 1e-8);
  });

  it("weigh DMUs with unlike numbers of rows", async () => {
    const rows = grunfeld.filter((_, i) => i >= 9 && i % 7 !== 3);
    const uneven = panel(
      "uneven",
      "dmu firm; period year",
      ["firm", "year", "invest [1]", "value [1]", "capital [1]"],
      rows,
    );
    const { term, fitOf } = await ran(
      `${uneven}regression r on uneven { random invest ~ value + capital }
regression c on uneven { random invest ~ value + capital; errors cluster firm }`,
    );
    const coefficients = [-75.273207373309, 0.143966903679, 0.257655099815];
    agree(
      (label) => term("r", label),
      linear,
      coefficients,
      [30.42952639768, 0.01176375896755, 0.02115106701255],
      1e-10,
    );
    agree(
      (label) => term("c", label),
      linear,
      coefficients,
      [41.68631673085, 0.02530033090273, 0.0526740236569],
      1e-10,
    );
    near(fitOf("r").sigma_u, 88.15120244101543, 1e-10);
    near(fitOf("r").theta_min, 0.8250238342416218, 1e-10);
    near(fitOf("r").theta_max, 0.8753151274677942, 1e-10);
  });

  it("keep terms that do not vary within DMUs, which Hausman's test leaves out", async () => {
    const { term, fitOf } = await ran(
      `${firms}regression r on firms { random invest ~ value + mean(capital by firm); fixed year }`,
    );
    expect(term("r", "mean(capital by firm)").coefficient).not.toBeNaN();
    expect(fitOf("r")).toMatchObject({ hausman_df: 1, "groups.year": 20 });
  });

  it("vanish where DMUs do not differ more than errors make them", async () => {
    const rows = ["A", "B", "C", "D", "E"].flatMap((unit, u) =>
      [1, 2, 3, 4].map(
        (year) =>
          [unit, year, u + year * ((u % 2) + 1), (u + year * ((u % 2) + 1)) * 2 + (year % 2)] as const,
      ),
    );
    const alike = panel("alike", "dmu unit; period year", ["unit", "year", "x", "y"], rows);
    const { term, fitOf, table } = await ran(
      `${alike}regression r on alike { random y ~ x }\nregression o on alike { ols y ~ x }`,
    );
    expect(fitOf("r").sigma_u).toBe(0);
    near(term("r", "x").coefficient, term("o", "x").coefficient, 1e-12);
    expect(table("r").notes!.join(" ")).toContain("the random effects vanish");
  });
});

// Maxima and standard errors from another program: general minimisers, Hessians by differences.
const logs = ["constant", "log(value)", "log(capital)", "sigma"];
describe("likelihoods", () => {
  it("censored at two limits", async () => {
    const formula = "tobit min(max(log(invest), 3), 6) ~ log(value) + log(capital) censored in 3 .. 6";
    const { term, fitOf } = await ran(
      `${firms}${["classical", "robust", "cluster firm"].map((kind, i) => `regression r${i} on firms { ${formula}; errors ${kind} }`).join("\n")}`,
    );
    const found = [-1.833376670741, 0.736956019518, 0.289314405147, 0.542937787326];
    const errors = [
      [0.308001524795, 0.040283070737, 0.035839819121, 0.032013038079],
      [0.296123641252, 0.045855759287, 0.038104544004, 0.033564871743],
      [1.085274506637, 0.181192568154, 0.050295680265, 0.103296453387],
    ];
    for (const [i, own] of errors.entries()) agree((label) => term(`r${i}`, label), logs, found, own, 2e-6);
    near(fitOf("r0").log_likelihood, -145.9156510942222, 1e-11);
    expect(fitOf("r0")).toMatchObject({ observations: 200, at_low: 22, at_high: 28 });
  });

  it("without a censored row is that of normal errors", async () => {
    const { term, fitOf } = await ran(
      `${firms}regression t on firms { tobit invest ~ value + capital censored below -1000 }
regression o on firms { ols invest ~ value + capital }`,
    );
    for (const label of linear) near(term("t", label).coefficient, term("o", label).coefficient, 1e-10);
    near(term("t", "sigma").coefficient, fitOf("o").sigma * Math.sqrt(197 / 200), 1e-10);
    near(fitOf("t").log_likelihood, fitOf("o").log_likelihood, 1e-12);
  });

  it("truncated at two limits and at one", async () => {
    const { term, fitOf } = await ran(
      `${firms}regression two on firms { truncated log(invest) ~ log(value) + log(capital) in 3 .. 6 }
regression robust on firms { truncated log(invest) ~ log(value) + log(capital) in 3 .. 6; errors robust }
regression one on firms { truncated log(invest) ~ log(value) + log(capital) below 3 }
regression mirrored on firms { truncated -log(invest) ~ log(value) + log(capital) above -3 }`,
    );
    const two = [-0.884929312241, 0.595177893689, 0.246993398707, 0.494910855867];
    agree(
      (label) => term("two", label),
      logs,
      two,
      [0.468749614716, 0.05483636909, 0.045765669672, 0.037203917258],
      2e-6,
    );
    agree(
      (label) => term("robust", label),
      logs,
      two,
      [0.487095463857, 0.073668186194, 0.0569528196, 0.044594341141],
      2e-6,
    );
    near(fitOf("two").log_likelihood, -83.05318370131732, 1e-11);
    expect(fitOf("two")).toMatchObject({ observations: 150, beyond: 50 });
    const one = [-2.564785021343, 0.795590496047, 0.336170888244, 0.554300029972];
    agree(
      (label) => term("one", label),
      logs,
      one,
      [0.386212864164, 0.045813271746, 0.046319892534, 0.034949909738],
      2e-6,
    );
    for (const label of logs.slice(0, 3)) {
      near(term("mirrored", label).coefficient, -term("one", label).coefficient, 1e-9);
    }
  });

  it("of a far limit are those of least squares", async () => {
    const { term } = await ran(
      `${firms}regression t on firms { truncated invest ~ value + capital below -5000 }
regression o on firms { ols invest ~ value + capital }`,
    );
    for (const label of linear) near(term("t", label).coefficient, term("o", label).coefficient, 1e-9);
  });
});

describe("quantiles", () => {
  // By another program's linear programming; errors from their formulas.
  const references = [
    {
      at: 0.25,
      coefficients: [-4.886018517234, 0.074321210987, 0.074354824415],
      objective: 4105.870733883389,
      errors: {
        classical: [3.901393938525, 0.002393626719236, 0.01044938212058],
        robust: [6.265890248235, 0.008140835747, 0.020953264508],
        "cluster firm": [17.275208925945, 0.029641252849, 0.046164092941],
      },
    },
    {
      at: 0.5,
      coefficients: [-15.652513663561, 0.118609297078, 0.129275946099],
      objective: 5521.8350477183885,
      errors: {
        classical: [5.792591423511, 0.003553935291696, 0.01551471146119],
        robust: [7.332816335797, 0.008560487371, 0.030684041176],
        "cluster firm": [22.57974670174, 0.01857143822824, 0.09429263291837],
      },
    },
    {
      at: 0.9,
      coefficients: [-11.636075552547, 0.197570466546, 0.176618566177],
      objective: 2724.3841116226754,
      errors: {
        classical: [7.6623702353, 0.004701102840906, 0.02052267363913],
        robust: [6.046111431223, 0.020115826056, 0.039579203345],
        "cluster firm": [16.034029592354, 0.039920772937, 0.077549551605],
      },
    },
  ] as const;
  it.each(references)("at $at on Grunfeld's data", async ({ at, coefficients, objective, errors }) => {
    const kinds = Object.entries(errors);
    const { term, fitOf } = await ran(
      firms +
        kinds
          .map(
            ([kind], i) =>
              `regression r${i} on firms { quantile invest ~ value + capital at ${at}; errors ${kind} }\n`,
          )
          .join(""),
    );
    for (const [i, [, own]] of kinds.entries())
      agree((label) => term(`r${i}`, label), linear, coefficients, own, 1e-8);
    near(fitOf("r0").objective, objective, 1e-11);
  });

  it("of a constant are those of the sample, with ties too", async () => {
    const rows = [3, 1, 2, 2, 2, 5, 7].map((y, i) => [`u${i}`, y, i % 2] as const);
    const small = panel("small", "dmu unit", ["unit", "y", "x"], rows);
    const { term } = await ran(
      `${small}regression m on small { quantile y ~ x }\nregression h on small { quantile 2 * y + 1 ~ x }`,
    );
    // The medians of 3, 2, 2, 7 and of 1, 2, 5.
    expect(term("m", "constant").coefficient).toBeGreaterThanOrEqual(2);
    expect(term("m", "constant").coefficient).toBeLessThanOrEqual(3);
    near(term("m", "constant").coefficient + term("m", "x").coefficient, 2, 1e-12);
    near(term("h", "constant").coefficient, 2 * term("m", "constant").coefficient + 1, 1e-12);
  });
});
