import { escapeMarkup } from "../../compiler/xml/escape-markup.ts";

/** Text as XML holds it; characters that XML 1.0 cannot hold become replacement characters. */
export function escapeXml(text: string): string {
  return escapeMarkup(text).replace(/(?![\t\n\r])\p{Cc}/gu, "\ufffd");
}
