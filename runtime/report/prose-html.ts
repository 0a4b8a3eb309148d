/** A report's text as HTML. */
import { escapeMarkup } from "../../compiler/xml/escape-markup.ts";
import { type TextInline, textBlocks } from "./text-blocks.ts";

const tags = { code: "code", strong: "strong", emphasis: "em" } as const;

export function proseHtml(text: string): string {
  return textBlocks(text)
    .map((block) => {
      if (block.is === "heading") return `<h3>${inlinesHtml(block.inlines)}</h3>\n`;
      if (block.is === "paragraph") return `<p>${inlinesHtml(block.inlines)}</p>\n`;
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>${block.items.map((item) => `<li>${inlinesHtml(item)}</li>`).join("")}</${tag}>\n`;
    })
    .join("");
}

function inlinesHtml(list: readonly TextInline[]): string {
  return list
    .map(({ is, text }) => {
      const escaped = escapeMarkup(text);
      return is === "text" ? escaped : `<${tags[is]}>${escaped}</${tags[is]}>`;
    })
    .join("");
}
