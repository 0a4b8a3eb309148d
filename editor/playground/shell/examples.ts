/** The models of the menu. Their files are assets of the page, fetched when one is chosen. */
import { effect } from "@preact/signals";
import type { PanelId } from "../contract.ts";
import { actions } from "../state/actions.ts";
import { study } from "../state/study.ts";
import { view } from "../state/view.ts";
import type { WordKey } from "../words/en.ts";
import type { StoredStudy } from "./stored-study.ts";
import { openStudy } from "./studies.ts";

const urls = import.meta.glob<string>(
  ["../examples/*.gtfp", "../../../examples/{bridge,china-carbon,dual-carbon}/{*.gtfp,data/*.csv}"],
  { query: "?url", import: "default", eager: true },
);

const first = import.meta.glob<string>("../examples/mills.gtfp", {
  query: "?raw",
  import: "default",
  eager: true,
});

export interface Example {
  readonly id: string;
  readonly title: WordKey;
  /** Where it shows best. */
  readonly panel: PanelId;
  /** The folder of its files; a small model stands alone. */
  readonly folder?: string;
}
export const examples: readonly Example[] = [
  { id: "mills", title: "exampleMills", panel: "frontier" },
  { id: "steel-towns", title: "exampleSteelTowns", panel: "report" },
  { id: "carbon-peak", title: "exampleCarbonPeak", panel: "scenarios" },
  { id: "dual-carbon", title: "exampleDualCarbon", panel: "report", folder: "dual-carbon" },
  { id: "china-carbon", title: "exampleChinaCarbon", panel: "report", folder: "china-carbon" },
  { id: "bridge", title: "exampleBridge", panel: "report", folder: "bridge" },
];

/** What stands on the page at the first visit. It comes with the page, so that nothing needs to be fetched. */
export const firstStudy: StoredStudy = {
  files: [["mills.gtfp", Object.values(first)[0]!]],
  entry: "mills.gtfp",
  shown: "mills.gtfp",
  lesson: null,
};

/** @returns false where there is none of that name, or its files cannot be fetched */
export async function openExample(id: string): Promise<boolean> {
  const example = examples.find((e) => e.id === id);
  if (example === undefined) return false;
  const prefix =
    example.folder === undefined ? `../examples/${id}.gtfp` : `../../../examples/${example.folder}/`;
  try {
    const files = await Promise.all(
      Object.entries(urls)
        .filter(([path]) => path.startsWith(prefix))
        .map(async ([path, url]): Promise<readonly [string, string]> => {
          const response = await fetch(url);
          if (!response.ok) throw new Error(response.statusText);
          const name = example.folder === undefined ? `${id}.gtfp` : path.slice(prefix.length);
          return [name, await response.text()];
        }),
    );
    const entry = `${id}.gtfp`;
    files.sort(([a], [b]) => Number(b === entry) - Number(a === entry) || (a < b ? -1 : 1));
    openStudy({ files, entry, shown: entry, lesson: null });
    view.panel.value = example.panel;
    runWithoutAsking();
    return true;
  } catch {
    return false;
  }
}

/** Who chose an example wants to see what it finds: where its run would wait for a word, this is it. */
function runWithoutAsking(): void {
  const files = study.files.value;
  const stop = effect(() => {
    const isOver = study.files.value !== files || study.fresh.value || study.waiting.value !== null;
    if (!isOver) return;
    if (study.files.value === files && study.waiting.value !== null) actions.run();
    queueMicrotask(() => stop());
  });
}
