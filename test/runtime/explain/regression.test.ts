import { expect, it } from "vitest";
import { renderExplanation } from "../../../cli/render/explanation.ts";
import { plain } from "../../../cli/render/style.ts";
import { explanationLatex } from "../../../compiler/print/explanation-latex.ts";
import { explainDeclaration } from "../../../runtime/explain/explain.ts";
import { pipeline } from "../../helpers/pipeline.ts";

const plants = `data plants {
  dmu plant
  period year
  | plant | year | energy [GJ] | paper [t] |
  | A | 2020 | 10 | 100 |
  | A | 2021 | 11 | 115 |
  | B | 2020 | 12 | 112 |
  | B | 2021 | 14 | 121 |
  | C | 2020 | 20 | 190 |
  | C | 2021 | 21 | 207 |
}
`;

async function explained(entries: string) {
  const { model } = await pipeline(`${plants}/// What makes paper\nregression r on plants { ${entries} }`);
  const declared = model!.declarations.find((d) => d.name === "r")!;
  const found = await explainDeclaration(declared, model!, { read: () => null }, {});
  if (!("explanation" in found)) throw new Error("no explanation");
  return {
    text: renderExplanation(found.explanation, { style: plain, width: 100 }),
    latex: explanationLatex(found.explanation),
  };
}

it("writes a regression's equation, estimator, errors and sources", async () => {
  const { text, latex } = await explained(
    "ols log(paper) ~ energy + energy^2; fixed plant; errors cluster plant",
  );
  expect(text).toContain("What makes paper.");
  expect(text).toContain("log(paper) = β₁ · energy + β₂ energy² + α[plant] + ε");
  expect(text).toContain("β₂  of `energy^2`");
  expect(text).toContain("Lovell (1963)");
  expect(text).toContain("correlated within `plant`");
  expect(text).toContain("`r2_within`");
  expect(latex).toContain("\\beta_{1}");
});

it.each([
  ["random paper ~ energy", "+ u[plant] + ε"],
  ["tobit paper ~ energy censored below 100", "cut off to at least 100"],
  ["truncated paper ~ energy below 90", "paper > 90"],
  [
    "truncated paper ~ energy below 90 algorithm 1; replications 100; seed 4",
    "Algorithm 1: 100 replications, seed 4.",
  ],
  ["quantile paper ~ energy at 0.25", "the share 0.25 of all rows has ε below 0"],
])("of %s says %s", async (entries, words) => {
  expect((await explained(entries)).text.replace(/\s+/g, " ")).toContain(words);
});
