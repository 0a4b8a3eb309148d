import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { ImportedFunction } from "../../compiler/import/imported-model.ts";
import { vensimAggregates, vensimFunctions } from "../../compiler/import/vensim/functions.ts";
import { importMdl } from "../../compiler/import/vensim/read-mdl.ts";
import { xmileAggregates, xmileFunctions } from "../../compiler/import/xmile/functions.ts";

const path = resolve(import.meta.dirname, "../../docs/importing.md");
const page = readFileSync(path, "utf8");

/** `$2` is the second argument, `b`. */
function rows(
  functions: ReadonlyMap<string, ImportedFunction>,
  aggregates: ReadonlyMap<string, string>,
): string {
  const letters = "abcdefgh";
  const lines = [...functions].flatMap(([name, { forms, differs }]) =>
    Object.entries(forms).map(([count, form]) => {
      const args = [...letters.slice(0, Number(count))].join(", ");
      const text = form.replace(/\$(\d)[?*]?/g, (_, n: string) => letters[Number(n) - 1]!);
      return `| \`${name}(${args})\` | \`${text}\`${differs === undefined ? "" : "; with a note"} |`;
    }),
  );
  const over = [...aggregates].map(
    ([name, fn]) =>
      `| \`${name}\` over elements | ${fn === "product" ? "written out with `*`" : `\`${fn}\``} |`,
  );
  return ["| there | here |", "|---|---|", ...lines, ...over].join("\n");
}

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(page)![1]!;
}

describe("the page on importing", () => {
  it("lists every function that is translated", async () => {
    const section = (title: string, table: string, text: string) =>
      text.replace(
        new RegExp(`(## Functions of ${title}\n\n)[^]*?(\n\n)`),
        (_, head, tail) => `${head}${table}${tail}`,
      );
    const vensim = section("Vensim", rows(vensimFunctions, vensimAggregates), page);
    await expect(section("XMILE", rows(xmileFunctions, xmileAggregates), vensim)).toMatchFileSnapshot(path);
  });

  it("shows what its example becomes", () => {
    const { text, diagnostics } = importMdl({ path: "forest.mdl", text: block("vensim") }, "forest");
    expect(diagnostics).toEqual([]);
    expect(text).toBe(block("gtfp"));
  });
});
