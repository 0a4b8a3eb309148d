/** Helps for tests of the checker: models as text, diagnostics as short lines. */
import { check } from "../../../language/check/check.ts";
import type { Diagnostic } from "../../../language/diagnostics/diagnostic.ts";
import type { Column, Expr, Model, Panel } from "../../../language/model.ts";
import { positions } from "../../../language/source.ts";

/** A model's files; a text stands for `model.gtfp`. */
export type Files = string | Readonly<Record<string, string>>;

export function checkFiles(files: Files, options: { allowOutside?: boolean; entry?: string } = {}) {
  const all = typeof files === "string" ? { "model.gtfp": files } : files;
  return check(options.entry ?? "model.gtfp", (path) => all[path] ?? null, options);
}

/** Each diagnostic as `CODE line: message`. */
export function told(files: Files, options: { allowOutside?: boolean; entry?: string } = {}): string[] {
  const { diagnostics, files: sources } = checkFiles(files, options);
  return diagnostics.map((d) => {
    const source = sources.find((file) => file.path === d.span.file);
    const { line } = positions(source?.text ?? "")(d.span.start);
    return `${d.code} ${line}: ${d.message}`;
  });
}

/** Codes alone. */
export function codes(files: Files): string[] {
  return checkFiles(files).diagnostics.map((d) => d.code);
}

/** The model; a test that gets none fails with the diagnostics. */
export function modelOf(files: Files): Model {
  const { model, diagnostics } = checkFiles(files);
  if (model === null)
    throw new Error(diagnostics.map((d: Diagnostic) => `${d.code} ${d.message}`).join("\n"));
  return model;
}

/** A column of a panel of the model. */
export function columnOf(model: Model, panel: string, column: string): Column {
  const found = model.declarations.find((d): d is Panel => d.kind === "panel" && d.name === panel);
  return found!.columns.find((c) => c.name === column)!;
}

/** The checked expression of the first expectation. */
export function claim(files: Files): Expr {
  return modelOf(files).expectations[0]!.expr;
}

/** Two industries of two plants over three years, as an inline panel with the given entries. */
export function plants(entries = "", after = ""): string {
  const rows = ["A", "B"].flatMap((plant, p) =>
    ["paper", "power"].flatMap((industry, i) =>
      [2020, 2021, 2022].map(
        (year, t) =>
          `  | ${plant} | ${industry} | ${year} | ${p ? "west" : "east"} | ${10 + p * 5 + i * 3 + t} | ${100 + t} |`,
      ),
    ),
  );
  return `data plants {
  dmu plant, industry
  period year
  group region
  | plant | industry | year | region | labor [10k person] | value [100M CNY] |
${rows.join("\n")}
  ${entries}
}
${after}`;
}
