/** What a sentence about a unit says, in numbers and names; and that sentence in English. */
import { joined } from "../../compiler/print/explanation.ts";
import { figure } from "../../compiler/print/math.ts";
import type { Variable } from "../../language/model.ts";
import { movements, peerParts, slackParts } from "../explain/unit-parts.ts";
import type { UnitProgram } from "../explain/unit-program.ts";
import { unitSentence } from "../explain/unit-words.ts";
import type { FrontierSection, SentenceFacts } from "./section.ts";
import type { Scored } from "./section-units.ts";

/** Movements within this share of an amount are rounding. */
const none = 1e-7;

export function sentenceFacts(
  unit: Pick<UnitProgram, "data" | "row" | "nameOf">,
  { answer, details }: Scored,
  name: string,
): SentenceFacts {
  const { reason } = answer;
  if (details === null) return { unit: name, kind: "none", moves: [], slacks: [], peers: [], reason };
  const program = answer.program!;
  const moves = movements(unit, program, details).flatMap(({ variable, from, to }) => {
    if (!(Math.abs(to - from) > none * Math.max(Math.abs(from), Math.abs(to)))) return [];
    const share = from === 0 ? null : (to - from) / Math.abs(from);
    return [{ ...named(variable), from, to, share }];
  });
  const worse = moves.filter(({ role, from, to }) => (role === "good" ? to < from : to > from));
  const kind = moves.length === 0 ? "frontier" : worse.length === moves.length ? "beyond" : "could";
  return {
    unit: name,
    kind,
    moves,
    slacks: slackParts(unit, program, details).map(({ variable, amount }) => ({
      ...named(variable),
      amount,
    })),
    peers: peerParts(unit, program, details).filter((peer) => kind !== "frontier" || peer.name !== name),
    reason,
  };
}

function named({ name, role, unit }: Pick<Variable, "name" | "role" | "unit">) {
  return { variable: name, role, unit: unit === null || unit.text === "1" ? null : unit.text };
}

/** "C could make 31 % more paper and emit 31 % less bod, as A and B together do." */
export function sectionSentence({ facts }: Pick<FrontierSection, "facts">): string {
  const { unit, kind, moves, peers, reason } = facts;
  if (kind === "none") return `${unit} has no number: ${reason}.`;
  const told = moves.map(({ variable, role, unit: of, from, to }) => ({
    variable: { name: variable, role, unit: of === null ? null : { text: of, dimensions: {}, scale: 1 } },
    from,
    to,
  }));
  return unitSentence(unit, told, peers);
}

/** What the section holds still, and who is drawn at another size. */
export function heldSentence({ held, scaledBy, facts, view }: FrontierSection): string {
  const amount = ({ name, amount, unit }: FrontierSection["held"][number]) =>
    `${name} at ${figure(amount, 4)}${unit === null ? "" : ` ${unit}`}`;
  const others = held.filter(({ moves }) => moves).map(({ name }) => name);
  const sentences = [
    held.length === 0 ? "" : `The section holds ${joined(held.map(amount))}, as ${facts.unit} has them.`,
    scaledBy === null ? "" : `All units are drawn at that amount of ${scaledBy}.`,
    others.length === 0 ? "" : `The measure moves ${joined(others)} too, out of this section.`,
    view.outside === 0
      ? ""
      : `${view.outside} ${view.outside === 1 ? "unit lies" : "units lie"} outside of the picture.`,
  ];
  return sentences.filter((one) => one !== "").join(" ");
}
