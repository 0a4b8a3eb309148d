/** The charts of a model in memory, by the lines that ask for them. */
import type { Chart, Json } from "../../runtime/charts/chart.ts";
import { pipeline } from "./pipeline.ts";

/** Runs a model with a report of these items; the charts in their order. */
export async function charts(
  model: string,
  items: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<Chart[]> {
  const text = `${model}\nreport pictures {\n${items.map((item) => `  ${item}\n`).join("")}}\n`;
  const { results, diagnostics } = await pipeline({ "model.gtfp": text, ...files });
  if (results === null) throw new Error(diagnostics.map((d) => `${d.code} ${d.message}`).join("\n"));
  const [report] = results.reports;
  return report!.items.flatMap((item) => (item.kind === "chart" ? [item.chart] : []));
}

export async function chart(
  model: string,
  item: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Chart> {
  const [only] = await charts(model, [item], files);
  return only!;
}

/** The rows of a specification's data set. */
export function rowsOf({ spec }: Chart, name: string): Readonly<Record<string, Json>>[] {
  const sets = spec.datasets as Readonly<Record<string, readonly Json[]>>;
  const rows = sets[name];
  if (rows === undefined) throw new Error(`no data set ${name}, only ${Object.keys(sets).join(", ")}`);
  return rows as Readonly<Record<string, Json>>[];
}

/** A table as records, for comparisons. */
export function records({ table }: Chart): Readonly<Record<string, unknown>>[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map(({ name, cells }) => [name, cells.values[row]])),
  );
}
