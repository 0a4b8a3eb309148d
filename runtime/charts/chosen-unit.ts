/** The unit that a section goes through: where it stands, where the measure moves it, at which prices. */
import type { Variable } from "../../language/model.ts";
import { reached } from "../explain/unit-parts.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import type { ChosenUnit } from "./section.ts";
import type { Plane } from "./section-boundary.ts";
import type { Scored } from "./section-units.ts";

/** @param direction by variable; null where the measure chooses for each how far it goes */
export function chosenUnit(
  data: FrontierData,
  { row, answer, details }: Scored,
  name: string,
  { point, x, y }: Plane,
  direction: Float64Array | null,
): ChosenUnit {
  const { labels, scored, technology } = data;
  const { variables } = technology;
  const { at } = point;
  const goal = details === null ? null : variables.map((v, i) => reached(answer.program!, details, v, i));
  const settled = goal !== null && Number.isFinite(goal[x]) && Number.isFinite(goal[y]);
  const still = (i: number) => Math.abs(goal![i]! - at[i]!) <= 1e-9 * Math.abs(at[i]!);
  const along = (i: number) => {
    const step = direction === null ? (settled ? goal[i]! - at[i]! : 0) : direction[i]!;
    return Number.isFinite(step) ? step : 0;
  };
  const price = (i: number) => numberOr(details?.prices[i]);
  return {
    row,
    dmu: labels.dmus[scored.dmu[row]!]!.join(", "),
    period: labels.periods[scored.period[row]!] ?? null,
    name,
    x: at[x]!,
    y: at[y]!,
    status: answer.status,
    reason: answer.reason,
    score: numberOr(answer.score),
    class: details?.class ?? null,
    certified: answer.program?.solved.certificate.holds === true,
    direction: { dx: along(x), dy: along(y) },
    projection: settled ? { x: goal[x]!, y: goal[y]! } : null,
    target: settled ? { x: details!.targets[x]!, y: details!.targets[y]! } : null,
    inPlane: settled && variables.every((_, i) => i === x || i === y || still(i)),
    price: { x: price(x), y: price(y) },
  };
}

/** A variable as plain data. */
export function named({ name, role, unit }: Variable) {
  return { name, role, unit: unit === null || unit.text === "1" ? null : unit.text };
}

/** Null for what is no number. */
export function numberOr(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}
