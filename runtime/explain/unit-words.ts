/** One unit's solution in a sentence: what it could do, and who does it. */
import { joined } from "../../compiler/print/explanation.ts";
import { figure } from "../../compiler/print/math.ts";
import type { Variable } from "../../language/model.ts";

/** An amount before and after, for one variable. */
export interface Movement {
  readonly variable: Pick<Variable, "name" | "role" | "unit">;
  readonly from: number;
  readonly to: number;
}
export interface PeerPart {
  readonly name: string;
  readonly weight: number;
  readonly abated: number;
  /** Its weight in the mix of a separate set of emissions. */
  readonly emitting: number;
}

/** Shares below this are rounding. */
const none = 1e-7;

/**
 * "C could make 31 % more paper and emit 31 % less bod, as A and B together do."
 * @param crs whether a single peer may stand at another size than its own
 */
export function unitSentence(
  unit: string,
  movements: readonly Movement[],
  peers: readonly PeerPart[],
): string {
  const moving = movements.filter(
    ({ from, to }) => Math.abs(to - from) > none * Math.max(Math.abs(from), Math.abs(to)),
  );
  if (moving.length === 0) {
    const alone = peers.length === 1 && peers[0]!.name === unit;
    const others = peers.filter((peer) => peer.name !== unit);
    if (alone || others.length === 0)
      return `${unit} stands on the frontier: in its direction no mix of units does better.`;
    return `${unit} does as well as ${peersWords(others)}, and in its direction no mix of units does better.`;
  }
  const worse = moving.filter(isWorse);
  if (worse.length === moving.length) {
    return `${unit} is beyond the frontier of the others: it could ${actions(moving)} and still be no worse than ${peersWords(peers)}.`;
  }
  return `${unit} could ${actions(moving)}, as ${peersWords(peers)} ${peers.length === 1 && peers[0]!.abated < none ? "does" : "do"}.`;
}

const verbs = { input: "use", good: "make", bad: "emit" } as const;

/** One phrase for each role; variables that move by the same share are told together. */
function actions(movements: readonly Movement[]): string {
  const phrases: string[] = [];
  for (const role of ["input", "good", "bad"] as const) {
    const groups = new Map<string, string[]>();
    for (const { variable, from, to } of movements) {
      if (variable.role !== role) continue;
      const size = moved(variable, from, to);
      groups.set(size, [...(groups.get(size) ?? []), variable.name]);
    }
    const parts = [...groups].map(([size, names]) => `${size} ${joined(names)}`);
    if (parts.length > 0) phrases.push(`${verbs[role]} ${joined(parts)}`);
  }
  const lists = phrases.some((phrase) => phrase.includes(" and "));
  return lists && phrases.length > 1
    ? `${phrases.slice(0, -1).join(", ")}, and ${phrases.at(-1)}`
    : joined(phrases);
}

function moved(variable: Movement["variable"], from: number, to: number): string {
  const more = to > from ? "more" : "less";
  if (from === 0) {
    const unit = variable.unit === null || variable.unit.text === "1" ? "" : ` ${variable.unit.text}`;
    return `${figure(Math.abs(to - from), 4)}${unit} ${more}`;
  }
  return `${percent(Math.abs(to / from - 1))} ${more}`;
}

function isWorse({ variable, from, to }: Movement): boolean {
  return variable.role === "good" ? to < from : to > from;
}

/** `31 %`, `4.2 %`, `0.35 %`, `three times` is told as `200 %`. */
export function percent(share: number): string {
  const value = share * 100;
  const digits = value >= 10 ? 0 : value >= 1 ? 1 : 2;
  return `${Number(value.toFixed(digits))} %`;
}

/** `A`, `A and B together`, `0.6 of A`. */
function peersWords(peers: readonly PeerPart[]): string {
  if (peers.length === 0) return "nobody";
  if (peers.length === 1) {
    const [{ name, weight, abated, emitting }] = peers as readonly [PeerPart];
    if (emitting > none) return `${name}, once for what it makes and once for what it emits,`;
    const size = weight + abated;
    if (abated > none) return `${figure(weight, 3)} of ${name} active and ${figure(abated, 3)} abated`;
    return Math.abs(size - 1) < 1e-6 ? name : `${name} at ${figure(size, 3)} times its size`;
  }
  return `${joined(peers.map(({ name }) => name))} together`;
}
