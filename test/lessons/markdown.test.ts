/** The Markdown of lessons as a tree. */
import { describe, expect, it } from "vitest";
import { readProse } from "../../editor/playground/lessons/markdown.ts";

const text = (words: string) => ({ kind: "text", text: words });
const paragraph = (...inlines: unknown[]) => ({ kind: "paragraph", inlines });

describe("lesson prose", () => {
  it("has a title, a text and its parts, in both languages", () => {
    const english = readProse("# Why?\n\nA.\n\n## Task\n\nDo.\n\n## Hint\n\nLook.\n\n## Why\n\nSo.\n");
    expect(english).toEqual({
      title: "Why?",
      text: [paragraph(text("A."))],
      task: [paragraph(text("Do."))],
      hint: [paragraph(text("Look."))],
      why: [paragraph(text("So."))],
    });
    const chinese = readProse(
      "# 为何？\n\n甲。\n\n## 任务\n\n做。\n\n## 提示\n\n看。\n\n## 为什么\n\n所以。\n",
    );
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    expect(chinese.task).toEqual([paragraph(text("做。"))]);
    expect(readProse("# Why?\n\n## Task\n\nDo.").hint).toEqual([]);
  });

  it("reads marks, within each other too", () => {
    const { text: blocks } = readProse(
      "# T\n\nA **b *c*** and `*d*`, [see **e**](lesson:05-slacks) or [f](panel:program).",
    );
    expect(blocks).toEqual([
      paragraph(
        text("A "),
        { kind: "strong", inlines: [text("b "), { kind: "emphasis", inlines: [text("c")] }] },
        text(" and "),
        { kind: "code", text: "*d*" },
        text(", "),
        {
          kind: "link",
          to: { lesson: "05-slacks" },
          inlines: [text("see "), { kind: "strong", inlines: [text("e")] }],
        },
        text(" or "),
        { kind: "link", to: { panel: "program" }, inlines: [text("f")] },
        text("."),
      ),
    ]);
  });

  it("reads lists and lines of code, and joins the lines of a paragraph", () => {
    const { text: blocks } = readProse(
      "# T\n\none\ntwo\n\n- a\n  b\n- c\n\n1. d\n2. e\n\n```\nmin  θ\n  x ≤ 1\n```\nend",
    );
    expect(blocks).toEqual([
      paragraph(text("one two")),
      { kind: "list", ordered: false, items: [[text("a b")], [text("c")]] },
      { kind: "list", ordered: true, items: [[text("d")], [text("e")]] },
      { kind: "code", text: "min  θ\n  x ≤ 1" },
      paragraph(text("end")),
    ]);
  });

  it("puts no blank between lines of Chinese", () => {
    expect(readProse("# T\n\n前沿面\n在上方，\n不在下方。").text).toEqual([
      paragraph(text("前沿面在上方，不在下方。")),
    ]);
  });

  it("refuses what it does not know: lessons are ours", () => {
    expect(() => readProse("No title")).toThrow(/begins with/);
    expect(() => readProse("# T\n\n## Solution\n")).toThrow(/no part of a lesson/);
    expect(() => readProse("# T\n\n[x](https://example.org)")).toThrow(/leads to/);
  });
});
