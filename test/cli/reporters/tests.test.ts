import { describe, expect, it } from "vitest";
import { plain } from "../../../cli/render/style.ts";
import { renderTests, type TestFormat } from "../../../cli/reporters/tests.ts";
import type { Ran } from "../../../cli/session.ts";
import type { ExpectationResult } from "../../../runtime/results.ts";

function claim(title: string, pass: boolean, more: Partial<ExpectationResult> = {}): ExpectationResult {
  return { title, text: "a > 1", file: "m.gtfp", line: 7, pass, actual: 0.5, ...more };
}
const list: Ran[] = [
  {
    path: "m.gtfp",
    model: null,
    set: [],
    diagnostics: [],
    results: {
      model: "m",
      diagnostics: [],
      tables: [],
      reports: [],
      programs: [],
      expectations: [
        claim("services # grow", true),
        claim('a < "b" & c', false, { reason: "row A: 0.5 > 1 does not hold" }),
      ],
    },
  },
  {
    path: "broken.gtfp",
    model: null,
    set: [],
    results: null,
    diagnostics: [
      {
        code: "GTFP1001",
        severity: "error",
        message: "no",
        span: { file: "broken.gtfp", start: 0, end: 1 },
        related: [],
        fixes: [],
      },
    ],
  },
];
const rendered = (format: TestFormat) => renderTests(list, format, () => "x\n", plain);

describe("outcomes of tests", () => {
  it("are told to people with claim, actual value, reason and place", () => {
    expect(rendered("text")).toBe(`m.gtfp
  ✓ services # grow
      a > 1   actual 0.5
  ✗ a < "b" & c
      a > 1   actual 0.5
      row A: 0.5 > 1 does not hold
      at m.gtfp:7

broken.gtfp
  ✗ could not run: 1 error, the first GTFP1001: no

1 expectation met, 1 not met, 1 model could not run
`);
  });

  it("are TAP 14 with a plan and escaped titles", () => {
    expect(rendered("tap").split("\n").slice(0, 4)).toEqual([
      "TAP version 14",
      "1..3",
      "ok 1 - services \\# grow",
      'not ok 2 - a < "b" & c',
    ]);
    expect(rendered("tap")).toContain("not ok 3 - broken.gtfp runs\n");
  });

  it("are JUnit XML with escaped text and counts", () => {
    const xml = rendered("junit");
    expect(xml).toContain('<testsuite name="m.gtfp" tests="2" failures="1" errors="0">');
    expect(xml).toContain('name="a &lt; &quot;b&quot; &amp; c"');
    expect(xml).toContain('<testsuite name="broken.gtfp" tests="1" failures="0" errors="1">');
  });

  it("are GitHub annotations for what failed only", () => {
    expect(rendered("github").trimEnd().split("\n")).toEqual([
      '::error file=m.gtfp,line=7,title=a < "b" & c::not met: a > 1%0Arow A: 0.5 > 1 does not hold',
      "::error file=broken.gtfp,line=1,endLine=1,col=1,endColumn=2,title=GTFP1001::no",
    ]);
  });

  it("are JSON with every expectation and diagnostic", () => {
    const document = JSON.parse(rendered("json"));
    expect(document.expectations.map((e: { pass: boolean }) => e.pass)).toEqual([true, false]);
    expect(document.diagnostics.map((d: { code: string }) => d.code)).toEqual(["GTFP1001"]);
  });
});
