/** Who each unit is compared with. */
import type { Table } from "../tables/table.ts";
import type { Details } from "./details.ts";
import type { FrontierData } from "./frontier-data.ts";
import type { Answer } from "./score-requests.ts";
import { keyColumns, labels, numbers, takeRows } from "./table-columns.ts";

/** A peer's intensities, of one stage where there are several. */
interface Part {
  readonly peer: number;
  readonly stage: string;
  lambda: number;
  mu: number;
  nu: number;
}

/**
 * `NAME.peers`: one row for each unit and reference unit with a part in its target. `weight` is λ; `abated`, under Kuosmanen's
 * weak disposability alone, μ: the part that has stopped emitting and making; `emitting`, under by-production alone, ν: its part in
 * the mix that emits. A network has a row for each of its stages.
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
  const stages: string[] = [];
  let kuosmanen = false;
  let emissions = false;
  const network = data.technology.stages !== undefined;
  const place = new Int32Array(data.reference.table.rows);
  for (const [at, peer] of data.referenceRows.entries()) place[peer] = at;
  for (const [row, one] of peersOf.entries()) {
    if (one === null) continue;
    const { columns } = answers[row]!.program!.family;
    const parts = new Map<string, Part>();
    // The μ or ν stand behind the λ, and as many as they; those of a stage behind its λ.
    const second = columns[columns.length >> 1]?.kind;
    kuosmanen ||= second === "mu" || (network && columns.some(({ kind }) => kind === "mu"));
    emissions ||= second === "nu";
    for (const { column, value } of one) {
      const { kind, observation: peer, stage = "" } = columns[column]!;
      if (kind === "limit") continue;
      const key = `${stage} ${peer}`;
      const part = parts.get(key) ?? { peer, stage, lambda: 0, mu: 0, nu: 0 };
      part[kind] += value;
      parts.set(key, part);
    }
    const order = (part: Part) => data.technology.stages?.indexOf(part.stage) ?? 0;
    const sorted = [...parts.values()].sort((a, b) => order(a) - order(b) || place[a.peer] - place[b.peer]);
    for (const part of sorted) {
      units.push(row);
      peers.push(part.peer);
      stages.push(part.stage);
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
      ...(network ? [labels("stage", stages)] : []),
      numbers("weight", weights, { symbol: "λ" }),
      ...(kuosmanen ? [numbers("abated", abated, { symbol: "μ" })] : []),
      ...(emissions ? [numbers("emitting", emitting, { symbol: "ν" })] : []),
    ],
  };
}
