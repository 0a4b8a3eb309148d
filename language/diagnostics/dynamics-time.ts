/** GTFP60xx: the time of a system. */
import { entry } from "./entry.ts";

const timed = (time: string) => `system tank {
  ${time}
  stock water = 100
}
`;
const good = timed("time [year] = 2020 .. 2030 step 1/4 using rk4 save every 1");

export const dynamicsTime = {
  missingTime: entry<{ system: string }>({
    code: "GTFP6001",
    severity: "error",
    title: "System without time",
    message: ({ system }) => `The system \`${system}\` does not say over which time it runs.`,
    help: () => "add an entry such as `time [year] = 2020 .. 2030 step 1/8 using rk4 save every 1`",
    page: "A system is run from a first to a last instant. Its `time` entry names both, the unit of time, the step, the method and how often results are saved; only the two instants must be written.",
    failing: "system tank {\n  stock water = 100\n}\n",
    mended: good,
  }),
  secondTime: entry({
    code: "GTFP6002",
    severity: "error",
    title: "Two times in one system",
    message: () => "A system has one `time` entry; this is another.",
    page: "All variables of a system move over the same instants, so that there is one `time` entry. Two sub-models with steps of their own are two systems.",
    failing: timed("time [year] = 2020 .. 2030\n  time [year] = 2020 .. 2040"),
    mended: good,
  }),
  timeNotConstant: entry({
    code: "GTFP6003",
    severity: "error",
    title: "Time not made of numbers",
    message: () =>
      "The instants and steps of `time` are numbers, or arithmetic on numbers, in the unit of time.",
    help: () => "write the number itself: `2017 .. 2030`, `step 1/8`",
    page: "The grid of time is exact: instants are start + k · step with a whole number k and a step that is a fraction such as `1/8` or `0.1`. Therefore its bounds and steps must be known from the text; they cannot be read from data or parameters.",
    failing: timed("time [year] = 2020 .. last"),
    mended: good,
  }),
  timeReversed: entry<{ from: string; to: string }>({
    code: "GTFP6004",
    severity: "error",
    title: "Time that does not go forward",
    message: ({ from, to }) => `The time ends at ${to}, which is not after its start at ${from}.`,
    page: "A run goes from the earlier to the later instant. Mostly the two bounds were swapped.",
    failing: timed("time [year] = 2030 .. 2020"),
    mended: good,
  }),
  stepNotPositive: entry<{ value: string }>({
    code: "GTFP6005",
    severity: "error",
    title: "Step that is not positive",
    message: ({ value }) => `A step of time must be greater than 0; this is ${value}.`,
    page: "`step` and `save every` are lengths of time.",
    failing: timed("time [year] = 2020 .. 2030 step 0"),
    mended: good,
  }),
  stepDoesNotDivide: entry<{
    step: string;
    from: string;
    to: string;
    count: number;
    steps: readonly string[];
    ends: readonly string[];
  }>({
    code: "GTFP6006",
    severity: "error",
    title: "Step that does not divide the time",
    message: ({ step, from, to, count }) =>
      `A step of ${step} does not divide the time from ${from} to ${to}: that would be ${count} steps.`,
    help: ({ steps, ends }) =>
      `the nearest that fit: ${steps.map((s) => `\`step ${s}\``).join(" or ")}, or an end at ${ends.join(" or ")}`,
    page: "Instants are start + k · step with a whole number k, so that the last one must be a whole number of steps from the first. Other programs let the last step fall short or pass the end without a word; here the nearest steps and ends that fit are named.",
    failing: timed("time [year] = 2017 .. 2030 step 0.3"),
    mended: timed("time [year] = 2017 .. 2030 step 0.25"),
  }),
  saveOffStep: entry<{ save: string; step: string; near: readonly string[] }>({
    code: "GTFP6007",
    severity: "error",
    title: "Save interval off the steps",
    message: ({ save, step }) => `Saving every ${save} does not fall on steps of ${step}.`,
    help: ({ near }) => `the nearest that fit: ${near.map((n) => `\`save every ${n}\``).join(" or ")}`,
    page: "Results are saved at steps, so that the interval between saved instants must be a whole number of steps. Otherwise saved values would belong to other instants than those they are printed at.",
    failing: timed("time [year] = 2020 .. 2030 step 1/4 save every 0.3"),
    mended: good,
  }),
  tooManySteps: entry<{ steps: number; rows: number; most: number }>({
    code: "GTFP6009",
    severity: "error",
    title: "Too many steps",
    message: ({ steps, rows, most }) =>
      rows > most
        ? `This time has ${rows} instants to be saved; more than ${most} do not fit into memory.`
        : `This time has ${steps} steps; more than ${most} would take hours.`,
    help: () => "take a longer step, or save less often: `save every 1`",
    page: "Every saved instant is a row of the results, with a number for each element of each variable. A step that is far too small is mostly a slip of the pen.",
    failing: timed("time [year] = 0 .. 100 step 0.00001"),
    mended: good,
  }),
  toleranceFixed: entry<{ method: string }>({
    code: "GTFP6010",
    severity: "error",
    title: "Tolerance of a method with fixed steps",
    message: ({ method }) => `\`${method}\` takes the step that is written, so that it has no tolerance.`,
    help: () => "take a smaller `step`, or `using rk45`, which chooses its steps by their error",
    page: "A tolerance is the relative error that a method allows in one of its steps; `rk45` (1e-9 unless said) and `rosenbrock` (1e-6) choose their steps by it. The other methods take the step of the `time` entry, and their error follows from it.",
    failing: timed("time [year] = 2020 .. 2030 using rk4 tolerance 1e-8"),
    mended: timed("time [year] = 2020 .. 2030 using rk45 tolerance 1e-8"),
  }),
  toleranceRange: entry<{ value: number }>({
    code: "GTFP6011",
    severity: "error",
    title: "Tolerance out of range",
    message: ({ value }) => `A tolerance lies between 1e-14 and 1; this is ${value}.`,
    page: "A tolerance is the relative error allowed in a step. Numbers have sixteen digits, so that errors below 1e-14 cannot be told from rounding.",
    failing: timed("time [year] = 2020 .. 2030 using rk45 tolerance 0"),
    mended: timed("time [year] = 2020 .. 2030 using rk45 tolerance 1e-8"),
  }),
  stepLong: entry<{ step: string; length: string; name: string }>({
    code: "GTFP6012",
    severity: "note",
    title: "Step that is long for the system",
    message: ({ step, length, name }) =>
      `The step of ${step} is longer than half of ${length}, the shortest time in this system (in \`${name}\`), so that its course is rough.`,
    help: ({ length }) =>
      `take a step of at most half of ${length}; \`gtfp check --dt\` shows what a smaller step changes`,
    page: "A stock that empties in a time T, and a delay or an average of that time, change much within T. A step of more than half of T follows them roughly, one of more than T overshoots, and one of more than twice T swings ever wider. `gtfp check --dt` halves the step and shows what moves.",
    failing: timed("time [year] = 2020 .. 2030 step 1\n  flow loss: water -> cloud = water / 1.5 [year]"),
    mended: timed("time [year] = 2020 .. 2030 step 1/4\n  flow loss: water -> cloud = water / 1.5 [year]"),
  }),
  unknownMethod: entry<{ method: string; known: readonly string[] }>({
    code: "GTFP6008",
    severity: "error",
    title: "Unknown method of integration",
    message: ({ method, known }) =>
      `There is no method \`${method}\`; there are ${known.map((k) => `\`${k}\``).join(", ")}.`,
    page: "`using` names how stocks are moved over a step: `euler` (first order, as most spreadsheets do it), `rk2` (Heun) and `rk4` (Runge–Kutta) with the fixed step, `rk45` (Dormand–Prince) with steps of its own between the instants, `rosenbrock` the same for stiff systems, whose fastest rates are far faster than the changes of interest.",
    failing: timed("time [year] = 2020 .. 2030 using rk5"),
    mended: good,
  }),
};
