/** GTFP613x–615x: modules, events, simultaneous equations. */
import { entry } from "./entry.ts";

const farm = `system farm {
  time [year] = 2020 .. 2030
  param rate [1/year] = 0.1
  stock grain [t] = 100
  flow growth: cloud -> grain = rate * grain
}
`;
const country = (entries: string, time = "year") => `${farm}system country {
  time [${time}] = 2020 .. 2030
${entries
  .split("\n")
  .map((line) => `  ${line}`)
  .join("\n")}
}
`;
const good = country("module north of farm { rate = 0.2 [1/year] }\naux total = north.grain");

const tank = (entries: string) => `system tank {
  time [day] = 0 .. 10
  stock water [t] = 10
  flow rain: cloud -> water = 30 [t/day]
${entries
  .split("\n")
  .map((line) => `  ${line}`)
  .join("\n")}
}
`;
const market = (entries: string) => `system market {
  time [year] = 2020 .. 2030
  aux price [CNY] = 2 * demand
  aux demand [CNY] = 50 [CNY] - price / 2
${entries
  .split("\n")
  .map((line) => `  ${line}`)
  .join("\n")}
}
`;

export const dynamicsParts = {
  moduleName: entry<{ name: string }>({
    code: "GTFP6130",
    severity: "error",
    title: "Module with the name of another part",
    message: ({ name }) => `\`${name}\` is declared twice in this system.`,
    help: () => "rename the module",
    page: "A module and a variable, or two modules, cannot have one name: the variables of a module are named after it (`north.grain`).",
    failing: country("module north of farm\nmodule north of farm"),
    mended: country("module north of farm\nmodule south of farm"),
  }),
  moduleOfNothing: entry<{ name: string; system?: string }>({
    code: "GTFP6131",
    severity: "error",
    title: "Module without a system",
    message: ({ name }) => `The module \`${name}\` does not say which system it is of.`,
    help: ({ name, system }) => `write \`module ${name} of ${system ?? "SYSTEM"}\``,
    page: "A module is a copy of another system inside this one, with parameters of its own.",
    failing: country("module north { rate = 0.2 [1/year] }"),
    mended: good,
  }),
  moduleTime: entry<{ name: string; system: string; is: string; must: string }>({
    code: "GTFP6132",
    severity: "error",
    title: "Module that counts time in another unit",
    message: ({ name, system, is, must }) =>
      `The module \`${name}\` counts time in ${must}, as \`${system}\` does, but this system counts it in ${is}.`,
    help: () => "let both systems count time in the same unit",
    page: "A module runs with the time of the system around it: its start, end, step and method. Its equations name time and rates in its own unit of time, so that both must count in the same one.",
    failing: country("module north of farm", "month"),
    mended: good,
  }),
  eventWithoutChange: entry({
    code: "GTFP6140",
    severity: "error",
    title: "Event that changes nothing",
    message: () => "This event says when it happens, but not what it changes.",
    help: () => "give stocks new values: `when water > 100 [t] { water = 0 [t] }`",
    page: "An event sets stocks to new values at each moment at which its condition begins to hold.",
    failing: tank("when water > 100 [t] { }"),
    mended: tank("when water > 100 [t] { water = 50 [t] }"),
  }),
  rangeFromData: entry<{ range: string; whole: string }>({
    code: "GTFP6160",
    severity: "error",
    title: "Range without its labels",
    message: ({ range, whole }) =>
      `The labels of the range \`${range}\` in \`${whole}\` are written out, not taken from data.`,
    help: ({ range, whole }) => `write \`dimension ${range} in ${whole} = first, second\``,
    page: "A range names some labels of a dimension, so that equations can be written for these alone: `aux tax by heavy`, `aux tax[heavy] = …`, `sum(output[heavy])`. Which labels these are is part of the model.",
    failing: `data plants {
  dmu plant
  | plant | output [t] |
  |-------|-----------:|
  | A     |          1 |
}
dimension plant from plants.plant
dimension heavy in plant from plants.plant
`,
    mended: `data plants {
  dmu plant
  | plant | output [t] |
  |-------|-----------:|
  | A     |          1 |
}
dimension plant from plants.plant
dimension heavy in plant = A
`,
  }),
  solveWhat: entry<{ name: string; role?: string }>({
    code: "GTFP6150",
    severity: "error",
    title: "Solving for what is no auxiliary",
    message: ({ name, role }) =>
      role === undefined
        ? `There is no auxiliary \`${name}\` to solve for.`
        : `\`${name}\` is a ${role}; one solves for an auxiliary.`,
    page: "`solve price in 0 .. 100` says that the auxiliary `price`, whose equation needs `price` itself through others, is found between the two bounds so that the equation holds.",
    failing: market("solve price in 0 [CNY] .. 100 [CNY]\nsolve demnd in 0 [CNY] .. 100 [CNY]"),
    mended: market("solve price in 0 [CNY] .. 100 [CNY]"),
  }),
  solveTwice: entry<{ name: string }>({
    code: "GTFP6151",
    severity: "error",
    title: "Solved for twice",
    message: ({ name }) => `\`${name}\` is solved for twice.`,
    page: "An auxiliary is found between one pair of bounds.",
    failing: market("solve price in 0 [CNY] .. 100 [CNY]\nsolve price in 0 [CNY] .. 10 [CNY]"),
    mended: market("solve price in 0 [CNY] .. 100 [CNY]"),
  }),
  solveNeedless: entry<{ name: string }>({
    code: "GTFP6152",
    severity: "warning",
    title: "Solving where there is no loop",
    message: ({ name }) =>
      `The equation of \`${name}\` does not need \`${name}\`, so that nothing is solved for.`,
    help: ({ name }) => `leave \`solve ${name}\` out`,
    page: "An auxiliary is solved for where its equation needs it, directly or through others, at the same instant. Without such a loop its equation gives its value.",
    failing: tank("aux half = water / 2\nsolve half in 0 [t] .. 100 [t]"),
    mended: tank("aux half = water / 2"),
  }),
};
