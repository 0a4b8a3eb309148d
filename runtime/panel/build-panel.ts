import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Panel } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { Host } from "../results.ts";
import type { Table } from "../tables/table.ts";

/** Builds a panel's table; null after errors, which are in the sink. */
export function buildPanel(_panel: Panel, _env: Environment, _host: Host, _sink: Diagnostics): Table | null {
  return null;
}
