import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../language/check/check.ts";

const folder = join(import.meta.dirname, "../../acceptance");
const models = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".gtfp"))
  .map((path) => readFileSync(join(folder, path), "utf8"));
const words = models.flatMap((text) => text.match(/[\p{L}_][\p{L}\p{N}_]*|[^\s\p{L}]/gu) ?? []);

/** A model with some of its words replaced by words of other models. */
const damaged = fc
  .tuple(
    fc.constantFrom(...models),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...words)), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, changes]) => {
    const parts = text.match(/[\p{L}_][\p{L}\p{N}_]*|\s+|[^\s\p{L}]/gu) ?? [];
    for (const [at, word] of changes) parts[at % parts.length] = word;
    return parts.join("");
  });

test("whatever stands in a file, checking gives diagnostics whose spans lie in it", () => {
  expect(models.length).toBeGreaterThan(100);
  fc.assert(
    fc.property(damaged, (text) => {
      const { model, diagnostics } = check("model.gtfp", (path) => (path === "model.gtfp" ? text : null));
      expect(model === null).toBe(diagnostics.some((d) => d.severity === "error"));
      for (const { span, message, fixes, related } of diagnostics) {
        expect(message.length).toBeGreaterThan(5);
        const spans = [
          span,
          ...related.map((r) => r.span),
          ...fixes.flatMap((f) => f.edits.map((e) => e.span)),
        ];
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: Number(process.env.GTFP_FUZZ ?? 150) },
  );
});
