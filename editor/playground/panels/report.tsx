/** The model's reports as documents: read here, printed, or taken away as one file. */
import { useState } from "preact/hooks";
import { numbered, reportTitle } from "../../../runtime/report/numbered.ts";
import { study } from "../state/study.ts";
import { say } from "../words/say.ts";
import { NoReport } from "./report/no-report.tsx";
import { Prose } from "./report/prose.tsx";
import { ReportItem } from "./report/report-item.tsx";
import { saveReports } from "./report/save-reports.ts";
import { Notices } from "./results/notices.tsx";
import "../look/report.css";
import "../look/results.css";

export default function Report() {
  const outcome = study.outcome.value;
  const [saving, setSaving] = useState(false);
  const reports = outcome?.reports ?? [];
  if (outcome === null || reports.length === 0) {
    return (
      <div class="report-panel">
        <Notices />
        {study.outline.value?.reports.length ? <p class="muted">{say("reportNotYet")}</p> : <NoReport />}
      </div>
    );
  }
  const save = () => {
    setSaving(true);
    saveReports(outcome).finally(() => setSaving(false));
  };
  const items = numbered(reports);
  const stale = !study.fresh.value && !study.running.value;
  return (
    <div class={stale ? "report-panel stale" : "report-panel"}>
      <Notices />
      <header class="report-bar">
        {reports.length > 1 && (
          <nav aria-label={say("reportContents")}>
            {reports.map((report) => (
              <button
                key={report.name}
                type="button"
                class="chip"
                onClick={() =>
                  document.getElementById(`report-${report.name}`)?.scrollIntoView({ block: "start" })
                }
              >
                {reportTitle(report).title}
              </button>
            ))}
          </nav>
        )}
        <span class="steps-on">
          <button type="button" class="quiet" onClick={() => print()}>
            {say("reportPrint")}
          </button>
          <button type="button" disabled={saving} onClick={save}>
            {say("reportSave")}
          </button>
        </span>
      </header>
      {reports.map((report, at) => {
        const { title, lead } = reportTitle(report);
        return (
          <article key={report.name} id={`report-${report.name}`} class="report-document">
            <h1>{title}</h1>
            {lead !== "" && <Prose text={lead} />}
            {items[at]!.map((entry, i) => (
              <ReportItem key={`${i}`} entry={entry} />
            ))}
          </article>
        );
      })}
    </div>
  );
}
