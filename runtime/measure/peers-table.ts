/** Who each unit is compared with. */
import type { Table } from "../tables/table.ts";
import type { Details } from "./details.ts";
import type { FrontierData } from "./frontier-data.ts";
import type { Answer } from "./score-requests.ts";
import { keyColumns, numbers, takeRows } from "./table-columns.ts";

/**
 * `NAME.peers`: one row for each unit and reference unit with a part in its target. `weight` is λ; `abated`, under Kuosmanen's
 * weak disposability alone, μ: the part that has stopped emitting and making; `emitting`, under by-production alone, ν: its part in
 * the mix that emits.
 */
export function peersTable(
  name: string,
  data: FrontierData,
  answers: readonly Answer[],
  peersOf: readonly (Details["peers"] | null)[],
): Table {
  const units: number[] = [];
  const peers: number[] = [];
  const weights: number[] = [];
  const abated: number[] = [];
  const emitting: number[] = [];
  let kuosmanen = false;
  let emissions = false;
  const place = new Int32Array(data.reference.table.rows);
  for (const [at, peer] of data.referenceRows.entries()) place[peer] = at;
  for (const [row, one] of peersOf.entries()) {
    if (one === null) continue;
    const { columns } = answers[row]!.program!.family;
    const parts = new Map<number, { lambda: number; mu: number; nu: number }>();
    // The μ or ν stand behind the λ, and as many as they.
    const second = columns[columns.length >> 1]?.kind;
    kuosmanen ||= second === "mu";
    emissions ||= second === "nu";
    for (const { column, value } of one) {
      const { kind, observation } = columns[column]!;
      if (kind === "limit") continue;
      const part = parts.get(observation) ?? { lambda: 0, mu: 0, nu: 0 };
      part[kind] += value;
      parts.set(observation, part);
    }
    for (const [peer, part] of [...parts].sort(([a], [b]) => place[a] - place[b])) {
      units.push(row);
      peers.push(peer);
      weights.push(part.lambda);
      abated.push(part.mu);
      emitting.push(part.nu);
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
      ...(emissions ? [numbers("emitting", emitting, { symbol: "ν" })] : []),
    ],
  };
}
