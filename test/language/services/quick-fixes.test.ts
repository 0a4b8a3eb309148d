/** Every fix that a diagnostic carries makes the diagnostic disappear, and leaves the rest no worse. */
import { describe, expect, it } from "vitest";
import { check } from "../../../language/check/check.ts";
import { catalogue } from "../../../language/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../../language/diagnostics/diagnostic.ts";
import { quickFixes } from "../../../language/services/code-actions.ts";
import { applied } from "../../../language/services/rename.ts";
import { filesOf } from "../../helpers/pipeline.ts";

type Files = Readonly<Record<string, string>>;

function diagnosticsOf(files: Files): readonly Diagnostic[] {
  return check("model.gtfp", (path) => files[path] ?? null).diagnostics;
}
const count = (list: readonly Diagnostic[], code: string) => list.filter((d) => d.code === code).length;

const failing = catalogue.map(({ code, failing: example }) => ({ code, files: filesOf(example) }));
const fixable = failing.flatMap(({ code, files }) => {
  const before = diagnosticsOf(files);
  return before.flatMap((diagnostic) =>
    quickFixes([diagnostic], diagnostic.span).map((fix) => ({ code, files, before, diagnostic, fix })),
  );
});

describe("quick fixes of the catalogue's failing examples", () => {
  it("are many", () => expect(new Set(fixable.map(({ code }) => code)).size).toBeGreaterThan(25));

  it.each(fixable.map((one) => [`${one.code}: ${one.fix.title}`, one] as const))("%s", (_, one) => {
    const { files, before, diagnostic, fix } = one;
    const mended = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        applied(
          text,
          fix.edits.filter(({ span }) => span.file === path),
        ),
      ]),
    );
    expect(mended).not.toEqual(files);
    const after = diagnosticsOf(mended);
    expect(count(after, diagnostic.code)).toBeLessThan(count(before, diagnostic.code));
    const syntax = (list: readonly Diagnostic[]) =>
      list.filter(({ code }) => code.startsWith("GTFP1")).length;
    expect(syntax(after)).toBeLessThanOrEqual(syntax(before));
  });
});
