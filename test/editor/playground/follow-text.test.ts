/** What the page does by itself when a text changes, with workers that answer when they are told. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Ask, FromWorker, ToWorker } from "../../../editor/playground/workers/protocol.ts";

interface Asked {
  readonly worker: FakeWorker;
  readonly id: number;
  readonly question: Ask;
}
let asked: Asked[] = [];

class FakeWorker {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  ended = false;
  postMessage(message: ToWorker): void {
    if ("id" in message) asked.push({ worker: this, ...message });
  }
  terminate(): void {
    this.ended = true;
    asked = asked.filter(({ worker }) => worker !== this);
  }
}
vi.stubGlobal("Worker", FakeWorker);
vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {} }));
vi.stubGlobal("navigator", { language: "en" });

const { study } = await import("../../../editor/playground/state/study.ts");
const { actions, editorCame, followText } = await import("../../../editor/playground/state/actions.ts");

const outlineOf = (seconds: number) => ({ cost: { seconds, why: "much" } });
const results = { gtfp: "1", model: "m", diagnostics: [] };
const ran = { results, tables: [], reports: [], programs: [], took: 10 };
const error = { code: "GTFP1", severity: "error", message: "no" };

/** Lets promises and timers go on. */
const settle = () => vi.advanceTimersByTimeAsync(120);
async function answer(kind: Ask["ask"], data: object): Promise<Asked> {
  const at = asked.findIndex(({ question }) => question.ask === kind);
  expect(at, `a question for ${kind}`).toBeGreaterThanOrEqual(0);
  const [one] = asked.splice(at, 1);
  one!.worker.onmessage?.({ data: { id: one!.id, ...data } as FromWorker });
  await settle();
  return one!;
}
function write(text: string): void {
  actions.setText("m.gtfp", text);
}

let stop = () => {};
beforeEach(async () => {
  vi.useFakeTimers();
  stop();
  asked = [];
  study.entry.value = "m.gtfp";
  study.files.value = new Map([["m.gtfp", `start ${Math.random()}`]]);
  study.outcome.value = null;
  study.trouble.value = null;
  stop = followText();
  await settle();
});

describe("a text that changes", () => {
  // The editor comes once for all tests: this one is the first.
  it("waits until the editor has come, and is then looked at once", async () => {
    write("typed before the editor was there");
    await settle();
    expect(asked).toEqual([]);
    editorCame();
    await settle();
    expect(asked.map(({ question }) => question.ask)).toEqual(["outline"]);
  });

  it("is looked at, and run where that is short", async () => {
    await answer("outline", { answer: { outline: outlineOf(0.01), diagnostics: [] } });
    expect(study.running.value).toBe(true);
    await answer("run", { answer: ran });
    expect([study.running.value, study.fresh.value, study.waiting.value]).toEqual([false, true, null]);
    expect(study.outcome.value).toEqual(ran);
    write("other");
    expect(study.fresh.value).toBe(false);
    expect(study.outcome.value).toEqual(ran);
  });

  it("waits for the reader where its run is long, and runs then in a worker of its own", async () => {
    const { worker } = await answer("outline", { answer: { outline: outlineOf(60), diagnostics: [] } });
    expect(study.waiting.value).toEqual({ seconds: 60, why: "much" });
    expect(asked).toEqual([]);
    actions.run();
    actions.run();
    expect(asked).toHaveLength(1);
    expect(asked[0]!.worker).not.toBe(worker);
    expect([study.running.value, study.waiting.value]).toEqual([true, null]);
    const [{ worker: runner }] = asked as [Asked];
    actions.cancel();
    await settle();
    expect(runner.ended).toBe(true);
    expect([study.running.value, study.waiting.value?.seconds]).toEqual([false, 60]);
  });

  it("says where a far too long run is better done", async () => {
    await answer("outline", { answer: { outline: outlineOf(4000), diagnostics: [] } });
    expect(study.waiting.value?.why).toMatch(/^much On the command line/);
  });

  it("is not run with errors, which are told", async () => {
    await answer("outline", { answer: { outline: outlineOf(0), diagnostics: [error] } });
    expect(study.diagnostics.value).toEqual([error]);
    expect([asked, study.running.value]).toEqual([[], false]);
  });

  it("tells the errors of its data", async () => {
    await answer("outline", { answer: { outline: outlineOf(0), diagnostics: [] } });
    await answer("run", { failed: [error] });
    expect(study.diagnostics.value).toEqual([error]);
    expect([study.fresh.value, study.running.value]).toEqual([false, false]);
  });

  it("is not run twice where the reader was quicker than the look", async () => {
    actions.run();
    await answer("outline", { answer: { outline: outlineOf(60), diagnostics: [] } });
    expect([study.waiting.value, study.running.value]).toEqual([null, true]);
    await answer("run", { answer: ran });
    expect([study.fresh.value, asked]).toEqual([true, []]);
  });

  it("is looked at once after several keystrokes", async () => {
    await answer("outline", { answer: { outline: outlineOf(60), diagnostics: [] } });
    for (const text of ["a", "ab", "abc"]) {
      write(text);
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(asked).toEqual([]);
    await settle();
    expect(asked.map(({ question }) => question.ask)).toEqual(["outline"]);
  });

  it("tells faults of the page, and what a page cannot hold", async () => {
    await answer("outline", { answer: { outline: outlineOf(0), diagnostics: [] } });
    await answer("run", { fault: "RangeError: Array buffer allocation failed" });
    expect(study.trouble.value).toMatchObject({ is: "memory" });
    actions.run();
    expect(study.trouble.value).toBeNull();
    await answer("run", { fault: "TypeError: x is undefined" });
    expect(study.trouble.value).toMatchObject({ is: "fault", detail: "TypeError: x is undefined" });
    study.files.value = new Map(study.files.value).set("d.csv", new Uint8Array(120e6));
    actions.run();
    expect(study.trouble.value).toEqual({ is: "data", detail: "120" });
  });
});
