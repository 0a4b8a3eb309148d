/** A reader of well-formed XML, as small as workbooks need it: tags, attributes and texts in their order. */

export interface XmlEvents {
  /** `written` holds the attributes as they stand; `attribute` reads one. */
  open(name: string, written: string): void;
  close(name: string): void;
  text(text: string): void;
}

const piece =
  /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|!\[CDATA\[([\s\S]*?)\]\]|![^>]*|(\/?)([^\s<>/"']+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?))>|([^<]+)/g;

/** Tells what stands in a text; names come without their namespace's prefix. */
export function readXml(text: string, events: XmlEvents): void {
  for (const [, cdata, closing, prefixed, written, empty, plain] of text.matchAll(piece)) {
    if (plain !== undefined) events.text(decoded(plain));
    else if (cdata !== undefined) events.text(cdata);
    else if (prefixed !== undefined) {
      const name = prefixed.slice(prefixed.indexOf(":") + 1);
      if (closing === "/") events.close(name);
      else {
        events.open(name, written ?? "");
        if (empty === "/") events.close(name);
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
