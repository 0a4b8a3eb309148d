import { describe, expect, it } from "vitest";
import { renderDiagnostics, summarize } from "../../../cli/render/diagnostics.ts";
import { coloured, plain } from "../../../cli/render/style.ts";
import type { Diagnostic } from "../../../language/diagnostics/diagnostic.ts";

const model = 'gtfp 1\ndata 省份 from "a.csv" {\n\tdmu 省份\n  captial [100M CNY]\n}\n';
const textOf = (path: string) => ({ "m.gtfp": model, "other.gtfp": "unit person\n" })[path];

/** The span of the n-th occurrence of a text in the model. */
function span(of: string, n = 0) {
  let start = -1;
  for (let i = 0; i <= n; i++) start = model.indexOf(of, start + 1);
  return { file: "m.gtfp", start, end: start + of.length };
}

function diagnostic(parts: Partial<Diagnostic>): Diagnostic {
  return {
    code: "GTFP2001",
    severity: "error",
    message: "something is wrong",
    span: span("data"),
    related: [],
    fixes: [],
    ...parts,
  };
}

describe("diagnostics in the terminal", () => {
  it("shows the source with carets, the second place with its message, and the help", () => {
    const text = renderDiagnostics(
      [
        diagnostic({
          message: "there is no column `captial` in a.csv",
          span: span("captial"),
          related: [{ span: span("省份"), message: "the data is declared here" }],
          help: "did you mean `capital`?",
        }),
      ],
      textOf,
      plain,
    );
    expect(text).toBe(`error[GTFP2001]: there is no column \`captial\` in a.csv
 --> m.gtfp:4:3
  |
2 | data 省份 from "a.csv" {
  |      ---- the data is declared here
...
4 |   captial [100M CNY]
  |   ^^^^^^^
  = help: did you mean \`capital\`?
`);
  });

  it("counts wide glyphs twice and tabs as two blanks, so that carets stand under the span", () => {
    const lines = renderDiagnostics([diagnostic({ span: span("省份", 1) })], textOf, plain).split("\n");
    expect(lines.slice(3, 5)).toEqual(["3 |   dmu 省份", "  |       ^^^^"]);
  });

  it("shows places in other files, and files without text by their name", () => {
    const related = [
      { span: { file: "other.gtfp", start: 5, end: 11 }, message: "also here" },
      { span: { file: "gone.csv", start: 3, end: 4 }, message: "and there" },
    ];
    const text = renderDiagnostics([diagnostic({ related })], textOf, plain);
    expect(text).toContain(" ::: other.gtfp:1:6\n  |\n1 | unit person\n  |      ------ also here\n");
    expect(text).toContain(" ::: gone.csv\n  = and there\n");
  });

  it("marks only the first line of a long span and says where it ends", () => {
    const text = renderDiagnostics(
      [diagnostic({ span: { file: "m.gtfp", start: 7, end: 50 } })],
      textOf,
      plain,
    );
    expect(text).toContain('2 | data 省份 from "a.csv" {\n  | ^^^^^^^^^^^^^^^^^^^^^^^^ … to line 4\n');
  });

  it("shows the end of the file behind its last word", () => {
    const end = { file: "m.gtfp", start: model.length, end: model.length };
    expect(renderDiagnostics([diagnostic({ span: end })], textOf, plain)).toContain("5 | }\n  |  ^\n");
  });

  it("cuts huge lines and shows control characters as pictures", () => {
    const huge = `${"x".repeat(5000)}\0bad${"y".repeat(5000)}`;
    const at = { file: "h.csv", start: 5001, end: 5004 };
    const text = renderDiagnostics([diagnostic({ span: at })], () => huge, plain);
    expect(text).toContain("x␀bady");
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(120);
  });

  it("sorts by file and place, and sums up", () => {
    const list = [
      diagnostic({ span: span("captial"), message: "late" }),
      diagnostic({ span: span("data"), message: "early", severity: "warning" }),
      diagnostic({ span: { file: "a.gtfp", start: 0, end: 1 }, message: "first" }),
    ];
    const text = renderDiagnostics(list, textOf, plain);
    expect(text.indexOf("first")).toBeLessThan(text.indexOf("early"));
    expect(text.indexOf("early")).toBeLessThan(text.indexOf("late"));
    expect(summarize(list)).toBe("2 errors, 1 warning");
    expect(summarize([])).toBe("no problems");
  });

  it("uses colour only where asked", () => {
    const list = [diagnostic({})];
    expect(renderDiagnostics(list, textOf, plain)).not.toContain("\x1b");
    expect(renderDiagnostics(list, textOf, coloured)).toContain("\x1b[31merror[GTFP2001]");
  });
});
