/** Every distance an index used, and the proof of each. */
import type { Index } from "../../language/model.ts";
import { certificateTable } from "../measure/certificate-table.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { dmuColumns } from "../measure/observations.ts";
import { labels, numbers, takeRows } from "../measure/table-columns.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import type { DistanceTable } from "./distances.ts";

/** `NAME.distances`: E for `malmquist`, D for directional indices. `returns` stands where a decomposition needs two kinds. */
export function distancesTable(index: Index, data: FrontierData, distances: DistanceTable): Table {
  const all = distances.all();
  const efficiency = index.fn === "malmquist";
  return {
    name: `${index.name}.distances`,
    rows: all.length,
    columns: [
      ...distanceKeys(index, data, distances),
      numbers(
        "distance",
        all.map(({ answer }) => (efficiency ? answer.efficiency : answer.score)),
        { symbol: efficiency ? "E" : "D" },
      ),
      labels(
        "status",
        all.map(({ answer }) => answer.status),
      ),
    ],
  };
}

/** `NAME.certificates`, one row for each distance. */
export function indexCertificates(index: Index, data: FrontierData, distances: DistanceTable): Table {
  const answers = distances.all().map((one) => one.answer);
  return certificateTable(index.name, distanceKeys(index, data, distances), answers);
}

function distanceKeys(index: Index, data: FrontierData, distances: DistanceTable): TableColumn[] {
  const all = distances.all();
  const rows = all.map((one) => one.row);
  const { scored, labels: known } = data;
  return [
    ...takeRows(dmuColumns(scored.table), rows),
    labels(
      "observed",
      rows.map((row) => known.periods[scored.period[row]!]!),
      "period",
    ),
    labels(
      "reference",
      all.map((one) => one.reference),
    ),
    ...(index.decomposition === undefined
      ? []
      : [
          labels(
            "returns",
            all.map((one) => one.returns),
          ),
        ]),
  ];
}
