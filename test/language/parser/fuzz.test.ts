/** Whatever comes in, a tree and diagnostics come out. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format } from "../../../language/format/format.ts";
import { parse } from "../../../language/parser/parse.ts";
import * as table from "../../../language/tokens.ts";
import { bare } from "./sexpr.ts";

const folder = join(import.meta.dirname, "../contract");
const examples = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));

/** All spans of a tree. */
function spans(
  node: unknown,
  found: { start: number; end: number }[] = [],
): { start: number; end: number }[] {
  if (node === null || typeof node !== "object") return found;
  for (const [key, value] of Object.entries(node)) {
    if (key === "source") continue;
    if (key === "span") found.push(value as { start: number; end: number });
    else spans(value, found);
  }
  return found;
}

function holds(text: string): void {
  const { file, diagnostics, tokens } = parse({ path: "m", text });
  const all = [
    ...spans(file),
    ...diagnostics.flatMap((d) => [
      d.span,
      ...d.related.map((r) => r.span),
      ...d.fixes.flatMap((f) => f.edits.map((e) => e.span)),
    ]),
  ];
  for (const { start, end } of all) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  for (const { message } of diagnostics)
    expect(message).not.toMatch(/Word_|undefined|NaN|Literal|Paren|Brace/);
  for (const t of tokens) expect(text.slice(t.startOffset, t.startOffset + t.image.length)).toBe(t.image);
  // What the formatter does with it: nothing if it is broken, otherwise nothing the second time.
  const once = format(text);
  if (diagnostics.length > 0) expect(once.text).toBe(text);
  else {
    expect(once.diagnostics).toEqual([]);
    const twice = format(once.text);
    expect(twice.diagnostics).toEqual([]);
    expect(twice.text).toBe(once.text);
    expect(bare(parse({ path: "m", text: once.text }).file)).toEqual(bare(file));
  }
}

const words = [
  ...[table.RESERVED, table.DECLARATIONS, table.ENTRIES, table.CLAUSES, table.OPTIONS]
    .flat()
    .map((w) => w.word),
  ...table.SYMBOLS.map((s) => s.label.slice(1, -1)),
  ...'x y 省份 `a b` 1 2.5 10k "s" "{x}" "{ // /* */ ///d | |a|b| |--| @ . { } ( ) [ ] ; , = : \n \n \n'.split(
    " ",
  ),
];
const soup = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(" ", " ", "\n", "")), { maxLength: 60 })
  .map((parts) => parts.flat().join(""));

/** An example with a few tokens deleted, doubled, swapped or replaced. */
const mutant = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...words)), { minLength: 1, maxLength: 4 }),
  )
  .map(([example, edits]) => {
    const parts = example.split(/(\s+|\b)/);
    for (const [where, how, word] of edits) {
      const i = where % parts.length;
      if (how === 0) parts.splice(i, 1);
      else if (how === 1) parts.splice(i, 0, parts[i]!);
      else if (how === 2) parts[i] = word;
      else parts.splice(i, 2, parts[(i + 1) % parts.length]!, parts[i]!);
    }
    return parts.join("");
  });

describe("parse and format cannot fail", () => {
  it.each([
    ["arbitrary text", fc.string({ unit: "grapheme", maxLength: 80 }), 400],
    ["words in any order", soup, 700],
    ["mutated examples", mutant, 400],
    [
      "examples cut off anywhere",
      fc.tuple(fc.constantFrom(...examples), fc.nat()).map(([t, n]) => t.slice(0, n % t.length)),
      200,
    ],
  ] as const)("%s", (_, texts, numRuns) => {
    fc.assert(fc.property(texts as fc.Arbitrary<string>, holds), { numRuns });
  });
});
