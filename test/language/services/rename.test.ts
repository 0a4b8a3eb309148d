/** Renaming anything in whole models to a new name changes nothing but the name. */
import { describe, expect, it } from "vitest";
import { analyse, Parses } from "../../../language/services/analysis.ts";
import { applied, rename, renameable } from "../../../language/services/rename.ts";
import { mended, written } from "./models.ts";

const models = [...written.filter(({ text }) => text.length < 6000), ...mended].filter((_, i) => i % 8 === 0);

describe("rename", () => {
  it.each(models.map((model) => [model.name, model] as const))("changes only the name: %s", (_, model) => {
    const analysis = analyse(model.entry, model.read, new Parses());
    const seen = new Set<unknown>();
    for (const { span, symbol } of analysis.index.in(model.entry)) {
      const root = analysis.index.root(symbol);
      if (seen.has(root) || "refused" in renameable(analysis, model.entry, span.end)) continue;
      seen.add(root);
      for (const name of ["新名字", "a new name"]) {
        const { edits, refused } = rename([analysis], model.entry, span.end, name, model.read) as {
          edits?: Parameters<typeof applied>[1];
          refused?: string;
        };
        expect(refused, `${symbol.kind} ${symbol.name}`).toBeUndefined();
        const text = applied(
          model.text,
          edits!.filter((edit) => edit.span.file === model.entry),
        );
        expect(text).toContain(name);
        expect(text.length).toBeGreaterThan(0);
      }
    }
  });
});
