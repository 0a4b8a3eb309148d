import { computed, signal } from "@preact/signals";
import type { Study } from "../contract.ts";

const files = signal<Study["files"]["value"]>(new Map());
const entry = signal("mills.gtfp");

export const study: Study = {
  files,
  entry,
  shown: signal("mills.gtfp"),
  text: computed(() => {
    const content = files.value.get(entry.value);
    return typeof content === "string" ? content : "";
  }),
  outline: signal(null),
  outcome: signal(null),
  fresh: signal(false),
  diagnostics: signal([]),
  progress: signal(null),
  running: signal(false),
  waiting: signal(null),
  trouble: signal(null),
};
