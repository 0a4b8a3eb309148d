import { describe, expect, it } from "vitest";
import {
  plain,
  type Say,
  sentence,
  slackSentence,
  unitsIn,
} from "../../../editor/playground/panels/frontier/sentence.ts";
import { en } from "../../../editor/playground/words/en.ts";
import { zh } from "../../../editor/playground/words/zh.ts";
import type { MoveFact, SentenceFacts } from "../../../runtime/charts/section.ts";

const sayIn =
  (words: Readonly<Record<string, string>>): Say =>
  (key, holes = {}) =>
    words[key]!.replace(/\{(\w+)\}/g, (hole, name: string) => String(holes[name] ?? hole));
const english = sayIn(en);
const chinese = sayIn(zh);

const peer = (name: string, weight: number, more = {}) => ({ name, weight, abated: 0, emitting: 0, ...more });
const move = (variable: string, role: MoveFact["role"], from: number, to: number): MoveFact => ({
  variable,
  role,
  unit: "t",
  from,
  to,
  share: from === 0 ? null : (to - from) / from,
});
const facts: SentenceFacts = {
  unit: "C",
  kind: "could",
  moves: [move("paper", "good", 1000, 1283.3), move("bod", "bad", 50, 35.83)],
  slacks: [{ variable: "energy", role: "input", unit: "GJ", amount: 66.666 }],
  peers: [peer("A", 0.8333), peer("B", 0.5)],
  reason: "",
};
const inEnglish = (more: Partial<SentenceFacts>) => plain(sentence({ ...facts, ...more }, english));
const inChinese = (more: Partial<SentenceFacts>) => plain(sentence({ ...facts, ...more }, chinese));

describe("the sentence below the frontier", () => {
  it("tells what a unit could do, and who does it", () => {
    expect(inEnglish({})).toBe(
      "C could make 28 % more paper and emit 28 % less bod, as A (0.833) and B (0.5) together do.",
    );
    expect(inChinese({})).toBe(
      "C 可以多产出 28% 的 paper，并少排放 28% 的 bod，正如 A（0.833）和 B（0.5）组合起来所做到的那样。",
    );
  });

  it("tells variables that move alike together", () => {
    const moves = [
      move("labor", "input", 100, 80),
      move("energy", "input", 50, 40),
      move("water", "input", 9, 8.1),
    ];
    expect(inEnglish({ moves, peers: [peer("A", 1)] })).toBe(
      "C could use 20 % less labor and energy and 10 % less water, as A does.",
    );
  });

  it("tells the size of a single peer that stands at another one", () => {
    expect(inEnglish({ peers: [peer("A", 1.05)] })).toContain("as A at 1.05 times its size does.");
    expect(inEnglish({ peers: [peer("A", 0.6, { abated: 0.4 })] })).toContain(
      "as A (0.6 active and 0.4 abated) does.",
    );
  });

  it("tells an amount where there was none to compare with", () => {
    expect(inEnglish({ moves: [move("paper", "good", 0, 12.5)] })).toContain("make 12.5 t more paper");
  });

  it("tells units on the frontier, beyond it, and without a score", () => {
    const slacks: SentenceFacts["slacks"] = [];
    expect(inEnglish({ kind: "frontier", moves: [], peers: [], slacks })).toBe(
      "C stands on the frontier: in its direction no mix of units does better.",
    );
    expect(inEnglish({ kind: "frontier", moves: [], peers: [peer("B", 1)], slacks })).toContain(
      "does as well as B,",
    );
    expect(inEnglish({ kind: "beyond", moves: [move("paper", "good", 1000, 900)] })).toBe(
      "C is beyond the frontier of the others: it could make 10 % less paper and still do no worse than A (0.833) and B (0.5).",
    );
    expect(inEnglish({ kind: "none", reason: "its direction is zero" })).toBe(
      "C has no score: its direction is zero.",
    );
    expect(inChinese({ kind: "none", reason: "its direction is zero" })).toBe(
      "C 没有得分：its direction is zero。",
    );
  });

  it("tells what is left beyond the movement, once for each role", () => {
    expect(slackSentence(facts, english)).toBe("Beyond that it could use 66.7 GJ less energy (slack).");
    const slacks = [...facts.slacks, { variable: "labor", role: "input" as const, unit: null, amount: 3 }];
    expect(slackSentence({ ...facts, slacks }, english)).toBe(
      "Beyond that it could use 66.7 GJ less energy and 3 less labor (slack).",
    );
    expect(slackSentence({ ...facts, slacks: [] }, english)).toBe("");
  });

  it("tells slack on the frontier in the sentence itself", () => {
    const weak = { kind: "frontier" as const, moves: [], peers: [peer("A", 1)] };
    expect(inEnglish(weak)).toBe(
      "C stands on the frontier, yet it could use 66.7 GJ less energy, as A does.",
    );
    expect(inChinese(weak)).toBe("C 位于前沿面上，但仍可少用 66.7 GJ 的 energy，正如 A 所做到的那样。");
    expect(slackSentence({ ...facts, ...weak }, english)).toBe("");
  });

  it("marks the names of units, so that they can light up", () => {
    const parts = unitsIn(sentence(facts, english));
    expect(parts.filter((_, i) => i % 2 === 1)).toEqual(["C", "A", "B"]);
    expect(parts.join("")).toBe(inEnglish({}));
  });
});
