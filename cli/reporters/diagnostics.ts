/** Diagnostics as text for people (stderr) or as one document for tools (stdout). */
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import { diagnosticsToJson, inOrder, type TextOf } from "../../language/diagnostics/to-json.ts";
import { version } from "../../language/version.ts";
import type { Io } from "../io.ts";
import { renderDiagnostics, summarize } from "../render/diagnostics.ts";
import { styleFor } from "../render/style.ts";
import { toDocument } from "./document.ts";
import { githubDiagnostics } from "./github.ts";

export type DiagnosticFormat = "text" | "json" | "sarif" | "github";

/** Frames and a summary line on stderr; nothing where there is nothing to say. */
export function showDiagnostics(io: Io, list: readonly Diagnostic[], textOf: TextOf): void {
  if (list.length === 0) return;
  const style = styleFor(io.stderr.isTTY, io.env);
  io.stderr.write(`${renderDiagnostics(list, textOf, style)}\n${style.bold(summarize(list))}\n`);
}

export async function reportDiagnostics(
  io: Io,
  list: readonly Diagnostic[],
  textOf: TextOf,
  format: DiagnosticFormat,
): Promise<void> {
  switch (format) {
    case "text":
      return showDiagnostics(io, list, textOf);
    case "json":
      return io.stdout.write(
        toDocument({ gtfp: version, diagnostics: diagnosticsToJson(inOrder(list), textOf) }),
      );
    case "github":
      return io.stdout.write(githubDiagnostics(inOrder(list), textOf));
    case "sarif": {
      const { sarif } = await import("./sarif.ts");
      return io.stdout.write(toDocument(sarif(inOrder(list), textOf)));
    }
  }
}
