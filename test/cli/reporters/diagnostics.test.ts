import { describe, expect, it } from "vitest";
import { type DiagnosticFormat, reportDiagnostics } from "../../../cli/reporters/diagnostics.ts";
import type { Diagnostic } from "../../../language/diagnostics/diagnostic.ts";
import { memoryIo } from "../../helpers/memory-io.ts";

const text = "data mills {\n  dmu mlil\n}\n";
const list: Diagnostic[] = [
  {
    code: "GTFP4001",
    severity: "error",
    message: "100% wrong: a, b",
    span: { file: "a b.gtfp", start: 19, end: 23 },
    related: [{ span: { file: "a b.gtfp", start: 5, end: 10 }, message: "of this data" }],
    help: "did you mean `mill`?",
    fixes: [
      { title: "write mill", edits: [{ span: { file: "a b.gtfp", start: 19, end: 23 }, text: "mill" }] },
    ],
  },
];

async function reported(format: DiagnosticFormat): Promise<{ out: string; err: string }> {
  const io = memoryIo();
  await reportDiagnostics(io, list, () => text, format);
  return { out: io.stdout.text, err: io.stderr.text };
}

describe("diagnostics for tools", () => {
  it("writes text to stderr and leaves stdout alone", async () => {
    const { out, err } = await reported("text");
    expect(out).toBe("");
    expect(err).toContain("error[GTFP4001]: 100% wrong: a, b\n --> a b.gtfp:2:7");
    expect(err).toMatch(/\n1 error\n$/);
  });

  it("writes JSON with lines and columns from 1", async () => {
    const range = { start: { line: 2, column: 7 }, end: { line: 2, column: 11 } };
    const { out, err } = await reported("json");
    expect(err).toBe("");
    expect(JSON.parse(out)).toEqual({
      gtfp: expect.stringMatching(/^\d+\.\d+\.\d+/),
      diagnostics: [
        {
          code: "GTFP4001",
          severity: "error",
          message: "100% wrong: a, b",
          file: "a b.gtfp",
          range,
          related: [
            {
              message: "of this data",
              file: "a b.gtfp",
              range: { start: { line: 1, column: 6 }, end: { line: 1, column: 11 } },
            },
          ],
          help: "did you mean `mill`?",
          fixes: [{ title: "write mill", edits: [{ file: "a b.gtfp", range, text: "mill" }] }],
        },
      ],
    });
  });

  it("writes GitHub annotations with what would end them escaped", async () => {
    expect((await reported("github")).out).toBe(
      "::error file=a b.gtfp,line=2,endLine=2,col=7,endColumn=11,title=GTFP4001::100%25 wrong: a, b%0Ahelp: did you mean `mill`?\n",
    );
  });

  it("writes SARIF 2.1.0 with rules, regions and fixes", async () => {
    const log = JSON.parse((await reported("sarif")).out);
    expect(log.version).toBe("2.1.0");
    const [run] = log.runs;
    expect(run.columnKind).toBe("utf16CodeUnits");
    expect(run.tool.driver.rules.map((r: { id: string }) => r.id)).toEqual(["GTFP4001"]);
    const [result] = run.results;
    const region = { startLine: 2, startColumn: 7, endLine: 2, endColumn: 11 };
    expect(result).toMatchObject({ ruleId: "GTFP4001", ruleIndex: 0, level: "error" });
    expect(result.locations[0].physicalLocation).toEqual({ artifactLocation: { uri: "a%20b.gtfp" }, region });
    expect(result.relatedLocations[0].message.text).toBe("of this data");
    expect(result.fixes[0].artifactChanges[0].replacements[0]).toEqual({
      deletedRegion: region,
      insertedContent: { text: "mill" },
    });
  });
});
