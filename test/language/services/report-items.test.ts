/** Reports: what may stand after each word, and what the names there mean. */
import { describe, expect, it } from "vitest";
import { analyse, Parses } from "../../../language/services/analysis.ts";
import { completions } from "../../../language/services/completion/completion.ts";
import { NO_HOST } from "../../../language/services/values.ts";
import { marked } from "../../helpers/marks.ts";

const model = (item: string) => `data mills {
  dmu mill
  period year
  group region
  | mill | year | region | labor [h] | paper [t] |
  |------|-----:|--------|----------:|----------:|
  | A    | 2020 | north  |        10 |       100 |
}
technology green on mills { input labor; good paper }
measure m = radial(green, orientation: input)
system economy {
  time [year] = 2020 .. 2030
  stock capital [t] = 1
  flow gain: cloud -> capital = capital / 10 [year]
}
scenario current of economy
report r {
  ${item}
}
`;

function read(item: string) {
  const { text, cursors } = marked(model(item));
  const analysis = analyse("model.gtfp", (path) => (path === "model.gtfp" ? text : null), new Parses());
  return { analysis, at: cursors[0]! };
}
function offered(item: string): string[] {
  const { analysis, at } = read(item);
  return completions(analysis, "model.gtfp", at, NO_HOST).map(({ text }) => text);
}

describe("completion in reports", () => {
  it.each([
    ["chart <|>", ["capital", "m", "economy", "current"], ["for", "green"]],
    ["chart capital over <|>", ["time"], []],
    ["chart m.score over <|>", ["time", "mill", "region"], ["labor"]],
    ["chart m.score <|>", ["over", "by", "at", "for", "against"], ["using", "key", "rows"]],
    ["chart capital for <|>", ["current"], ["m"]],
    ["chart capital against <|>", ["current", "capital"], []],
    ["map m.score <|>", ["using", "key", "at"], ["over", "rows", "against"]],
    ['map m.score using "t.csv" key <|>', ["mill", "region"], ["labor"]],
    ["describe <|>", ["mills", "m", "economy"], ["green"]],
    ["describe mills: <|>", ["labor", "paper"], ["capital"]],
    ["frontier <|>", ["m"], ["mills"]],
    ["frontier m: <|>", ["labor", "paper"], ["mills", "m"]],
    ["frontier m: paper against <|>", ["labor", "paper"], ["mills", "current"]],
    ["program <|>", ["m"], ["economy"]],
    ["program m <|>", ["for", "at"], ["by", "using"]],
    ["diagram <|>", ["economy"], ["m"]],
  ])("%s", (item, wanted, unwanted) => {
    const found = offered(item);
    expect(found).toEqual(expect.arrayContaining(wanted));
    for (const text of unwanted) expect(found).not.toContain(text);
  });
});

describe("names in reports", () => {
  it.each([
    ["chart cap<|>ital over time", "variable", "capital"],
    ["chart cap<|>ital for current", "variable", "capital"],
    ["chart capital for cur<|>rent", "scenario", "current"],
    ["chart m.score over ye<|>ar by region", "period", "year"],
    ["chart m.score by reg<|>ion", "group", "region"],
    ['map m.score using "t.csv" key mi<|>ll', "key", "mill"],
    ["describe mills: lab<|>or", "column", "labor"],
    ["frontier m: pap<|>er against labor", "column", "paper"],
    ["diagram eco<|>nomy", "system", "economy"],
  ])("%s", (item, _, name) => {
    const { analysis, at } = read(item);
    const found = analysis.index.at("model.gtfp", at)?.symbol;
    expect(found?.name).toBe(name);
    expect(found?.span).toBeDefined();
  });
});
