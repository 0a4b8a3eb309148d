import { describe, expect, it } from "vitest";
import {
  byFile,
  fixed,
  markedLine,
  offsetAt,
} from "../../../editor/playground/panels/problems/source-edits.ts";
import { positions } from "../../../language/source.ts";
import { answer, mills } from "./panel-models.ts";

describe("places", () => {
  const text = "data 省份 {\n  dmu a\n}\n";

  it("are offsets again", () => {
    const position = positions(text);
    for (let offset = 0; offset <= text.length; offset++) {
      expect(offsetAt(text, position(offset))).toBe(offset);
    }
    expect(offsetAt(text, { line: 99, column: 1 })).toBe(text.length);
  });

  it("mark a part of their line", () => {
    const range = { start: { line: 2, column: 3 }, end: { line: 2, column: 6 } };
    expect(markedLine(text, range)).toEqual({ before: "", marked: "dmu", after: " a" });
    const long = { start: { line: 2, column: 7 }, end: { line: 3, column: 2 } };
    expect(markedLine(text, long)).toEqual({ before: "dmu ", marked: "a", after: "" });
  });
});

describe("mends", () => {
  const broken = mills.replace("input labor", "input labour").replace("bad -observed", "bad +observed");

  it("make their problems disappear", async () => {
    const { diagnostics } = await answer(broken, { ask: "outline" });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code }) => code)).toEqual(["GTFP2010", "GTFP5014"]);
    let text = broken;
    for (const error of [...errors].reverse()) {
      text = fixed(error.fixes[0]!, () => text).get("model.gtfp")!;
    }
    expect(text).toBe(mills);
    const after = await answer(text, { ask: "outline" });
    expect(after.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("of several places leave each where it stands", () => {
    const at = (line: number, from: number, to: number, text: string) => ({
      file: "a",
      range: { start: { line, column: from }, end: { line, column: to } },
      text,
    });
    const fix = { title: "", edits: [at(1, 1, 2, "long"), at(1, 3, 4, ""), at(2, 1, 1, "x")] };
    expect(fixed(fix, () => "a b\nc").get("a")).toBe("long \nxc");
    expect(fixed(fix, () => undefined).size).toBe(0);
  });
});

it("lists files with errors first, errors before notes", async () => {
  const { diagnostics } = await answer(mills.replace("input labor", "input labour"), { ask: "outline" });
  const note = { ...diagnostics[0]!, severity: "note" as const, file: "b.gtfp" };
  const later = { ...diagnostics[0]!, severity: "note" as const, range: { ...diagnostics[0]!.range } };
  const files = byFile([note, later, ...diagnostics]);
  expect(files.map(([file]) => file)).toEqual(["model.gtfp", "b.gtfp"]);
  expect(files[0]![1].map(({ severity }) => severity)).toEqual(["error", "note"]);
});
