import type { System } from "../model.ts";
import type { TableShape } from "./context.ts";

/**
 * The table of a system's runs as expressions see it: each variable once, with its dimensions as keys of its own.
 *
 * @param failed variables that could not be read
 */
export function runShape(system: System, failed: ReadonlySet<string>): TableShape {
  const variables = system.variables.filter((variable) => variable.role !== "lookup");
  const dimensions = new Set(variables.flatMap((variable) => variable.dimensions));
  return {
    name: system.name,
    keys: [
      { name: "scenario", role: "scenario" },
      { name: "time", role: "time" },
      ...[...dimensions].map((name) => ({ name, role: "dimension" as const })),
    ],
    groups: [],
    failed,
    columns: new Map(
      variables.map(({ name, unit, dimensions: own }) => [
        name,
        { of: "number" as const, unit, scale: "level" as const, keys: ["scenario", "time", ...own] },
      ]),
    ),
  };
}
