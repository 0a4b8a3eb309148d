import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { lex, makeLexer } from "../../language/lexer.ts";
import * as table from "../../language/tokens.ts";

function tokens(text: string) {
  const sink = new Diagnostics();
  const lexed = lex({ path: "m", text }, sink);
  return {
    words: lexed.tokens.map((t) => `${t.tokenType.name}:${t.image}`),
    comments: lexed.comments.map((c) => `${c.kind}:${c.image}`),
    told: sink.list.map((d) => `${d.code} ${text.slice(d.span.start, d.span.end)}`),
  };
}
const images = (text: string) => tokens(text).words.map((w) => w.slice(w.indexOf(":") + 1));

describe("the lexer", () => {
  it("is valid by Chevrotain's own checks", () => {
    expect(() => makeLexer(true)).not.toThrow();
  });
  it("tells numbers from ranges, members and units", () => {
    expect(tokens("2017..2030 1_000.5e-3 x.5 10k 100M 5kg 6.5%").words).toEqual([
      "NumberLiteral:2017",
      "DotDot:..",
      "NumberLiteral:2030",
      "NumberLiteral:1_000.5e-3",
      "Identifier:x",
      "Dot:.",
      "NumberLiteral:5",
      "ScaledNumber:10k",
      "ScaledNumber:100M",
      "NumberLiteral:5",
      "Identifier:kg",
      "NumberLiteral:6.5",
      "Percent:%",
    ]);
  });
  it("takes letters of every script, and any text in backticks", () => {
    expect(tokens("省份 Überschuß CO₂ नमस्ते 𝒳1 _x `CO2 (Mt)` `by`").words).toEqual([
      "Identifier:省份",
      "Identifier:Überschuß",
      "Identifier:CO₂",
      "Identifier:नमस्ते",
      "Identifier:𝒳1",
      "Identifier:_x",
      "QuotedName:`CO2 (Mt)`",
      "QuotedName:`by`",
    ]);
  });
  it("keeps only the reserved words from being names", () => {
    const { words } = tokens(["data", "table", "rows", ...table.RESERVED.map((w) => w.word)].join(" "));
    expect(words.slice(0, 3)).toEqual(["Identifier:data", "Identifier:table", "Identifier:rows"]);
    expect(words.slice(3)).toEqual(table.RESERVED.map(({ word }) => `Word_${word}:${word}`));
    expect(tokens("bypass inner ifs").words.every((w) => w.startsWith("Identifier"))).toBe(true);
  });
  it("ends a text at its own quote", () => {
    expect(images('"a" "b \\" c" "{count(x == "a")} d" "{ e" "{f("}")}"')).toEqual([
      '"a"',
      '"b \\" c"',
      '"{count(x == "a")} d"',
      '"{ e"',
      '"{f("}")}"',
    ]);
  });
  it("tells texts, names and comments without an end", () => {
    expect(tokens('"abc\nx `y\n`` /* z').told).toEqual([
      'GTFP1003 "abc',
      "GTFP1005 `y",
      "GTFP1005 ``",
      "GTFP1004 /* z",
    ]);
  });
  it("keeps the three kinds of comments", () => {
    expect(tokens("/// doc\n//// line\n// line\n/* a\n b */ x /**/ y").comments).toEqual([
      "doc:/// doc",
      "line://// line",
      "line:// line",
      "block:/* a\n b */",
      "block:/**/",
    ]);
  });
  it("reads a table row to the last bar of its line", () => {
    expect(tokens("  | a | b \\| c | // note\n| d").words).toEqual([
      "TableRow:| a | b \\| c |",
      "TableRow:| d",
    ]);
    expect(tokens("| d").told).toEqual(["GTFP1041 | d"]);
  });
  it("reads look-alikes and tells them", () => {
    const { words, told } = tokens("f（a，b） ≤ 3 − 1");
    expect(words.map((w) => w.split(":")[0])).toEqual(
      "Identifier LeftParen Identifier Comma Identifier RightParen LessEqual NumberLiteral Minus NumberLiteral".split(
        " ",
      ),
    );
    expect(told.map((t) => t.slice(0, 8))).toEqual(Array(5).fill("GTFP1002"));
  });
  it("tells a run of unknown characters once, and goes on", () => {
    const { words, told } = tokens("a @@# b \u0007 c");
    expect(words.length).toBe(3);
    expect(told).toEqual(["GTFP1001 @@#", "GTFP1001 \u0007"]);
  });
  it("passes over a byte order mark and every kind of blank", () => {
    expect(images("\ufeffa\r\n\tb\u00a0\u3000c")).toEqual(["a", "b", "c"]);
  });
});

describe("the table of tokens", () => {
  it("gives every word and token a line of documentation, and no word twice in one place", () => {
    const words = [table.RESERVED, table.DECLARATIONS, table.ENTRIES, table.CLAUSES, table.OPTIONS].flat();
    for (const { word, doc } of words) expect(doc, word).toMatch(/\S.*\.$/);
    for (const { name, doc } of [table.SYMBOLS, table.LITERALS, table.COMMENTS].flat()) {
      expect(doc, name).toMatch(/\S.*\.$/);
    }
    const places = words.flatMap(({ category, word, of }) =>
      of.map((place) => `${category} ${place} ${word}`),
    );
    expect(new Set(places).size).toBe(places.length);
  });
  it("has patterns that match the whole of what the lexer reads", () => {
    const samples: Record<string, string> = {
      Identifier: "省份",
      QuotedName: "`a b`",
      ScaledNumber: "10k",
      NumberLiteral: "1_0.5e3",
      StringLiteral: '"a"',
      TableRow: "| a |",
      DocComment: "/// a",
      LineComment: "// a",
      BlockComment: "/* a */",
    };
    for (const { name, pattern } of [...table.LITERALS, ...table.COMMENTS]) {
      expect(samples[name]!.match(pattern)?.[0], name).toBe(samples[name]);
    }
  });
});

describe("habits from elsewhere", () => {
  it("reads texts in typographic quotes, and offers plain ones", () => {
    const { words, told } = tokens("x == “北京” and y == “省");
    expect(words).toContain("StringLiteral:“北京”");
    expect(told).toEqual(["GTFP1002 “", "GTFP1002 “"]);
  });
  it.each([
    ["# note", "comments begin with"],
    ["a && b", "`and`"],
    ["'Beijing'", "double quotes"],
  ])("%s", (text, help) => {
    const sink = new Diagnostics();
    lex({ path: "m", text }, sink);
    expect(sink.list[0]?.help).toContain(help);
  });
});
