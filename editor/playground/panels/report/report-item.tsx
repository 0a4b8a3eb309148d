/** One item of a report: a text, or a table, a figure or a program under its number and title. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { itemSentence, itemTable } from "../../../../runtime/report/item-table.ts";
import type { Numbered, Shown } from "../../../../runtime/report/numbered.ts";
import { tableToCsv } from "../../../../runtime/report/results-csv.ts";
import { comparisonTable } from "../../../../runtime/tables/comparison-table.ts";
import type { Table } from "../../../../runtime/tables/table.ts";
import { tableView } from "../../../../runtime/tables/table-view.ts";
import { VegaChart } from "../../charts/vega-chart.tsx";
import { say } from "../../words/say.ts";
import { DotPicture } from "../diagram/dot-picture.tsx";
import { DataTable } from "../results/data-table.tsx";
import { download } from "../results/download.ts";
import { fileName } from "../results/table-text.ts";
import { Prose } from "./prose.tsx";

const labels = { table: "reportTable", figure: "reportFigure", program: "reportProgram" } as const;

export function ReportItem({ entry }: { entry: Numbered }) {
  if (!("label" in entry)) return <Prose text={entry.item.text} />;
  const { item, label, number } = entry;
  const table = itemTable(item)!;
  const sentence = itemSentence(item);
  return (
    <figure class={`report-item ${item.kind}`}>
      <figcaption>
        <span class="title">
          <span class="number">{say(labels[label], { n: number })}</span>{" "}
          {item.title !== undefined && <strong>{item.title}</strong>}
        </span>
        <button
          type="button"
          class="quiet take"
          title={say("reportCsvOf", { name: table.name })}
          onClick={() => download(fileName(table, "csv"), tableToCsv(table), "text/csv")}
        >
          {say("reportCsv")}
        </button>
      </figcaption>
      <Picture item={item} />
      {sentence !== null && <p class="item-sentence">{sentence}</p>}
      {item.kind !== "table" && (
        <details class="behind">
          <summary>{say("reportNumbers", { n: table.rows })}</summary>
          <ItemTable table={table} label={item.title ?? table.name} />
        </details>
      )}
    </figure>
  );
}

function Picture({ item }: { item: Shown }) {
  switch (item.kind) {
    case "table":
      return <ItemTable table={item.table} label={item.title ?? item.table.name} />;
    case "chart":
      return <VegaChart spec={item.chart.spec} label={item.chart.sentence} />;
    case "program":
      return <Explained explanation={item.explanation} />;
    case "diagram":
      return <DotPicture dot={item.dot} label={item.sentence} />;
  }
}

function ItemTable({ table, label }: { table: Table; label: string }) {
  const view = useMemo(() => tableView(comparisonTable(table) ?? table), [table]);
  return (
    <>
      <DataTable view={view} label={label} />
      {table.notes?.map((note) => (
        <p key={note} class="note muted small">
          {note}
        </p>
      ))}
    </>
  );
}

/** A program in mathematics; what writes it as HTML is loaded with the first one. */
function Explained({ explanation }: { explanation: Extract<Shown, { kind: "program" }>["explanation"] }) {
  const [html, setHtml] = useState("");
  useEffect(() => {
    let gone = false;
    void import("../../../../compiler/print/explanation-html.ts").then(({ explanationHtml }) => {
      if (!gone) setHtml(explanationHtml(explanation));
    });
    return () => {
      gone = true;
    };
  }, [explanation]);
  // What is wider than the page is reached by keys.
  const reachable = html.replaceAll('<div class="scroll">', '<div class="scroll" tabindex="0">');
  return <div lang="en" dangerouslySetInnerHTML={{ __html: reachable }} />;
}
