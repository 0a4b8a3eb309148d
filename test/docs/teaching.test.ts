import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { pipeline } from "../helpers/pipeline.ts";
import { labelsOf, numbersOf } from "../runtime/measure/frontier-model.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../docs/teaching.md"), "utf8");

it("shows what the page on teaching tells", async () => {
  const models = [...page.matchAll(/```gtfp\n([\s\S]*?)```/g)].map((match) => match[1]!);
  expect(models).toHaveLength(1);
  const { results, diagnostics } = await pipeline(models[0]!);
  expect(diagnostics).toEqual([]);
  const [frontier, program, diagram] = results!.reports[0]!.items;
  if (frontier?.kind !== "chart" || program?.kind !== "program" || diagram?.kind !== "diagram") {
    throw new Error("other items");
  }
  const { table } = frontier.chart;
  const vertices = labelsOf(table, "part").flatMap((part, i) =>
    part === "frontier" ? [`(${numbersOf(table, "bod")[i]}, ${numbersOf(table, "paper")[i]})`] : [],
  );
  const told = `${vertices.slice(0, -1).join(", ")} and ${vertices.at(-1)}`;
  expect(page.replace(/\s+/g, " ")).toContain(`For mill C above the vertices are ${told}:`);
});
