import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Files, Superseded, Wrong } from "../../../editor/playground/contract.ts";
import {
  Broken,
  difference,
  Lane,
  type ModelWorker,
  Unsound,
} from "../../../editor/playground/state/lane.ts";
import type { FromWorker, ToWorker } from "../../../editor/playground/workers/protocol.ts";

class FakeWorker implements ModelWorker {
  onmessage: ModelWorker["onmessage"] = null;
  onerror: ModelWorker["onerror"] = null;
  readonly got: ToWorker[] = [];
  ended = false;
  postMessage(message: ToWorker): void {
    this.got.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: FromWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }
  /** The numbers of the questions that it has been asked. */
  get asked(): number[] {
    return this.got.flatMap((message) => ("id" in message ? [message.id] : []));
  }
}

const text = { text: "" };
let workers: FakeWorker[];
let files: Files;
let lane: Lane;
beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  files = new Map([["m.gtfp", "one"]]);
  lane = new Lane({
    worker() {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    files: () => files,
    entry: () => "m.gtfp",
  });
});
afterEach(() => vi.useRealTimers());

const ask = () => lane.ask<"lesson">({ ask: "lesson", lesson: "x" });
function change(content: string): void {
  files = new Map(files).set("m.gtfp", content);
  lane.supersede();
}

describe("a lane", () => {
  it("sends the files once, and of later ones what differs", async () => {
    const first = ask();
    workers[0]!.say({ id: 1, answer: { solved: true } });
    expect(await first).toEqual({ solved: true });
    files = new Map(files).set("d.csv", "x,y");
    void ask();
    expect(workers[0]!.got).toEqual([
      { files: { "m.gtfp": "one" }, entry: "m.gtfp" },
      { id: 1, question: { ask: "lesson", lesson: "x" } },
      { files: { "d.csv": "x,y" }, entry: "m.gtfp" },
      { id: 2, question: { ask: "lesson", lesson: "x" } },
    ]);
  });

  it("tells progress, words and errors to whoever asked", async () => {
    const told: unknown[] = [];
    const running = lane.ask<"run">({ ask: "run" }, (...progress) => told.push(progress));
    workers[0]!.say({ id: 1, progress: { what: "m", done: 1, total: 2 } });
    workers[0]!.say({ id: 1, failed: [] });
    await expect(running).rejects.toBeInstanceOf(Unsound);
    expect(told).toEqual([["m", 1, 2]]);
    const wrong = ask();
    workers[0]!.say({ id: 2, wrong: "no such thing" });
    await expect(wrong).rejects.toEqual(new Wrong("no such thing"));
    const fault = ask();
    workers[0]!.say({ id: 3, fault: "bug" });
    await expect(fault).rejects.toEqual(new Broken("bug"));
    expect(workers).toHaveLength(1);
  });

  it("rejects questions about an older text at once and goes on with a worker that is soon done", async () => {
    const first = ask();
    change("two");
    await expect(first).rejects.toBeInstanceOf(Superseded);
    const second = ask();
    workers[0]!.say({ id: 1, answer: text });
    workers[0]!.say({ id: 2, answer: { solved: false } });
    expect(await second).toEqual({ solved: false });
    vi.advanceTimersByTime(1000);
    expect(workers).toHaveLength(1);
  });

  it("ends a worker that is busy with an idle question, and asks another one what is still wanted", async () => {
    void ask().catch(() => {});
    vi.advanceTimersByTime(1000);
    expect(workers).toHaveLength(1);
    change("two");
    const second = ask();
    vi.advanceTimersByTime(100);
    expect(workers).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    expect(workers[1]!.got[0]).toEqual({ files: { "m.gtfp": "two" }, entry: "m.gtfp" });
    expect(workers[1]!.asked).toEqual([2]);
    workers[1]!.say({ id: 2, answer: { solved: true } });
    expect(await second).toEqual({ solved: true });
  });

  it("keeps questions about the text as it stands", async () => {
    const question = ask();
    lane.supersede();
    workers[0]!.say({ id: 1, answer: { solved: true } });
    expect(await question).toEqual({ solved: true });
  });

  it("stops at once when the reader says so", async () => {
    const question = ask();
    lane.stop();
    await expect(question).rejects.toBeInstanceOf(Superseded);
    expect(workers[0]!.ended).toBe(true);
  });

  it("tells of a worker that broke, and meets the next question with a new one", async () => {
    const question = ask();
    workers[0]!.onerror?.({ message: "out of memory" } as ErrorEvent);
    await expect(question).rejects.toEqual(new Broken("out of memory"));
    void ask();
    expect(workers).toHaveLength(2);
    expect(workers[1]!.got[0]).toEqual({ files: { "m.gtfp": "one" }, entry: "m.gtfp" });
  });
});

it("tells which files differ", () => {
  const before = new Map([
    ["a", "1"],
    ["b", "2"],
  ]);
  const after = new Map([
    ["a", "1"],
    ["c", "3"],
  ]);
  expect(difference(before, after)).toEqual({ b: null, c: "3" });
});
