/** Draws a lesson's prose. Its links open other lessons and panels. */
import type { ComponentChildren } from "preact";
import type { Block, Inline, LinkTarget } from "../lessons/markdown.ts";
import { showPanel } from "../state/view.ts";

export function Prose({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div class="prose">
      {blocks.map((block, i) => (
        <BlockView key={i} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  if (block.kind === "paragraph") return <p>{inlines(block.inlines)}</p>;
  if (block.kind === "code") {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      <pre tabIndex={0}>
        <code>{block.text}</code>
      </pre>
    );
  }
  const items = block.items.map((item, i) => <li key={i}>{inlines(item)}</li>);
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

export function inlines(list: readonly Inline[]): ComponentChildren {
  return list.map((inline, i) => <InlineView key={i} inline={inline} />);
}

function InlineView({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case "text":
      return <>{inline.text}</>;
    case "code":
      return <code>{unbroken(inline.text)}</code>;
    case "strong":
      return <strong>{inlines(inline.inlines)}</strong>;
    case "emphasis":
      return <em>{inlines(inline.inlines)}</em>;
    case "link":
      return <Link to={inline.to}>{inlines(inline.inlines)}</Link>;
  }
}

/** Code is broken at its blanks only, not behind a minus. */
function unbroken(code: string): ComponentChildren {
  return code.split(/( )/).map((word, i) => (word.includes("-") ? <span key={i}>{word}</span> : word));
}

function Link({ to, children }: { readonly to: LinkTarget; readonly children: ComponentChildren }) {
  if ("lesson" in to) return <a href={`#lesson=${to.lesson}`}>{children}</a>;
  const { panel } = to;
  return (
    <button type="button" class="link" onClick={() => showPanel(panel)}>
      {children}
    </button>
  );
}
