/** GTFP62xx: scenarios. */
import { entry } from "./entry.ts";

const model = (scenario: string) => `system economy {
  time [year] = 2020 .. 2030
  param growth [1/year] = annual(6%)
  stock gdp [CNY] = 100
  flow gain: cloud -> gdp = growth * gdp
}
${scenario}
`;
const good = model("scenario fast of economy { growth = annual(7%) }");

export const dynamicsScenarios = {
  unknownSystem: entry<{ name: string }>({
    code: "GTFP6201",
    severity: "error",
    title: "Scenario of an unknown system",
    message: ({ name }) => `There is no system \`${name}\`.`,
    page: "`of` names the system that the scenario changes and runs.",
    failing: model("scenario fast of economie { growth = annual(7%) }"),
    mended: good,
  }),
  unknownScenario: entry<{ name: string }>({
    code: "GTFP6202",
    severity: "error",
    title: "Unknown scenario to start from",
    message: ({ name }) => `There is no scenario \`${name}\`.`,
    page: "`from` names the scenario whose changes this one inherits; `of` names a system.",
    failing: model("scenario fast from slow { growth = annual(7%) }"),
    mended: model("scenario slow of economy\nscenario fast from slow { growth = annual(7%) }"),
  }),
  scenarioOfNothing: entry<{ scenario: string; system?: string }>({
    code: "GTFP6203",
    severity: "error",
    title: "Scenario without a system",
    message: ({ scenario }) => `The scenario \`${scenario}\` does not say what it changes.`,
    help: ({ scenario, system }) =>
      `write \`scenario ${scenario} of ${system ?? "SYSTEM"}\`, or \`from\` another scenario`,
    page: "A scenario is of a system, or starts from another scenario and so is of that one's system.",
    failing: model("scenario fast { growth = annual(7%) }"),
    mended: good,
  }),
  scenarioOfOther: entry<{ parent: string; other: string; system: string }>({
    code: "GTFP6204",
    severity: "error",
    title: "Scenario of another system than its parent's",
    message: ({ parent, other, system }) =>
      `\`${parent}\` is a scenario of \`${other}\`, so that one that starts from it cannot be of \`${system}\`.`,
    page: "A scenario inherits changes, and these belong to one system.",
    failing: `${model("scenario slow of economy")}system tank {
  time [year] = 2020 .. 2030
  stock water = 1
}
scenario fast of tank from slow
`,
    mended: model("scenario slow of economy\nscenario fast from slow { growth = annual(7%) }"),
  }),
  unknownChange: entry<{ name: string; system: string; by: "scenario" | "module" | "event" }>({
    code: "GTFP6206",
    severity: "error",
    title: "Change of what does not exist",
    message: ({ name, system, by }) =>
      `The system \`${system}\` has no \`${name}\` that ${by === "event" ? "an event" : `a ${by}`} could change.`,
    page: "A scenario or a module changes parameters, lookups, auxiliaries and initial values of stocks that the system declares; an event changes stocks. A name that the system does not have would change nothing, so that it is an error.",
    failing: model("scenario fast of economy { grwoth = annual(7%) }"),
    mended: good,
  }),
  unchangeable: entry<{ name: string; role: string; by: "scenario" | "module" | "event" }>({
    code: "GTFP6207",
    severity: "error",
    title: "Change of what cannot be changed there",
    message: ({ name, role, by }) =>
      by === "event"
        ? `\`${name}\` is ${role === "aux" ? "an" : "a"} ${role}; an event changes stocks.`
        : `\`${name}\` is a ${role}; a ${by} changes parameters, lookups, auxiliaries and initial values.`,
    help: ({ by }) =>
      by === "event"
        ? "keep what changes in a stock, and let equations read it"
        : "let its equation read a parameter, and change that",
    page: "Flows are the structure of a system: a policy acts on what they read. Give the flow's equation a parameter or an auxiliary and change this one in the scenario or the module. An event happens while the system runs, so that it can only change what has a state: a stock.",
    failing: model("scenario fast of economy { gain = 5 [CNY/year] }"),
    mended: good,
  }),
};
