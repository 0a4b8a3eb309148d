/** A diagnostic's page: what it means, a model that it is told of with what is told, and the model mended. */
import type { Block, Explanation } from "../../compiler/print/explanation.ts";
import { heading, text } from "../../compiler/print/explanation.ts";
import { check } from "../../language/check/check.ts";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import type { Entry, Example } from "../../language/diagnostics/entry.ts";
import { run } from "../run.ts";

/**
 * @param render what is told of the failing example, as text
 * @param encode a text as the bytes of its file
 */
export async function diagnosticPage(
  entry: Entry<never>,
  render: (told: readonly Diagnostic[], text: (path: string) => string | undefined) => string,
  encode: (text: string) => Uint8Array,
): Promise<Explanation> {
  const files = filesOf(entry.failing);
  const told = (await diagnosticsOf(files, encode)).filter((d) => d.code === entry.code);
  const rendered = render(told, (path) => files[path]);
  return {
    blocks: [
      { is: "title", text: `${entry.code}: ${entry.title}`, place: entry.severity },
      ...entry.page.split(/\n{2,}/).map((paragraph) => text(paragraph.replaceAll("\n", " "))),
      heading("Example"),
      ...models(files),
      ...(told.length === 0 ? [] : [{ is: "verbatim", text: rendered } as const]),
      heading("Mended"),
      ...models(filesOf(entry.mended)),
    ],
  };
}

function filesOf(example: Example): Readonly<Record<string, string>> {
  return typeof example === "string" ? { "model.gtfp": example } : example;
}

function models(files: Readonly<Record<string, string>>): Block[] {
  const all = Object.entries(files);
  return all.flatMap(([path, content]): Block[] => [
    ...(all.length === 1 ? [] : [text(`\`${path}\`:`)]),
    { is: "verbatim", text: content },
  ]);
}

async function diagnosticsOf(
  files: Readonly<Record<string, string>>,
  encode: (text: string) => Uint8Array,
): Promise<readonly Diagnostic[]> {
  const { model, diagnostics } = check("model.gtfp", (path) => files[path] ?? null);
  if (model === null) return diagnostics;
  const bytes = (path: string) => (path in files ? encode(files[path]!) : null);
  const results = await run(model, { read: bytes });
  return [...diagnostics, ...results.diagnostics];
}
