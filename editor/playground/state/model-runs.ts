/** Questions to the model's workers, and runs, whose findings stand in the study. */
import { type Files, Superseded } from "../contract.ts";
import type { Outline } from "../workers/outline.ts";
import type { Answers, Ask, RunAnswer } from "../workers/protocol.ts";
import { Broken, Lane, type LaneHost, Unsound } from "./lane.ts";
import { Pace } from "./pace.ts";
import { takeWorker } from "./spare-worker.ts";
import { study } from "./study.ts";

/** A longer run has a worker of its own, so that looks into the model need not wait for it; in seconds. */
const longRun = 0.3;
/** So much data is more than a page can hold several times over. */
const mostBytes = 100e6;

const host: LaneHost = {
  worker: takeWorker,
  files: () => study.files.value,
  entry: () => study.entry.value,
};
const looks = new Lane(host);
const runs = new Lane(host);
/** What the machine makes of expected costs. */
const pace = new Pace();
/** The files that the outline is of. */
let outlined: Files | null = null;
const listeners: ((answer: RunAnswer) => void)[] = [];

/** Calls back with each answer of a run of the text as it stands. */
export function onRun(listener: (answer: RunAnswer) => void): void {
  listeners.push(listener);
}

/** The files whose run is under way. */
let underWay: Files | null = null;

/** Whether the text as it stands has run or is running. */
export function isRun(): boolean {
  return study.fresh.value || underWay === study.files.value;
}

/** The outline of the text as it stands; returns the seconds that its run will take. */
export function takeOutline(outline: Outline): number {
  study.outline.value = outline;
  outlined = study.files.value;
  return pace.of(outline.cost.seconds);
}

/** A newer text: no open question is of it. */
export function supersede(): void {
  study.fresh.value = false;
  study.waiting.value = null;
  looks.supersede();
  runs.supersede();
}

export function cancel(): void {
  if (!study.running.value) return;
  // A run of either lane: looks that are under way are asked again by whoever shows them.
  looks.stop();
  runs.stop();
  const cost = study.outline.value?.cost ?? null;
  study.waiting.value = cost && { ...cost, seconds: pace.of(cost.seconds) };
}

/** Asks about the text as it stands; where a worker fails the study tells it. */
export async function ask<K extends Ask["ask"]>(question: Extract<Ask, { ask: K }>): Promise<Answers[K]> {
  if (isTooLarge(study.files.value)) throw new Superseded();
  try {
    return await looks.ask<K>(question);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    study.trouble.value = troubleOf(error);
    throw new Superseded();
  }
}

/** Runs the model as it stands. */
export async function run(): Promise<void> {
  const files = study.files.value;
  if (underWay === files) return;
  if (isTooLarge(files)) return;
  study.trouble.value = null;
  study.waiting.value = null;
  study.running.value = true;
  underWay = files;
  const expected = outlined === files ? study.outline.value?.cost.seconds : undefined;
  const lane = expected !== undefined && pace.of(expected) < longRun ? looks : runs;
  try {
    const answer = await lane.ask<"run">({ ask: "run" }, (what, done, total) => {
      study.progress.value = { what, done, total };
    });
    if (expected !== undefined) pace.learn(expected, answer.took / 1000);
    study.outcome.value = answer;
    study.fresh.value = true;
    study.diagnostics.value = answer.results.diagnostics;
    for (const listener of listeners) listener(answer);
  } catch (error) {
    if (error instanceof Unsound) study.diagnostics.value = error.diagnostics;
    else if (error instanceof Broken) study.trouble.value = troubleOf(error);
    else if (!(error instanceof Superseded)) throw error;
  } finally {
    // A newer text may have its own run under way by now.
    if (underWay === files) {
      underWay = null;
      study.running.value = false;
      study.progress.value = null;
    }
  }
}

/** Says so where a study's data are more than a page can hold: no worker is sent them. */
function isTooLarge(files: Files): boolean {
  const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  if (bytes <= mostBytes) return false;
  study.trouble.value = { is: "data", detail: String(Math.round(bytes / 1e6)) };
  return true;
}

function troubleOf({ message }: Broken): NonNullable<typeof study.trouble.value> {
  const memory = /memory|allocation|array length|call stack/i.test(message);
  return { is: memory ? "memory" : "fault", detail: message };
}
