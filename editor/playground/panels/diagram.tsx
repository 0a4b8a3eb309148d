/** The stocks and flows of a system as a picture that leads to the source, with its feedback loops. */
import { useEffect, useState } from "preact/hooks";
import { Superseded } from "../contract.ts";
import { actions } from "../state/actions.ts";
import { study } from "../state/study.ts";
import { shortNumber } from "../words/number.ts";
import { say } from "../words/say.ts";
import type { Place, SystemOutline } from "../workers/outline.ts";
import type { Answers } from "../workers/protocol.ts";
import { DiagramCanvas } from "./diagram/diagram-canvas.tsx";
import { DiagramText } from "./diagram/diagram-text.tsx";
import { LoopList } from "./diagram/loop-list.tsx";
import { NoSystem } from "./scenarios/no-system.tsx";
import { SystemMenu, shownSystem } from "./scenarios/system-menu.tsx";
import "../look/diagram.css";
import "../look/report.css";

export default function Diagram() {
  const systems = study.outline.value?.systems ?? [];
  const system = shownSystem(systems);
  if (system === undefined) return <NoSystem />;
  return (
    <div class="diagram-panel">
      <SystemMenu name={system.name} />
      <SystemDiagram key={system.name} system={system} />
    </div>
  );
}

function SystemDiagram({ system }: { system: SystemOutline }) {
  const [answer, setAnswer] = useState<Answers["diagram"] | null>(null);
  const [wrong, setWrong] = useState("");
  const [lit, setLit] = useState<readonly string[] | null>(null);
  // Asked again for each text that has come to rest; the picture before it stays until then.
  const outline = study.outline.value;
  useEffect(() => {
    let gone = false;
    actions
      .ask<"diagram">({ ask: "diagram", system: system.name })
      .then((drawn) => {
        if (gone) return;
        setWrong("");
        setAnswer((old) => (old !== null && old.dot === drawn.dot ? { ...drawn, dot: old.dot } : drawn));
      })
      .catch((error: unknown) => {
        if (!gone && !(error instanceof Superseded)) setWrong(String((error as Error).message));
      });
    return () => {
      gone = true;
    };
  }, [outline]);
  if (answer === null) return <p class="muted">{wrong === "" ? say("loading") : wrong}</p>;
  const choose = (variable: string) => {
    const place = entryOf(system, variable)?.place;
    if (place !== undefined) actions.reveal(study.entry.value, place.start, place.end);
  };
  return (
    <>
      <p class="panel-sentence">{answer.sentence}</p>
      <DiagramCanvas
        dot={answer.dot}
        label={answer.sentence}
        lit={lit}
        tell={(variable) => told(system, variable)}
        onChoose={choose}
      />
      <p class="muted small">{say("diagramLegend")}</p>
      <LoopList loops={answer.loops} lit={lit} onLight={setLit} />
      <DiagramText system={system} links={answer.links} />
    </>
  );
}

interface Entry {
  readonly title?: string;
  readonly unit?: string;
  readonly place?: Place;
}
function entryOf(system: SystemOutline, variable: string): Entry | undefined {
  return [...system.variables, ...system.parameters].find(({ name }) => name === variable);
}

/** A variable's title, its line of the source, and what it is at the end of the first run. */
function told(system: SystemOutline, variable: string): Record<string, string> {
  const entry = entryOf(system, variable);
  const lines: Record<string, string> = { [variable]: entry?.title ?? "" };
  if (entry?.place !== undefined) lines[say("diagramEquation")] = sourceLine(entry.place);
  const table = study.outcome.value?.tables.find(({ name }) => name === system.name);
  const column = table?.columns.find(({ name }) => name === variable);
  const time = table?.columns.find(({ role }) => role === "time");
  const scenario = table?.columns.find(({ role }) => role === "scenario")?.cells.values;
  if (table === undefined || column === undefined || time === undefined || scenario === undefined)
    return lines;
  const last = scenario.lastIndexOf(scenario[0] as never);
  const value = Number(column.cells.values[last]);
  const [run, at] = [scenario[0], time.cells.values[last]].map(String);
  lines[say("diagramValue", { run: run!, time: at! })] = [shortNumber(value, 5), entry?.unit]
    .filter(Boolean)
    .join(" ");
  return lines;
}

function sourceLine({ start }: Place): string {
  const text = study.text.value;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const end = text.indexOf("\n", start);
  return text.slice(from, end < 0 ? undefined : end).trim();
}
