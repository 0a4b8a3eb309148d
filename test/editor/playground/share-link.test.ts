import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readAddress } from "../../../editor/playground/shell/address.ts";
import { decodeStudy, encodeStudy, largestFile } from "../../../editor/playground/shell/share-link.ts";
import type { StoredStudy } from "../../../editor/playground/shell/stored-study.ts";

const study: StoredStudy = {
  files: [
    ["省份.gtfp", "data mills { dmu mill } // 能源 ✓\n".repeat(50)],
    ["data/mills.csv", "mill,x\nA,1\n"],
    ["book.xlsx", Uint8Array.from({ length: 300 }, (_, i) => i % 256)],
  ],
  entry: "省份.gtfp",
  shown: "省份.gtfp",
  lesson: null,
};
const linkOf = (payload: unknown) => `1.${deflateRawSync(JSON.stringify(payload)).toString("base64url")}`;

describe("a link that holds a study", () => {
  test("gives back every file", async () => {
    const code = await encodeStudy(study);
    expect(code).toMatch(/^1\.[\w-]+$/);
    expect(code.length).toBeLessThan(1000);
    expect(await decodeStudy(code)).toEqual({ study });
  });

  test("is the same for the same study", async () => {
    expect(await encodeStudy(study)).toBe(await encodeStudy(study));
  });

  test.each([
    ["nothing", ""],
    ["no version", "abc"],
    ["text that is not packed", "1.abcdef"],
    ["half a link", "HALF"],
    ["no study", linkOf({ entry: 1 })],
    ["a path that leads out", linkOf({ entry: "../a.gtfp", files: { "../a.gtfp": "x" } })],
    ["no model", linkOf({ entry: "a.csv", files: {} })],
  ])("that is broken is told: %s", async (_, code) => {
    const given = code === "HALF" ? (await encodeStudy(study)).slice(0, 120) : code;
    expect(await decodeStudy(given)).toEqual({ problem: "broken" });
  });

  test("of a newer language is told as such", async () => {
    expect(await decodeStudy("2.abc")).toEqual({ problem: "newer", version: 2 });
  });

  test("that would unfold to gigabytes is not unfolded", async () => {
    const bomb = linkOf({ entry: "a.gtfp", files: { "a.gtfp": " ".repeat(9_000_000) } });
    expect(bomb.length).toBeLessThan(15_000);
    expect(await decodeStudy(bomb)).toEqual({ problem: "broken" });
  });

  test("names the file that makes it long: data before models", async () => {
    expect(await largestFile(study.files)).toBe("book.xlsx");
    expect(await largestFile([["a.gtfp", "x"]])).toBe("a.gtfp");
  });
});

test.each([
  ["#m=1.abc-_9", { asks: "model", code: "1.abc-_9" }],
  ["#lesson=05-bad-outputs", { asks: "lesson", id: "05-bad-outputs" }],
  ["#example=mills", { asks: "example", id: "mills" }],
  ["#served", { asks: "served" }],
  ["#example=../secret", null],
  ["#something", null],
  ["", null],
])("the address %j", (hash, asked) => {
  expect(readAddress(hash)).toEqual(asked);
});
