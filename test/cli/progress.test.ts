import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { progressOn } from "../../cli/progress.ts";
import { memoryIo } from "../helpers/memory-io.ts";

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

it("shows one line on a terminal, not too often, and takes it away", () => {
  const io = memoryIo({ isTTY: true });
  const progress = progressOn(io);
  progress.show("gtfp", 1, 2480);
  expect(io.stderr.text).toBe("");
  vi.setSystemTime(150);
  progress.show("gtfp", 1200, 2480);
  vi.setSystemTime(160);
  progress.show("gtfp", 1210, 2480);
  expect(io.stderr.text).toBe("\r\x1b[2Kgtfp: 1,200 of 2,480");
  progress.clear();
  expect(io.stderr.text.endsWith("\r\x1b[2K")).toBe(true);
});

it("shows nothing where there is no terminal, or a dumb one", () => {
  for (const io of [memoryIo(), memoryIo({ isTTY: true, env: { TERM: "dumb" } })]) {
    const progress = progressOn(io);
    vi.setSystemTime(1000);
    progress.show("gtfp", 1, 2);
    progress.clear();
    expect(io.stderr.text).toBe("");
  }
});
