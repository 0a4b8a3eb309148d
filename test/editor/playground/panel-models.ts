/** Small models for the panels' tests, run as the page runs them. */
import { answerTo } from "../../../editor/playground/workers/answers.ts";
import { HeldModel } from "../../../editor/playground/workers/held-model.ts";
import type { Answers, Ask, RunAnswer } from "../../../editor/playground/workers/protocol.ts";

export const mills = `data mills {
  dmu mill
  period year
  | mill | year | labor [person] | energy [GJ] | paper [t] | bod [kg] |
  |------|------|---------------:|------------:|----------:|---------:|
  | A    | 2017 |            120 |         340 |      1000 |       25 |
  | B    | 2017 |            100 |         300 |       900 |       30 |
  | C    | 2017 |            150 |         500 |      1000 |       50 |
  | A    | 2018 |            120 |         340 |      1000 |       25 |
  | B    | 2018 |            100 |         300 |       900 |       30 |
  | C    | 2018 |            150 |         500 |      1100 |       50 |
}
technology green on mills { input labor, energy; good paper; bad bod }
direction win_win { good +observed; bad -observed }
measure inefficiency = ddf(green, along: win_win)
measure theta = radial(green, orientation: input, super: true)
index gtfp = malmquist_luenberger(green, along: win_win)
`;

export const pond = `dimension sector = industry, services
system pond {
  time [year] = 2020 .. 2030
  /// How fast fish breed
  param rate [1/year] in 0 .. 0.3 = 10%
  stock fish [t] = 100
  stock value by sector [t] = {industry: 3, services: 2}
  flow births: cloud -> fish = rate * fish
  flow deaths: fish -> cloud = fish * fish / 1000 [t year]
  flow gain by sector: cloud -> value = 0.1 [1/year] * value
  aux density = fish / 100 [t]
}
scenario slow of pond
scenario fast from slow { rate = 20% }
scenario faster from fast { rate = 25% }
`;

export async function answer<K extends Ask["ask"]>(
  text: string,
  question: Extract<Ask, { ask: K }>,
): Promise<Answers[K]> {
  const held = new HeldModel();
  held.update({ "model.gtfp": text }, "model.gtfp");
  const reply = await answerTo(question, held, () => {});
  if (!("answer" in reply)) throw new Error(JSON.stringify(reply));
  return reply.answer as Answers[K];
}

export async function outlineOf(text: string) {
  return (await answer(text, { ask: "outline" })).outline;
}

export function runOf(text: string): Promise<RunAnswer> {
  return answer(text, { ask: "run" });
}
