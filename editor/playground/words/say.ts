import { view } from "../state/view.ts";
import { en, type WordKey } from "./en.ts";
import { zh } from "./zh.ts";

/** The words for a key in the reader's language, with its holes filled. Read within a component it follows the language. */
export function say(key: WordKey, holes: Readonly<Record<string, string | number>> = {}): string {
  const words: string = view.language.value === "zh" ? zh[key] : en[key];
  return words.replace(/\{(\w+)\}/g, (hole, name: string) => String(holes[name] ?? hole));
}
