/** Names as the services bind them are the names that the checker resolves. */
import { describe, expect, it } from "vitest";
import type { Expr, Model } from "../../../language/model.ts";
import { analyse, Parses } from "../../../language/services/analysis.ts";
import { mended, written } from "./models.ts";

/** The last name of each leaf of every checked expression: what it is a column or variable of. */
function leaves(model: Model): Extract<Expr, { op: "column" | "run" | "variable" | "lookup" }>[] {
  const found: Extract<Expr, { op: "column" | "run" | "variable" | "lookup" }>[] = [];
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== "object") return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    const { op } = value as { op?: string };
    if (op === "column" || op === "run" || op === "variable" || op === "lookup") found.push(value as never);
    for (const [key, part] of Object.entries(value)) if (key !== "span" && key !== "type") visit(part);
  };
  visit([model.declarations, model.reports, model.expectations]);
  return found;
}

const models = [...written, ...mended];

describe("names", () => {
  let seen = 0;

  it.each(models.map((model) => [model.name, model] as const))("are bound as checked: %s", (_, model) => {
    const { checked, index } = analyse(model.entry, model.read, new Parses());
    const texts = new Map(checked.files.map((file) => [file.path, file.text]));
    const wrong: string[] = [];
    for (const leaf of leaves(checked.sound)) {
      const { file, start, end } = leaf.span;
      const text = texts.get(file)!.slice(start, end);
      const name = leaf.op === "lookup" ? leaf.lookup : leaf.op === "column" ? leaf.column : leaf.variable;
      // Defaults and aggregates have the place of a larger expression.
      if (!text.replaceAll("`", "").endsWith(name)) continue;
      seen++;
      const path = name.split(".");
      const found = index.at(file, end)?.symbol;
      const builtin = ["time", "dt", "scenario"].includes(name);
      if (found === undefined ? !builtin : found.name !== path.at(-1)) wrong.push(`${text} at ${start}`);
      else if (found !== undefined && leaf.op === "variable" && found.kind !== "dimension") {
        if (!["variable", "module"].includes(found.kind)) wrong.push(`${text} is ${found.kind}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("has looked at many", () => {
    expect(models.length).toBeGreaterThan(80);
    expect(seen).toBeGreaterThan(1000);
  });
});
