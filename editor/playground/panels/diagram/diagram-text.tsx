/** The diagram in words: stocks with what fills and drains them, and what reads what. */
import { say } from "../../words/say.ts";
import type { SystemOutline } from "../../workers/outline.ts";
import type { Answers } from "../../workers/protocol.ts";

interface Props {
  readonly system: SystemOutline;
  readonly links: Answers["diagram"]["links"];
}

export function DiagramText({ system, links }: Props) {
  const stocks = system.variables.filter(({ kind }) => kind === "stock");
  const read = links.filter(({ kind }) => kind !== "inflow" && kind !== "outflow");
  return (
    <details class="diagram-text">
      <summary>{say("diagramInWords")}</summary>
      <ul>
        {stocks.map(({ name }) => {
          const fills = links
            .filter(({ kind, to }) => kind === "inflow" && to === name)
            .map(({ from }) => from);
          const drains = links
            .filter(({ kind, from }) => kind === "outflow" && from === name)
            .map(({ to }) => to);
          return (
            <li key={name}>
              <strong>{name}</strong>{" "}
              {[
                fills.length > 0 ? say("diagramFilled", { flows: fills.join(", ") }) : "",
                drains.length > 0 ? say("diagramDrained", { flows: drains.join(", ") }) : "",
              ]
                .filter(Boolean)
                .join("; ")}
            </li>
          );
        })}
      </ul>
      <ul class="links">
        {read.map(({ from, to, kind, polarity }) => (
          <li key={`${from} ${to} ${kind}`}>
            {from} → {to} {polarity === null ? "" : `(${polarity})`}
          </li>
        ))}
      </ul>
    </details>
  );
}
