/** The examples of the language's contract, section by section. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { format } from "../../language/format/format.ts";
import { lex, makeLexer } from "../../language/lexer.ts";
import { parse } from "../../language/parser/parse.ts";
import { GtfpParser } from "../../language/parser/parser.ts";
import { bare } from "./parser/sexpr.ts";

const folder = join(import.meta.dirname, "contract");
const files = readdirSync(folder);

describe.each(files)("%s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const result = parse({ path: name, text });
  it("has no mistakes of syntax", () => {
    expect(result.diagnostics).toEqual([]);
    expect(result.file.declarations.length).toBeGreaterThan(0);
  });
  it("has a canonical form with the same tree and the same comments", () => {
    const formatted = format(text, name);
    expect(formatted.diagnostics).toEqual([]);
    expect(format(formatted.text).text).toBe(formatted.text);
    const again = parse({ path: name, text: formatted.text });
    expect(bare(again.file)).toEqual(bare(result.file));
    expect(again.comments.map((c) => c.image)).toEqual(result.comments.map((c) => c.image.trimEnd()));
  });
});

describe("the parser", () => {
  it("finds all files", () => {
    expect(files.length).toBe(10);
  });
  it("is a valid grammar by Chevrotain's own checks", () => {
    makeLexer(true);
    expect(() => new GtfpParser(true)).not.toThrow();
  });
  it("chooses as Chevrotain's own lookahead does", () => {
    const validated = new GtfpParser(true);
    for (const name of files) {
      const source = { path: name, text: readFileSync(join(folder, name), "utf8") };
      const sink = new Diagnostics();
      validated.begin(source, lex(source, sink).tokens, sink, new Map());
      const { declarations } = validated.file();
      validated.finish();
      expect(sink.list).toEqual([]);
      const undocumented = (node: unknown) =>
        JSON.parse(JSON.stringify(bare(node), (k, v) => (k === "doc" ? undefined : v)));
      expect(undocumented(declarations)).toEqual(undocumented(parse(source).file.declarations));
    }
  });
});
