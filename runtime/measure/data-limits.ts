/** Refuses data that a model cannot take: negative amounts, units that use or make nothing, directions turned around. */
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { frontier } from "../../language/diagnostics/frontier.ts";
import type { FrontierData } from "./frontier-data.ts";
import { amountsOf } from "./frontier-data.ts";
import { methods } from "./methods.ts";
import type { Observations } from "./observations.ts";
import { rowName } from "./observations.ts";

/** Why negative amounts mean nothing here; null where they can be taken. */
function whyNotNegative(data: FrontierData): string | null {
  const { returns, disposability, variables } = data.technology;
  const { fn, super: leaveOut } = data.spec;
  const { takesNegative, beyond } = methods[fn]!;
  if (takesNegative !== true || (beyond !== undefined && leaveOut !== false)) {
    return `\`${fn}\` multiplies or divides by amounts and cannot take a negative one`;
  }
  if (returns !== "vrs" && returns !== "fdh")
    return `under ${returns} units are scaled, and a multiple of a negative amount means nothing`;
  const abated = disposability === "weak" || disposability === "equality" || disposability === "shephard";
  if (abated && variables.some((v) => v.role === "bad")) {
    return "abatement multiplies amounts and cannot take a negative one";
  }
  return null;
}

/** False after errors, each with the first row that has it and how many more do. */
export function checkAmounts(data: FrontierData, complete: Uint8Array, sink: Diagnostics): boolean {
  const panels: [Observations, readonly Float64Array[], (row: number) => boolean][] = [
    [data.scored, data.values, (row) => complete[row] === 1],
  ];
  if (data.reference !== data.scored) {
    const used = new Set(data.referenceRows);
    panels.push([data.reference, data.referenceValues, (row) => used.has(row)]);
  }
  let ok = true;
  for (const [observations, values, used] of panels) {
    ok = checkSigns(data, observations, values, used, sink) && ok;
    if (ok) ok = checkZeros(data, observations, values, used, sink) && ok;
  }
  return ok;
}

function checkSigns(
  data: FrontierData,
  observations: Observations,
  values: readonly Float64Array[],
  used: (row: number) => boolean,
  sink: Diagnostics,
): boolean {
  const why = whyNotNegative(data);
  if (why === null) return true;
  let ok = true;
  for (const [i, variable] of amountsOf(data.technology).entries()) {
    const rows = observations.order.filter((row) => used(row) && values[i]![row]! < 0);
    if (rows.length === 0) continue;
    const where = rowName(data.labels, observations, rows[0]!);
    const params = {
      variable: variable.name,
      where,
      value: values[i]![rows[0]!]!,
      more: rows.length - 1,
      why,
    };
    report(sink, frontier.negativeValue, variable.span, params);
    ok = false;
  }
  return ok;
}

function checkZeros(
  data: FrontierData,
  observations: Observations,
  values: readonly Float64Array[],
  used: (row: number) => boolean,
  sink: Diagnostics,
): boolean {
  const { variables, returns } = data.technology;
  const { fn } = data.spec;
  const additive = methods[fn]!.takesNegative === true;
  let ok = true;
  for (const role of ["input", "good"] as const) {
    // What takes amounts as they come only stumbles over something made out of nothing where units are scaled.
    if (role === "good" ? fn !== "radial" : additive && (returns === "vrs" || returns === "fdh")) continue;
    const own = variables.flatMap((v, i) => (v.role === role ? [i] : []));
    if (own.length === 0) continue;
    const rows = observations.order.filter((row) => used(row) && own.every((i) => values[i]![row] === 0));
    if (rows.length === 0) continue;
    const where = rowName(data.labels, observations, rows[0]!);
    const why =
      role === "input"
        ? "what is made out of nothing has no efficiency"
        : "what makes nothing cannot be compared by what it makes";
    const params = { role: role === "good" ? "good output" : role, where, more: rows.length - 1, why };
    report(sink, frontier.allZero, variables[own[0]!]!.span, params);
    ok = false;
  }
  return ok;
}

/** False after errors: a size that is negative turns the direction around. */
export function checkMoves(data: FrontierData, sink: Diagnostics): boolean {
  let ok = true;
  for (const move of data.spec.moves ?? []) {
    const i = data.technology.variables.findIndex((v) => v.name === move.variable);
    const sizes = data.moves[i]!;
    const rows = data.scored.order.filter((row) => data.undefinedBecause[row] === null && sizes[row]! < 0);
    if (rows.length === 0) continue;
    const where = rowName(data.labels, data.scored, rows[0]!);
    const params = { variable: move.variable, where, value: sizes[rows[0]!]!, more: rows.length - 1 };
    report(sink, frontier.negativeMove, move.span, params);
    ok = false;
  }
  return ok;
}
