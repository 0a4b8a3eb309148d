import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { replaceFiles } from "../../../cli/files/replace.ts";
import { UsageError } from "../../../cli/io.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gtfp-replace-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

describe("files are replaced whole", () => {
  it("makes folders, keeps modes and links, and leaves nothing else behind", () => {
    writeFileSync(at("old"), "before");
    chmodSync(at("old"), 0o640);
    symlinkSync("old", at("link"));
    replaceFiles(
      new Map([
        [at("link"), "after"],
        [at("deep/new"), "fresh"],
      ]),
    );
    expect(readFileSync(at("old"), "utf8")).toBe("after");
    expect(statSync(at("old")).mode & 0o777).toBe(0o640);
    expect(lstatSync(at("link")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("deep/new"), "utf8")).toBe("fresh");
    expect(readdirSync(folder).sort()).toEqual(["deep", "link", "old"]);
  });

  it("writes bytes as they are", () => {
    const bytes = Uint8Array.from([0, 255, 13, 10, 195]);
    replaceFiles(new Map<string, string | Uint8Array>([[at("book"), bytes]]));
    expect([...readFileSync(at("book"))]).toEqual([...bytes]);
  });

  it("replaces none where one cannot be written, and says which", () => {
    writeFileSync(at("old"), "before");
    writeFileSync(at("file"), "a file, not a folder");
    const files = new Map([
      [at("old"), "after"],
      [at("file/below"), "x"],
    ]);
    expect(() => replaceFiles(files)).toThrow(UsageError);
    expect(readFileSync(at("old"), "utf8")).toBe("before");
    expect(readdirSync(folder).sort()).toEqual(["file", "old"]);
  });

  it("does not replace a folder", () => {
    mkdirSync(at("folder"));
    expect(() => replaceFiles(new Map([[at("folder"), "x"]]))).toThrow(/cannot write/);
    expect(readdirSync(folder)).toEqual(["folder"]);
  });
});
