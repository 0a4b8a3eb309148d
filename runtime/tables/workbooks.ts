/** The reader of workbooks is loaded where a model names one: most models do not. */
import type { Model, Panel } from "../../language/model.ts";
import type { readWorkbook } from "./read-workbook.ts";

let reader: typeof readWorkbook | undefined;

export function isWorkbook(path: string): boolean {
  return /\.xls[xm]$/i.test(path);
}

/** Whether a panel is read from a workbook, or joined with one. */
export function needsWorkbook({ source, joins }: Panel): boolean {
  return (source.kind === "file" && isWorkbook(source.path)) || joins.some((join) => isWorkbook(join.path));
}

/** Loads the reader if a panel or a map of the model needs it; to be awaited before panels are built. */
export async function loadWorkbooks(model: Model): Promise<void> {
  const panels = model.declarations.some((d) => d.kind === "panel" && needsWorkbook(d));
  const items = model.reports.flatMap((report) => report.items);
  if (panels || items.some((item) => item.kind === "map" && isWorkbook(item.file.path)))
    await loadWorkbookReader();
}

/** Loads the reader, for whoever looks at files without a model. */
export async function loadWorkbookReader(): Promise<void> {
  reader ??= (await import("./read-workbook.ts")).readWorkbook;
}

/** The reader, or undefined where it has not been loaded. */
export function workbookReader(): typeof readWorkbook | undefined {
  return reader;
}
