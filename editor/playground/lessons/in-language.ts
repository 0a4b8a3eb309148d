/** Lessons' models say everything in both languages; a learner reads one. */
import type { Language } from "../contract.ts";

/** A comment or line of documentation without Chinese, followed by one with it. */
const pair = /^( *\/\/\/? [^\n\p{Script=Han}]*\n)( *\/\/\/? [^\n]*\p{Script=Han}[^\n]*\n)/gmu;

/** The model with the comments of one language only. */
export function inLanguage(model: string, language: Language): string {
  return model.replace(pair, language === "zh" ? "$2" : "$1");
}
