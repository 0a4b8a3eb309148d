/** The rows of a section's picture, by the names of its data sets. A page that moves something makes them anew and gives them to the view. */
import type { Label } from "../evaluate/value.ts";
import type { FrontierSection, SectionPoint, SectionUnit } from "./section.ts";

export interface FrontierRows {
  /** The boundary; `step` is the order of its vertices. */
  readonly frontier: readonly (SectionPoint & { readonly step: number })[];
  readonly area: readonly {
    readonly step: number;
    readonly x: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** All units but the chosen one. */
  readonly units: readonly UnitRow[];
  readonly chosen: readonly UnitRow[];
  /** Where the score's movement brings the chosen unit; the target too, where slack leaves it elsewhere. */
  readonly projection: readonly (SectionPoint & { readonly what: "projection" | "target" })[];
  /** From the chosen unit along its direction, as far as the view goes and at most once the vector. */
  readonly direction: readonly (SectionPoint & { readonly x2: number; readonly y2: number })[];
}
/** A unit with its own amounts and those at which it is drawn. */
export interface UnitRow extends SectionPoint {
  readonly name: string;
  readonly dmu: string;
  readonly period: Label;
  readonly kind: SectionUnit["kind"];
  readonly score: number | null;
  readonly class: string | null;
  readonly weight: number | null;
  readonly ownX: number;
  readonly ownY: number;
}

export function frontierRows(section: FrontierSection): FrontierRows {
  const { chosen, units } = section;
  const isChosen = ({ row }: SectionUnit) => row === chosen.row;
  const { projection, target } = chosen;
  return {
    frontier: section.frontier.map((point, step) => ({ step, ...point })),
    area: section.area.map((one, step) => ({ step, ...one })),
    units: units.filter((unit) => !isChosen(unit)).map(unitRow),
    chosen: units.filter(isChosen).map(unitRow),
    projection: [
      ...(projection === null ? [] : [{ ...projection, what: "projection" as const }]),
      ...(target === null || projection === null || near(section, target, projection)
        ? []
        : [{ ...target, what: "target" as const }]),
    ],
    direction: arrow(section),
  };
}

function unitRow(unit: SectionUnit): UnitRow {
  const { name, dmu, period, x, y, kind, score, factor } = unit;
  return {
    name,
    dmu,
    period,
    x,
    y,
    kind,
    score,
    class: unit.class,
    weight: unit.peer === null ? null : unit.peer.weight + unit.peer.abated,
    ownX: x / factor,
    ownY: y / factor,
  };
}

function near({ view }: FrontierSection, a: SectionPoint, b: SectionPoint): boolean {
  const share = (one: number, other: number, [low, high]: readonly [number, number]) =>
    Math.abs(one - other) / (high - low);
  return share(a.x, b.x, view.x) < 1e-6 && share(a.y, b.y, view.y) < 1e-6;
}

function arrow({ chosen, view }: FrontierSection): FrontierRows["direction"] {
  const { x, y, direction } = chosen;
  const { dx, dy } = direction;
  if (dx === 0 && dy === 0) return [];
  const room = (from: number, by: number, [low, high]: readonly [number, number]) =>
    by > 0 ? (high - from) / by : by < 0 ? (low - from) / by : Number.POSITIVE_INFINITY;
  const length = Math.min(1, 0.94 * Math.max(0, Math.min(room(x, dx, view.x), room(y, dy, view.y))));
  return [{ x, y, x2: x + length * dx, y2: y + length * dy }];
}
