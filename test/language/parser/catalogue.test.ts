/** Every message of the area, by its own examples: the text alone decides. */
import { describe, expect, it } from "vitest";
import type { Example } from "../../../language/diagnostics/entry.ts";
import { syntax } from "../../../language/diagnostics/syntax.ts";
import { parse } from "../../../language/parser/parse.ts";

function codes(example: Example): string[] {
  const text = typeof example === "string" ? example : example["model.gtfp"]!;
  return parse({ path: "model.gtfp", text }).diagnostics.map((d) => d.code);
}

describe.each(Object.values(syntax).map((entry) => [entry.code, entry] as const))("%s", (code, entry) => {
  it("is the only message of its failing example, and gone from the mended one", () => {
    expect(codes(entry.failing)).toEqual([code]);
    expect(codes(entry.mended)).toEqual([]);
  });
});
