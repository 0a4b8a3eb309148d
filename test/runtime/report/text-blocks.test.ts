import { describe, expect, it } from "vitest";
import { textBlocks } from "../../../runtime/report/text-blocks.ts";

describe("the text of reports", () => {
  it("is paragraphs of words with marks", () => {
    expect(textBlocks("Of **6** units\n4 are `efficient`, *mostly*.\n\nMore.")).toEqual([
      {
        is: "paragraph",
        inlines: [
          { is: "text", text: "Of " },
          { is: "strong", text: "6" },
          { is: "text", text: " units 4 are " },
          { is: "code", text: "efficient" },
          { is: "text", text: ", " },
          { is: "emphasis", text: "mostly" },
          { is: "text", text: "." },
        ],
      },
      { is: "paragraph", inlines: [{ is: "text", text: "More." }] },
    ]);
  });

  it("is lists and headings", () => {
    expect(textBlocks("## Head\nrest\n\n- a\n- b\n  goes on\n\n1. first")).toEqual([
      { is: "heading", inlines: [{ is: "text", text: "Head" }] },
      { is: "paragraph", inlines: [{ is: "text", text: "rest" }] },
      {
        is: "list",
        ordered: false,
        items: [[{ is: "text", text: "a" }], [{ is: "text", text: "b goes on" }]],
      },
      { is: "list", ordered: true, items: [[{ is: "text", text: "first" }]] },
    ]);
  });

  it("keeps signs that mark nothing", () => {
    const text = "2 * 3 is 6, x* is not, `open";
    const [block] = textBlocks(text);
    expect(block!.is === "paragraph" && block!.inlines).toEqual([{ is: "text", text }]);
    expect(textBlocks("")).toEqual([]);
  });
});
