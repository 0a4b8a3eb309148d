/** Parts of an explanation's HTML, and what its rows say of where they come from. */
import type { Span } from "../../../../language/source.ts";

export interface Parts {
  /** The program itself, with the notes below it. */
  readonly program: string;
  /** What follows: the solution in words, or what the letters mean. */
  readonly rest: string;
}

/** The explanation up to the second heading that follows its program, and the rest. */
export function partsOf(html: string): Parts {
  const body = new DOMParser().parseFromString(html, "text/html").querySelector(".explanation");
  const blocks = [...(body?.children ?? [])];
  const isProgram = (block: Element) => block.querySelector("table.tableau, mtable.program") !== null;
  const first = blocks.findIndex(isProgram);
  const head = first < 0 ? -1 : blocks.findIndex((block, i) => i > first && block.matches("h3"));
  const end = head < 0 ? blocks.length : head;
  const text = (some: readonly Element[]) => some.map((block) => block.outerHTML).join("\n");
  return {
    program: text(blocks.slice(Math.max(first, 0), end)),
    rest: text([
      ...blocks.slice(0, Math.max(first, 0)).filter((block) => block.matches("p")),
      ...blocks.slice(end),
    ]),
  };
}

/** Of a row of a printed program. */
export function originOf(row: Element): {
  readonly variables: readonly string[];
  readonly sources: readonly Span[];
} {
  const read = <T>(name: string): readonly T[] => JSON.parse(row.getAttribute(`data-${name}`) ?? "[]");
  return { variables: read<string>("variables"), sources: read<Span>("sources") };
}
