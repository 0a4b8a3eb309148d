/** Reads markup as XML does and throws where a tag is not closed in order, an attribute not quoted or a sign not escaped. */
export function assertWellFormed(markup: string): void {
  const open: string[] = [];
  let at = 0;
  const tag = /<(\/?)([A-Za-z][\w-]*)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/y;
  const text = /(?:[^<>&]|&(?:amp|lt|gt|quot|#\d+);)+/y;
  while (at < markup.length) {
    text.lastIndex = at;
    const words = text.exec(markup);
    if (words !== null) {
      at = text.lastIndex;
      continue;
    }
    tag.lastIndex = at;
    const found = tag.exec(markup);
    if (found === null) throw new Error(`not markup: ${markup.slice(at, at + 60)}`);
    at = tag.lastIndex;
    const [, closing, name, , alone] = found;
    if (closing === "/") {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> closes <${last}> before ${markup.slice(at, at + 40)}`);
    } else if (alone !== "/") open.push(name!);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(" ")}`);
}
