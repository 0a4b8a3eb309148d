/** Regressions: what may stand after each word, what hovers tell, what is renamed. */
import { describe, expect, it } from "vitest";
import { analyse, Parses } from "../../../language/services/analysis.ts";
import { completions } from "../../../language/services/completion/completion.ts";
import { hover } from "../../../language/services/hover.ts";
import { definition } from "../../../language/services/navigate.ts";
import { NO_HOST } from "../../../language/services/values.ts";
import { marked } from "../../helpers/marks.ts";

const model = (entries: string, after = "") => `data plants {
  dmu plant
  period year
  group region
  | plant | year | region | energy [GJ] | paper [t] |
  |-------|-----:|--------|------------:|----------:|
  | A     | 2020 | north  |          10 |       100 |
}
regression drivers on plants {
  ${entries}
}
${after}`;

function read(text: string) {
  const { text: whole, cursors } = marked(text);
  const analysis = analyse("model.gtfp", (path) => (path === "model.gtfp" ? whole : null), new Parses());
  return { analysis, at: cursors[0]! };
}
function offered(text: string): string[] {
  const { analysis, at } = read(text);
  return completions(analysis, "model.gtfp", at, NO_HOST).map(({ text: written }) => written.trim());
}

describe("completion in regressions", () => {
  it.each([
    [
      "<|>",
      ["ols", "random", "tobit", "truncated", "quantile", "fixed", "errors", "replications", "seed"],
      ["input"],
    ],
    ["ols <|>", ["energy", "paper", "log("], ["plants {"]],
    ["ols paper ~ <|>", ["energy", "year"], ["fixed"]],
    ["tobit paper ~ energy <|>", ["censored", "below", "above", "at"], ["using"]],
    ["tobit paper ~ energy censored <|>", ["in", "below", "above"], ["at"]],
    ["ols paper ~ energy; fixed <|>", ["plant", "year", "region"], ["energy"]],
    ["ols paper ~ energy; errors <|>", ["classical", "robust", "hc3", "cluster"], ["plant"]],
    ["ols paper ~ energy; errors cluster <|>", ["plant", "year", "region"], ["robust"]],
  ])("%s", (entries, present, absent) => {
    const list = offered(model(entries));
    expect(list).toEqual(expect.arrayContaining(present));
    for (const word of absent) expect(list).not.toContain(word);
  });

  it("offers the columns of the tables", () => {
    expect(offered(model("ols paper ~ energy", "expect drivers.<|> > 0"))).toEqual(
      expect.arrayContaining(["coefficient", "p", "standard_error"]),
    );
    expect(offered(model("ols paper ~ energy", "expect drivers.fit.<|> > 0"))).toEqual(
      expect.arrayContaining(["r2", "F", "observations"]),
    );
  });
});

describe("hovers in regressions", () => {
  const told = (text: string) => {
    const { analysis, at } = read(text);
    return hover(analysis, "model.gtfp", at, NO_HOST)?.markdown ?? "";
  };
  it("tell estimators with formula and source", () => {
    expect(told(model("to<|>bit paper ~ energy censored below 0"))).toContain("Tobin (1958)");
    expect(told(model("ols paper ~ energy; err<|>ors robust"))).toContain("standard errors");
  });
  it("tell what columns hold", () => {
    expect(told(model("ols paper ~ en<|>ergy"))).toContain("GJ");
    expect(told(model("ols paper ~ energy", "expect drivers.coeff<|>icient > 0"))).toContain("one unit more");
    expect(told(model("ols paper ~ energy", "expect drivers.fit.r<|>2 > 0"))).toContain("sum of squares");
  });
});

it("leads from a term to its column", () => {
  const { analysis, at } = read(model("ols paper ~ log(en<|>ergy)"));
  const [place] = definition(analysis, "model.gtfp", at);
  expect(analysis.files.get("model.gtfp")!.file.source.text.slice(place!.start, place!.end)).toContain(
    "energy",
  );
});
