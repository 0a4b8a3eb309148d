/** What happens by itself when a text changes: an outline, and a run where that is short. */
import { effect } from "@preact/signals";
import { Superseded } from "../contract.ts";
import { say } from "../words/say.ts";
import { ask, isRun, run, supersede, takeOutline } from "./model-runs.ts";
import { keepSpare } from "./spare-worker.ts";
import { study } from "./study.ts";

/** How long nothing is typed before the model is looked at, in milliseconds. */
const pause = 100;
/** A run that is expected to take longer waits for the reader's word; in seconds. */
const shortRun = 1.5;
/** A run that takes longer is better done elsewhere; in seconds. */
const tooLong = 300;

/** How long the first look at a model waits for the editor, in milliseconds. */
const patience = 2000;

let welcome!: () => void;
/** The editor and its language are downloaded first, as one waits for them; a slow line does not keep the results away for long. */
const editorHere = new Promise<void>((resolve) => {
  welcome = resolve;
  setTimeout(resolve, patience);
});
export function editorCame(): void {
  welcome();
}

let atOnce = true;
/** The next change of the text is no typing: nobody waits for a pause. */
export function answerAtOnce(): void {
  atOnce = true;
}

/** Follows the study's files until the returned function is called. */
export function followText(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changes = 0;
  return effect(() => {
    void study.files.value;
    void study.entry.value;
    supersede();
    clearTimeout(timer);
    changes += 1;
    const change = changes;
    const begin = () => editorHere.then(() => (change === changes ? look() : undefined));
    timer = setTimeout(() => void begin(), atOnce ? 0 : pause);
    atOnce = false;
  });
}

async function look(): Promise<void> {
  try {
    const { outline, diagnostics } = await ask<"outline">({ ask: "outline" });
    const seconds = takeOutline(outline);
    const sound = !diagnostics.some(({ severity }) => severity === "error");
    const { why } = outline.cost;
    // A run's diagnostics hold these too.
    if (isRun()) return;
    if (sound && seconds <= shortRun) await run();
    else {
      study.diagnostics.value = diagnostics;
      const more = seconds > tooLong ? ` ${say("editorTooLong")}` : "";
      if (sound) study.waiting.value = { seconds, why: why + more };
    }
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  } finally {
    keepSpare();
  }
}
