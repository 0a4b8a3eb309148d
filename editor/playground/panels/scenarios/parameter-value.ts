/** What a parameter is in a scenario: as that sets it, or the one that it is made from, or the system. */
import type { SystemOutline } from "../../workers/outline.ts";

/** Null where it is not one number. */
export function parameterValue(
  system: SystemOutline,
  scenario: string | null,
  parameter: SystemOutline["parameters"][number],
): number | null {
  const seen = new Set<string>();
  for (let name = scenario; name !== null && !seen.has(name); ) {
    seen.add(name);
    const own = system.scenarios.find((one) => one.name === name);
    const set = own?.sets[parameter.name];
    if (set !== undefined) return set;
    name = own?.from ?? null;
  }
  return parameter.value;
}
