import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explainedWords, wordPage } from "../../compiler/print/reference-page.ts";
import { families } from "../helpers/families.ts";
import { gtfp } from "../helpers/memory-io.ts";

const folder = join(import.meta.dirname, "explained");

/** What `gtfp explain - ARGS` writes about a model, in a fence under the command. */
async function told(model: string, args: readonly string[], language = "text"): Promise<string> {
  const { code, out, err } = await gtfp(["explain", "-", ...args], { stdin: model });
  expect(err).toBe("");
  expect(code).toBe(0);
  const shown = args.map((arg) => (/^[\w.-]+$/.test(arg) ? arg : `"${arg}"`)).join(" ");
  return `## gtfp explain FILE ${shown}\n\n\`\`\`${language}\n${out}\`\`\`\n`;
}

async function page(title: string, parts: readonly Promise<string>[]): Promise<string> {
  return [`# ${title}\n`, ...(await Promise.all(parts))].join("\n");
}

const names = [...families.matchAll(/^(measure|technology|direction) (\w+)/gm)].map(([, kind, name]) => ({
  kind: kind!,
  name: name!,
}));

describe("gtfp explain", () => {
  it.each(names.filter(({ kind }) => kind === "measure"))(
    "tells $name, its program and its numbers",
    async ({ name }) => {
      const text = await page(name, [told(families, [name]), told(families, [name, "--dmu", "C"])]);
      await expect(text).toMatchFileSnapshot(join(folder, `${name.replace("_", "-")}.md`));
    },
  );

  it("tells technologies and directions", async () => {
    const others = names.filter(({ kind }) => kind !== "measure");
    const text = await page(
      "technologies and directions",
      others.map(({ name }) => told(families, [name])),
    );
    await expect(text).toMatchFileSnapshot(join(folder, "technologies.md"));
  });

  it("writes LaTeX, LP and MPS", async () => {
    const text = await page("files", [
      told(families, ["directional", "--format", "latex"], "latex"),
      told(families, ["slacks", "--dmu", "C", "--format", "latex"], "latex"),
      told(families, ["directional", "--dmu", "C", "--format", "lp"]),
      told(families, ["directional", "--dmu", "C", "--format", "mps"]),
    ]);
    await expect(text).toMatchFileSnapshot(join(folder, "formats.md"));
  });

  it("tells an index and one unit's change, a missing one too", async () => {
    const text = await page("indices", [
      told(years, ["green_tfp"]),
      told(years, ["green_tfp", "--dmu", "B"]),
      told(years, ["green_tfp", "--dmu", "A", "--period", "2021"]),
      told(years, ["overall", "--dmu", "A"]),
      told(years, ["difference", "--dmu", "B"]),
      told(years, ["decomposed", "--dmu", "B"]),
      told(years, ["bjurek", "--dmu", "B"]),
      told(years, ["transitive"]),
    ]);
    await expect(text).toMatchFileSnapshot(join(folder, "indices.md"));
  });

  it("tells a system's equations, parameters and feedback loops, and what scenarios change", async () => {
    const text = await page("systems", [
      told(dynamics, ["economy"]),
      told(dynamics, ["economy", "--format", "latex"], "latex"),
      told(dynamics, ["control"]),
      told(dynamics, ["thrift"]),
      told(dynamics, ["reform", "--against", "thrift", "--outcome", "capital", "--at", "2025"]),
      told(dynamics, ["thrift", "--against", "economy", "--outcome", "value[services]"]),
    ]);
    await expect(text).toMatchFileSnapshot(join(folder, "systems.md"));
  });

  it("tells panels, dimensions, events and experiments", async () => {
    const names = ["mills", "kind", "farm", "rates"];
    const text = await page(
      "other declarations",
      names.map((name) => told(others, [name])),
    );
    await expect(text).toMatchFileSnapshot(join(folder, "others.md"));
  });

  it("tells in words why a program has no solution", async () => {
    const text = await page("infeasible", [
      told(years, ["beyond", "--dmu", "A"]),
      told(years, ["alone", "--dmu", "A", "--period", "2020"]),
    ]);
    await expect(text).toMatchFileSnapshot(join(folder, "infeasible.md"));
  });
});

const dynamics = `dimension industry = manufacturing, services
/// Capital, two industries and what people remember of them
system economy {
  time [year] = 2017 .. 2030 step 1/8 using rk4 save every 1
  /// How fast the industries grow
  param  rate by industry [1/year] = { manufacturing: 0.02, services: 0.05 }
  param  savings                   = 25%
  param  lifetime [year]           = 20
  /// Growth of efficiency
  param  progress [1/year]         = annual(6%)
  stock  capital  [100M CNY]       = 250000
  flow   investment:   cloud -> capital = savings * output
  flow   depreciation: capital -> cloud = capital / lifetime
  aux    output [100M CNY/year]    = capital * productivity(time) * exp(progress * (time - 2017 [year]))
  lookup productivity(t [year]) [1/year] = linear(2017: 0.30, 2030: 0.45, beyond: hold)
  stock  value by industry [100M CNY] = { manufacturing: 300, services: 200 }
  flow   gain by industry: cloud -> value = rate * value
  aux    total = sum(value)
  stock  nonnegative goodwill = 1
  flow   forgetting: goodwill -> cloud = (goodwill - perceived) / 3 [year]
  aux    perceived = smooth3(target, 2 [year])
  aux    target = if goodwill > 0.5 then 1 / (1 + goodwill) else 1
}
/// Everything as it is
scenario control of economy
/// More is saved
scenario thrift from control { savings = 30%; rate[services] = 0.06 }
scenario reform from control { savings = 27%; lifetime = 22; progress = schedule(2017: annual(6%), 2021: annual(7%)) }
`;

const others = `/// Two mills
data mills {
  dmu mill
  period year
  group region
  /// People
  labor [person]
  paper [t]
  /// Per head
  yield = paper / labor
  share = paper / sum(paper by year)
  where year >= 2020
  missing drop mill
  | mill | year | region | labor | paper |
  |------|-----:|--------|------:|------:|
  | A    | 2020 | north  |    10 |   100 |
}
dimension kind = cow, goat
system farm {
  time [year] = 0 .. 10 using rk45
  param birth [1/year] = 0.1
  stock herd = 100
  flow births: cloud -> herd = birth * herd
  when herd > 150 { herd = herd / 2 }
}
sweep rates of farm { birth in 0 .. 0.2 step 0.1 [1/year] }
`;

const years = `data mills {
  dmu mill
  period year
  | mill | year | labor [h] | paper [t] | bod [kg] |
  |------|-----:|----------:|----------:|---------:|
  | A    | 2020 |        10 |       100 |        5 |
  | B    | 2020 |        20 |       150 |        9 |
  | A    | 2021 |        10 |       110 |        5 |
  | B    | 2021 |        19 |       150 |        8 |
}
technology green on mills { input labor; good paper; bad bod }
technology clean on mills { input labor; good paper }
technology all from green { reference global }
direction win_win { good +observed; bad -observed }
/// Green productivity of the mills
index green_tfp  = malmquist_luenberger(green, along: win_win)
index overall    = malmquist_luenberger(green, along: win_win, reference: global)
index difference = luenberger(green, along: win_win)
index decomposed = malmquist(clean, decomposition: ray_desli)
index bjurek     = hicks_moorsteen(clean)
index transitive = fare_primont(clean)
measure beyond   = ddf(green, along: win_win, super: true)
measure alone    = radial(all, super: dmu)
`;

describe("gtfp explain WORD", () => {
  const word = async (name: string) => {
    const { code, out, err } = await gtfp(["explain", name]);
    expect(err).toBe("");
    expect(code).toBe(0);
    return out;
  };

  it("tells a diagnostic's page with what its example is told", async () => {
    const out = await word("GTFP5003");
    expect(out).toContain("GTFP5003");
    expect(out).toContain("Mended");
    expect(out).toContain("error[GTFP5003]");
    expect(await word("gtfp5003")).toBe(out);
  });

  it("tells measures, indices, functions, units and words of the language", async () => {
    const text = await page(
      "words",
      ["smooth3", "geomean", "weak", "tce", "param"].map((name) => toldWord(name)),
    );
    await expect(text).toMatchFileSnapshot(join(folder, "words.md"));
    expect(await word("luenberger")).toContain("the Luenberger indicator".replace("t", "T"));
    expect(await word("ddf")).toContain("Chambers, Chung & Färe (1996)");
    expect(await word("step")).toContain("function of systems");
  });

  it("has a page for every measure, index, function, unit and word", () => {
    expect(explainedWords().length).toBeGreaterThan(300);
    for (const name of explainedWords()) expect(wordPage(name).length, name).toBeGreaterThan(1);
  });

  it("tells the nearest word of one that there is not", async () => {
    const { code, err } = await gtfp(["explain", "gtfp503"]);
    expect(code).toBe(2);
    expect(err).toContain("did you mean `GTFP5003`?");
    expect((await gtfp(["explain", "luenbergr"])).err).toContain("did you mean `luenberger`?");
  });

  it("lists what a model declares", async () => {
    const { out } = await gtfp(["explain", "-"], { stdin: dynamics });
    for (const name of ["economy", "thrift", "Capital, two industries"]) expect(out).toContain(name);
  });

  async function toldWord(name: string): Promise<string> {
    return `## gtfp explain ${name}\n\n\`\`\`text\n${await word(name)}\`\`\`\n`;
  }
});

describe("gtfp explain refuses", () => {
  const refusal = async (...args: string[]) => {
    const { code, out, err } = await gtfp(["explain", "-", ...args], { stdin: families });
    expect(code).toBe(2);
    expect(out).toBe("");
    return err;
  };

  it("a name that is not there, with the nearest", async () => {
    expect(await refusal("direktional")).toContain("did you mean `directional`?");
  });

  it("a unit that is not there, with the others", async () => {
    expect(await refusal("directional", "--dmu", "Z")).toContain('has no unit "Z"; it has A; B; C');
  });

  it("a unit of what has none", async () => {
    expect(await refusal("green", "--dmu", "A")).toContain("only a measure or an index has units");
  });

  it("a period where there is none, and one without a unit", async () => {
    expect(await refusal("directional", "--dmu", "A", "--period", "2020")).toContain("has no period");
    expect(await refusal("directional", "--period", "2020")).toContain("--period goes with --dmu");
  });

  const dynamicRefusal = async (...args: string[]) => {
    const { code, out, err } = await gtfp(["explain", "-", ...args], { stdin: dynamics });
    expect(code).toBe(2);
    expect(out).toBe("");
    return err;
  };

  it("a comparison with what is no scenario, in no number, at no moment, or of a measure", async () => {
    expect(await dynamicRefusal("thrift", "--against", "contrl", "--outcome", "capital")).toContain(
      "did you mean `control`?",
    );
    expect(await dynamicRefusal("thrift", "--against", "control")).toContain("--outcome");
    expect(await dynamicRefusal("thrift", "--against", "control", "--outcome", "capitl")).toContain(
      "did you mean `capital`?",
    );
    expect(
      await dynamicRefusal("thrift", "--against", "control", "--outcome", "capital", "--at", "2025.01"),
    ).toContain("no moment");
    expect(await refusal("directional", "--against", "slacks", "--outcome", "x")).toContain("two scenarios");
  });

  it("a solver's format without a unit", async () => {
    expect(await refusal("directional", "--format", "lp")).toContain(
      "name a measure and its unit with --dmu",
    );
  });
});

describe("a program of many units", () => {
  const many = `data firms {
  dmu firm, trade
  period year
  | firm | trade | year | labor [person] | value [k CNY] |
  |------|-------|-----:|---------------:|--------------:|
${Array.from({ length: 14 }, (_, i) => `  | F${i + 1} | mill | 2020 | ${10 + ((i * 7) % 13)} | ${30 + ((i * 11) % 17)} |`).join("\n")}
  | F1 | shop | 2020 | 5 | 9 |
}
technology plain on firms by trade { input labor; good value; returns vrs }
measure m = radial(plain)
`;

  it("shows the peers and a few others, by what tells them apart, and says how many are left out", async () => {
    const text = await page("many units", [
      told(many, ["m", "--dmu", "F4, mill"]),
      told(many, ["m", "--dmu", "F4", "--format", "latex"], "latex"),
    ]);
    expect(text).toContain("more intensities, all zero at the optimum");
    expect(text).not.toContain("λ[F4, mill]");
    await expect(text).toMatchFileSnapshot(join(folder, "many.md"));
  });

  it("asks which unit is meant where several share a label", async () => {
    const { code, err } = await gtfp(["explain", "-", "m", "--dmu", "F1"], { stdin: many });
    expect(code).toBe(2);
    expect(err).toContain('2 units of `firms` are called F1; name one, as "F1, mill", "F1, shop"');
  });
});
