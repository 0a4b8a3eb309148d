/** Text as it stands in elements and in attributes between double quotes: of XML, HTML, MathML and Graphviz's labels alike. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
