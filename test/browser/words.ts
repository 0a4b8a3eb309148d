/** The page's words, as tests look for them. */
import { en, type WordKey } from "../../editor/playground/words/en.ts";
import { zh } from "../../editor/playground/words/zh.ts";

export function words(
  key: WordKey,
  holes: Readonly<Record<string, string | number>> = {},
  language: "en" | "zh" = "en",
): string {
  return (language === "en" ? en : zh)[key].replace(/\{(\w+)\}/g, (hole, name: string) =>
    String(holes[name] ?? hole),
  );
}
