/** A reader of well-formed XML, as small as workbooks and XMILE need it: tags, attributes and texts in their order. */

export interface XmlEvents {
  /** `written` holds the attributes as they stand; `attribute` reads one. `at` is where the tag begins. */
  open(name: string, written: string, at: number): void;
  close(name: string, at: number): void;
  text(text: string, at: number): void;
}

const piece =
  /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|!\[CDATA\[([\s\S]*?)\]\]|![^>]*|(\/?)([^\s<>/"']+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?))>|([^<]+)/g;

/** Tells what stands in a text; names come without their namespace's prefix. */
export function readXml(text: string, events: XmlEvents): void {
  for (const found of text.matchAll(piece)) {
    const [, cdata, closing, prefixed, written, empty, plain] = found;
    const { index } = found;
    if (plain !== undefined) events.text(decoded(plain), index);
    else if (cdata !== undefined) events.text(cdata, index + "<![CDATA[".length);
    else if (prefixed !== undefined) {
      const name = prefixed.slice(prefixed.indexOf(":") + 1);
      if (closing === "/") events.close(name, index);
      else {
        events.open(name, written ?? "", index);
        if (empty === "/") events.close(name, index);
      }
    }
  }
}

/** The value of an attribute, with or without a prefix. */
export function attribute(written: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(written);
  return found === null ? undefined : decoded(found[1] ?? found[2]!);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
