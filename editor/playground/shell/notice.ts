/** One line to the reader about what just happened, until the next or until it is put away. */
import { signal } from "@preact/signals";
import type { WordKey } from "../words/en.ts";

export interface Notice {
  readonly is: "done" | "trouble";
  /** Said when it is drawn, so that it follows the language. */
  readonly key: WordKey;
  readonly holes?: Readonly<Record<string, string | number>>;
}
export const notice = signal<Notice | null>(null);

export function tell(is: Notice["is"], key: WordKey, holes: Notice["holes"] = {}): void {
  notice.value = { is, key, holes };
}
