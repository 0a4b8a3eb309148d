/** What a unit's solution moves, what is left as slack, and who its peers are. */
import type { Variable } from "../../language/model.ts";
import type { Details } from "../measure/details.ts";
import type { Program } from "../measure/score-requests.ts";
import type { UnitProgram } from "./unit-program.ts";
import type { Movement, PeerPart } from "./unit-words.ts";

type Unit = Pick<UnitProgram, "data" | "row">;

/** Slacks below this share of the unit's amount are rounding. */
const none = 1e-7;

/** Whether the program's own variable already takes the slack out of the row. */
function isCounted(program: Program, variable: string): boolean {
  return program.family.own.some((one) => one.variable === variable && one.name.startsWith("slack"));
}

/** Where the score's movement brings each variable, before slack. */
export function reached(
  program: Program,
  details: Details,
  variable: Pick<Variable, "name" | "role">,
  i: number,
): number {
  const target = details.targets[i]!;
  if (isCounted(program, variable.name)) return target;
  return variable.role === "good" ? target - details.slacks[i]! : target + details.slacks[i]!;
}

/** One for each variable of the technology, moved or not. */
export function movements({ data, row }: Unit, program: Program, details: Details): Movement[] {
  return data.technology.variables.map((variable, i) => ({
    variable,
    from: data.values[i]![row]!,
    to: reached(program, details, variable, i),
  }));
}

/** What is left beyond the movement. */
export function slackParts(
  { data, row }: Unit,
  program: Program,
  details: Details,
): { readonly variable: Variable; readonly amount: number }[] {
  return data.technology.variables.flatMap((variable, i) => {
    const amount = details.slacks[i]!;
    const counts = amount > none * Math.abs(data.values[i]![row]!);
    return counts && !isCounted(program, variable.name) ? [{ variable, amount }] : [];
  });
}

const shares = { lambda: "weight", mu: "abated", nu: "emitting", limit: null } as const;

/** By row of the reference panel, in the order of the program's columns. */
export function peerShares(
  program: Pick<Program, "family">,
  details: Details,
): ReadonlyMap<number, Omit<PeerPart, "name">> {
  const parts = new Map<number, { weight: number; abated: number; emitting: number }>();
  for (const { column, value } of details.peers) {
    const { kind, observation } = program.family.columns[column]!;
    const share = shares[kind];
    if (share === null) continue;
    const part = parts.get(observation) ?? { weight: 0, abated: 0, emitting: 0 };
    part[share] += value;
    parts.set(observation, part);
  }
  return parts;
}

export function peerParts(
  { nameOf }: Pick<UnitProgram, "nameOf">,
  program: Program,
  details: Details,
): PeerPart[] {
  return [...peerShares(program, details)].map(([observation, part]) => ({
    name: nameOf(observation),
    ...part,
  }));
}
