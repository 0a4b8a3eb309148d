/** A section's numbers as a tidy table. */

import type { Label } from "../evaluate/value.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { dmuColumns, periodColumn } from "../measure/observations.ts";
import { labels, numbers } from "../measure/table-columns.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import type { FrontierSection, SectionPoint, SectionUnit } from "./section.ts";

interface Line extends SectionPoint {
  readonly what: string;
  readonly unit: SectionUnit | null;
}

/**
 * One row for each vertex of the boundary (`frontier`), each unit (`unit`) at the place where it is drawn, and the chosen unit's
 * `projection` and `target`; `weight` is a peer's part in the target.
 */
export function sectionTable(name: string, section: FrontierSection, data: FrontierData): Table {
  const { chosen, frontier, units, x, y } = section;
  const own = units.find(({ row }) => row === chosen.row) ?? null;
  const point = (what: string, place: SectionPoint, unit: SectionUnit | null): Line => ({
    what,
    unit,
    x: place.x,
    y: place.y,
  });
  const lines = [
    ...frontier.map((vertex) => point("frontier", vertex, null)),
    ...units.map((unit) => point("unit", unit, unit)),
    ...(chosen.projection === null ? [] : [point("projection", chosen.projection, own)]),
    ...(chosen.target === null ? [] : [point("target", chosen.target, own)]),
  ];
  const { variables } = data.technology;
  const amounts = (axis: string, values: readonly number[]) =>
    numbers(axis, values, { unit: variables.find((v) => v.name === axis)?.unit ?? null });
  return {
    name,
    rows: lines.length,
    columns: [
      labels(
        "part",
        lines.map(({ what }) => what),
      ),
      ...keys(data, lines),
      amounts(
        x.name,
        lines.map((line) => line.x),
      ),
      amounts(
        y.name,
        lines.map((line) => line.y),
      ),
      numbers(
        "score",
        lines.map(({ what, unit }) => (what === "unit" ? (unit?.score ?? Number.NaN) : Number.NaN)),
        { symbol: section.symbol },
      ),
      labels(
        "class",
        lines.map(({ what, unit }) => (what === "unit" ? (unit?.class ?? null) : null)),
      ),
      numbers(
        "weight",
        lines.map(({ what, unit }) =>
          what === "unit" && unit?.peer != null ? unit.peer.weight + unit.peer.abated : Number.NaN,
        ),
        { symbol: "λ" },
      ),
    ],
  };
}

/** The panel's own key columns, empty at vertices. */
function keys({ scored, reference, labels: known }: FrontierData, lines: readonly Line[]): TableColumn[] {
  const dmu = dmuColumns(scored.table);
  const byName = new Map(known.dmus.map((parts) => [parts.join(", "), parts]));
  const column = ({ name, role }: TableColumn, of: (unit: SectionUnit) => Label): TableColumn => ({
    name,
    role,
    unit: null,
    cells: { of: "label", values: lines.map(({ unit }) => (unit === null ? null : of(unit))) },
  });
  const period = periodColumn(scored.table) ?? periodColumn(reference.table);
  return [
    ...dmu.map((one, i) => column(one, (unit) => byName.get(unit.dmu)?.[i] ?? null)),
    ...(period === undefined ? [] : [column(period, (unit) => unit.period)]),
  ];
}
