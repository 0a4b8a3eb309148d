/** The pictures of reports as SVG. Who draws them is loaded with the first of its kind: most runs draw nothing. */
import type { DocumentItem } from "../../runtime/report/item-table.ts";
import type { ReportDocument } from "../../runtime/results.ts";

/** Each chart and diagram, drawn in the light look. */
export async function drawPictures(
  reports: readonly ReportDocument[],
): Promise<ReadonlyMap<DocumentItem, string>> {
  const pictures = new Map<DocumentItem, string>();
  for (const item of reports.flatMap(({ items }) => items)) {
    if (item.kind === "chart") {
      const { chartSvg } = await import("./chart-svg.ts");
      pictures.set(item, await chartSvg(item.chart.spec));
    } else if (item.kind === "diagram") {
      const { diagramSvg } = await import("./diagram-svg.ts");
      pictures.set(item, await diagramSvg(item.dot));
    }
  }
  return pictures;
}
