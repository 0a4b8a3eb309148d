/** An XML document as a tree that knows its places. */
import type { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import { report } from "../../../language/diagnostics/entry.ts";
import { imports } from "../../../language/diagnostics/imports.ts";
import type { SourceFile, Span } from "../../../language/source.ts";
import { attribute, readXml } from "../../xml/read-xml.ts";

export interface XmlNode {
  readonly name: string;
  attribute(name: string): string | undefined;
  readonly children: readonly XmlNode[];
  /** All text directly inside, and where it begins. */
  readonly text: string;
  readonly textAt: number;
  readonly span: Span;
}

interface Growing extends XmlNode {
  children: XmlNode[];
  text: string;
  textAt: number;
  span: Span;
}

/** The root element; null after what is wrong has been told. */
export function xmlTree({ path, text }: SourceFile, sink: Diagnostics): XmlNode | null {
  const open: Growing[] = [];
  let root: XmlNode | null = null;
  let broken: { at: number; found: string; wanted: string } | null = null;
  readXml(text, {
    open(name, written, at) {
      const span = { file: path, start: at, end: at };
      const node: Growing = {
        name,
        attribute: (a) => attribute(written, a),
        children: [],
        text: "",
        textAt: at,
        span,
      };
      open.at(-1)?.children.push(node);
      root ??= node;
      open.push(node);
    },
    close(name, at) {
      const node = open.pop();
      const end = Math.max(at, text.indexOf(">", at) + 1);
      if (node !== undefined) node.span = { ...node.span, end };
      if (node?.name !== name)
        broken ??= {
          at,
          found: `\`</${name}>\` stands`,
          wanted: node === undefined ? "nothing" : `\`</${node.name}>\``,
        };
    },
    text(more, at) {
      const node = open.at(-1);
      if (node === undefined) return;
      if (node.text.trim() === "") {
        node.text = "";
        node.textAt = at;
      }
      node.text += more;
    },
  });
  const last = open.at(-1);
  if (last !== undefined)
    broken ??= { at: text.length, found: "the text ends", wanted: `\`</${last.name}>\`` };
  if (root === null) broken ??= { at: 0, found: "the text", wanted: "an XML document" };
  if (broken === null) return root;
  const { at, found, wanted } = broken;
  report(sink, imports.syntax, { file: path, start: at, end: at }, { found, wanted });
  return null;
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((c) => c.name === name);
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((c) => c.name === name) ?? [];
}

/** The trimmed text of a child; undefined where there is none. */
export function textOf(node: XmlNode | undefined, name: string): string | undefined {
  const text = child(node, name)?.text.trim();
  return text === undefined || text === "" ? undefined : text;
}
