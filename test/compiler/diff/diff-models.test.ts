import { describe, expect, it } from "vitest";
import { diffModels } from "../../../compiler/diff/diff-models.ts";
import type { ModelDiff } from "../../../compiler/diff/model-diff.ts";
import { check } from "../../../language/check/check.ts";
import { format } from "../../../language/format/format.ts";
import { families } from "../../helpers/families.ts";

type Files = Readonly<Record<string, string>>;

function side(files: Files | string) {
  const all = typeof files === "string" ? { "model.gtfp": files } : files;
  const content = (path: string) => all[path] ?? null;
  const { model, diagnostics } = check("model.gtfp", content);
  if (model === null) throw new Error(diagnostics.map((d) => d.message).join("\n"));
  return { model, content };
}
function diff(before: Files | string, after: Files | string): ModelDiff {
  return diffModels(side(before), side(after));
}
/** `~ system economy: ~ param growth annual(6%) → annual(7%)`, one line for each entry. */
function told(before: Files | string, after: Files | string): string[] {
  const sign = { added: "+", removed: "-", renamed: "→", changed: "~" };
  return diff(before, after).changes.flatMap(({ change, kind, name, was, entries }) => {
    const head = `${sign[change]} ${kind} ${name}${was === undefined ? "" : ` (was ${was})`}`;
    if (entries.length === 0) return [head];
    return entries.map((e) => {
      const said = [e.before, e.after].filter((text) => text !== undefined).join(" → ");
      return `${head}: ${sign[e.change]} ${e.entry}${said === "" ? "" : ` ${said}`}`;
    });
  });
}

const economy = `system economy {
  time [year] = 2017 .. 2030 step 1/8
  param growth [1/year] = annual(6%)
  param share = 25%
  stock capital [t] = 100
  stock ash [t] = 0
  flow  gain: cloud -> capital = growth * capital * share
  aux   half [t] = 0.5 * (capital + ash)
}
scenario base of economy
scenario fast from base { growth = annual(7%) }
/// Capital grows
expect fast.capital at 2030 > base.capital at 2030
`;
const change = (from: string, to: string): string => {
  if (!economy.includes(from)) throw new Error(`no ${from}`);
  return economy.replace(from, to);
};

describe("a difference in meaning is none", () => {
  it.each([
    ["the same text", economy],
    ["another layout and comments", `// a comment\n${economy.replaceAll("\n  ", " /* x */\n      ")}`],
    ["the canonical form", format(economy).text],
    [
      "the order of declarations",
      economy
        .split(/\n(?=scenario|expect|\/\/\/)/)
        .reverse()
        .join("\n")
        .replace("/// Capital grows", "")
        .replace("expect", "/// Capital grows\nexpect"),
    ],
    [
      "the order of entries",
      change("  param share = 25%\n", "").replace("  aux ", "  param share = 25%\n  aux "),
    ],
    [
      "the order of factors and terms",
      change("growth * capital * share", "share * (capital * growth)").replace(
        "(capital + ash)",
        "(ash + capital)",
      ),
    ],
    ["a number written otherwise", change("25%", "0.25").replace("= 100", "= 1e2")],
    ["a unit written otherwise", change("capital [t] = 100", "capital [1000 kg] = 100")],
  ])("for %s", (_, text) => {
    expect(told(economy, text)).toEqual([]);
  });

  it("for a declaration that moves into an imported file", () => {
    const [system, ...rest] = economy.split(/\n(?=scenario base)/);
    const parts = { "model.gtfp": `import "part.gtfp"\n${rest.join("\n")}`, "part.gtfp": `${system}\n` };
    expect(told(economy, parts)).toEqual([]);
  });
});

describe("a system's changes", () => {
  it.each([
    [
      "a parameter",
      change("annual(6%)", "annual(6.5%)"),
      "~ system economy: ~ param growth [1/year] annual(6%) → annual(6.5%)",
    ],
    [
      "an equation",
      change("0.5 * (capital + ash)", "0.5 * (capital - ash)"),
      "~ system economy: ~ aux half [t] 0.5 * (capital + ash) → 0.5 * (capital - ash)",
    ],
    ["a unit's scale", change("ash [t] = 0", "ash [kg] = 0"), "~ system economy: ~ stock ash [t] → [kg]"],
    [
      "a pipe",
      change("cloud -> capital", "ash -> capital"),
      "~ system economy: ~ flow gain [t/year] cloud -> capital → [t/year] ash -> capital",
    ],
    [
      "a stock that is limited now",
      change("stock ash", "stock nonnegative ash"),
      "~ system economy: + nonnegative stock ash [t] = 0",
    ],
    ["the step", change("step 1/8", "step 1/4"), "~ system economy: ~ time"],
    [
      "a variable more",
      change("  stock ash", "  param tax = 3%\n  stock ash"),
      "~ system economy: + param tax 3%",
    ],
    [
      "a scenario's change",
      change("annual(7%)", "annual(8%)"),
      "~ scenario fast: ~ growth annual(7%) → annual(8%)",
    ],
    ["a scenario more", `${economy}scenario slow from base { growth = 0 }\n`, "+ scenario slow"],
    [
      "a claim",
      change("base.capital at 2030\n", "2 * base.capital at 2030\n"),
      "~ expectation Capital grows: ~ claim fast.capital at 2030 > base.capital at 2030 → fast.capital at 2030 > 2 * base.capital at 2030",
    ],
  ])("tell of %s", (_, text, line) => {
    expect(told(economy, text).join("\n")).toContain(line);
  });

  it("tell of a renamed parameter once, not of every equation that reads it", () => {
    const renamed = economy.replaceAll("growth", "pace");
    expect(told(economy, renamed)).toEqual(["~ system economy: → param pace param growth → param pace"]);
  });

  it("tell of renamed scenarios and systems by name alone", () => {
    expect(told(economy, economy.replaceAll("economy", "nation").replaceAll("fast", "quick"))).toEqual([
      "→ system nation (was economy)",
      "→ scenario quick (was fast)",
    ]);
  });

  it("tell of what is renamed and changed as removed and added", () => {
    const text = economy.replaceAll("growth", "pace").replace("annual(6%)", "annual(5%)");
    expect(told(economy, text)).toContain("~ system economy: - param growth [1/year] = annual(6%)");
  });
});

describe("a frontier model's changes", () => {
  const line = (from: string, to: string) => {
    if (!families.includes(from)) throw new Error(`no ${from}`);
    return told(families, families.replace(from, to));
  };

  it("tell of a cell, a row, a column's unit", () => {
    expect(line("|          22 |       120 |", "|          23 |       120 |")).toEqual([
      "~ data mills: ~ row C: energy 22 [GJ] → 23 [GJ]",
    ]);
    expect(line("  | C    |              5 |          22 |       120 |       12 |\n", "")).toEqual([
      "~ data mills: - row C labor 5 [person], energy 22 [GJ], paper 120 [t], bod 12 [kg]",
    ]);
    expect(line("energy [GJ]", "energy [MJ]")[0]).toContain("~ data mills: ~ ");
  });

  it("tell of a technology's words and variables", () => {
    expect(
      line("good paper; bad bod; returns vrs", "good paper; bad bod; returns crs; disposability strong"),
    ).toEqual([
      "~ technology green: ~ returns vrs → crs",
      "~ technology green: ~ disposability weak → strong",
      "~ technology constant: ~ disposability weak → strong",
      "~ technology common: ~ returns vrs → crs",
    ]);
    expect(line("input energy; fixed input labor", "input energy; input labor")).toEqual([
      "~ technology watered: ~ variable labor fixed input → input",
    ]);
  });

  it("tell of directions, measures and weights", () => {
    expect(line("bad -0.5", "bad -0.75")).toEqual(["~ direction sized: ~ bad -0.5 → -0.75"]);
    expect(line("paper: 2/3, bod", "paper: 1/3, bod")).toEqual([
      "~ measure weighted: ~ weight paper 2/3 → 1/3",
    ]);
    expect(
      line("radial(constant, orientation: input, super: true)", "radial(constant, orientation: input)"),
    ).toEqual(["~ measure radial_in: - super observation"]);
    expect(line("= ram(plain)", "= bam(plain)")[0]).toContain("~ measure ranges: ~ measure ram → bam");
  });

  it("tell of a renamed technology where it is declared, and nowhere else", () => {
    expect(told(families, families.replaceAll("plain", "bare"))).toEqual(["→ technology bare (was plain)"]);
  });
});

describe("data files", () => {
  const model = (path: string) => `data d from "${path}" { dmu unit; x [t] }\n`;
  const text = "unit,x\nA,1\nB,2\n";

  it("are what they hold, wherever they lie", () => {
    expect(
      told({ "model.gtfp": model("a.csv"), "a.csv": text }, { "model.gtfp": model("b.csv"), "b.csv": text }),
    ).toEqual([]);
  });

  it("that hold something else are told with their sizes", () => {
    const before = { "model.gtfp": model("a.csv"), "a.csv": text };
    const after = { "model.gtfp": model("b.csv"), "b.csv": `${text}C,3\n` };
    expect(told(before, after)).toEqual(["~ data d: ~ from a.csv (3 lines) → b.csv (4 lines)"]);
  });
});

describe("regressions", () => {
  const plants = `data plants {
  dmu plant
  group region
  | plant | region | energy [GJ] | paper [t] |
  | A | north | 10 | 100 |
}
`;
  const one = (entries: string) => `${plants}regression r on plants { ${entries} }`;

  it("tell of terms, effects and errors, not of their order", () => {
    const before = one("ols paper ~ energy + energy^2; fixed region");
    expect(told(before, one("fixed region; ols paper ~ energy^2 + energy"))).toEqual([]);
    expect(told(before, one("ols paper ~ energy + log(energy); errors cluster region"))).toEqual([
      "~ regression r: + term log(energy)",
      "~ regression r: + errors cluster region",
      "~ regression r: - term energy^2",
      "~ regression r: - fixed region",
    ]);
  });

  it("tell of estimators and their limits", () => {
    const before = one("tobit paper ~ energy censored below 0");
    expect(told(before, one("truncated paper ~ energy in 0 .. 500"))).toEqual([
      "~ regression r: ~ estimator tobit → truncated",
      "~ regression r: ~ limits 0 .. → 0 .. 500",
    ]);
  });
});
