import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDocument } from "../../../cli/reporters/document.ts";

describe("JSON documents", () => {
  it("keep flat rows on one line", () => {
    const value = { gtfp: "1", rows: [["Beijing", 2017, null], []], unit: undefined };
    expect(toDocument(value)).toBe(`{
  "gtfp": "1",
  "rows": [
    ["Beijing", 2017, null],
    []
  ]
}
`);
  });

  it("say what JSON.stringify says", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(toDocument(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
