/** GTFP63xx: what turns up when a system is run. */
import { entry } from "./entry.ts";

const system = (entries: string, before = "") => `${before}system economy {
  time [year] = 2020 .. 2030
${entries
  .split("\n")
  .map((line) => `  ${line}`)
  .join("\n")}
}
`;
const inScenario = (scenario: string | undefined) =>
  scenario === undefined ? "" : ` in scenario \`${scenario}\``;
const sectors = (labels: string) => `data sectors {
  dmu industry
  | industry      | value [t] |
  |---------------|----------:|
  | manufacturing |       300 |
  | services      |       200 |
}
dimension industry = ${labels}
`;

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

export const dynamicsRuns = {
  emptyInput: entry<{ name: string }>({
    code: "GTFP6301",
    severity: "error",
    title: "Input without a value",
    message: ({ name }) => `\`${name}\` takes a value from outside the system here, and there is none.`,
    help: () => "look at the table it comes from: the row may be missing, or its cell empty",
    page: "A system may take numbers from panels, measures and indices. Here the expression gave no number for this variable: the label or period does not occur, or the cell is empty. A run with a hole in it would be empty from there on.",
    failing: system("stock value by industry = sectors.value", sectors("manufacturing, farming")),
    mended: system("stock value by industry = sectors.value", sectors("manufacturing, services")),
  }),
  diverged: entry<{ name: string; time: number; scenario?: string }>({
    code: "GTFP6302",
    severity: "error",
    title: "Run that diverges",
    message: ({ name, time, scenario }) =>
      `\`${name}\` grows beyond all numbers by ${time}${inScenario(scenario)}.`,
    help: () =>
      "look at its rates, or take a smaller step: a step that is long for the fastest rate makes a run unstable",
    page: "A stock left the range of numbers. Either its growth really is explosive (growth that rises with the square of the stock ends in finite time), or the step is too long for the fastest rate in the model and the method becomes unstable: then halve the step.",
    failing: system("stock capital = 100\nflow gain: cloud -> capital = capital ^ 2"),
    mended: system("stock capital = 100\nflow gain: cloud -> capital = annual(5%) * capital"),
  }),
  noValue: entry<{ name: string; time: number; scenario?: string }>({
    code: "GTFP6303",
    severity: "error",
    title: "Equation without a value",
    message: ({ name, time, scenario }) => `\`${name}\` has no value at ${time}${inScenario(scenario)}.`,
    help: () =>
      "a division by 0, or a root or logarithm of a negative number; `safediv(a, b, else)` gives a division by 0 a value",
    page: "The equation gave no finite number at this instant, mostly because it divides by zero or takes the logarithm or root of a negative number. `safediv(a, b, else)` and `if` let an equation say what holds in such a case.",
    failing: system("stock capital = 0\naux productivity = 1 / capital"),
    mended: system("stock capital = 0\naux productivity = safediv(1, capital, 0)"),
  }),
  beyondTable: entry<{ table: string; time: number; scenario?: string }>({
    code: "GTFP6304",
    severity: "error",
    title: "Table read where it has no value",
    message: ({ table, time, scenario }) =>
      `\`${table}\` is read at ${time}${inScenario(scenario)}, beyond its points, where it has no value.`,
    help: () =>
      "give it more points, or say what holds there: `beyond: hold` or `beyond: extend` for a table, `after hold` for a series",
    page: "A table has `beyond: error`, or a series does not reach so far: before its first point a series has no value, after its last one only with `after hold`. Holding a value that nobody stated would be a silent assumption.",
    failing: system(
      "stock capital = 100\nlookup price(t [year]) = linear(2020: 1, 2025: 2, beyond: error)\naux worth = capital * price(time)",
    ),
    mended: system(
      "stock capital = 100\nlookup price(t [year]) = linear(2020: 1, 2025: 2, beyond: hold)\naux worth = capital * price(time)",
    ),
  }),
  unsolved: entry<{
    name: string;
    time: number;
    low: number;
    high: number;
    gives: readonly [number, number];
    scenario?: string;
  }>({
    code: "GTFP6307",
    severity: "error",
    title: "Simultaneous equation without a solution",
    message: ({ name, time, low, high, gives, scenario }) =>
      `No \`${name}\` between ${short(low)} and ${short(high)} fits its equation at ${time}${inScenario(scenario)}: with ${short(low)} it gives ${short(gives[0])}, with ${short(high)} ${short(gives[1])}.`,
    help: () =>
      "widen the bounds, so that the equation gives more than the lower one and less than the upper one",
    page: "An auxiliary that is solved for is found between its bounds where its equation, computed with it, gives it back. That is certain to exist only where what the equation gives lies above the auxiliary at one bound and below it at the other, and changes without a jump between them. Where there are several solutions, which one is found depends on the bounds alone.",
    failing: system("aux price = 2 * demand\naux demand = 50 - price / 2\nsolve price in 0 .. 10"),
    mended: system("aux price = 2 * demand\naux demand = 50 - price / 2\nsolve price in 0 .. 100"),
  }),
  eventEndless: entry<{ name: string; time: number; scenario?: string }>({
    code: "GTFP6308",
    severity: "error",
    title: "Event that happens without end",
    message: ({ name, time, scenario }) =>
      `The event that changes \`${name}\` happens again and again at ${time}${inScenario(scenario)}, without end.`,
    help: () => "let the change make the condition false for a while, or true for good",
    page: "An event happens when its condition begins to hold. Where its change makes the condition false and another event makes it true again, or where ever shorter pauses lie between, it goes on without time passing.",
    failing: system(
      "stock water = 0\nflow rain: cloud -> water = 1\nwhen water > 5 { water = 0 }\nwhen water == 0 { water = 6 }",
    ),
    mended: system("stock water = 0\nflow rain: cloud -> water = 1\nwhen water > 5 { water = 0 }"),
  }),
  eventConflict: entry<{ name: string; time: number; scenario?: string }>({
    code: "GTFP6309",
    severity: "error",
    title: "Two events that set one stock at once",
    message: ({ name, time, scenario }) => `Two events set \`${name}\` at ${time}${inScenario(scenario)}.`,
    help: () => "let one of them hold only where the other does not: `when a and not b { … }`",
    page: "Events that begin at the same instant happen at once: each computes its values from those before. Where two of them set the same stock, it would depend on their order which one counts, and order never matters.",
    failing: system(
      "stock water = 0\nflow rain: cloud -> water = 1\nwhen water >= 5 { water = 0 }\nwhen water > 4.5 { water = 1 }",
    ),
    mended: system(
      "stock water = 0\nflow rain: cloud -> water = 1\nwhen water > 5 { water = 0 }\nwhen water > 20 { water = 1 }",
    ),
  }),
  delayOffGrid: entry<{ name: string; delay: number; step: number; scenario?: string }>({
    code: "GTFP6305",
    severity: "error",
    title: "Fixed delay that fits no number of steps",
    message: ({ name, delay, step, scenario }) =>
      `The fixed delay of ${delay} in \`${name}\` is no whole number of steps of ${step}${inScenario(scenario)}.`,
    page: "A fixed delay remembers its input at every step, so that its length must be a whole number of steps, at least one. Change the step or the delay.",
    failing: system("stock capital = 100\naux late = delay_fixed(capital, 1.5)"),
    mended: system("stock capital = 100\naux late = delay_fixed(capital, 2)"),
  }),
  delayShort: entry<{ name: string; part: number; step: number; scenario?: string }>({
    code: "GTFP6306",
    severity: "error",
    title: "Delay shorter than a step",
    message: ({ name, part, step, scenario }) =>
      `A stage of the delay in \`${name}\` lasts ${part}, which is shorter than the step of ${step}${inScenario(scenario)}, so that it would swing out of bounds.`,
    help: () => "take a smaller step: at most the delay divided by its order",
    page: "A delay of order n is a row of n stocks, each of which is drained at the rate level / (delay/n). Where delay/n is shorter than the step, more leaves than there is, and values swing between ever larger positive and negative ones. Other programs print those.",
    failing: system("stock capital = 100\naux late = delay3(capital, 2)"),
    mended: system("stock capital = 100\naux late = delay3(capital, 6)"),
  }),
};
