/** Who each unit is compared with. */
import type { Table } from "../tables/table.ts";
import type { Details } from "./details.ts";
import type { FrontierData } from "./frontier-data.ts";
import type { Answer } from "./score-requests.ts";
import { keyColumns, numbers, takeRows } from "./table-columns.ts";

/**
 * `NAME.peers`: one row for each unit and reference unit with a part in its target. `weight` is λ; `abated`, under Kuosmanen's
 * weak disposability alone, μ: the part that has stopped emitting and making.
 */
export function peersTable(
  name: string,
  data: FrontierData,
  answers: readonly Answer[],
  details: readonly (Details | null)[],
): Table {
  const units: number[] = [];
  const peers: number[] = [];
  const weights: number[] = [];
  const abated: number[] = [];
  let kuosmanen = false;
  for (const [row, one] of details.entries()) {
    if (one === null) continue;
    const { family } = answers[row]!.program!;
    const parts = new Map<number, { lambda: number; mu: number }>();
    kuosmanen ||= family.columns.some((column) => column.kind === "mu");
    for (const { column, value } of one.peers) {
      const { kind, observation } = family.columns[column]!;
      const part = parts.get(observation) ?? { lambda: 0, mu: 0 };
      part[kind] += value;
      parts.set(observation, part);
    }
    for (const peer of data.referenceRows) {
      const part = parts.get(peer);
      if (part === undefined) continue;
      units.push(row);
      peers.push(peer);
      weights.push(part.lambda);
      abated.push(part.mu);
    }
  }
  return {
    name: `${name}.peers`,
    rows: units.length,
    columns: [
      ...takeRows(keyColumns(data.scored.table), units),
      ...takeRows(keyColumns(data.reference.table), peers, (column) => ({
        name: `peer_${column.name}`,
        role: "label",
      })),
      numbers("weight", weights, { symbol: "λ" }),
      ...(kuosmanen ? [numbers("abated", abated, { symbol: "μ" })] : []),
    ],
  };
}
