import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format } from "../../../language/format/format.ts";
import { width } from "../../../language/format/width.ts";
import { parse } from "../../../language/parser/parse.ts";
import { bare } from "../parser/sexpr.ts";

function formatted(text: string): string {
  const { text: result, diagnostics } = format(text);
  expect(diagnostics).toEqual([]);
  expect(format(result).text).toBe(result);
  return result;
}

describe("blanks within a line", () => {
  it.each([
    ["measure  m=radial( g ,super :true )", "measure m = radial(g, super: true)"],
    [
      "measure m = nddf(g, weights : { a : 1 / 3 , b:2/x })",
      "measure m = nddf(g, weights: {a: 1/3, b: 2 / x})",
    ],
    ["expect x [ a , -1 ] .y at 2017>=- 2 ^ - 3", "expect x[a, -1].y at 2017 >= -2^-3"],
    [
      "expect a -b- -c == 6.5 % within 5[t / 10k  person]",
      "expect a - b - -c == 6.5% within 5 [t/10k person]",
    ],
    ["expect a in 2004..2014 step 1 / 8", "expect a in 2004 .. 2014 step 1/8"],
    ["expect not(a)and if(b)then(c)else(d)", "expect not (a) and if (b) then (c) else (d)"],
    ["unit u = 1 [ kg m ^ 2/( s ^ -2 t ) ]", "unit u = 1 [kg m^2/(s^-2 t)]"],
    ["unit u = 5 [ % ]", "unit u = 5 [%]"],
    ["direction d { good+observed ;bad - 0.5*sd }", "direction d { good +observed; bad -0.5 * sd }"],
    ["report r { describe china:labor,capital }", "report r { describe china: labor, capital }"],
    ["technology t on p { link a :b->c free }", "technology t on p { link a: b -> c free }"],
    ["data d { x[t]=`a b`; y [1]=1 }", "data d { x [t] = `a b`; y [1] = 1 }"],
    [
      'system s { aux x[a]=1; aux y [t]=2; aux z["q" , w]=3 }',
      'system s { aux x[a] = 1; aux y [t] = 2; aux z["q", w] = 3 }',
    ],
    [
      "system s { lookup f (t[year]) [1/year]=linear(1:2) }",
      "system s { lookup f(t [year]) [1/year] = linear(1: 2) }",
    ],
    ["scenario s of e { x [a]=1; b.c=2 }", "scenario s of e { x[a] = 1; b.c = 2 }"],
    ["scenario s of e {}", "scenario s of e {}"],
    ["expect caf\u0065\u0301 > 1", "expect caf\u00e9 > 1"],
    ["\ufeffgtfp   1\r\nunit a\r\n", "gtfp 1\nunit a"],
  ])("%s", (text, expected) => {
    expect(formatted(text)).toBe(`${expected}\n`);
  });
});

describe("lines", () => {
  it("puts entries on lines of their own, unless the block was on one line", () => {
    expect(formatted("data d { dmu a; period b }\ndata e { dmu a\nperiod b }")).toBe(
      "data d { dmu a; period b }\n\ndata e {\n  dmu a\n  period b\n}\n",
    );
  });
  it("breaks one-line blocks that do not fit", () => {
    const entries = Array.from({ length: 12 }, (_, i) => `growth_rate_${i} = ${i}`);
    const text = `scenario s of economy { ${entries.join("; ")} }`;
    expect(formatted(text)).toBe(`scenario s of economy {\n${entries.map((e) => `  ${e}\n`).join("")}}\n`);
  });
  it("keeps at most one empty line, and none at the edges of a block", () => {
    expect(
      formatted("\n\nunit a\n\n\n\nunit b\nunit c\ndata d {\n\n dmu a\n\n\n period b\n\n}\nunit e\n\n\n"),
    ).toBe("unit a\n\nunit b\nunit c\n\ndata d {\n  dmu a\n\n  period b\n}\n\nunit e\n");
  });
  it("breaks long entries at their outermost commas and hangs the rest", () => {
    const inputs = Array.from({ length: 20 }, (_, i) => `input_number_${i}`).join(", ");
    const result = formatted(`technology t on p {\n  input ${inputs}\n  good y\n}`);
    expect(result).toBe(
      `technology t on p {
  input input_number_0, input_number_1, input_number_2, input_number_3, input_number_4, input_number_5,
      input_number_6, input_number_7, input_number_8, input_number_9, input_number_10, input_number_11,
      input_number_12, input_number_13, input_number_14, input_number_15, input_number_16, input_number_17,
      input_number_18, input_number_19
  good y
}
`,
    );
  });
  it("breaks long expressions before their loosest operators, never in a unit", () => {
    const sum = Array.from({ length: 9 }, (_, i) => `f(alpha_${i}, beta_${i})`).join(" + ");
    const result = formatted(`expect ${sum} > 1000 [t/10k person]`);
    for (const line of result.split("\n")) expect(width(line)).toBeLessThanOrEqual(110);
    expect(result.split("\n")[1]).toMatch(/^ {4}\+ f\(/);
    expect(result).toContain("[t/10k person]");
  });
  it("leaves alone what cannot be broken", () => {
    const text = `import "${"x".repeat(200)}"\n`;
    expect(formatted(text)).toBe(text);
  });
});

describe("tables", () => {
  it("pads cells, text to the left and numbers to the right, wide glyphs as two columns", () => {
    const text = `data m {
  dmu 省
  |省|labor [person]|note|x|
  |北京|120|a \\| b||
  | 上海 | -1.5e3 | | |
}`;
    expect(formatted(text)).toBe(`data m {
  dmu 省
  | 省   | labor [person] | note   | x   |
  |------|---------------:|--------|-----|
  | 北京 |            120 | a \\| b |     |
  | 上海 |         -1.5e3 |        |     |
}
`);
  });
  it("keeps comments between the rows", () => {
    const text = `data m {
  // before
  | a | // header
  // under the header
  |---| // rule
  // first
  | 1 | // one

  // second
  | 2 |
  // after
  dmu a
}`;
    expect(formatted(text)).toBe(`data m {
  // before
  |   a | // header
  // under the header
  |----:| // rule
  // first
  |   1 | // one

  // second
  |   2 |
  // after
  dmu a
}
`);
  });
  it("counts columns as a terminal does", () => {
    expect([width("abc"), width("北京"), width("e\u0301"), width("한글ａ"), width("Å")]).toEqual([
      3, 4, 1, 6, 1,
    ]);
  });
});

describe("comments", () => {
  it("stay where they were written", () => {
    const text = `// head

/* a
   b */
/// doc
data d { // open
// first
dmu a // one
   /* two */ period b /* three */ // four
  // last
} // closed
// end`;
    expect(formatted(text)).toBe(`// head

/* a
   b */
/// doc
data d { // open
  // first
  dmu a // one
  /* two */
  period b /* three */ // four
  // last
} // closed
// end
`);
  });
  it("stay inside an entry", () => {
    const text = "technology t on p {\n input a, // first\n // second\n b, /* third */ c\n good y\n}";
    expect(formatted(text)).toBe(
      "technology t on p {\n  input a, // first\n      // second\n      b, /* third */ c\n  good y\n}\n",
    );
  });
  it("keep a file of nothing else", () => {
    expect(formatted("// a\n\n\n/* b */")).toBe("// a\n\n/* b */\n");
    expect(formatted("  \n ")).toBe("");
  });
});

describe("texts with mistakes", () => {
  it("stay as they are", () => {
    const text = "measure   m = (";
    const result = format(text, "a.gtfp");
    expect(result.text).toBe(text);
    expect(result.diagnostics.map((d) => [d.code, d.span.file])).toEqual([["GTFP1020", "a.gtfp"]]);
  });
});

const folder = join(import.meta.dirname, "../contract");
const examples = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));

describe("any layout of the examples", () => {
  const blanks = [
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\n\n\n",
    "\r\n",
    " // c\n",
    " /* c */ ",
    "\n// c\n",
    "\n\n/* c\n d */\n",
    " ; ",
  ];
  const layouts = fc
    .tuple(
      fc.constantFrom(...examples),
      fc.array(fc.constantFrom(...blanks), { minLength: 5, maxLength: 40 }),
      fc.nat(6),
    )
    .map(([example, between, rarity]) => {
      const { tokens } = parse({ path: "m", text: example });
      let text = "";
      tokens.forEach((token, i) => {
        const row = token.image.startsWith("|") || tokens[i - 1]?.image.startsWith("|") === true;
        const blank = i % (rarity + 1) === 0 ? between[i % between.length]! : row ? "\n" : " ";
        // Semicolons only where they were; rows on lines of their own.
        text += row ? (blank.includes("\n") ? blank : "\n") : blank === " ; " ? " " : blank;
        text += token.image;
      });
      return text;
    });
  it("keeps words, comments and the tree, and is stable", () => {
    let whole = 0;
    fc.assert(
      fc.property(layouts, (text) => {
        const before = parse({ path: "m", text });
        const once = format(text);
        if (before.diagnostics.length > 0) {
          expect(once.text).toBe(text);
          return;
        }
        whole++;
        expect(once.diagnostics).toEqual([]);
        const after = parse({ path: "m", text: once.text });
        expect(bare(after.file)).toEqual(bare(before.file));
        expect(after.comments.map((c) => c.image)).toEqual(before.comments.map((c) => c.image));
        expect(format(once.text).text).toBe(once.text);
      }),
      { numRuns: 250 },
    );
    expect(whole).toBeGreaterThan(60);
  });
});
