/** The items of reports with their numbers: tables and figures are counted apart. */

import type { ReportDocument } from "../results.ts";
import type { DocumentItem } from "./item-table.ts";

export type Shown = Exclude<DocumentItem, { kind: "text" }>;
export type Numbered =
  | { readonly item: Extract<DocumentItem, { kind: "text" }> }
  | { readonly item: Shown; readonly label: "table" | "figure" | "program"; readonly number: number };

/** The items of each report; the numbers run on from report to report. */
export function numbered(reports: readonly ReportDocument[]): readonly (readonly Numbered[])[] {
  const counts = { table: 0, figure: 0, program: 0 };
  return reports.map(({ items }) =>
    items.map((item) => {
      if (item.kind === "text") return { item };
      const label = item.kind === "table" || item.kind === "program" ? item.kind : "figure";
      counts[label] += 1;
      return { item, label, number: counts[label] };
    }),
  );
}

/** What heads a report: the first sentence of its doc, or its name in words. */
export function reportTitle({ name, doc }: ReportDocument): {
  readonly title: string;
  readonly lead: string;
} {
  if (doc === undefined) return { title: name.replaceAll("_", " "), lead: "" };
  const [first, ...rest] = doc.trim().split("\n");
  return { title: first!, lead: rest.join("\n").trim() };
}
