/** What a unit's row of the measure's table says of a variable: its shadow price and what is left of it. */
import type { Table } from "../../../../runtime/tables/table.ts";
import { sameUnit, unitsOf } from "../../../../runtime/tables/table-view.ts";
import type { UnitName } from "../../contract.ts";
import { short, withUnit } from "../frontier/figures.ts";
import type { Say } from "../frontier/sentence.ts";

export interface Worth {
  readonly price: number;
  readonly slack: number;
  readonly unit: string | null;
}

/** By variable; empty without that unit. */
export function worthOf(table: Table | undefined, unit: UnitName): ReadonlyMap<string, Worth> {
  const unitOf = table === undefined ? null : unitsOf(table);
  if (table === undefined || unitOf === null) return new Map();
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const row = rows.find((one) => sameUnit(unitOf(one), unit));
  if (row === undefined) return new Map();
  const worth = new Map<string, Worth>();
  for (const { name, cells } of table.columns) {
    if (!name.startsWith("price.") || cells.of !== "number") continue;
    const variable = name.slice("price.".length);
    const slack = table.columns.find((column) => column.name === `slack.${variable}`);
    const amount = slack?.cells.of === "number" ? slack.cells.values[row]! : Number.NaN;
    const text = slack?.unit?.text ?? null;
    worth.set(variable, { price: cells.values[row]!, slack: amount, unit: text === "1" ? null : text });
  }
  return worth;
}

/** "binds: 0.005 of the score per person", "66.7 GJ are left". */
export function remarkFor(
  variables: readonly string[],
  binding: boolean,
  worth: ReadonlyMap<string, Worth>,
  say: Say,
): string {
  const one = variables.length === 1 ? worth.get(variables[0]!) : undefined;
  if (one === undefined) return binding ? say("programBinds") : "";
  const { price, slack, unit } = one;
  if (binding && Number.isFinite(price)) {
    return say("programBindsAt", { price: short(price), unit: unit ?? variables[0]! });
  }
  if (!binding && slack > 0) return say("programLeft", { amount: withUnit(short(slack), unit) });
  return binding ? say("programBinds") : "";
}
