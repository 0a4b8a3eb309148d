/** Text as XML holds it; characters that XML 1.0 cannot hold become replacement characters. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/(?![\t\n\r])\p{Cc}/gu, "\ufffd");
}
