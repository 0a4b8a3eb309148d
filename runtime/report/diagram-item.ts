/** `diagram` items: stocks and flows as a picture, a sentence, and the table of pipes and links. */
import type { Model, ReportItem } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { systemDiagram } from "../explain/system-diagram.ts";
import { labels } from "../measure/table-columns.ts";
import type { DocumentItem } from "./item-table.ts";

export function diagramItem(
  name: string,
  item: Extract<ReportItem, { kind: "diagram" }>,
  model: Model,
  env: Environment,
): DocumentItem {
  const system = model.declarations.find((d) => d.kind === "system" && d.name === item.system);
  if (system?.kind !== "system") throw new Error(`no system ${item.system}`);
  const { dot, sentence, links } = systemDiagram(system, env);
  const table = {
    name,
    rows: links.length,
    columns: [
      labels(
        "from",
        links.map(({ from }) => from ?? "cloud"),
      ),
      labels(
        "to",
        links.map(({ to }) => to ?? "cloud"),
      ),
      labels(
        "kind",
        links.map(({ kind }) => kind),
      ),
      labels(
        "polarity",
        links.map(({ polarity }) => polarity),
      ),
    ],
  };
  return { kind: "diagram", dot, sentence, table };
}
