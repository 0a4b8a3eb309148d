/** A report's text. */
import { type TextInline, textBlocks } from "../../../../runtime/report/text-blocks.ts";

export function Prose({ text }: { text: string }) {
  return (
    <>
      {textBlocks(text).map((block, i) => {
        const key = `${i}`;
        if (block.is === "heading") {
          return (
            <h3 key={key}>
              <Inlines list={block.inlines} />
            </h3>
          );
        }
        if (block.is === "paragraph") {
          return (
            <p key={key}>
              <Inlines list={block.inlines} />
            </p>
          );
        }
        const items = block.items.map((item, n) => (
          <li key={`${n}`}>
            <Inlines list={item} />
          </li>
        ));
        return block.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
      })}
    </>
  );
}

function Inlines({ list }: { list: readonly TextInline[] }) {
  return (
    <>
      {list.map(({ is, text }, i) => {
        const key = `${i}`;
        if (is === "code") return <code key={key}>{text}</code>;
        if (is === "strong") return <strong key={key}>{text}</strong>;
        return is === "emphasis" ? <em key={key}>{text}</em> : text;
      })}
    </>
  );
}
