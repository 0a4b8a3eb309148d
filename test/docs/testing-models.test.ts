import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { pipeline } from "../helpers/pipeline.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../docs/testing-models.md"), "utf8");
const [, model] = /^```gtfp\n(.*?)^```$/ms.exec(page)!;

it("the page on testing systems shows a model that meets its claims", async () => {
  const { results, diagnostics } = await pipeline(model!);
  expect(diagnostics.map((d) => `${d.code} ${d.message}`)).toEqual([]);
  expect(results!.expectations.length).toBe(8);
  expect(results!.expectations.filter((e) => !e.pass)).toEqual([]);
});

it.each([
  ["a leak", "recovered = infectious / duration", "cloud = infectious / duration", "Nobody is lost"],
  ["a wave that does not pass", "0 .. 120", "0 .. 30", "The wave passes within the run"],
  [
    "illness out of nothing",
    "= susceptible * infectious",
    "= susceptible * max(infectious, 1)",
    "nobody_ill.infectious == 0 within 1e-9 [person]",
  ],
])("its claims find %s", async (_, right, wrong, claim) => {
  expect(model).toContain(right);
  const { results } = await pipeline(model!.replace(right, wrong));
  expect(results!.expectations.filter((e) => !e.pass).map((e) => e.title)).toContain(claim);
});
