/** The reports as one HTML file that needs nothing else, the same that `gtfp run --out` writes. */
import type { DocumentItem } from "../../../../runtime/report/item-table.ts";
import type { FileWords } from "../../../../runtime/report/report-words.ts";
import { drawChart } from "../../charts/draw.ts";
import { view } from "../../state/view.ts";
import { say } from "../../words/say.ts";
import type { RunAnswer } from "../../workers/protocol.ts";
import { dotSvg } from "../diagram/graphviz.ts";
import { download } from "../results/download.ts";

export async function saveReports({ results, reports }: RunAnswer): Promise<void> {
  const pictures = new Map<DocumentItem, string>();
  for (const item of reports.flatMap(({ items }) => items)) {
    if (item.kind === "chart") pictures.set(item, await chartSvg(item.chart.spec));
    else if (item.kind === "diagram") pictures.set(item, await dotSvg(item.dot));
  }
  const { reportsHtml } = await import("../../../../runtime/report/report-html.ts");
  const file = {
    model: results.model,
    language: view.language.value,
    reports,
    expectations: results.expectations ?? [],
    notes: results.diagnostics.map(({ code, message }) => `${message} (${code})`),
    made: [say("reportMade", { version: results.gtfp })],
    pictures,
  };
  download(`${results.model}.html`, reportsHtml(file, fileWords()), "text/html");
}

function fileWords(): FileWords {
  return {
    contents: say("reportContents"),
    table: (n) => say("reportTable", { n }),
    figure: (n) => say("reportFigure", { n }),
    program: (n) => say("reportProgram", { n }),
    numbers: say("reportNumbersShort"),
    noRows: say("reportNoRows"),
    moreRows: (n) => say("reportMoreRows", { n }),
    expectations: say("reportExpectations"),
    allMet: (n) => say("reportAllMet", { n }),
    notMet: (n, of) => say("reportNotMet", { n, of }),
    met: say("reportMet"),
    failed: say("reportFailed"),
    actual: (value) => say("reportActual", { value }),
    notes: say("reportNotes"),
    method: say("reportMethod"),
  };
}

/** A chart in light colours, drawn out of sight. */
async function chartSvg(spec: Parameters<typeof drawChart>[1]): Promise<string> {
  const place = document.createElement("div");
  place.style.cssText = "position: fixed; left: -10000px; width: 720px";
  document.body.append(place);
  const chart = await drawChart(place, spec, {}, false);
  const svg = await chart.toSVG();
  chart.finalize();
  place.remove();
  return svg;
}
