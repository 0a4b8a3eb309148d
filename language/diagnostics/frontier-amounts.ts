/** Diagnostics of data that a frontier cannot take, found at run time. */
import { entry } from "./entry.ts";
import { mills, plain } from "./frontier-examples.ts";

export const amounts = {
  negativeValue: entry<{ variable: string; where: string; value: number; more: number; why: string }>({
    code: "GTFP5026",
    severity: "error",
    title: "A negative value where the model cannot take one",
    message: ({ variable, where, value, more, why }) =>
      `\`${variable}\` is ${value} for ${where}${more > 0 ? ` (and negative in ${more} more ${more === 1 ? "row" : "rows"})` : ""}; ${why}.`,
    help: () =>
      "leave such rows out with `where` in the data block, or measure the variable so that it is an amount",
    page: "A radial measure multiplies amounts, and under constant, non-increasing or non-decreasing returns and weak disposability the technology does: a share of a negative amount means nothing. Only a directional measure under `returns vrs` without weakly disposable bads can take negative values.",
    failing: mills(`${plain}measure m = radial(green)`, "  | A | -10 | 100 | 5 |\n  | B | 20 | 150 | 9 |"),
    mended: mills(`${plain}measure m = radial(green)`, "  | A | 10 | 100 | 5 |\n  | B | 20 | 150 | 9 |"),
  }),
  allZero: entry<{ role: string; where: string; more: number; why: string }>({
    code: "GTFP5027",
    severity: "error",
    title: "A unit whose inputs or goods are all zero",
    message: ({ role, where, more, why }) =>
      `All ${role}s of ${where} are zero${more > 0 ? ` (and those of ${more} more ${more === 1 ? "row" : "rows"})` : ""}; ${why}.`,
    help: () => "leave such rows out with `where` in the data block",
    page: "A unit that makes something out of nothing would stand infinitely far beyond every other one, and a unit that makes nothing cannot be expanded or compared radially.",
    failing: mills(`${plain}measure m = radial(green)`, "  | A | 0 | 100 | 5 |\n  | B | 20 | 150 | 9 |"),
    mended: mills(`${plain}measure m = radial(green)`, "  | A | 10 | 100 | 5 |\n  | B | 20 | 150 | 9 |"),
  }),
  negativeMove: entry<{ variable: string; where: string; value: number; more: number }>({
    code: "GTFP5028",
    severity: "error",
    title: "A direction whose size is negative",
    message: ({ variable, where, value, more }) =>
      `The direction's size for \`${variable}\` is ${value} for ${where}${more > 0 ? ` (and negative in ${more} more ${more === 1 ? "row" : "rows"})` : ""}, which turns the direction around.`,
    help: () => "the sign before the size tells the way; use a size that is never negative, such as `range`",
    page: "An observed value that is negative, or an expression that becomes negative, would move the variable the wrong way. The range or the standard deviation of a column is never negative.",
    failing: mills(
      "technology t on mills { input labor; good paper; returns vrs }\ndirection d { good +observed }\nmeasure m = ddf(t, along: d)",
      "  | A | 10 | -100 | 5 |\n  | B | 20 | 150 | 9 |",
    ),
    mended: mills(
      "technology t on mills { input labor; good paper; returns vrs }\ndirection d { good +range }\nmeasure m = ddf(t, along: d)",
      "  | A | 10 | -100 | 5 |\n  | B | 20 | 150 | 9 |",
    ),
  }),
  cleanGood: entry<{ units: string; count: number; goods: string; bads: string }>({
    code: "GTFP5030",
    severity: "warning",
    title: "A good output without any bad",
    message: ({ units, count, goods, bads }) =>
      `Null-jointness is broken: ${units} ${count === 1 ? "makes" : "make"} ${goods} without any ${bads}.`,
    page: "Weak disposability goes with null-jointness: where a good is made, some bad is made too (Shephard & Färe 1974). A unit that makes goods and emits nothing lets every other one appear able to do the same. Often a zero stands for a missing figure. If the bad really can be avoided, `disposability strong` treats it as an input.",
    failing: mills(
      `${plain}direction d { good +observed; bad -observed }\nmeasure m = ddf(green, along: d)`,
      "  | A | 10 | 100 | 0 |\n  | B | 20 | 150 | 9 |",
    ),
    mended: mills(`${plain}direction d { good +observed; bad -observed }\nmeasure m = ddf(green, along: d)`),
  }),
  unemittedBad: entry<{ bad: string; where: string }>({
    code: "GTFP5031",
    severity: "warning",
    title: "A bad that nobody emits",
    message: ({ bad, where }) =>
      `Null-jointness is broken: no unit emits any \`${bad}\`${where === "" ? "" : ` in ${where}`}.`,
    page: "A bad output that no unit of a reference set emits cannot be weighed against goods there: a unit of another period that does emit it has no program with a solution. Often the column was read from the wrong place or its zeros stand for missing figures.",
    failing: mills(
      `${plain}direction d { good +observed }\nmeasure m = ddf(green, along: d)`,
      "  | A | 10 | 100 | 0 |\n  | B | 20 | 150 | 0 |",
    ),
    mended: mills(`${plain}direction d { good +observed }\nmeasure m = ddf(green, along: d)`),
  }),
};
