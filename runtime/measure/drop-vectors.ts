import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { Answer, Program } from "./score-requests.ts";

const none = new Float64Array(0);
const nowhere: Program["point"] = { observation: -1, at: none, move: none, worth: none, without: [] };

/**
 * Leaves of each answer what the tables still need of it once slacks, prices and peers have been read: status, score, who
 * solved it and the proof. The programs that follow need the room of the rest.
 */
export function dropVectors(answers: Answer[]): void {
  const named = new Map<LpFamily, LpFamily>();
  for (const [i, answer] of answers.entries()) {
    const { program } = answer;
    if (program === null) continue;
    const { family, solved } = program;
    let name = named.get(family);
    if (name === undefined) {
      name = { ...family, columns: [], matrix: none, tasks: [] };
      named.set(family, name);
    }
    const solution = { ...solved.solution, own: none, lambda: [], dual: none, ray: none };
    const kept = { ...solved, solution, slackPhase: null };
    answers[i] = { ...answer, program: { ...program, family: name, point: nowhere, solved: kept } };
  }
}
