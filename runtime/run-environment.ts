import type { Model } from "../language/model.ts";
import { columnLabels } from "./evaluate/column-value.ts";
import type { Environment } from "./evaluate/environment.ts";
import type { Table } from "./tables/table.ts";

/** What has been computed so far, as expressions read it; the tables may still grow in number. */
export function runEnvironment(model: Model, tables: ReadonlyMap<string, Table>): Environment {
  return {
    table: (name) => tables.get(name),
    dimension(name) {
      const declared = model.declarations.find((d) => d.kind === "dimension" && d.name === name);
      if (declared?.kind !== "dimension") return [];
      const { labels } = declared;
      if (!("table" in labels)) return labels;
      const column = tables.get(labels.table)?.columns.find((c) => c.name === labels.column);
      const found = column ? columnLabels(column) : [];
      return [...new Set(found)].filter((label) => label !== null).map(String);
    },
  };
}
