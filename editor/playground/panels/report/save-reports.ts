/** The reports as one HTML file that needs nothing else: pictures inside, numbers in tables, light and printable. */
import { drawChart } from "../../charts/draw.ts";
import { view } from "../../state/view.ts";
import { say } from "../../words/say.ts";
import type { RunAnswer } from "../../workers/protocol.ts";
import { dotSvg } from "../diagram/graphviz.ts";
import { download } from "../results/download.ts";
import { numbered, type Shown } from "./numbered.ts";
import { reportsHtml } from "./report-file.ts";

export async function saveReports(outcome: RunAnswer): Promise<void> {
  const pictures = new Map<Shown, string>();
  for (const report of outcome.reports) {
    for (const entry of numbered(report)) {
      if ("label" in entry) pictures.set(entry.item, await pictureOf(entry.item));
    }
  }
  const { model } = outcome.results;
  const words = {
    table: (n: number) => say("reportTable", { n }),
    figure: (n: number) => say("reportFigure", { n }),
    program: (n: number) => say("reportProgram", { n }),
    numbers: say("reportNumbersShort"),
    made: say("reportMade", { version: outcome.results.gtfp }),
  };
  const html = reportsHtml(model, view.language.value, outcome.reports, pictures, words);
  download(`${model}.html`, html, "text/html");
}

async function pictureOf(item: Shown): Promise<string> {
  switch (item.kind) {
    case "table":
      return "";
    case "chart":
      return chartSvg(item.chart.spec);
    case "diagram":
      return dotSvg(item.dot);
    case "program": {
      const { explanationHtml } = await import("../../../../compiler/print/explanation-html.ts");
      return explanationHtml(item.explanation);
    }
  }
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
