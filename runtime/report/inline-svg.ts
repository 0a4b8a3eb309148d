/** A drawn picture made ready to stand among others in one HTML file. */

/** Narrower than that a picture's words are too small to be read: it scrolls instead. */
const leastWidth = 560;

/**
 * Ids become the picture's own, so that no clip or gradient is taken from another picture, and the picture shrinks with its place.
 *
 * @param id unique in the file
 */
export function inlineSvg(svg: string, id: string): string {
  const names = new Map<string, string>();
  for (const [, name] of svg.matchAll(/\sid="([^"]+)"/g)) names.set(name!, `${id}-${names.size + 1}`);
  const own = (name: string) => names.get(name) ?? name;
  const renamed = svg
    .replace(/(\sid=")([^"]+)"/g, (_, before: string, name: string) => `${before}${own(name)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, name: string) => `url(#${own(name)})`)
    .replace(/(href="#)([^"]+)"/g, (_, before: string, name: string) => `${before}${own(name)}"`);
  return sized(renamed).replace(/<\w[^>]*>/g, (tag) => tag.replace(needless, ""));
}

/** The picture is one image with one text: its parts need no roles of their own; and what is the default need not be said. */
const needless = /\s(?:role="graphics-[\w-]+"|aria-\w+="[^"]*"|pointer-events="none"|opacity="1")/g;

/** Graphviz gives its sizes in points, Vega in pixels; both have a view box. */
function sized(svg: string): string {
  return svg.replace(/<svg\b[^>]*>/, (tag) => {
    const [, number, unit] = /\swidth="([\d.]+)(pt|px)?"/.exec(tag) ?? [];
    if (number === undefined) return tag;
    const width = Math.round(Number(number) * (unit === "pt" ? 4 / 3 : 1));
    const bare = tag.replace(/\s(?:width|height|xmlns:xlink|version)="[^"]*"/g, "");
    return bare.replace("<svg", `<svg style="width:${width}px;min-width:${Math.min(width, leastWidth)}px"`);
  });
}
