/** The sentence below the picture, in the reader's language, composed from its facts. */
import type { MoveFact, SentenceFacts } from "../../../../runtime/charts/section.ts";
import type { WordKey } from "../../words/en.ts";
import { percent, short, withUnit } from "./figures.ts";

export type Say = (key: WordKey, holes?: Readonly<Record<string, string | number>>) => string;

/** Names of units stand between the isolates of Unicode, so that the page can make them light up; `plain` takes those away. */
const unitMark = (name: string): string => `\u2068${name}\u2069`;
export const plain = (words: string): string => words.replace(/[\u2068\u2069]/g, "");
/** The words in turn with the names of units, which stand at odd places. */
export const unitsIn = (words: string): string[] => words.split(/\u2068(.*?)\u2069/);

type Peer = SentenceFacts["peers"][number];
/** Weights within this of one another are the same. */
const none = 1e-6;

/** What follows a wide bracket needs no blank. */
const set = (words: string) => words.replace(/）\s/g, "）");

/** "C could make 28 % more paper and emit 28 % less bod, as A (0.83) and B (0.5) together do." */
export function sentence(facts: SentenceFacts, say: Say): string {
  return set(told(facts, say));
}

function told(facts: SentenceFacts, say: Say): string {
  const unit = unitMark(facts.unit);
  const peers = peerWords(facts, say);
  switch (facts.kind) {
    case "none":
      return say("frontierNone", { unit, reason: facts.reason });
    case "frontier":
      if (facts.slacks.length > 0) {
        const key = facts.peers.length === 1 ? "frontierWeakOne" : "frontierWeak";
        return say(key, { unit, moves: slackWords(facts, say), peers });
      }
      return peers === "" ? say("frontierOn", { unit }) : say("frontierLike", { unit, peers });
    case "beyond":
      return say("frontierBeyond", { unit, moves: moveWords(facts.moves, say), peers });
    case "could": {
      const key = facts.peers.length === 1 ? "frontierCouldOne" : "frontierCould";
      return say(peers === "" ? "frontierCouldAlone" : key, {
        unit,
        moves: moveWords(facts.moves, say),
        peers,
      });
    }
  }
}

/** "Beyond that it could use 67 GJ less energy"; empty without slack, where the sentence itself tells it, or where the unit is ahead. */
export function slackSentence(facts: SentenceFacts, say: Say): string {
  if (facts.slacks.length === 0 || facts.kind === "frontier" || facts.kind === "beyond") return "";
  return set(say("frontierSlack", { moves: slackWords(facts, say) }));
}

function slackWords({ slacks }: SentenceFacts, say: Say): string {
  const phrases = (["input", "good", "bad"] as const).flatMap((role) => {
    const parts = slacks
      .filter((slack) => slack.role === role)
      .map(({ variable, unit, amount }) => {
        const size = withUnit(short(amount), unit);
        return say(`frontier_${role}_${role === "good" ? "more" : "less"}`, { size, variables: variable });
      });
    return parts.length === 0 ? [] : [say(verbs[role], { moves: joined(parts, say) })];
  });
  return joined(phrases, say, "Actions");
}

const verbs = { input: "frontierUse", good: "frontierMake", bad: "frontierEmit" } as const;

/** One phrase for each role; variables that move by the same share are told together. */
function moveWords(moves: readonly MoveFact[], say: Say): string {
  const phrases: string[] = [];
  for (const role of ["input", "good", "bad"] as const) {
    const sizes = new Map<string, string[]>();
    for (const move of moves) {
      if (move.role !== role) continue;
      const { from, to, share, unit, variable } = move;
      const size =
        share === null
          ? withUnit(short(Math.abs(to - from)), unit)
          : say("frontierPercent", { n: percent(share) });
      const key = `${to > from ? "more" : "less"} ${size}`;
      sizes.set(key, [...(sizes.get(key) ?? []), variable]);
    }
    const parts = [...sizes].map(([key, names]) => {
      const way = key.startsWith("more") ? "more" : "less";
      return say(`frontier_${role}_${way}`, { size: key.slice(5), variables: joined(names, say) });
    });
    if (parts.length > 0) phrases.push(say(verbs[role], { moves: joined(parts, say) }));
  }
  return joined(phrases, say, "Actions");
}

function peerWords({ unit, peers }: SentenceFacts, say: Say): string {
  const others = peers.filter(({ name }) => name !== unit || peers.length > 1);
  if (others.length === 1) return alone(others[0]!, say);
  return joined(
    others.map((peer) => say("frontierPeer", { name: unitMark(peer.name), weight: weightWords(peer, say) })),
    say,
  );
}
function alone(peer: Peer, say: Say): string {
  const name = unitMark(peer.name);
  const size = peer.weight + peer.abated;
  if (peer.abated > none || peer.emitting > none) {
    return say("frontierPeer", { name, weight: weightWords(peer, say) });
  }
  return Math.abs(size - 1) < none ? name : say("frontierSized", { name, size: short(size) });
}
function weightWords({ weight, abated, emitting }: Peer, say: Say): string {
  if (abated > none) return say("frontierAbated", { weight: short(weight), abated: short(abated) });
  if (emitting > none && weight > none) {
    return say("frontierEmitting", { weight: short(weight), emitting: short(emitting) });
  }
  return emitting > none ? say("frontierOnlyEmitting", { emitting: short(emitting) }) : short(weight);
}

/** `a`, `a and b`, `a, b and c`: of names, or of what one does. */
export function joined(parts: readonly string[], say: Say, of: "Names" | "Actions" = "Names"): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(say(`frontierComma${of}`))}${say(`frontierAnd${of}`)}${parts.at(-1)}`;
}
